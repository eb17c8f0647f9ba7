using System.Text;

namespace Search.Articles;

/// <summary>The limits of one article.</summary>
internal static class ArticleLimits
{
    /// <summary>Of title, body and paragraphs together, in bytes of UTF-8.</summary>
    public const int TextBytes = 1024 * 1024;
    public const int Paragraphs = 5000;
    public const int IdLength = 200;
    /// <summary>Of each of the lists: authors, topics, actors.</summary>
    public const int ListLength = 1000;

    /// <summary>What of a draft is beyond the limits, or null.</summary>
    public static ArticleProblem? Check(ArticleDraft draft)
    {
        if (draft.Id is { } id && CheckId(id) is { } problem) return problem;
        if (draft.Paragraphs.Count > Paragraphs) return TooManyParagraphs(draft.Paragraphs.Count);
        var bytes = Bytes(draft.Title) + Bytes(draft.Body);
        foreach (var paragraph in draft.Paragraphs) bytes += Bytes(paragraph.Text);
        if (bytes > TextBytes) return new ArticleProblem(ArticleProblem.TooLarge, $"The article has {bytes:N0} bytes of text; at most {TextBytes:N0} are taken. Split it.");
        if (draft.Authors.Count > ListLength || draft.Topics.Count > ListLength || draft.Actors.Count > ListLength)
            return new ArticleProblem(ArticleProblem.TooLarge, $"Authors, topics and actors may have {ListLength:N0} entries each.");
        return null;
    }

    /// <summary>Why a text cannot be an article's id, or null.</summary>
    public static ArticleProblem? CheckId(string id)
    {
        if (id.Length is 0 or > IdLength) return new ArticleProblem(ArticleProblem.InvalidBody, $"`id` has {id.Length} characters; 1 to {IdLength} are expected.");
        foreach (var c in id)
        {
            if (char.IsControl(c)) return new ArticleProblem(ArticleProblem.InvalidBody, "`id` holds a control character; remove it.");
        }
        if (id is "." or "..") return new ArticleProblem(ArticleProblem.InvalidBody, $"`id` is '{id}', which no address can name; leave it out to have one made.");
        return string.IsNullOrWhiteSpace(id) ? new ArticleProblem(ArticleProblem.InvalidBody, "`id` is blank; leave it out to have one made.") : null;
    }

    public static ArticleProblem TooManyParagraphs(int count) =>
        new(ArticleProblem.TooLarge, $"The article has {count:N0} paragraphs; at most {Paragraphs:N0} are taken. Split it.");

    private static long Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
