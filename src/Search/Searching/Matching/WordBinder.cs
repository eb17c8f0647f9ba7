using Search.Indexing;
using Search.Indexing.Analysis;
using Search.Searching.Query;
using Search.Tagging;
using Search.Text;

namespace Search.Searching.Matching;

/// <summary>A query cannot be carried out; the problem says why.</summary>
internal sealed class BindException(RequestProblem problem) : Exception(problem.Detail)
{
    public RequestProblem Problem { get; } = problem;
}

/// <summary>Turns words of a query into terms of the index: each once for every language of the index.</summary>
internal sealed class WordBinder(IndexView index, IReadOnlyList<string> languages, Budget budget)
{
    private readonly SegmentTerms[] segments = [.. index.Segments.Select(s => new SegmentTerms(s.Reader, Schema.Text, budget))];
    private readonly Dictionary<string, long> known = [];

    /// <summary>What wildcards and fuzzy words stand for, the most frequent first.</summary>
    public Dictionary<QueryNode, IReadOnlyList<string>> Expansions { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>In how many documents a single word stands, in any form of it; about, for one with several forms is counted for each.</summary>
    public Dictionary<QueryNode, long> Frequencies { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// A word. What the tokenizer splits is a phrase of its parts; hyphenated parts also meet the word written as one.
    /// Null when the text holds no word.
    /// </summary>
    public Bound? Word(WordNode node)
    {
        var tokens = Tokenizer.Tokenize(node.Text);
        if (tokens.Count == 0) return null;
        var parts = Parts(node, tokens);
        if (parts.Count == 1) return parts[0];
        var phrase = new BoundPhrase(parts, 0) { MarkKind = "term" };
        if (node.Exact || tokens.Count > Terms.LongestCompound || !tokens.Skip(1).All(t => t.Joined)) return phrase;
        var joined = Joined([.. tokens.Select(t => Tokenizer.Form(node.Text, t))]);
        return joined.Terms.Count == 0 ? phrase : new BoundAny([phrase, joined]);
    }

    /// <summary>The leaves of a phrase's item, one a position.</summary>
    public IReadOnlyList<BoundLeaf> Item(QueryNode node) => node switch
    {
        WordNode word => Parts(word, Tokenizer.Tokenize(word.Text)),
        WildcardNode wildcard => [.. Expansion.Pieces(wildcard.Pattern).Select(p => Piece(wildcard, p))],
        FuzzyNode fuzzy => [.. Expansion.Pieces(fuzzy.Text).Select(p => Expand(fuzzy, "fuzzy", p, Expansion.Fuzzy))],
        ActorTokenNode actor => [Actor(actor.Value)],
        _ => throw new InvalidOperationException($"{node.GetType().Name} is no place in a text"),
    };

    /// <summary>A node that stands at one place, or at several next to each other: <c>peace-keep*</c>.</summary>
    public Bound Leaf(QueryNode node) => Item(node) switch
    {
        [] => new BoundLeaf([], "term"),
        [var one] => one,
        var several => new BoundPhrase(several, 0) { MarkKind = node is FuzzyNode ? "fuzzy" : "prefix" },
    };

    private BoundLeaf Piece(WildcardNode node, string piece) => piece.AsSpan().IndexOfAny('*', '?') < 0
        ? new BoundLeaf([.. languages.Select(l => Term(Terms.Exact(l, piece), 1))], "prefix")
        : Expand(node, "prefix", piece, Expansion.Wildcard);

    /// <summary>Two words of a phrase written as one; no terms when the index has no such word.</summary>
    public BoundLeaf Joined(IReadOnlyList<string> forms)
    {
        var form = string.Concat(forms);
        var terms = languages.SelectMany(l => Lexicon.For(l).MatchingTerms(form)).Where(IsKnown);
        return new BoundLeaf([.. terms.Select(t => Term(t, 1))], "term") { ArticleTerms = [.. languages.Select(l => Lexicon.For(l).StemTerm(form))] };
    }

    private List<BoundLeaf> Parts(WordNode node, List<Token> tokens)
    {
        var leaves = new List<BoundLeaf>(tokens.Count);
        foreach (var token in tokens)
        {
            var words = languages.Select(l => (Lexicon: Lexicon.For(l), Word: Lexicon.For(l).Word(node.Text, token))).ToList();
            if (node.Exact)
            {
                leaves.Add(new BoundLeaf([.. words.Select(w => Term(w.Word.Exact, 1))], "term"));
                continue;
            }
            var stems = words.ConvertAll(w => w.Word.Stem);
            var terms = words.SelectMany(w => w.Lexicon.MatchingTerms(w.Word.Form)).Where(IsKnown).Select(t => Term(t, 1)).ToList();
            if (tokens.Count == 1)
            {
                foreach (var stem in stems)
                {
                    for (var parts = 2; parts <= Terms.LongestCompound; parts++)
                    {
                        var compound = Terms.Compound(parts, stem);
                        if (IsKnown(compound)) terms.Add(Term(compound, parts));
                    }
                }
            }
            leaves.Add(new BoundLeaf(terms, "term") { ArticleTerms = stems });
        }
        if (leaves.Count == 1) Frequencies[node] = leaves[0].Terms.Sum(t => t.Frequency);
        return leaves;
    }

    private BoundLeaf Expand(QueryNode node, string kind, string pattern, Func<SegmentTerms, string, string, IEnumerable<(string, int)>> expand)
    {
        if (pattern.Length == 0 || pattern[0] is '*' or '?') throw TooBroad(node, "Begin the word with at least two letters.");
        var forms = new Dictionary<string, long>();
        var terms = new Dictionary<string, long>();
        foreach (var segment in segments)
        {
            foreach (var language in languages)
            {
                foreach (var (form, frequency) in expand(segment, language, pattern))
                {
                    forms[form] = forms.GetValueOrDefault(form) + frequency;
                    var term = Terms.Exact(language, form);
                    terms[term] = terms.GetValueOrDefault(term) + frequency;
                    if (forms.Count > Expansion.Most) throw TooBroad(node, $"'{node}' stands for more than {Expansion.Most} words. Write more of its beginning.");
                }
            }
        }
        Expansions[node] = [.. Expansions.GetValueOrDefault(node) ?? [], .. forms.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key)];
        return new BoundLeaf([.. terms.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new BoundTerm(t.Key, 1, t.Value))], kind);
    }

