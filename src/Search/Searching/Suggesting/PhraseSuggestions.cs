using Search.Searching.Query;
using Search.Text;

namespace Search.Searching.Suggesting;

/// <summary>
/// Suggests phrases that headlines and leads often use: those that segments know, counted under the current filters and shown as they are written.
/// </summary>
internal sealed class PhraseSuggestions(Snapshot snapshot, SearchExecution filtered, Budget budget)
{
    /// <summary>From so many articles on, two that are alike make no phrase.</summary>
    private const int Large = 1000;

    /// <summary>So many are looked at until enough are found: under filters some find nothing.</summary>
    private const int Tries = 6;

    /// <summary>So many paragraphs are read to see how a phrase is written.</summary>
    private const int Reads = 3;

    private readonly List<SegmentPhrases> segments = [.. filtered.Segments.Select(s => SegmentPhrases.Of(snapshot, s.Matcher.Segment)).OfType<SegmentPhrases>()];

    /// <summary>The best first; each is counted when it is asked for.</summary>
    /// <exception cref="BudgetSpentException">The time is used up.</exception>
    public IEnumerable<Suggested> Of(TypedText typed)
    {
        foreach (var phrase in Longest([.. Likely(typed).Take(Tries * 2)]).Take(Tries))
        {
            var query = QueryParser.Parse($"\"{phrase}\"");
            if (query.Root is null) continue;
            var found = filtered.Find(query);
            var articles = found.Counts.Articles;
            if (articles == 0 || Written(phrase, found) is not { } written) continue;
            if (Suggested.Of(typed, SuggestionType.Phrase, written, null, articles, new SuggestionApply("q", $"\"{phrase}\"")) is { } suggested) yield return suggested;
        }
    }

    /// <summary>Without those that a longer one nearly always contains: small segments cannot tell by themselves.</summary>
    private static IEnumerable<string> Longest(List<(string Phrase, int Articles)> likely) => likely
        .Where(part => !likely.Exists(whole => whole.Phrase.Length > part.Phrase.Length && $" {whole.Phrase} ".Contains($" {part.Phrase} ", StringComparison.Ordinal) && whole.Articles >= part.Articles * PhraseCounts.Swallowed))
        .Select(l => l.Phrase);

    private IEnumerable<(string Phrase, int Articles)> Likely(TypedText typed)
    {
        var found = new Dictionary<string, (TypedFit Fit, int Articles)>();
        foreach (var (phrase, articles, fit) in segments.SelectMany(s => s.Typed(typed, () => budget.Step()))) found[phrase] = (fit, found.GetValueOrDefault(phrase).Articles + articles);
        var lead = string.Join(' ', typed.Words);
        var fewest = snapshot.View.ArticleCount < Large ? 2 : 3;
        return found.Where(f => f.Value.Articles >= fewest)
            .OrderByDescending(f => f.Value.Fit is TypedFit.Typo or TypedFit.Label ? f.Value.Fit : TypedFit.Words)
            .ThenByDescending(f => f.Key.StartsWith(lead, StringComparison.Ordinal))
            .ThenByDescending(f => f.Value.Articles)
            .ThenBy(f => f.Key, StringComparer.Ordinal)
            .Select(f => (f.Key, f.Value.Articles));
    }

    /// <summary>The phrase as paragraphs write it, with the fewest capitals, for headlines shout; null where punctuation divides it.</summary>
    private static string? Written(string phrase, FoundSets found)
    {
        string? best = null;
        foreach (var (segment, doc) in found.Documents().Take(Reads))
        {
            if (Surface(HitReader.StoredParagraph(segment.Reader, doc).Text, phrase) is { } surface && (best is null || Capitals(surface) < Capitals(best))) best = surface;
        }
        return best;
    }

    private static string? Surface(string text, string phrase)
    {
        var tokens = Tokenizer.Tokenize(text);
        var words = phrase.Split(' ');
        for (var first = 0; first + words.Length <= tokens.Count; first++)
        {
            var at = 0;
            while (at < words.Length && Tokenizer.Form(text, tokens[first + at]) == words[at] && (at == 0 || IsGap(text.AsSpan(tokens[first + at - 1].End..tokens[first + at].Start)))) at++;
            if (at == words.Length) return text[tokens[first].Start..tokens[first + at - 1].End];
        }
        return null;
    }

    /// <summary>One blank, or a hyphen.</summary>
    private static bool IsGap(ReadOnlySpan<char> between) => between is " " or "-" or "\u00a0";

    private static int Capitals(string text) => text.Count(char.IsUpper);
}
