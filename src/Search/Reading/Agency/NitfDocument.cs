using System.Globalization;
using Search.Articles;
using Search.Reading.Xml;
using Search.Text;

namespace Search.Reading.Agency;

/// <summary>A document in NITF, of any version of 2 and 3, alone or inside an item of NewsML.</summary>
internal static class NitfDocument
{
    /// <summary>Why it is not to be published: the provider took it back. Null when it is.</summary>
    public static string? Refusal(XmlPart nitf) => nitf.Child("head").Child("docdata").Attribute("management-status") switch
    {
        "canceled" or "cancelled" or "killed" => AgencyProblems.Cancelled,
        "withheld" => AgencyProblems.Withheld,
        _ => null,
    };

    /// <summary>Adds what the document says to what was known before.</summary>
    public static void Read(XmlPart nitf, AgencyArticle article)
    {
        var (head, body) = (nitf.Child("head"), nitf.Child("body"));
        var (data, top, content) = (head.Child("docdata"), body.Child("body.head"), body.Child("body.content"));
        if (article.Title.Length == 0) article.Title = Title(head, top);
        if (article.Source.Length == 0) article.Source = Source(head, data, top);
        if (article.Language.Length == 0) article.Language = AgencyArticle.First(content.Attribute("lang"), body.Attribute("lang"), nitf.Attribute("lang"), nitf.Attribute("baselang"), content.Child("p").Attribute("lang"));
        if (article.Section.Length == 0) article.Section = Section(head, data);
        if (article.Id.Length == 0) article.Id = Id(data.Child("doc-id"));
        Dates(head, data, top, article);
        Authors(top, article);
        Topics(head, data, article);
        Actors(data, top, article);
        Text(body, top, content, article);
    }

    private static string Title(XmlPart head, XmlPart top)
    {
        var lines = top.Child("hedline").Children("hl1").Select(Line).ToList();
        return AgencyArticle.First(string.Join(' ', lines).Trim(), Line(top.All("headline").FirstOrDefault() ?? top.Child("headline")), Line(head.Child("title")));
    }

    /// <summary>Whom a reader would call the source: who distributes it, else who holds the rights, else who registered it.</summary>
    private static string Source(XmlPart head, XmlPart data, XmlPart top) => AgencyArticle.First(
        Line(top.Child("distributor")),
        Line(top.Child("rights").Child("rights.owner")),
        Holder(data.Child("doc.copyright").Attribute("holder")),
        data.Child("doc-id").Attribute("regsrc"),
        head.All("pubdata").Select(p => p.Attribute("name")).FirstOrDefault("") ?? "",
        data.Child("del-list").Child("from-src").Attribute("src-name"),
        head.Children("meta").FirstOrDefault(m => m.Attribute("name").EndsWith("-source", StringComparison.Ordinal) && m.Attribute("content").Length > 0)?.Attribute("content") ?? "");

    /// <summary>The holder of a copyright without the formula around the name.</summary>
    internal static string Holder(string notice)
    {
        var end = notice.IndexOf(". All rights", StringComparison.OrdinalIgnoreCase);
        var name = Clean.Line(end < 0 ? notice : notice[..end]);
        foreach (var sign in (string[])["Copyright", "©", "(c)"])
        {
            if (name.StartsWith(sign, StringComparison.OrdinalIgnoreCase)) name = name[sign.Length..].Trim();
        }
        var isYear = name.Length > 5 && name[4] is ' ' or ',' && int.TryParse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return isYear ? name[5..].Trim(' ', ',') : name;
    }

    private static string Section(XmlPart head, XmlPart data)
    {
        var section = head.All("pubdata").Select(p => p.Attribute("position.section")).FirstOrDefault(s => s.Length > 0) ?? "";
        var type = head.Child("tobject").Attribute("tobject.type");
        return AgencyArticle.First(section, data.Child("fixture").Attribute("fix-id"), type.Equals("news", StringComparison.OrdinalIgnoreCase) ? "" : type, data.Child("doc-scope").Attribute("scope"));
    }

