namespace Search.Reading.Html;

/// <summary>Tells pages that hold no article.</summary>
internal static class NoArticle
{
    /// <summary>A page that does not call itself an article has at least so many characters of text.</summary>
    private const int Shortest = 250;

    /// <summary>Why a page has no article, as a sentence for people; null when it has one.</summary>
    /// <param name="isArticle">Whether the page calls itself an article.</param>
    public static string? Reason(Page page, MainText text, bool isArticle, string? url)
    {
        if (text.Length == 0) return page.Elements("frameset").Any()
            ? "No article text was found: the page is only a set of frames. Hand in the page that holds the article."
            : "No article text was found in the page. If a script writes the text, hand in the page as a browser shows it.";
        if (isArticle) return null;
        if (text.Length < Shortest) return $"No article text was found: the longest text of the page has only {text.Length} characters, as on a page that asks to log in or to accept cookies.";
        var isRoot = url is not null && new Uri(url) is { AbsolutePath.Length: <= 1, Query.Length: 0 };
        if (text.LinkedShare > 0.5 && text.Prose < (isRoot ? 0.5 : 0.2) * text.PageLength)
            return "No article text was found: the page is a list of links, such as a site's home page. Hand in the pages it leads to.";
        return null;
    }
}
