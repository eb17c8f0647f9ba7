using Search.Text;

namespace Search.Searching.Suggesting;

/// <summary>Mixes suggestions of several types so that none crowds out the others. Asks for no more than it takes: each has its price.</summary>
internal sealed class SuggestionMix(int limit)
{
    /// <summary>A whole label counts so many times: who types all of it means it, unless hardly anything bears it.</summary>
    public const int WholeLabel = 20;

    private readonly List<Suggested> chosen = [];

    /// <summary>Whether nothing but headlines was taken, which may have the same typo.</summary>
    public bool HasHeadlinesOnly => chosen.TrueForAll(c => c.Suggestion.Type == SuggestionType.Title);

    /// <summary>Takes of each type in turn, as long as there is room and there are any. What was taken stays when one of them throws.</summary>
    /// <param name="types">The best of each type first; types in their order.</param>
    public void Add(IEnumerable<IEnumerable<Suggested>> types)
    {
        var rest = new List<IEnumerator<Suggested>>();
        try
        {
            foreach (var type in types)
            {
                rest.Add(type.GetEnumerator());
                if (!Take(rest[^1])) rest.RemoveAt(rest.Count - 1);
            }
            while (rest.Count > 0 && chosen.Count < limit) rest.RemoveAll(r => !Take(r));
        }
        finally
        {
            foreach (var type in rest) type.Dispose();
        }
    }

    /// <summary>What was typed without a typo first, of that what is a whole label; then by type.</summary>
    public List<Suggestion> InOrder()
    {
        var most = chosen.Select(c => c.Suggestion.Articles).DefaultIfEmpty().Max();
        return [.. chosen
            .OrderBy(c => c.Fit == TypedFit.Typo)
            .ThenByDescending(c => c.Fit == TypedFit.Label && (long)c.Suggestion.Articles * WholeLabel >= most)
            .ThenBy(c => c.Suggestion.Type)
            .Select(c => c.Suggestion)];
    }

    /// <summary>One turn of a type; false when it has no more.</summary>
    private bool Take(IEnumerator<Suggested> from)
    {
        for (var taken = 0; chosen.Count < limit && from.MoveNext();)
        {
            if (IsKnown(from.Current.Suggestion)) continue;
            chosen.Add(from.Current);
            if (++taken == Turn(from.Current.Suggestion.Type)) return true;
        }
        return false;
    }

    /// <summary>So many of each type in turn.</summary>
    private static int Turn(SuggestionType type) => type switch
    {
        SuggestionType.Actor => 4,
        SuggestionType.Phrase or SuggestionType.Title => 2,
        _ => 1,
    };

    /// <summary>Whether it was taken already; a phrase that is an actor's name is that actor.</summary>
    private bool IsKnown(Suggestion one) => chosen.Exists(known => known.Suggestion.Apply == one.Apply || (one.Type == SuggestionType.Phrase && IsNamed(known.Suggestion, one.Label)));

    private static bool IsNamed(Suggestion known, string phrase) =>
        known.Type != SuggestionType.Title && (Fold.Word(known.Label) == Fold.Word(phrase) || (known.MatchedAlias is { } alias && Fold.Word(alias) == Fold.Word(phrase)));
}