    private static string Id(XmlPart id)
    {
        var (text, registrar) = (id.Attribute("id-string"), id.Attribute("regsrc"));
        return text.Length == 0 || registrar.Length == 0 || text.StartsWith("urn:", StringComparison.Ordinal) || text.StartsWith("tag:", StringComparison.Ordinal) ? text : $"{registrar}:{text}";
    }

    private static void Dates(XmlPart head, XmlPart data, XmlPart top, AgencyArticle article)
    {
        var release = AgencyDates.Of(data.Child("date.release").Attribute("norm"));
        article.Published ??= AgencyDates.Of(data.Child("date.issue").Attribute("norm")) ?? release ?? AgencyDates.Of(top.All("story.date").FirstOrDefault()?.Attribute("norm") ?? "")
            ?? AgencyDates.Of(head.All("pubdata").FirstOrDefault()?.Attribute("date.publication") ?? "");
        article.Embargo ??= release;
        article.Revised ??= head.All("revision-history").Select(r => AgencyDates.Of(r.Attribute("norm"))).Max();
    }

    private static void Authors(XmlPart top, AgencyArticle article)
    {
        if (article.Authors.Count > 0) return;
        foreach (var byline in top.All("byline"))
        {
            var people = byline.All("person").Select(Line).ToList();
            var text = people.Count > 0 ? string.Join(" and ", people) : string.Concat(byline.Content.Select(c => c is XmlPart part ? part.Name == "byttl" ? "" : part.Text : (string)c));
            article.Authors.AddRange(Bylines.Authors(text));
        }
    }

    private static void Topics(XmlPart head, XmlPart data, AgencyArticle article)
    {
        foreach (var subject in head.Child("tobject").Children("tobject.subject"))
        {
            var code = subject.Attribute("tobject.subject.refnum");
            if (!SubjectCodes.Is(code)) continue;
            var (type, matter, detail) = (subject.Attribute("tobject.subject.type"), subject.Attribute("tobject.subject.matter"), subject.Attribute("tobject.subject.detail"));
            article.Topics.AddRange(SubjectCodes.Topics(code, AgencyArticle.First(detail, matter, type)));
            if (detail.Length > 0 && SubjectCodes.IsLabel(matter)) article.Topics.Add(new FeedTopic(null, Clean.Line(matter)));
        }
        var words = data.All("keyword").Select(k => Clean.Line(AgencyArticle.First(k.Attribute("key"), k.OneLine)));
        article.Topics.AddRange(words.Where(SubjectCodes.IsLabel).Select(w => new FeedTopic(null, w)));
    }

    private static void Actors(XmlPart data, XmlPart top, AgencyArticle article)
    {
        foreach (var part in data.Child("identified-content").Parts.SelectMany(p => p.Name == "location" ? p.Parts.Prepend(p) : [p])) PartText.AddActors(part, article.Actors);
        foreach (var place in data.Children("evloc"))
        {
            if (place.Attribute("city") is { Length: > 1 } city) article.Actors.Add(new FeedActor(city, "place"));
            if (place.Attribute("iso-cc") is { Length: 2 } country) article.Actors.Add(new FeedActor(country, "country"));
        }
        var dateline = top.Child("dateline");
        if (article.Dateline.Length == 0) article.Dateline = dateline.OneLine;
        foreach (var location in dateline.All("location").SelectMany(l => l.Parts.Prepend(l))) PartText.AddActors(location, article.Origins);
    }

    private static void Text(XmlPart body, XmlPart top, XmlPart content, AgencyArticle article)
    {
        var text = PartText.Of(content);
        article.Paragraphs.AddRange(text.Paragraphs);
        article.Actors.AddRange(text.Actors);
        foreach (var summary in PartText.Of(top.Child("abstract")).Paragraphs.Take(AgencyArticle.Few).Reverse()) article.Precede(summary.Text, summary.Kind);
        foreach (var line in top.Child("hedline").Children("hl2").Take(AgencyArticle.Few).Select(Line).Reverse()) article.Precede(line, ParagraphKind.Heading);
        article.Paragraphs.AddRange(PartText.Of(body.Child("body.end")).Paragraphs.Select(p => p with { Kind = ParagraphKind.Boilerplate }));
    }

    private static string Line(XmlPart part) => TextRepair.References(Clean.Line(TextRepair.Encoding(part.Text)));
}
