using Search.Text;

namespace Search.Searching.Suggesting;

/// <summary>Mixes suggestions of several types so that none crowds out the others.</summary>
internal static class SuggestionMix
{
    /// <summary>So many of each type in turn, as long as there are any.</summary>
    private static int Turn(SuggestionType type) => type switch
    {
        SuggestionType.Actor => 4,
        SuggestionType.Phrase or SuggestionType.Title => 2,
        _ => 1,
    };

    /// <param name="found">Of each type the best first.</param>
    /// <param name="limit">How many are wanted.</param>
    public static List<Suggestion> Of(IReadOnlyList<Suggested> found, int limit)
    {
        var chosen = new List<Suggested>();
        var queues = found.GroupBy(f => f.Suggestion.Type).OrderBy(g => g.Key).Select(g => (Turn: Turn(g.Key), Queue: new Queue<Suggested>(g))).ToList();
        while (chosen.Count < limit && queues.Exists(q => q.Queue.Count > 0))
        {
            foreach (var (turn, queue) in queues)
            {
                for (var i = 0; i < turn && queue.Count > 0 && chosen.Count < limit; i++) chosen.Add(queue.Dequeue());
            }
        }
        return [.. chosen
            .OrderBy(c => c.Fit == TypedFit.Typo)
            .ThenByDescending(c => c.Fit == TypedFit.Label)
            .ThenBy(c => c.Suggestion.Type)
            .Select(c => c.Suggestion)];
    }
}
