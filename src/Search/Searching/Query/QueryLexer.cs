using Search.Text;

namespace Search.Searching.Query;

/// <summary>
/// Cuts a query into tokens in one pass. What holds no letter or digit is dropped; an operator is one only when it stands alone
/// (<c>-OR</c> leaves out the word). Brackets are not yet matched.
/// </summary>
internal sealed class QueryLexer(string text, QueryNotes notes)
{
    private readonly QueryTokens tokens = new(text, notes);
    private int at;

    /// <summary>The tokens; incomplete once the notes hold a refusal.</summary>
    public List<QueryToken> Read()
    {
        while (at < text.Length && notes.Refusal is null)
        {
            var c = text[at];
            if (QueryText.IsBlank(c)) { tokens.Abandon(); at++; }
            else if (c == '(') tokens.Open(at++);
            else if (c == ')') tokens.Close(at++);
            else if (IsMinus()) tokens.Prefix(new QueryToken(QueryTokenKind.Minus, at++, 1));
            else if (IsStrayTilde()) StrayTilde();
            else if (tokens.Group is { } field && QueryFields.IsFilter(field)) Value(field);
            else if (QueryText.IsQuote(c)) Quotation(at, exact: false);
            else if (!Field()) Word();
        }
        tokens.Abandon();
        return tokens.Done;
    }

    private bool IsMinus() =>
        text[at] == '-' && (at == 0 || tokens.IsWaiting || QueryText.IsBlank(text[at - 1]) || text[at - 1] == '(')
        && at + 1 < text.Length && !QueryText.IsBlank(text[at + 1]) && text[at + 1] != ')';

    private bool IsStrayTilde() => text[at] == '~' && at > 0 && text[at - 1] == ')' && !(at + 1 < text.Length && char.IsLetter(text[at + 1]));

    private void StrayTilde()
    {
        var start = at++;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        notes.Odd(start, at - start, QueryMessages.TildeAfterBracket, ["AND", "OR", "a word"], "");
    }

    /// <summary>A phrase. An unclosed mark is skipped; what was before it still applies to what follows.</summary>
    private void Quotation(int start, bool exact)
    {
        var open = at;
        var close = QueryText.Close(text, open);
        if (close < 0)
        {
            Unclosed();
            return;
        }
        var items = QueryPhrase.Items(text, open + 1, close, exact, notes);
        at = close + 1;
        var slop = Slop();
        if (items.Count == 0) notes.Odd(start, at - start, QueryMessages.EmptyPhrase, ["a word"], "");
        QueryNode? phrase = items switch
        {
            [] => null,
            [var only] when slop == 0 => only,
            _ => new PhraseNode(items, slop) { Position = start, Length = at - start },
        };
        tokens.Operand(phrase, start, at);
    }

    private int Slop()
    {
        if (at >= text.Length || text[at] != '~') return 0;
        var start = at++;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        if (at == start + 1)
        {
            notes.Odd(start, 1, QueryMessages.SlopWithoutNumber, ["~1"], "");
            return 0;
        }
        return Distance(QueryOperator.Number(text.AsSpan(start + 1, at - start - 1)), start + 1);
    }

    /// <summary>A distance whose digits stand before here; one too large is noted.</summary>
    private int Distance(int distance, int start)
    {
        if (distance > QueryLimits.Distance) notes.Odd(start, at - start, QueryMessages.DistanceTooLarge, ["a number up to 1000"], "1000");
        return Math.Min(distance, QueryLimits.Distance);
    }

    private void Unclosed() => notes.Odd(at++, 1, QueryMessages.UnclosedQuote, ["a closing quotation mark"]);

    /// <summary>A field's name and colon, a filter also with its value; false when a word stands here.</summary>
    private bool Field()
    {
        var colon = QueryFields.Colon(text, at);
        if (colon < 0) return false;
        var (start, name) = (at, text[at..colon].ToLowerInvariant());
        if (!QueryFields.Names.Contains(name))
        {
            var nearest = QueryFields.Nearest(name);
            notes.Odd(start, colon + 1 - start, QueryMessages.UnknownField(name, nearest), [.. QueryFields.Names.Select(n => n + ":")], nearest is null ? null : nearest + ":");
            return false;
        }
        if (tokens.Field is not null)
        {
            notes.Odd(start, colon + 1 - start, QueryMessages.FieldInsidePart, ["a word"]);
            return false;
        }
        if (QueryFields.IsMissing(text, colon))
        {
            tokens.WithoutValue(start, colon + 1);
            return false;
        }
        at = colon + 1;
        if (QueryFields.IsPart(name)) tokens.Prefix(new QueryToken(QueryTokenKind.Part, start, at - start, Name: name));
        else if (text[at] == '(') tokens.Prefix(new QueryToken(QueryTokenKind.Filter, start, at - start, Name: name));
        else FilterValue(name, start);
        return true;
    }

