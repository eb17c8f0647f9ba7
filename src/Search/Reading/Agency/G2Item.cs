using Search.Articles;
using Search.Reading.Xml;
using Search.Text;

namespace Search.Reading.Agency;

/// <summary>A news item of NewsML-G2.</summary>
internal static class G2Item
{
    /// <summary>The article, or why there is none.</summary>
    /// <param name="item">The element <c>newsItem</c>.</param>
    /// <param name="schemes">What the message's catalog says of aliases.</param>
    /// <param name="sender">Of the message; empty when there is none.</param>
    public static (ArticleDraft? Draft, string Reason) Read(XmlPart item, IReadOnlyDictionary<string, string> schemes, string sender)
    {
        var (about, meta) = (item.Child("itemMeta"), item.Child("contentMeta"));
        switch (G2Concepts.Value(about.Child("pubStatus")))
        {
            case "canceled" or "cancelled": return (null, AgencyProblems.Cancelled);
            case "withheld": return (null, AgencyProblems.Withheld);
        }
        var concepts = new G2Concepts(item, schemes);
        var article = new AgencyArticle
        {
            Id = item.Attribute("guid"),
            Title = Headline(meta, isMain: true),
            Language = AgencyArticle.First(meta.Child("language").Attribute("tag"), item.Attribute("lang")),
            Source = Source(item, concepts, sender),
            Published = Date(about, "firstCreated") ?? Date(meta, "contentCreated") ?? Date(about, "versionCreated"),
            Revised = Date(about, "versionCreated"),
            Embargo = Date(about, "embargoed"),
            Dateline = meta.Child("dateline").OneLine,
        };
        article.Authors.AddRange(Authors(meta, concepts, article.Source));
        var data = G2Content.Read(item.Child("contentSet").Parts.Where(c => c.Name is "inlineXML" or "inlineData"), article);
        if (!article.HasText) return (null, NoText(about, item, data));
        G2Subjects.Read(meta, concepts, article);
        foreach (var summary in meta.Children("description").Where(d => d.Attribute("role").EndsWith("summary", StringComparison.Ordinal) || d.Attribute("role").EndsWith("abstract", StringComparison.Ordinal)).Take(AgencyArticle.Few)) article.Precede(summary.OneLine, null);
        if (Headline(meta, isMain: false) is { Length: > 0 } second) article.Precede(second, ParagraphKind.Heading);
        return (article.Draft(), "");
    }

    private static string NoText(XmlPart about, XmlPart item, string? data)
    {
        var kind = G2Concepts.Value(about.Child("itemClass"));
        if (kind is not ("" or "text" or "composite")) return AgencyProblems.NoArticle(kind);
        if (data is not null) return AgencyProblems.Data(data);
        return item.Child("contentSet").Child("remoteContent").Attribute("href").Length > 0 ? AgencyProblems.ByReference : AgencyProblems.NoText;
    }

    /// <summary>The headline for readers, or the one below it.</summary>
    private static string Headline(XmlPart meta, bool isMain) => TextRepair.References(Clean.Line(TextRepair.Encoding(meta.Children("headline").FirstOrDefault(h => h.Attribute("role").Contains("sub", StringComparison.OrdinalIgnoreCase) != isMain)?.Text ?? "")));

    /// <summary>
    /// Whom a reader would call the source: the provider by name, else the credit line, the holder of the copyright, where it was taken from, who
    /// sent it; last the provider's own code or address.
    /// </summary>
    private static string Source(XmlPart item, G2Concepts concepts, string sender)
    {
        var (meta, rights) = (item.Child("contentMeta"), item.Child("rightsInfo"));
        var provider = item.Child("itemMeta").Child("provider");
        var holder = rights.Child("copyrightHolder");
        var origin = meta.Child("infoSource");
        return AgencyArticle.First(
            concepts.Name(provider),
            G2Concepts.Alias(provider) == "nprov" ? G2Concepts.Value(provider) : "",
            IsName(provider.Attribute("literal")) ? provider.Attribute("literal") : "",
            meta.Child("creditline").OneLine.Trim(' ', '-', '–', '—', '/'),
            concepts.Name(holder),
            holder.Attribute("literal"),
            concepts.Name(origin),
            origin.Attribute("literal"),
            sender,
            provider.Attribute("literal"),
            G2Concepts.Value(provider),
            Uri.TryCreate(provider.Attribute("uri"), UriKind.Absolute, out var uri) ? uri.Host : "");
    }

    /// <summary>A name that readers know, not an address or initials.</summary>
    private static bool IsName(string literal) => literal.Length > 2 && !literal.Contains('.', StringComparison.Ordinal);

    /// <summary>The byline, else the creators who are people: with more than one word, and not the source itself.</summary>
    private static IEnumerable<string> Authors(XmlPart meta, G2Concepts concepts, string source)
    {
        var bylines = meta.Children("by").SelectMany(b => Bylines.Authors(b.OneLine)).ToList();
        if (bylines.Count > 0) return bylines;
        return meta.Children("creator").Select(c => AgencyArticle.First(concepts.Name(c), c.Attribute("literal")))
            .Where(n => n.Contains(' ', StringComparison.Ordinal) && !n.Equals(source, StringComparison.OrdinalIgnoreCase) && n.Length <= 60);
    }

    private static DateTimeOffset? Date(XmlPart part, string name) => AgencyDates.Of(part.Child(name).OneLine);
}
