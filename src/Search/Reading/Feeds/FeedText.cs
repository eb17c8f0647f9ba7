using Search.Articles;
using Search.Reading.Html;
using Search.Text;

namespace Search.Reading.Feeds;

/// <summary>The texts of a feed, mended where they were encoded or escaped twice.</summary>
internal static class FeedText
{
    /// <summary>HTML as paragraphs.</summary>
    public static List<DraftParagraph> Paragraphs(string html) => Mended(HtmlText.Paragraphs(TextRepair.Encoding(html)));

    /// <summary>HTML as one line.</summary>
    public static string Line(string html) => TextRepair.References(HtmlText.Line(TextRepair.Encoding(html)));

    /// <summary>Plain text as paragraphs.</summary>
    public static List<DraftParagraph> Plain(string text) => Mended(Blocks.Of(TextRepair.Encoding(text)).ConvertAll(t => new DraftParagraph(t)));

    /// <summary>Plain text as one line.</summary>
    public static string PlainLine(string text) => TextRepair.References(Clean.Line(TextRepair.Encoding(text)));

    private static List<DraftParagraph> Mended(List<DraftParagraph> paragraphs) =>
        paragraphs.ConvertAll(p => TextRepair.References(p.Text) is var text && ReferenceEquals(text, p.Text) ? p : p with { Text = text });
}
