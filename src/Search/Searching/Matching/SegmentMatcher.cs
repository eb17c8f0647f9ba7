using Search.Indexing;

namespace Search.Searching.Matching;

/// <summary>How often a positional clause stands in the documents where it does.</summary>
internal sealed record Frequencies(List<int> Documents, List<int> Counts)
{
    public long Bytes => 8L * Documents.Capacity;
}

/// <summary>
/// Says which paragraphs of a segment a bound query matches. Answers are kept for as long as the object lives, which is one request, so
/// that facets, hints and scores do not pay for a clause twice; beyond what the budget lets it keep they are worked out again. Belongs to one thread.
/// </summary>
internal sealed class SegmentMatcher(SegmentView segment, bool includeBoilerplate, Budget budget)
{
    /// <summary>So that the time is looked at every 64 documents or so.</summary>
    private const int StepsPerDocument = 16;

    private readonly Dictionary<Bound, DocSet> paragraphs = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Bound, DocSet> articles = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Bound, Frequencies> frequencies = new(ReferenceEqualityComparer.Instance);

    public SegmentView Segment { get; } = segment;

    public SegmentTerms Terms { get; } = new(segment.Reader, Schema.Text, budget);

    public SegmentTerms ArticleTerms { get; } = new(segment.Reader, Schema.ArticleText, budget);

    /// <summary>What can be found: live paragraphs, boilerplate only when asked for.</summary>
    public DocSet Universe { get; } = includeBoilerplate ? segment.Paragraphs : segment.Searched;

    /// <summary>The paragraphs in which the query holds. The answer is shared: copy before changing.</summary>
    public DocSet Paragraphs(Bound node)
    {
        if (paragraphs.TryGetValue(node, out var known)) return known;
        budget.Check();
        var found = Compute(node);
        if (budget.Keep(found.Bytes)) paragraphs[node] = found;
        return found;
    }

    /// <summary>The articles (numbers in the segment) in which each clause holds somewhere, and what is under a NOT nowhere.</summary>
    public DocSet Articles(Bound node)
    {
        if (articles.TryGetValue(node, out var known)) return known;
        budget.Check();
        var found = node switch
        {
            BoundAll all => Intersect(all.Members, Articles, Segment.Articles),
            BoundAny any => Unite(any.Members, Articles, Segment.Articles.Size),
            BoundNot not => Segment.Articles.Copy().AndNot(Articles(not.Operand)),
            BoundSome some => Some(some, Articles, Segment.Articles),
            FilterGroup group => group.Combine(Articles, Segment.Articles),
            _ => Segment.Lift(Paragraphs(node)),
        };
        if (budget.Keep(found.Bytes)) articles[node] = found;
        return found;
    }

    /// <summary>
    /// The paragraphs that count when all clauses may hold anywhere in the article: those of its articles in which a positive leaf holds
    /// (all, when the query has none).
    /// </summary>
    public DocSet ParagraphsOfArticles(Bound node)
    {
        var inArticles = Segment.Spread(Articles(node), Universe);
        if (!HasPositiveLeaf(node)) return inArticles;
        var found = new DocSet(Segment.Columns.Size);
        AddPositive(node, Segment.Articles, found);
        return found.And(inArticles);
    }

    /// <summary>How often a phrase, a near or quoted clause or mentions stand in each paragraph where they do.</summary>
    public Frequencies Frequency(Bound node)
    {
        if (frequencies.TryGetValue(node, out var known)) return known;
        var found = Walk(node);
        if (budget.Keep(found.Bytes)) frequencies[node] = found;
        return found;
    }

    private DocSet Compute(Bound node)
    {
        switch (node)
        {
            case BoundEverything: return Universe;
            case BoundAll all: return Intersect(all.Members, Paragraphs, Universe);
            case BoundAny any: return Unite(any.Members, Paragraphs, Segment.Columns.Size);
            case BoundNot not: return Universe.Copy().AndNot(Paragraphs(not.Operand));
            case BoundSome some: return Some(some, Paragraphs, Universe);
            case BoundPart part: return Segment.Spread(Segment.Lift(InPart(part)), Universe);
            case FilterGroup group: return group.Combine(InTime, Universe);
            case BoundFilter filter: return filter.Pass(Segment, Universe);
            case BoundLeaf { Except.Count: 0 } leaf: return Documents(leaf).And(Universe);
            default:
                var found = new DocSet(Segment.Columns.Size);
                foreach (var doc in Frequency(node).Documents) found.Add(doc);
                return found;
        }
    }

    /// <summary>A filter of a group; there may be hundreds, so they are not kept.</summary>
    private DocSet InTime(BoundFilter filter)
    {
        budget.Check();
        return filter.Pass(Segment, Universe);
    }

    private DocSet InPart(BoundPart part)
    {
        var found = new DocSet(Segment.Columns.Size);
        foreach (var doc in Paragraphs(part.Operand))
        {
            if (Segment.Columns.Kind[doc] == (byte)part.Part) found.Add(doc);
        }
        return found;
    }

