using Search.Articles;

namespace Search.Tests.Searching.Model;

/// <summary>Makes searches whose words stand in the articles, so that many find something.</summary>
internal sealed class ModelQueries(Random random, ModelCorpus corpus, IReadOnlyList<ModelArticle> articles)
{
    private static readonly string[] Actors =
        ["country:france", "country:germany", "country:brazil", "country:south-korea", "country:united-states", "person:trask-volub", "person:odo-kremp", "org:grunak-board"];

    private static readonly string[] Tokens = ["france", "germany", "country:brazil", "country:south-korea", "united-states", "country", "person"];

    public ModelSearch Next()
    {
        var match = corpus.Pick(["all", "all", "all", "most", "any"]);
        Ask? query = random.Next(15) switch
        {
            0 => null,
            1 => new Not(Atom()),
            _ when match != "all" => new And([.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => random.Next(5) switch { 0 => Leaf(), 1 => new Quoted(Word()), _ => (Ask)Word() }), .. random.Next(4) == 0 ? [new Not(Word())] : (Ask[])[], .. random.Next(5) == 0 ? [Field()] : (Ask[])[]]),
            _ => Tree(2),
        };
        var filters = query is null || random.Next(2) == 0 ? Filters() : [];
        var via = filters.Exists(f => f.How == ".not") || random.Next(8) > 0 ? null : corpus.Pick(["name", "feed"]);
        return new ModelSearch(query, match, random.Next(3) == 0 ? "article" : "paragraph", random.Next(6) == 0, via, filters);
    }

    private Ask Tree(int depth)
    {
        var roll = random.Next(100);
        if (depth == 0 || roll < 40) return Atom();
        if (roll < 65) return new And(Members(depth, x => x is And and ? and.Members : [x]));
        if (roll < 85) return new Or(Members(depth, x => x is Or or ? or.Members : [x]));
        return new And([Flat(Tree(depth - 1)), new Not(Atom())]);
    }

    private static Ask Flat(Ask ask) => ask is And and ? and.Members[0] : ask;

    private List<Ask> Members(int depth, Func<Ask, IEnumerable<Ask>> lift) =>
        [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Tree(depth - 1)).SelectMany(lift)];

    private Ask Atom() => random.Next(25) switch
    {
        < 6 => Word(),
        < 9 => new Phrase(Close(random.Next(2, 4), 0), 0),
        < 11 => new Phrase([.. Close(random.Next(2, 4), 3).OrderBy(_ => random.Next())], random.Next(1, 6)),
        < 14 => Leaf(),
        < 17 => Nearness(),
        17 => new ActorToken(corpus.Pick(Tokens)),
        18 => new InPart(corpus.Pick([ParagraphKind.Headline, ParagraphKind.Lead]), random.Next(3) == 0 ? new Phrase(Close(2, 0), 0) : Word()),
        19 => Field(),
        _ => new Quoted(Said(1)),
    };

    /// <summary>What may be asked of quoted speech.</summary>
    private Ask Said(int depth) => random.Next(depth == 0 ? 8 : 12) switch
    {
        < 3 => Word(),
        3 => Leaf(),
        4 => new ActorToken(corpus.Pick(Tokens)),
        5 => new Phrase(Close(random.Next(2, 4), 0), 0),
        6 => new Phrase([.. Close(random.Next(2, 4), 3).OrderBy(_ => random.Next())], random.Next(1, 6)),
        7 => Nearness(),
        8 => new And([Flat(Said(0)), Flat(Said(0))]),
        9 => new Or([Said(0), Said(0)]),
        10 => new And([Said(0), new Not(Said(0))]),
        _ => new Not(Said(0)),
    };

    private Near Nearness()
    {
        var pair = Close(2, 4);
        Placed left = random.Next(3) switch { 0 => new Either([pair[0], Leaf()]), 1 => new ActorToken(corpus.Pick(Tokens)), _ => pair[0] };
        Placed right = random.Next(5) switch { 0 => new Near(pair[1], Word(), random.Next(1, 6), false), 1 => Leaf(), _ => pair[1] };
        return new Near(left, right, random.Next(1, 9), random.Next(3) == 0);
    }

    private WordLike Word() => WordLike.Word(corpus.Word());

    private WordLike Leaf()
    {
        var word = corpus.Word();
        return random.Next(5) switch
        {
            0 => WordLike.Exact(word),
            1 => WordLike.Fuzzy(word),
            2 => WordLike.Wildcard($"{word[..2]}{corpus.Pick(["?", "*"])}{word[3..]}"),
            _ => WordLike.Wildcard(word[..random.Next(2, 4)] + "*"),
        };
    }

    /// <summary>Words, now and then actors or wildcards, that stand close together somewhere, in order.</summary>
    private List<Placed> Close(int count, int reach)
    {
        while (true)
        {
            var paragraph = corpus.Pick(corpus.Pick(articles).Paragraphs);
            var size = count + random.Next(reach + 1);
            if (paragraph.Words.Count < size) continue;
            var start = random.Next(paragraph.Words.Count - size + 1);
            var items = new List<Placed>();
            for (var i = start; i < start + size; i++)
            {
                if (paragraph.Mentions.Find(m => m.First <= i && i <= m.Last) is { } mention)
                {
                    if (mention.First == i) items.Add(new ActorToken(mention.Actor));
                    continue;
                }
                var word = paragraph.Words[i].Form;
                items.Add(random.Next(8) == 0 ? WordLike.Wildcard(word[..3] + "*") : WordLike.Word(word));
            }
            while (items.Count > count) items.RemoveAt(random.Next(items.Count));
            if (items.Count == count) return items;
        }
    }

    private FieldIs Field()
    {
        var field = corpus.Pick(["source", "lang", "author", "topic", "kind", "actor", "actor", "published"]);
        return new FieldIs(field, Value(field));
    }

    private List<ModelFilter> Filters()
    {
        var filters = new List<ModelFilter>();
        for (var i = random.Next(1, 3); i > 0; i--)
        {
            var field = corpus.Pick(["source", "lang", "author", "topic", "topic", "kind", "actor", "actor", "published"]);
            var how = field == "published" ? "" : corpus.Pick(["", "", ".all", ".not"]);
            List<string> values = [Value(field)];
            if (field != "published" && random.Next(2) == 0) values.Add(Value(field));
            if (!filters.Exists(f => f.Field == field)) filters.Add(new ModelFilter(field, how, [.. values.Distinct()]));
        }
        return filters;
    }

    private string Value(string field) => field switch
    {
        "source" => corpus.Pick(ModelCorpus.Sources),
        "lang" => corpus.Pick(ModelCorpus.Languages),
        "author" => corpus.Pick(ModelCorpus.Authors),
        "topic" => corpus.Pick(ModelTopics.All),
        "kind" => corpus.Pick(["headline", "lead", "body", "heading", "caption"]),
        "actor" => corpus.Pick(Actors),
        _ => corpus.Pick(["2023", "2024-02", $"2023-{random.Next(1, 13):00}..2024-03", "2024-02-01..2024-02-28", "2024-06..", "..2023-06-15", "2023-12..2024"]),
    };
}
