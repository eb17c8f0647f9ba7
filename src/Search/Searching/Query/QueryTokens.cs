namespace Search.Searching.Query;

/// <summary>
/// The tokens read so far, the signs that wait for their operand, and the open groups. An operand takes the waiting signs with it; where none
/// comes, a minus is a dash and dropped, and a field's name is a plain word.
/// </summary>
internal sealed class QueryTokens(string text, QueryNotes notes)
{
    private readonly List<QueryToken> prefixes = [];
    private readonly Stack<string?> groups = new();

    /// <summary>All tokens but the waiting signs.</summary>
    public List<QueryToken> Done { get; } = [];

    /// <summary>The operand must follow at once.</summary>
    public bool IsWaiting => prefixes.Count > 0;

    /// <summary>The field in whose group the reading is, directly or further out; null when in none.</summary>
    public string? Group => groups.TryPeek(out var name) ? name : null;

    /// <summary>The field that what comes next belongs to.</summary>
    public string? Field => prefixes.Find(p => p.Name is not null)?.Name ?? Group;

    /// <summary>Adds a sign whose operand must follow at once.</summary>
    public void Prefix(QueryToken token) => prefixes.Add(token);

    /// <summary>Adds an operator or a closing bracket.</summary>
    public void Add(QueryToken token) => Done.Add(token);

    /// <summary>Adds an operand that ends at an offset; none when it held no letter or digit.</summary>
    public void Operand(QueryNode? node, int start, int end)
    {
        if (node is null)
        {
            Abandon();
            return;
        }
        notes.Leaves(QueryTree.Words(node), start, end - start);
        Done.AddRange(prefixes);
        prefixes.Clear();
        Done.Add(new QueryToken(QueryTokenKind.Operand, start, end - start, node));
    }

    public void Open(int position)
    {
        groups.Push(Field);
        Done.AddRange(prefixes.Where(p => p.Kind != QueryTokenKind.Filter));
        prefixes.Clear();
        Done.Add(new QueryToken(QueryTokenKind.Open, position, 1));
    }

    public void Close(int position)
    {
        Abandon();
        groups.TryPop(out _);
        Done.Add(new QueryToken(QueryTokenKind.Close, position, 1));
    }

    /// <summary>No operand follows the waiting signs.</summary>
    public void Abandon()
    {
        var field = prefixes.FindIndex(p => p.Name is not null);
        if (field >= 0)
        {
            var (start, end) = (prefixes[field].Position, prefixes[field].End);
            prefixes.RemoveRange(field, prefixes.Count - field);
            WithoutValue(start, end);
            Operand(new WordNode(text[start..end]) { Position = start, Length = end - start }, start, end);
        }
        prefixes.Clear();
    }

    /// <summary>Notes that a field's name and colon, ending at an offset, have no value; if a word comes after a blank, it was probably meant.</summary>
    public void WithoutValue(int start, int end)
    {
        var next = end;
        while (next < text.Length && QueryText.IsBlank(text[next])) next++;
        var follows = next > end && next < text.Length && text[next] != ')';
        notes.Odd(start, (follows ? next : end) - start, QueryMessages.FieldWithoutValue(text[start..(end - 1)]), ["a value"], follows ? text[start..end] : null);
    }
}
