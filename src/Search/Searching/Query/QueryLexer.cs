namespace Search.Searching.Query;

/// <summary>
/// Cuts a query into tokens in one pass. What holds no letter or digit is dropped, with the minus before it; an operator is one only when it
/// stands alone (<c>-OR</c> leaves out the word). Brackets are not yet matched.
/// </summary>
internal sealed class QueryLexer(string text, QueryNotes notes)
{
    private readonly List<QueryToken> tokens = [];

    /// <summary>Minus signs and fields read, whose operand must follow at once.</summary>
    private readonly List<QueryToken> prefixes = [];

    /// <summary>For each open bracket: the field it stands behind, its own or an outer one; null when none.</summary>
    private readonly Stack<string?> groups = new();

    private int at;

    /// <summary>The tokens; incomplete once the notes hold a refusal.</summary>
    public List<QueryToken> Read()
    {
        while (at < text.Length && notes.Refusal is null)
        {
            var c = text[at];
            if (QueryText.IsBlank(c)) { Abandon(); at++; }
            else if (c == '(') Open();
            else if (c == ')') Close();
            else if (QueryText.IsQuote(c)) Quotation(at, exact: false);
            else if (IsMinus()) { prefixes.Add(new QueryToken(QueryTokenKind.Minus, at, 1)); at++; }
            else if (IsStrayTilde()) StrayTilde();
            else if (Group is { } field && QueryFields.IsFilter(field)) Value(field);
            else if (!Field()) Word();
        }
        Abandon();
        return tokens;
    }

    private string? Group => groups.TryPeek(out var name) ? name : null;

    private string? PendingField => prefixes.Find(p => p.Name is not null)?.Name;

    private bool IsMinus() =>
        text[at] == '-' && (at == 0 || prefixes.Count > 0 || QueryText.IsBlank(text[at - 1]) || text[at - 1] == '(')
        && at + 1 < text.Length && !QueryText.IsBlank(text[at + 1]) && text[at + 1] != ')';

    private bool IsStrayTilde() => text[at] == '~' && at > 0 && text[at - 1] == ')' && !(at + 1 < text.Length && char.IsLetter(text[at + 1]));

    private void StrayTilde()
    {
        var start = at++;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        notes.Odd(start, at - start, QueryMessages.TildeAfterBracket, ["AND", "OR", "a word"], "");
    }

    private void Open()
    {
        var field = PendingField ?? Group;
        foreach (var prefix in prefixes)
        {
            if (prefix.Kind != QueryTokenKind.Filter) tokens.Add(prefix);
        }
        prefixes.Clear();
        groups.Push(field);
        tokens.Add(new QueryToken(QueryTokenKind.Open, at++, 1));
    }

    private void Close()
    {
        Abandon();
        groups.TryPop(out _);
        tokens.Add(new QueryToken(QueryTokenKind.Close, at++, 1));
    }

    /// <summary>A phrase, or a quoted value in a filter's group. An unclosed mark is skipped; what was before it still applies to what follows.</summary>
    private void Quotation(int start, bool exact)
    {
        var open = at;
        var close = QueryText.Close(text, open);
        if (close < 0)
        {
            Unclosed(open);
            return;
        }
        at = close + 1;
        if (Group is { } field && QueryFields.IsFilter(field))
        {
            var value = Filter(field, start, QueryText.Unescape(text, open + 1, close).Trim());
            if (value is null) notes.Odd(start, at - start, QueryMessages.EmptyPhrase, ["a value"], "");
            Add(value, start);
            return;
        }
        var items = QueryPhrase.Items(text, open + 1, close, exact, notes);
        var slop = Slop();
        if (items.Count == 0) notes.Odd(start, at - start, QueryMessages.EmptyPhrase, ["a word"], "");
        Add(Phrase(items, slop, start), start);
    }

    private QueryNode? Phrase(List<QueryNode> items, int slop, int start) => items switch
    {
        [] => null,
        [var only] when slop == 0 => only,
        _ => new PhraseNode(items, slop) { Position = start, Length = at - start },
    };

