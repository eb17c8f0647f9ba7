using Search.Articles;

namespace Search.Tests.Reading.Html;

/// <summary>Pages about a bridge, put together from a head and a body.</summary>
public abstract class HtmlPageTest : ReadingTest
{
    protected const string First = "The council opened the new bridge on Monday after two years of work, and the first drivers crossed it before the band had finished playing.";
    protected const string Second = "Traders on the east bank said that they had lost half of their customers while the old crossing was closed, and asked for lower rates.";
    protected const string Third = "The mayor promised an answer by the end of the month, but warned that the works had cost more than the town had set aside for them.";
    protected const string Text = $"<p>{First}</p><p>{Second}</p><p>{Third}</p>";

    protected static string Page(string head, string body) => $"<!DOCTYPE html><html lang=\"en\"><head>{head}</head><body>{body}</body></html>";

    protected static string JsonLd(string json) => $"<script type=\"application/ld+json\">{json}</script>";

    protected static ArticleDraft OfPage(string head, string body) => One(Page(head, body));

    /// <summary>The paragraphs, headings marked by <c># </c>, captions by <c>! </c>.</summary>
    protected static string[] Paragraphs(ArticleDraft draft) =>
        [.. draft.Paragraphs.Select(p => (p.Kind switch { ParagraphKind.Heading => "# ", ParagraphKind.Caption => "! ", _ => "" }) + p.Text)];
}
