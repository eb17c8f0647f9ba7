using Search.Indexing;
using Search.Searching.Matching;

namespace Search.Searching.Spelling;

/// <summary>Walks the dictionary of an index for words near to others.</summary>
internal static class Neighbours
{
    /// <summary>Shows each of the words all those of the index, as written, that begin as it does, and the one with its first two letters swapped.</summary>
    /// <exception cref="BudgetSpentException">The time is used up.</exception>
    public static void Find(IndexView index, IReadOnlyList<Misspelt> words, Budget budget)
    {
        var byLead = words.GroupBy(w => w.Form[..FirstLetter(w.Form)]).ToList();
        foreach (var segment in index.Segments)
        {
            var terms = new SegmentTerms(segment.Reader, Schema.Text, budget);
            foreach (var language in index.Languages)
            {
                foreach (var group in byLead) Walk(terms, language, group.Key, [.. group]);
                foreach (var word in words)
                {
                    if (Swapped(word.Form) is { } swapped && terms.Frequency(Terms.Exact(language, swapped)) is var frequency and > 0) word.Meet(swapped, frequency);
                }
            }
        }
    }

    private static void Walk(SegmentTerms terms, string language, string lead, List<Misspelt> words)
    {
        foreach (var (form, frequency) in terms.Forms(language, lead))
        {
            foreach (var word in words) word.Meet(form, frequency);
        }
    }

    /// <summary>The first two letters swapped; null when that changes nothing, or would tear a letter apart.</summary>
    private static string? Swapped(string form) =>
        form[0] == form[1] || char.IsSurrogate(form[0]) || char.IsSurrogate(form[1]) ? null : string.Concat(form.AsSpan(1, 1), form.AsSpan(0, 1), form.AsSpan(2));

    private static int FirstLetter(string form) => char.IsHighSurrogate(form[0]) ? 2 : 1;
}
