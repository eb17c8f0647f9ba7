namespace Search.Searching.Query;

/// <summary>Reads what stands between quotation marks: words, wildcards, fuzzy words and actors. Operators, fields and brackets are plain text here.</summary>
internal static class QueryPhrase
{
    /// <summary>The items in order; a word without letter or digit is none.</summary>
    /// <param name="text">The query.</param>
    /// <param name="start">Behind the opening mark.</param>
    /// <param name="end">The closing mark.</param>
    /// <param name="exact">All its words are exact.</param>
    /// <param name="notes">Takes the oddities.</param>
    public static List<QueryNode> Items(string text, int start, int end, bool exact, QueryNotes notes)
    {
        var items = new List<QueryNode>();
        var inner = QueryText.Unescape(text, start, end);
        var offsets = Offsets(text, start, end, inner.Length);
        var at = 0;
        while (at < inner.Length && notes.Refusal is null)
        {
            if (QueryText.IsBlank(inner[at])) { at++; continue; }
            var stop = at;
            while (stop < inner.Length && !QueryText.IsBlank(inner[stop])) stop++;
            var mark = at;
            while (mark < stop && inner[mark] == '=') mark++;
            QueryNode? item;
            if (mark < stop && inner[mark] == '@')
            {
                if (mark > at) notes.Odd(offsets[at], offsets[mark] - offsets[at], QueryMessages.ExactNothing, ["a word"], "");
                at = mark;
                (item, stop) = Actor(inner, at, offsets, notes);
            }
            else
            {
                item = QueryWord.Read(inner[at..stop], offsets[at], offsets[stop] - offsets[at], notes);
            }
            at = stop;
            if (item is EverythingNode)
            {
                notes.Odd(item.Position, item.Length, QueryMessages.StarInPhrase, ["a word"]);
                continue;
            }
            if (item is null) continue;
            items.Add(exact && item is WordNode word ? new WordNode(word.Text, exact: true) { Position = word.Position, Length = word.Length } : item);
        }
        return items;
    }

    private static (QueryNode? Item, int Stop) Actor(string inner, int at, int[] offsets, QueryNotes notes)
    {
        var actor = QueryActor.Read(inner, at, inPhrase: true);
        var (position, length) = (offsets[at], offsets[actor.End] - offsets[at]);
        if (actor.Unclosed) notes.Odd(position, length, QueryMessages.UnclosedQuote, ["\\\""]);
        return (actor.Value.Length > 0 ? new ActorTokenNode(actor.Value) { Position = position, Length = length } : null, actor.End);
    }

    /// <summary>Where each character of the unescaped text, and its end, stands in the query.</summary>
    private static int[] Offsets(string text, int start, int end, int length)
    {
        var offsets = new int[length + 1];
        var at = start;
        for (var i = 0; i < length; i++)
        {
            offsets[i] = at;
            at += at + 1 < end && QueryText.IsEscape(text, at) ? 2 : 1;
        }
        offsets[length] = end;
        return offsets;
    }
}