    private void FilterValue(string name, int start)
    {
        var colonEnd = at;
        var value = QueryValue.Read(text, at);
        if (value.End == at)
        {
            Unclosed();
            value = QueryValue.Read(text, at);
        }
        if (IsNoDate(name, value, start)) return;
        at = value.End;
        if (value.Value.Length == 0) tokens.Prefix(new QueryToken(QueryTokenKind.Filter, start, colonEnd - start, Name: name));
        tokens.Operand(Filter(name, value.Value, start), start, at);
    }

    /// <summary>In the group behind a filter: an operator or a whole value.</summary>
    private void Value(string field)
    {
        var start = at;
        var value = QueryValue.Read(text, at);
        if (value.End == at)
        {
            Unclosed();
            return;
        }
        at = value.End;
        if (!value.IsQuoted && Operator(start)) return;
        if (IsNoDate(field, value, start))
        {
            at = start;
            if (value.IsQuoted) Quotation(start, exact: false);
            else Word();
            return;
        }
        if (value is { IsQuoted: true, Value.Length: 0 }) notes.Odd(start, at - start, QueryMessages.EmptyPhrase, ["a value"], "");
        var says = value.IsQuoted || QueryText.HasLetterOrDigit(value.Value);
        tokens.Operand(says ? Filter(field, value.Value, start) : null, start, at);
    }

    private FilterNode? Filter(string field, string value, int start) =>
        Clean.Line(value) is { Length: > 0 } clean ? new FilterNode(field, clean) { Position = start, Length = at - start } : null;

    /// <summary>Notes a value of <c>published:</c> that is no date: it is read again, as words.</summary>
    private bool IsNoDate(string field, QueryValue.Token value, int start)
    {
        if (field != "published" || value.Value.Length == 0 || DateForms.AreDates(Clean.Line(value.Value))) return false;
        notes.Odd(start, value.End - start, QueryMessages.NoDate(value.Value), ["a date"]);
        return true;
    }

    /// <summary>A word, an operator, an actor, or <c>=</c> and a phrase.</summary>
    private void Word()
    {
        var start = at;
        while (at < text.Length && text[at] == '=') at++;
        if (at < text.Length && text[at] == '@')
        {
            if (at > start) notes.Odd(start, at - start, QueryMessages.ExactNothing, ["a word", "a phrase"], "");
            Actor();
            return;
        }
        if (at > start && at < text.Length && QueryText.IsQuote(text[at]))
        {
            Quotation(start, exact: true);
            return;
        }
        at = QueryText.RunEnd(text, at);
        if (Operator(start)) return;
        ForeignOperator(start);
        tokens.Operand(QueryWord.Read(QueryText.Unescape(text, start, at), start, at - start, notes), start, at);
    }

    /// <summary>Notes an operator of other products: it is none here, and nobody should think it had been one.</summary>
    private void ForeignOperator(int start)
    {
        var word = text[start..at];
        var ours = word switch { "||" => "OR", "&&" => "AND", _ => null };
        if (ours is not null) notes.Odd(start, at - start, QueryMessages.ForeignOperator(word, ours), [ours], ours);
    }

    private void Actor()
    {
        var start = at;
        var actor = QueryActor.Read(text, at, inPhrase: false);
        at = actor.End;
        if (actor.Unclosed) notes.Odd(start, at - start, QueryMessages.UnclosedQuote, ["a closing quotation mark"]);
        tokens.Operand(actor.Value.Length > 0 ? new ActorTokenNode(actor.Value) { Position = start, Length = at - start } : null, start, at);
    }

    /// <summary>Adds the operator that the word from an offset to here is; notes when it is nearly one.</summary>
    private bool Operator(int start)
    {
        if (tokens.IsWaiting) return false;
        var (name, distance) = QueryOperator.Split(text[start..at]);
        if (name is null) return false;
        var kind = QueryOperator.Kind(name);
        if (distance is null && kind is (QueryTokenKind.Near or QueryTokenKind.Before))
        {
            notes.Odd(start, at - start, QueryMessages.NearWithoutNumber(name), [name + "/5"], name + "/5");
            return false;
        }
        tokens.Add(new QueryToken(kind, start, at - start, Distance: distance is { } n ? Distance(n, start + name.Length + 1) : 0));
        return true;
    }
}
