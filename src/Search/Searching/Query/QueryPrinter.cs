using System.Globalization;
using System.Text;

namespace Search.Searching.Query;

/// <summary>
/// Writes a tree in its canonical form, which reads back as an equal tree without a warning: AND as a blank, NOT as a minus, every group in a
/// group bracketed, quotation marks only where a bare word would read as something else.
/// </summary>
public static class QueryPrinter
{
    /// <summary>The canonical text. Recurses with the tree, whose depth the parser bounds.</summary>
    public static string Print(QueryNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var output = new StringBuilder();
        Write(node, output);
        return output.ToString();
    }

    private static void Write(QueryNode node, StringBuilder output)
    {
        switch (node)
        {
            case AndNode and: Join(and.Members, " ", output); break;
            case OrNode or: Join(or.Members, " OR ", output); break;
            case NearNode near: Join([near.Left, near.Right], Operator(near), output); break;
            case NotNode not: output.Append('-'); Inner(not.Operand, output); break;
            case PartNode part: output.Append(part.Part).Append(':'); Inner(part.Operand, output); break;
            case FilterNode filter: output.Append(filter.Field).Append(':').Append(Value(filter.Value)); break;
            case PhraseNode phrase: Phrase(phrase, output); break;
            case EverythingNode: output.Append('*'); break;
            case WordNode { Exact: true } word: output.Append('=').Append(Bare(word.Text)); break;
            case ActorTokenNode actor: output.Append(Actor(actor)); break;
            default: output.Append(Bare(Item(node))); break;
        }
    }

    private static void Join(IReadOnlyList<QueryNode> members, string separator, StringBuilder output)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0) output.Append(separator);
            Inner(members[i], output);
        }
    }

    private static void Inner(QueryNode node, StringBuilder output)
    {
        var group = node is AndNode or OrNode or NearNode;
        if (group) output.Append('(');
        Write(node, output);
        if (group) output.Append(')');
    }

    private static string Operator(NearNode near) =>
        string.Create(CultureInfo.InvariantCulture, $" {(near.Ordered ? "BEFORE" : "NEAR")}/{near.Distance} ");

    private static void Phrase(PhraseNode phrase, StringBuilder output)
    {
        var exact = phrase.Items.All(i => i is WordNode { Exact: true });
        var items = phrase.Items.Select(i => i is WordNode { Exact: true } && !exact ? "=" + Item(i) : Item(i));
        output.Append(exact ? "=" : "").Append(Quoted(string.Join(' ', items)));
        if (phrase.Slop > 0) output.Append(CultureInfo.InvariantCulture, $"~{phrase.Slop}");
    }

    /// <summary>The leaf as it stands inside a phrase, before its quotation marks are escaped.</summary>
    private static string Item(QueryNode node) => node switch
    {
        WordNode word => word.Text,
        WildcardNode wildcard => wildcard.Pattern,
        FuzzyNode fuzzy => fuzzy.Text + "~1",
        ActorTokenNode actor => Actor(actor),
        _ => throw new ArgumentException($"A {node.GetType().Name} is no leaf of the text.", nameof(node)),
    };

    private static string Actor(ActorTokenNode actor) => "@" + (QueryActor.ReadsBare(actor.Value) ? actor.Value : Quoted(actor.Value));

    private static string Value(string value) => QueryValue.ReadsBare(value) ? value : Quoted(value);

    /// <summary>The word bare if it reads as itself, else as a phrase of one item, which is that item.</summary>
    private static string Bare(string word) =>
        QueryText.IsRun(word) && !word.Contains('\\') && word[0] is not ('-' or '=' or '@') && QueryOperator.Split(word).Name is null && QueryFields.Colon(word, 0) < 0
            ? word : Quoted(word);

    private static string Quoted(string text) => '"' + QueryText.Escape(text) + '"';
}
