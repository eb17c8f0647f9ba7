using Search.Articles;
using Search.Text;

namespace Search.Reading.Html;

/// <summary>The article's text as a page carries it beside its mark-up, by which the elements that show it are known.</summary>
internal sealed class Yardstick
{
    private const int Shortest = 400;
    private const int Run = 3;
    private readonly HashSet<string> runs;
    private readonly string body;

    private Yardstick(string body)
    {
        this.body = body;
        runs = [.. Runs(string.Join('\n', Paragraphs().Select(p => p.Text)))];
    }

    public int Length => body.Length;

    /// <summary>Null when the text is too short to measure by.</summary>
    public static Yardstick? Of(string? body) => body is { Length: >= Shortest and <= ArticleLimits.TextBytes } ? new Yardstick(body) : null;

    /// <summary>The text itself as paragraphs, be it written with tags or without.</summary>
    public List<DraftParagraph> Paragraphs() => HtmlText.Paragraphs(body);

    /// <summary>Whether most of a block's runs of three words stand in the text.</summary>
    public bool Covers(TextBlock block)
    {
        var (met, all) = (0, 0);
        foreach (var run in Runs(block.Text))
        {
            all++;
            if (runs.Contains(run)) met++;
        }
        return all > 0 && met >= 0.6 * all;
    }

    /// <summary>Whether it is the whole text rather than its beginning, as far as the blocks tell that are shown.</summary>
    public bool Measures(IEnumerable<TextBlock> shown) => Length >= 0.4 * shown.Where(b => b.IsProse).Sum(b => b.Text.Length);

    private static IEnumerable<string> Runs(string text)
    {
        var words = Tokenizer.Tokenize(text).ConvertAll(t => Tokenizer.Form(text, t));
        if (words.Count is > 0 and < Run) yield return string.Join(' ', words);
        for (var i = 0; i + Run <= words.Count; i++) yield return string.Join(' ', words.Skip(i).Take(Run));
    }
}