    private int Slop()
    {
        if (at >= text.Length || text[at] != '~') return 0;
        var start = at++;
        if (Number(out var slop)) return slop;
        notes.Odd(start, 1, QueryMessages.SlopWithoutNumber, ["~1"], "");
        return 0;
    }

    /// <summary>Digits; a number beyond the largest distance is read as that, and noted.</summary>
    private bool Number(out int number)
    {
        var start = at;
        number = 0;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++) number = Math.Min(number * 10 + (text[at] - '0'), QueryLimits.Distance + 1);
        if (number > QueryLimits.Distance)
        {
            number = QueryLimits.Distance;
            notes.Odd(start, at - start, QueryMessages.DistanceTooLarge, ["a number up to 1000"], "1000");
        }
        return at > start;
    }

    private void Unclosed(int quote)
    {
        notes.Odd(quote, 1, QueryMessages.UnclosedQuote, ["a closing quotation mark"]);
        at = quote + 1;
    }

    /// <summary>A field's name and colon, a filter also with its value; false when a word stands here.</summary>
    private bool Field()
    {
        var colon = QueryFields.Colon(text, at);
        if (colon < 0) return false;
        var (start, name) = (at, text[at..colon].ToLowerInvariant());
        if (!QueryFields.IsPart(name) && !QueryFields.IsFilter(name))
        {
            var nearest = QueryFields.Nearest(name);
            notes.Odd(start, colon + 1 - start, QueryMessages.UnknownField(name, nearest), [.. QueryFields.Names.Select(n => n + ":")], nearest is null ? null : nearest + ":");
            return false;
        }
        if ((PendingField ?? Group) is not null)
        {
            notes.Odd(start, colon + 1 - start, QueryMessages.FieldInsidePart, ["a word"]);
            return false;
        }
        if (QueryFields.IsMissing(text, colon))
        {
            WithoutValue(start, colon);
            return false;
        }
        at = colon + 1;
        if (QueryFields.IsPart(name)) prefixes.Add(new QueryToken(QueryTokenKind.Part, start, at - start, Name: name));
        else if (text[at] == '(') prefixes.Add(new QueryToken(QueryTokenKind.Filter, start, at - start, Name: name));
        else FilterValue(name, start);
        return true;
    }

    private void FilterValue(string name, int start)
    {
        var node = (QueryNode?)null;
        var close = QueryText.IsQuote(text[at]) ? QueryText.Close(text, at) : -1;
        if (close >= 0)
        {
            var open = at;
            at = close + 1;
            node = Filter(name, start, QueryText.Unescape(text, open + 1, close).Trim());
        }
        else
        {
            if (QueryText.IsQuote(text[at])) Unclosed(at);
            node = Filter(name, start, BareValue());
        }
        if (node is null) prefixes.Add(new QueryToken(QueryTokenKind.Filter, start, name.Length + 1, Name: name));
        Add(node, start);
    }

    /// <summary>A word in the group behind a filter: an operator or a whole value.</summary>
    private void Value(string field)
    {
        var start = at;
        var value = BareValue();
        if (prefixes.Count == 0 && Operator(text[start..at], start)) return;
        Add(QueryText.HasLetterOrDigit(value) ? Filter(field, start, value) : null, start);
    }

    /// <summary>Up to the next blank, quotation mark or closing bracket that was not opened inside; a comma or semicolon at the end is left out.</summary>
    private string BareValue()
    {
        var (start, depth) = (at, 0);
        for (; at < text.Length && !QueryText.IsBlank(text[at]) && !QueryText.IsQuote(text[at]); at++)
        {
            if (QueryText.IsEscape(text, at)) { at++; continue; }
            if (text[at] == '(') depth++;
            if (text[at] == ')' && depth-- == 0) break;
        }
        return QueryText.Unescape(text, start, at).TrimEnd(',', ';');
    }

    private FilterNode? Filter(string field, int start, string value) =>
        value.Length == 0 ? null : new FilterNode(field, value) { Position = start, Length = at - start };

    /// <summary>A word, an operator, an actor, or <c>=</c> and a phrase.</summary>
    private void Word()
    {
        var start = at;
        while (at < text.Length && text[at] == '=') at++;
        if (at < text.Length && text[at] == '@')
        {
            if (at > start) notes.Odd(start, at - start, QueryMessages.ExactNothing, ["a word", "a phrase"], "");
            var actor = QueryActor.Read(text, at, inPhrase: false);
            at = actor.End;
            if (actor.Unclosed) notes.Odd(start, at - start, QueryMessages.UnclosedQuote, ["a closing quotation mark"]);
            Add(actor.Value.Length > 0 ? new ActorTokenNode(actor.Value) { Position = start, Length = at - start } : null, start);
            return;
        }
        if (at > start && at < text.Length && QueryText.IsQuote(text[at]))
        {
            Quotation(start, exact: true);
            return;
        }
        at = QueryText.RunEnd(text, at);
        if (prefixes.Count == 0 && Operator(text[start..at], start)) return;
        Add(QueryWord.Read(QueryText.Unescape(text, start, at), start, at - start, notes), start);
    }

    /// <summary>Adds the operator that a word is; notes when it is nearly one.</summary>
    private bool Operator(string word, int start)
    {
        var (name, distance) = QueryOperator.Split(word);
        if (name is null) return false;
        if (QueryOperator.Plain(name) is { } kind)
        {
            tokens.Add(new QueryToken(kind, start, word.Length));
            return true;
        }
        if (distance is null)
        {
            notes.Odd(start, word.Length, QueryMessages.NearWithoutNumber(name), [name + "/5"], name + "/5");
            return false;
        }
        if (distance > QueryLimits.Distance) notes.Odd(start, word.Length, QueryMessages.DistanceTooLarge, ["a number up to 1000"], name + "/1000");
        tokens.Add(new QueryToken(name == "NEAR" ? QueryTokenKind.Near : QueryTokenKind.Before, start, word.Length, Distance: Math.Min(distance.Value, QueryLimits.Distance)));
        return true;
    }

    /// <summary>Adds an operand with what stands before it; without an operand, what stands before it is abandoned too.</summary>
    private void Add(QueryNode? node, int start)
    {
        if (node is null)
        {
            Abandon();
            return;
        }
        notes.Leaves(node is PhraseNode phrase ? phrase.Items.Count : 1, start, at - start);
        tokens.AddRange(prefixes);
        prefixes.Clear();
        tokens.Add(new QueryToken(QueryTokenKind.Operand, start, at - start, node));
    }

    /// <summary>Nothing follows the signs before: a minus is a dash and dropped, a field's name is a plain word.</summary>
    private void Abandon()
    {
        var field = prefixes.FindIndex(p => p.Name is not null);
        if (field >= 0)
        {
            var name = prefixes[field];
            prefixes.RemoveRange(field, prefixes.Count - field);
            WithoutValue(name.Position, name.End - 1);
            notes.Leaves(1, name.Position, name.Length);
            tokens.AddRange(prefixes);
            tokens.Add(new QueryToken(QueryTokenKind.Operand, name.Position, name.Length, new WordNode(text.Substring(name.Position, name.Length)) { Position = name.Position, Length = name.Length }));
        }
        prefixes.Clear();
    }

    private void WithoutValue(int start, int colon)
    {
        var end = colon + 1;
        while (end < text.Length && QueryText.IsBlank(text[end])) end++;
        var follows = end > colon + 1 && end < text.Length && text[end] != ')';
        var name = text[start..(colon + 1)];
        notes.Odd(start, (follows ? end : colon + 1) - start, QueryMessages.FieldWithoutValue(name[..^1]), ["a value"], follows ? name : null);
    }
}
