using Search.Searching;

namespace Search.App.Web;

/// <summary>A stretch of a text that is shown in one way.</summary>
/// <param name="Mention">The mention that it is part of.</param>
public readonly record struct Stretch(string Text, bool IsMatch, ArticleMention? Mention);

/// <summary>Cuts a text into stretches. Put together again they are the text, whatever offsets were given.</summary>
internal static class MarkedText
{
    /// <summary>Stretches in order. Matches may overlap each other and mentions; a mention that overlaps an earlier one is left out.</summary>
    public static List<Stretch> Cut(string text, IReadOnlyList<Match>? matches, IReadOnlyList<ArticleMention>? mentions = null)
    {
        var marked = new bool[text.Length];
        foreach (var match in matches ?? [])
        {
            var start = Math.Clamp(match.Start, 0, text.Length);
            marked.AsSpan(start, Math.Clamp(match.End, start, text.Length) - start).Fill(true);
        }
        var stretches = new List<Stretch>();
        var at = 0;
        foreach (var mention in (mentions ?? []).OrderBy(m => m.Start))
        {
            if (mention.Start < at || mention.End <= mention.Start || mention.End > text.Length) continue;
            Split(at, mention.Start, null);
            Split(mention.Start, mention.End, mention);
            at = mention.End;
        }
        Split(at, text.Length, null);
        return stretches;

        void Split(int from, int to, ArticleMention? mention)
        {
            while (from < to)
            {
                var end = from + 1;
                while (end < to && marked[end] == marked[from]) end++;
                stretches.Add(new(text[from..end], marked[from], mention));
                from = end;
            }
        }
    }
}
