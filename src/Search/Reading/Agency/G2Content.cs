using Search.Articles;
using Search.Reading.Html;
using Search.Reading.Xml;

namespace Search.Reading.Agency;

/// <summary>The content of an item of NewsML: the rendition that is text.</summary>
internal static class G2Content
{
    /// <summary>Adds the text of the longest rendition to the article; gives the name of what else was found when none is text.</summary>
    public static string? Read(IEnumerable<XmlPart> renditions, AgencyArticle article)
    {
        XmlPart? best = null;
        var (longest, data) = (0, (string?)null);
        foreach (var rendition in renditions)
        {
            var length = Paragraphs(rendition, out var other).Sum(p => p.Text.Length);
            data ??= other;
            if (length > longest) (best, longest) = (rendition, length);
        }
        if (best is null) return data;
        if (article.Language.Length == 0) article.Language = best.Attribute("lang");
        if (Nitf(best) is { } nitf) NitfDocument.Read(nitf, article);
        else article.Paragraphs.AddRange(Paragraphs(best, out _));
        return null;
    }

    /// <summary>The text that stands in an element as NITF, XHTML, escaped HTML or plain text.</summary>
    /// <param name="content">Around it.</param>
    /// <param name="data">The root of what is no text.</param>
    public static List<DraftParagraph> Paragraphs(XmlPart content, out string? data)
    {
        data = null;
        if (Nitf(content) is { } nitf) return PartText.Of(nitf.Child("body").Child("body.content")).Paragraphs;
        if (content.All("html").FirstOrDefault() is { } html) return PartText.Of(html.Parts.Any(p => p.Name == "body") ? html.Child("body") : html).Paragraphs;
        if (content.Parts.FirstOrDefault() is not { } first) return Escaped(content);
        if (first.Name.ToLowerInvariant() is "p" or "div" or "section" or "article" or "body" or "h1" or "h2" or "b" or "br" or "span") return PartText.Of(content).Paragraphs;
        data = first.Name;
        return [];
    }

    public static XmlPart? Nitf(XmlPart content) => content.All("nitf").FirstOrDefault();

    private static List<DraftParagraph> Escaped(XmlPart content)
    {
        var type = content.Attribute("contenttype");
        if (content.Attribute("encoding").Length > 0 || type.Length > 0 && !type.StartsWith("text/", StringComparison.Ordinal) && !type.Contains("html", StringComparison.Ordinal)) return [];
        var text = TextRepair.Encoding(content.Text);
        if (text.Contains("<p", StringComparison.OrdinalIgnoreCase) || text.Contains("<br", StringComparison.OrdinalIgnoreCase) || type.Contains("html", StringComparison.Ordinal)) return HtmlText.Paragraphs(text);
        return Search.Text.Blocks.Of(text).ConvertAll(t => new DraftParagraph(t));
    }
}