    private static BindException TooBroad(QueryNode node, string detail) => new(new RequestProblem(RequestProblem.WildcardTooBroad, detail)
    {
        Query = new QueryError(RequestProblem.WildcardTooBroad, detail, node.Position, node.Length, node.ToString(), [], null),
    });

    /// <summary>Mentions of an actor, or of any actor of a type. A name counts with the actor it means now.</summary>
    private BoundLeaf Actor(string value)
    {
        var actors = index.Actors;
        if (ActorTypes.Read(value) is { } type)
        {
            var moved = Enumerable.Range(0, actors.Names).Where(n => actors[actors.ActorOf(n)].Type != actors.TypeOf(n)).ToList();
            return new BoundLeaf([.. TypeTerms(type), .. NameTerms(moved.Where(n => actors[actors.ActorOf(n)].Type == type))], "actor")
            {
                Except = [.. NameTerms(moved.Where(n => actors.TypeOf(n) == type))],
            };
        }
        return new BoundLeaf([.. NameTerms(actors.Resolve(value).SelectMany(a => actors.NamesOf(a)))], "actor");
    }

    private IEnumerable<BoundTerm> TypeTerms(ActorType type) =>
        Enumerable.Range(1, Terms.LongestMention).Select(n => Term(Terms.Mention(n, type), n));

    private IEnumerable<BoundTerm> NameTerms(IEnumerable<int> names) =>
        from name in names
        from length in Enumerable.Range(1, Terms.LongestMention)
        let term = Terms.Mention(length, name)
        where IsKnown(term)
        select Term(term, length);

    private BoundTerm Term(string text, int length) => new(text, length, Frequency(text));

    private bool IsKnown(string term) => Frequency(term) > 0;

    private long Frequency(string term)
    {
        if (!known.TryGetValue(term, out var found)) known[term] = found = segments.Sum(s => (long)s.Frequency(term));
        return found;
    }
}