    private DocSet Documents(BoundLeaf leaf)
    {
        var found = new DocSet(Segment.Columns.Size);
        foreach (var term in leaf.Terms) Terms.AddDocuments(term.Text, found);
        return found;
    }

    private static DocSet Intersect(IReadOnlyList<Bound> members, Func<Bound, DocSet> of, DocSet all)
    {
        var found = all.Copy();
        foreach (var member in members)
        {
            found.And(of(member));
            if (found.IsEmpty) break;
        }
        return found;
    }

    private static DocSet Unite(IReadOnlyList<Bound> members, Func<Bound, DocSet> of, int size)
    {
        var found = new DocSet(size);
        foreach (var member in members) found.Or(of(member));
        return found;
    }

    private static DocSet Some(BoundSome some, Func<Bound, DocSet> of, DocSet all)
    {
        var required = Intersect(some.Required, of, all);
        if (some.AtLeast <= 1) return required.And(Unite(some.Optional, of, all.Size));
        var counts = new ushort[all.Size];
        foreach (var member in some.Optional)
        {
            foreach (var i in of(member)) counts[i]++;
        }
        for (var i = required.Next(0); i >= 0; i = required.Next(i + 1))
        {
            if (counts[i] < some.AtLeast) required.Remove(i);
        }
        return required;
    }

    /// <summary>Adds the paragraphs of positive leaves, in those branches only that hold for the article.</summary>
    private void AddPositive(Bound node, DocSet within, DocSet into)
    {
        var holds = within.Copy().And(Articles(node));
        switch (node)
        {
            case BoundAll all:
                foreach (var member in all.Members) AddPositive(member, holds, into);
                break;
            case BoundAny any:
                foreach (var member in any.Members) AddPositive(member, holds, into);
                break;
            case BoundSome some:
                foreach (var member in some.Optional.Concat(some.Required)) AddPositive(member, holds, into);
                break;
            case var leaf when IsPositiveLeaf(leaf):
                into.Or(Segment.Spread(holds, Paragraphs(leaf)));
                break;
        }
    }

    private static bool HasPositiveLeaf(Bound node) => node switch
    {
        BoundAll all => all.Members.Any(HasPositiveLeaf),
        BoundAny any => any.Members.Any(HasPositiveLeaf),
        BoundSome some => some.Optional.Concat(some.Required).Any(HasPositiveLeaf),
        _ => IsPositiveLeaf(node),
    };

    private static bool IsPositiveLeaf(Bound node) => node is BoundLeaf or BoundPhrase or BoundNear or BoundQuoted or NameFilter;

    private Frequencies Walk(Bound node)
    {
        var found = new Frequencies([], []);
        var candidates = Candidates(node);
        var window = new PositionWindow(Leaves(node), Terms, Segment.Columns.Quoted);
        var steps = new SpanSteps();
        for (var start = 0; start < candidates.Size; start += PositionWindow.Width)
        {
            var end = Math.Min(start + PositionWindow.Width, candidates.Size);
            var first = candidates.Next(start);
            if (first < 0) break;
            if (first >= end) continue;
            budget.Check();
            window.Load(candidates, start, end);
            for (var doc = first; doc >= 0 && doc < end; doc = candidates.Next(doc + 1))
            {
                window.MoveTo(doc);
                steps.Begin();
                var spans = Spans.Of(node, window, steps).Count;
                budget.Step(StepsPerDocument + steps.Taken);
                if (spans == 0)
                {
                    if (steps.WereTooMany) budget.Miss();
                    continue;
                }
                found.Documents.Add(doc);
                found.Counts.Add(spans);
            }
        }
        return found;
    }

    /// <summary>Paragraphs that hold what a positional clause needs, wherever it stands.</summary>
    private DocSet Candidates(Bound node) => node switch
    {
        BoundPhrase phrase => Intersect(phrase.Items, Candidates, Universe),
        BoundNear near => Candidates(near.Left).Copy().And(Candidates(near.Right)),
        BoundAny any => Unite(any.Members, Candidates, Segment.Columns.Size),
        BoundQuoted quoted => Candidates(quoted.Operand).Copy().And(Paragraphs(BoundQuoted.Any)),
        BoundEverything => Universe,
        BoundLeaf { Except.Count: 0 } leaf => Paragraphs(leaf),
        BoundLeaf leaf => Documents(leaf).And(Universe),
        _ => throw new InvalidOperationException($"{node.GetType().Name} has no positions"),
    };

    public static IEnumerable<BoundLeaf> Leaves(Bound node) => node switch
    {
        BoundLeaf leaf => [leaf],
        BoundPhrase phrase => phrase.Items,
        BoundNear near => Leaves(near.Left).Concat(Leaves(near.Right)),
        BoundAny any => any.Members.SelectMany(Leaves),
        BoundQuoted quoted => Leaves(quoted.Operand),
        _ => [],
    };
}
