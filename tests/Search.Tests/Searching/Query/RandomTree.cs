using Search.Searching.Query;

namespace Search.Tests.Searching.Query;

/// <summary>
/// Random normal trees of every kind of node. With plain words only, <see cref="Typed"/> writes one as people and other programs do: AND
/// written or implied, NOT as word or minus, brackets only where precedence asks for them.
/// </summary>
internal sealed class RandomTree(Random random, bool plain)
{
    private static readonly string[] Plain = ["drop", "klan", "mork", "grav", "trul", "zob"];
    private static readonly string[] Nasty =
    [
        "OR", "AND", "NOT", "NEAR", "NEAR/5", "BEFORE/x", "near", "-a", "--a", "title:", "title:x", "Title:", "foo:", "foo:bar", "12:30", "https://x.example/a?b*", "(a", "b)", "a\"b", "“a”", "\\a", "a\\",
        "a\\\"", "C++", "U.S.", "AT&T", "O'Brien", "3.5%", "what?", "~5", "a~b", "é", "中国", "$5", "[x]", "a=b", "a@b", "x,", "…x", "^x^2",
    ];

    private static readonly string[] Values = ["bbc", "new york", "a\"b", "\\", "\\\"", "a,", "a;", "(x)", "x)", "country:china", "2024-01..2024-03", "https://x.example/y*", "-x", "=x", "@x", "OR", "7d"];
    private static readonly string[] Actors = ["china", "country:china", "person", "Emmanuel Macron", "a\"b", "a\\ b", "x.", "@x", "(x)", "“x”", "\"x", "=x", "-x", "*x"];
    private static readonly string[] Fields = ["speaker", "actor", "topic", "source", "lang", "author", "url", "kind", "published"];

    /// <summary>A tree of at most so many levels of groups.</summary>
    public QueryNode Next(int depth = 3) => Node(depth, inPart: false);

    private QueryNode Node(int depth, bool inPart)
    {
        var roll = random.NextDouble();
        if (depth == 0 || roll < .35) return Atom(depth, inPart);
        var members = Enumerable.Range(0, random.Next(2, 4)).Select(_ => Node(depth - 1, inPart)).ToList();
        if (roll < .6) return QueryTree.And(members);
        if (roll < .8) return QueryTree.Or(members);
        return QueryTree.And([members[0], QueryTree.Not(members[1], 0)]);
    }

    private QueryNode Atom(int depth, bool inPart)
    {
        var roll = random.NextDouble();
        if (roll < .35) return Word();
        if (roll < .55) return Phrase();
        if (roll < .65) return Leaf();
        if (roll < .8) return Near(depth);
        if (roll < .83) return QueryTree.Not(Word(), 0);
        if (roll < .85) return new EverythingNode();
        if (inPart) return Word();
        if (roll < .92) return new PartNode(Pick(["title", "lead", "quote"]), plain ? Word() : Node(depth, inPart: true));
        var field = Pick(Fields);
        var values = field == "published" ? ["2024", "2024-01..2024-03", "..2024-05-02", "7d"] : plain ? ["bbc", "Odo Kremp", "country:china", "2024-01..2024-03"] : Values;
        return new FilterNode(field, Pick(values));
    }

    private WordNode Word() => new(plain || random.Next(2) == 0 ? Pick(Plain) : Pick(Nasty), exact: random.Next(8) == 0);

    private QueryNode Leaf() => random.Next(4) switch
    {
        0 => new WildcardNode(Pick(["dr*", "kl?n", "mo*k", "gr*v*"])),
        1 => new FuzzyNode(Pick(Plain)),
        2 => new ActorTokenNode(plain ? Pick(["china", "country:china", "country"]) : Pick(Actors)),
        _ => Word(),
    };

    private PhraseNode Phrase() =>
        new([.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Leaf())], random.Next(2) * random.Next(1, 9));

    private NearNode Near(int depth) => new(Positional(depth), Positional(depth), random.Next(1, 9), random.Next(2) == 0);

    private QueryNode Positional(int depth) => random.Next(6) switch
    {
        0 when depth > 0 => Near(depth - 1),
        1 when depth > 0 => QueryTree.Or([Positional(depth - 1), Positional(depth - 1)]),
        2 => Phrase(),
        _ => Leaf(),
    };

    /// <summary>A plain tree as typed, in one of several ways.</summary>
    public string Typed(QueryNode node, bool top = true)
    {
        switch (node)
        {
            case AndNode and:
                var all = string.Concat(and.Members.Select((m, i) => (i == 0 ? "" : Pick([" ", " ", " AND "])) + Typed(m, top: false)));
                return top ? all : $"({all})";
            case OrNode { Members: var choices } when top && random.Next(2) == 0:
                return string.Join(" OR ", choices.Select(m => m is AndNode and ? string.Join(' ', and.Members.Select(x => Typed(x, top: false))) : Typed(m, top: false)));
            case OrNode or: return $"({string.Join(" OR ", or.Members.Select(m => Typed(m, top: false)))})";
            case NearNode near:
                var pair = $"{Typed(near.Left, top: false)} {(near.Ordered ? "BEFORE" : "NEAR")}/{near.Distance} {Typed(near.Right, top: false)}";
                return top ? pair : $"({pair})";
            case NotNode not: return Pick(["-", "NOT "]) + Typed(not.Operand, top: false);
            case PartNode part: return $"{part.Part}:{Typed(part.Operand, top: false)}";
            case FilterNode filter: return $"{filter.Field}:{(filter.Value.Contains(' ') ? $"\"{filter.Value}\"" : filter.Value)}";
            case PhraseNode phrase: return $"\"{string.Join(' ', phrase.Items.Select(i => Typed(i, top: false)))}\"{(phrase.Slop > 0 ? "~" + phrase.Slop : "")}";
            case WordNode word: return (word.Exact ? "=" : "") + word.Text;
            case WildcardNode wildcard: return wildcard.Pattern;
            case FuzzyNode fuzzy: return fuzzy.Text + "~1";
            case ActorTokenNode actor: return "@" + actor.Value;
            default: return "*";
        }
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
