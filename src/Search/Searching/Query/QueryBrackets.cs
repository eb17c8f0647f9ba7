namespace Search.Searching.Query;

/// <summary>
/// Makes the brackets of a token list match: one that closes nothing goes, one that is never closed is closed at the end, empty ones go with
/// the signs before them. Brackets nested too deep are refused, so that what reads the result may recurse.
/// </summary>
internal static class QueryBrackets
{
    /// <summary>The tokens with matching brackets, none of them empty.</summary>
    public static List<QueryToken> Balance(List<QueryToken> tokens, QueryNotes notes)
    {
        var result = new List<QueryToken>(tokens.Count);
        var open = new Stack<int>();
        foreach (var token in tokens)
        {
            if (token.Kind == QueryTokenKind.Open) open.Push(result.Count);
            if (token.Kind != QueryTokenKind.Close) result.Add(token);
            else if (open.Count == 0) notes.Odd(token.Position, 1, QueryMessages.UnopenedBracket, ["a word", "the end"], "");
            else if (!RemoveEmpty(result, open.Pop(), token.End, notes)) result.Add(token);
        }
        CloseAll(result, open, notes);
        CheckDepth(result, notes);
        return result;
    }

    private static bool RemoveEmpty(List<QueryToken> result, int open, int end, QueryNotes notes)
    {
        if (open != result.Count - 1) return false;
        result.RemoveAt(open);
        var start = end - 1;
        while (result.Count > 0 && result[^1].IsPrefix) result.RemoveAt(result.Count - 1);
        notes.Odd(start, end - start, QueryMessages.EmptyBrackets, ["a word"]);
        return true;
    }

    private static void CloseAll(List<QueryToken> result, Stack<int> open, QueryNotes notes)
    {
        var redundant = new HashSet<int>();
        var inner = -1;
        while (open.TryPop(out var at))
        {
            var bracket = result[at];
            notes.Odd(bracket.Position, 1, QueryMessages.UnclosedBracket, [")"]);
            if (at == result.Count - 1)
            {
                result.RemoveAt(at);
                while (result.Count > 0 && result[^1].IsPrefix) result.RemoveAt(result.Count - 1);
                continue;
            }
            if (inner == at + 1) redundant.Add(at);
            else result.Add(new QueryToken(QueryTokenKind.Close, result[^1].End, 0));
            inner = at;
        }
        if (redundant.Count == 0) return;
        var kept = 0;
        for (var i = 0; i < result.Count; i++)
        {
            if (!redundant.Contains(i)) result[kept++] = result[i];
        }
        result.RemoveRange(kept, result.Count - kept);
    }

    private static void CheckDepth(List<QueryToken> tokens, QueryNotes notes)
    {
        var depth = 0;
        foreach (var token in tokens)
        {
            if (token.Kind == QueryTokenKind.Close) depth--;
            if (token.Kind == QueryTokenKind.Open && ++depth > QueryLimits.Depth)
            {
                notes.Refuse("query_too_complex", QueryMessages.TooDeep, token.Position, token.Length);
                return;
            }
        }
    }
}
