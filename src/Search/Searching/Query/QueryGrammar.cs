namespace Search.Searching.Query;

/// <summary>
/// Makes the tree of a token list whose brackets match. Precedence: NOT, then NEAR and BEFORE from left to right, then AND, then OR. An operator
/// without its operands is a plain word. Recursion goes with the brackets, whose depth is bounded.
/// </summary>
internal sealed class QueryGrammar(string text, List<QueryToken> tokens, QueryNotes notes)
{
    private int at;

    /// <summary>The tree; null when there are no tokens.</summary>
    public QueryNode? Read() => tokens.Count == 0 ? null : Or();

    private QueryToken? Current => at < tokens.Count ? tokens[at] : null;

    /// <summary>Nothing that could be an operand comes at this token or later in the group.</summary>
    private bool EndsAt(int index) => index >= tokens.Count || tokens[index].Kind == QueryTokenKind.Close;

    private bool Takes(QueryTokenKind kind)
    {
        if (Current?.Kind != kind || EndsAt(at + 1)) return false;
        at++;
        return true;
    }

    private QueryNode Or()
    {
        var members = new List<QueryNode> { And() };
        while (Takes(QueryTokenKind.Or)) members.Add(And());
        return QueryTree.Or(members);
    }

    private QueryNode And()
    {
        var members = new List<QueryNode> { Near() };
        while (!EndsAt(at) && (Current!.Kind != QueryTokenKind.Or || EndsAt(at + 1)))
        {
            Takes(QueryTokenKind.And);
            members.Add(Near());
        }
        return QueryTree.And(members);
    }

    private QueryNode Near()
    {
        var left = Unary();
        while (Current is { Kind: QueryTokenKind.Near or QueryTokenKind.Before } operation && Takes(operation.Kind))
        {
            var right = Unary();
            left = Near(left, operation, right);
        }
        return left;
    }

    private QueryNode Near(QueryNode left, QueryToken operation, QueryNode right)
    {
        var zero = operation.Distance == 0;
        if (!zero && QueryTree.IsPositional(left) && QueryTree.IsPositional(right))
        {
            return new NearNode(left, right, operation.Distance, operation.Kind == QueryTokenKind.Before)
            {
                Position = left.Position,
                Length = right.Position + right.Length - left.Position,
            };
        }
        notes.Odd(operation.Position, operation.Length, zero ? QueryMessages.DistanceZero : QueryMessages.NotPositional,
            zero ? ["a distance from 1 to 1000"] : ["AND"], zero ? Text(operation).Split('/')[0] + "/1" : "AND");
        return QueryTree.And([left, right]);
    }

    private QueryNode Unary()
    {
        var start = at;
        while (Current is { Kind: QueryTokenKind.Not or QueryTokenKind.Minus } && !EndsAt(at + 1)) at++;
        var negations = at - start;
        var node = Operand();
        if (negations % 2 == 0) return node;
        var position = tokens[start].Position;
        return QueryTree.Not(node, position);
    }

    private QueryNode Operand()
    {
        var token = tokens[at++];
        switch (token.Kind)
        {
            case QueryTokenKind.Operand:
                return token.Node!;
            case QueryTokenKind.Open:
                var inner = Or();
                at++;
                return inner;
            case QueryTokenKind.Part:
                var operand = Unary();
                return new PartNode(token.Name!, operand) { Position = token.Position, Length = operand.Position + operand.Length - token.Position };
            default:
                var word = Text(token);
                notes.Odd(token.Position, token.Length, token.Kind == QueryTokenKind.Not ? QueryMessages.NothingToNegate : QueryMessages.Dangling(word), ["a word", "a phrase", "("], "");
                notes.Leaves(1, token.Position, token.Length);
                return new WordNode(word) { Position = token.Position, Length = token.Length };
        }
    }

    private string Text(QueryToken token) => text.Substring(token.Position, token.Length);
}
