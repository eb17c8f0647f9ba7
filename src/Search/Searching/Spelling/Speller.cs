using Search.Searching.Matching;
using Search.Searching.Query;
using Search.Text;

namespace Search.Searching.Spelling;

/// <summary>
/// Finds what a query may have meant to spell: for each of its words that the index hardly has, the most frequent word of the index that is one edit
/// away, for a long word two, its first letter kept or swapped with the second. Only words are touched; operators, quotes and fields stay as written.
/// No automaton: the dictionary is walked once for each first letter.
/// </summary>
internal static class Speller
{
    /// <summary>The share of the time left that it may take; past it nothing is offered.</summary>
    private const double Share = 0.1;

    /// <summary>More words of a query than these are not looked for: it is written in another language, or not at all.</summary>
    private const int MostWords = 8;

    /// <summary>A shorter word is too near to too many others.</summary>
    private const int Shortest = 4;

    /// <summary>A word in more documents is none that was misspelt.</summary>
    private const long Rare = 10;

    /// <summary>So much more frequent is a word that a rare one was meant to be.</summary>
    private const long Likelier = 20;

    /// <summary>The text of the request's query with other spellings; null when there is nothing to offer.</summary>
    public static string? Correct(IndexView index, SearchRequest request, BoundQuery query, Budget budget)
    {
        if (request.Text is not { } text || request.Query.Root is not { } root) return null;
        var words = Doubtful(root, query).ToList();
        if (words.Count == 0) return null;
        try
        {
            var wanted = words.DistinctBy(w => w.Form).Take(MostWords).Select(w => new Misspelt(w.Form, w.Frequency)).ToDictionary(m => m.Form);
            Neighbours.Find(index, [.. wanted.Values], budget.Part(Share));
            return Rewrite(text, words, wanted);
        }
        catch (BudgetSpentException)
        {
            return null;
        }
    }

    /// <summary>The single words, outside of what the query excludes, that the index hardly has.</summary>
    private static IEnumerable<QueriedWord> Doubtful(QueryNode node, BoundQuery query) => node switch
    {
        WordNode word => query.Frequencies.TryGetValue(word, out var frequency) && frequency <= Rare && Read(word, frequency) is { } read ? [read] : [],
        PhraseNode phrase => phrase.Items.SelectMany(i => Doubtful(i, query)),
        NearNode near => [.. Doubtful(near.Left, query), .. Doubtful(near.Right, query)],
        AndNode and => and.Members.SelectMany(m => Doubtful(m, query)),
        OrNode or => or.Members.SelectMany(m => Doubtful(m, query)),
        PartNode part => Doubtful(part.Operand, query),
        _ => [],
    };

    private static QueriedWord? Read(WordNode word, long frequency)
    {
        if (Tokenizer.Tokenize(word.Text) is not [var token]) return null;
        var form = Tokenizer.Form(word.Text, token);
        return form.Length >= Shortest && form.All(char.IsLetter) ? new QueriedWord(word, word.Text[token.Start..token.End], form, frequency) : null;
    }

    private static string? Rewrite(string text, List<QueriedWord> words, Dictionary<string, Misspelt> wanted)
    {
        var corrected = text;
        foreach (var word in words.OrderByDescending(w => w.Node.Position))
        {
            if (wanted.GetValueOrDefault(word.Form)?.Best(Likelier) is not { } better) continue;
            var at = text.IndexOf(word.Surface, word.Node.Position, StringComparison.Ordinal);
            if (at < 0 || at + word.Surface.Length > word.Node.Position + word.Node.Length) continue;
            corrected = string.Concat(corrected.AsSpan(0, at), AsWritten(better, word.Surface), corrected.AsSpan(at + word.Surface.Length));
        }
        return corrected == text ? null : corrected;
    }

    /// <summary>In the case of the word that it stands for, unless it would read as an operator.</summary>
    private static string AsWritten(string form, string surface)
    {
        if (!char.IsUpper(surface[0])) return form;
        var upper = form.ToUpperInvariant();
        if (surface.Any(char.IsLower)) return upper[..1] + form[1..];
        return QueryOperator.Split(upper).Name is null ? upper : form;
    }

    private sealed record QueriedWord(WordNode Node, string Surface, string Form, long Frequency);
}
