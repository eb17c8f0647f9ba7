using Search.Articles;
using Search.Reading.Xml;
using Search.Text;

namespace Search.Reading.Agency;

/// <summary>A news item of NewsML 1.</summary>
internal static class NewsMl1Item
{
    /// <summary>The article, or why there is none.</summary>
    /// <param name="item">The element <c>NewsItem</c>.</param>
    /// <param name="sender">Of the envelope; empty when it does not say.</param>
    public static (ArticleDraft? Draft, string Reason) Read(XmlPart item, string sender)
    {
        var management = item.Child("NewsManagement");
        var status = management.Child("Status").Attribute("FormalName");
        if (status.Equals("Canceled", StringComparison.OrdinalIgnoreCase) || status.Equals("Cancelled", StringComparison.OrdinalIgnoreCase)) return (null, AgencyProblems.Cancelled);
        if (status.Equals("Withheld", StringComparison.OrdinalIgnoreCase)) return (null, AgencyProblems.Withheld);
        var text = NewsMl1Text.Of(item);
        var article = new AgencyArticle
        {
            Id = Id(item.Child("Identification").Child("NewsIdentifier")),
            Title = AgencyArticle.First(Line(item, "HeadLine"), text.HeadLine),
            Language = AgencyArticle.First(text.Language, item.All("Language").Select(l => l.Attribute("FormalName")).FirstOrDefault("") ?? "", item.Attribute("lang")),
            Source = Source(item, sender),
            Published = AgencyDates.Of(management.Child("FirstCreated").OneLine) ?? AgencyDates.Of(management.Child("ThisRevisionCreated").OneLine),
            Revised = AgencyDates.Of(management.Child("ThisRevisionCreated").OneLine),
            Embargo = status.Equals("Embargoed", StringComparison.OrdinalIgnoreCase) ? AgencyDates.Of(management.Child("StatusWillChange").Child("DateAndTime").OneLine) : null,
            Dateline = Line(item, "DateLine"),
        };
        article.Authors.AddRange(item.All("ByLine").SelectMany(b => Bylines.Authors(b.OneLine)));
        foreach (var nitf in text.Nitf) NitfDocument.Read(nitf, article);
        article.Paragraphs.AddRange(text.Paragraphs);
        article.Paragraphs.AddRange(text.Contacts);
        if (!article.HasText) return (null, Reason(item));
        if (Line(item, "SubHeadLine") is { Length: > 0 } second) article.Precede(second, ParagraphKind.Heading);
        foreach (var line in text.SubHeadLines.Take(AgencyArticle.Few).Reverse()) article.Precede(line, ParagraphKind.Heading);
        Topics(item, article);
        return (article.Draft(), "");
    }

    private static string Reason(XmlPart item)
    {
        var media = item.All("MediaType").Select(m => m.Attribute("FormalName").ToLowerInvariant()).Where(m => m is not ("" or "text")).ToList();
        if (media.Count > 0 && item.All("MediaType").Count() == media.Count) return AgencyProblems.NoArticle(media[0]);
        return item.All("NewsItemRef").Any() || item.All("ContentItem").Any(c => c.Attribute("Href").Length > 0) ? AgencyProblems.ByReference : AgencyProblems.NoText;
    }

    /// <summary>The name of the item in all its revisions.</summary>
    private static string Id(XmlPart id)
    {
        var (provider, date, own) = (id.Child("ProviderId").OneLine, id.Child("DateId").OneLine, id.Child("NewsItemId").OneLine);
        return provider.Length > 0 && own.Length > 0 ? $"urn:newsml:{provider}:{date}:{own}" : id.Child("PublicIdentifier").OneLine;
    }

    private static string Source(XmlPart item, string sender)
    {
        var about = item.All("AdministrativeMetadata").ToList();
        return AgencyArticle.First(
            Party(about, "Provider"),
            sender,
            Line(item, "CreditLine").Trim(' ', '-', '–', '/'),
            Party(about, "Source"),
            NitfDocument.Holder(Line(item, "CopyrightLine")),
            item.Child("Identification").Child("NewsIdentifier").Child("ProviderId").OneLine);
    }

    private static string Party(List<XmlPart> about, string role) => about.Select(a => a.Child(role).Child("Party").Attribute("FormalName")).FirstOrDefault(n => n.Length > 0) ?? "";

    private static void Topics(XmlPart item, AgencyArticle article)
    {
        var topics = item.All("TopicSet").SelectMany(s => s.Children("Topic")).ToList();
        var labels = topics.Select(t => (Code: t.Child("FormalName").OneLine, Label: Label(t))).Where(t => t.Code.Length > 0).DistinctBy(t => t.Code).ToDictionary(t => t.Code, t => t.Label);
        foreach (var subject in item.All("SubjectCode").SelectMany(s => s.Parts))
        {
            var code = subject.Attribute("FormalName");
            article.Topics.AddRange(SubjectCodes.Topics(code, labels.GetValueOrDefault(code) ?? ""));
        }
        foreach (var topic in topics)
        {
            if (ActorType(topic.Child("TopicType").Attribute("FormalName")) is { } type && Label(topic) is { Length: > 1 } name) article.Actors.Add(new FeedActor(name, type));
        }
        foreach (var property in item.All("Property"))
        {
            var (name, value) = (property.Attribute("FormalName"), Clean.Line(property.Attribute("Value")));
            if (name == "City" && value.Length > 1) article.Origins.Add(new FeedActor(value, "place"));
            else if (name == "Keyword" || name.EndsWith("IndustryKeywords", StringComparison.Ordinal))
            {
                if (SubjectCodes.IsLabel(value)) article.Topics.Add(new FeedTopic(null, value));
            }
        }
    }

    private static string? ActorType(string type) => type.ToLowerInvariant() switch
    {
        "person" => "person",
        "company" or "organisation" or "organization" => "org",
        "country" => "country",
        "geography" or "location" or "city" => "place",
        _ => null,
    };

    /// <summary>A topic's name, English if there is one.</summary>
    private static string Label(XmlPart topic) => topic.Children("Description").Where(d => d.Attribute("Variant") is "" or "Name" && d.OneLine.Length > 0)
        .OrderBy(d => d.Attribute("lang").StartsWith("en", StringComparison.OrdinalIgnoreCase) ? 0 : 1).Select(d => d.OneLine).FirstOrDefault() ?? "";

    /// <summary>The first line of this kind that is not about a picture.</summary>
    private static string Line(XmlPart item, string name) => item.Parts.Where(p => p.Name == "NewsComponent").SelectMany(NewsMl1Text.Components).SelectMany(c => c.Children("NewsLines"))
        .SelectMany(l => l.Children(name)).Select(l => TextRepair.References(Clean.Line(TextRepair.Encoding(l.Text)))).FirstOrDefault(l => l.Length > 0) ?? "";
}
