using System.Runtime.InteropServices;
using Search.Articles;
using Search.Indexing;
using Search.Indexing.Analysis;

namespace Search.Searching.Matching;

/// <summary>
/// Says where a bound query stands in one analysed paragraph: what highlights show. It reads the same terms and the same spans as the index
/// does, so a mark is a match. Needs no index.
/// </summary>
internal sealed class ParagraphMatcher : IPlaces
{
    /// <summary>For a clause, once those before it have taken what one may: hundreds of clauses over a long paragraph would hold up the answer.</summary>
    private const int FewSteps = 2_000;

    private readonly SpanSteps steps = new();
    private readonly AnalysedText text;
    private readonly IReadOnlyList<StoredMention> mentions;
    private readonly uint[] quoted;
    private readonly ParagraphKind kind;
    private readonly ActorTable actors;
    private readonly Dictionary<string, List<int>> positions = [];
    private readonly Dictionary<BoundLeaf, Place[]> places = new(ReferenceEqualityComparer.Instance);

    /// <param name="text">The paragraph's words.</param>
    /// <param name="mentions">Its mentions.</param>
    /// <param name="quoted">The bounds of its <see cref="QuotedWords"/>.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="actors">Who is meant by the mentions.</param>
    public ParagraphMatcher(AnalysedText text, IReadOnlyList<StoredMention> mentions, uint[] quoted, ParagraphKind kind, ActorTable actors)
    {
        this.text = text;
        this.mentions = mentions;
        this.quoted = quoted;
        this.kind = kind;
        this.actors = actors;
        for (var i = 0; i < text.Words.Length; i++)
        {
            Stand(text.Words[i].Exact, i);
            if (!text.Words[i].IsOwnStem) Stand(text.Words[i].Stem, i);
        }
        foreach (var stacked in text.Stacked) Stand(stacked.Term, stacked.Position);
    }

    /// <summary>
    /// The marks of a query's clauses, in order of place. <paramref name="holds"/> says whether a part of the query holds, for the paragraph or
    /// for its article, as the search's scope has it: what does not hold marks nothing.
    /// </summary>
    /// <param name="clauses">The query's.</param>
    /// <param name="holds">Whether a part of the query holds.</param>
    /// <param name="partsOnly">Whether only what is asked of the paragraph's own part, the headline or the lead, is marked: for a paragraph that is no match.</param>
    public IReadOnlyList<Match> Marks(IReadOnlyList<BoundClause> clauses, Func<Bound, bool> holds, bool partsOnly = false)
    {
        var marks = new List<Match>();
        for (var i = 0; i < clauses.Count; i++) Add(clauses[i].Bound, i, holds, partsOnly, marks);
        return [.. marks.DistinctBy(m => (m.Start, m.End)).OrderBy(m => m.Start).ThenBy(m => m.End)];
    }

    ReadOnlySpan<Place> IPlaces.Of(BoundLeaf leaf)
    {
        if (!places.TryGetValue(leaf, out var found)) places[leaf] = found = Find(leaf);
        return found;
    }

    QuotedWords IPlaces.Quoted => new(quoted);

    private void Stand(string term, int position)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(positions, term, out _);
        (list ??= []).Add(position);
    }

    private Place[] Find(BoundLeaf leaf)
    {
        var found = new List<Place>();
        foreach (var term in leaf.Terms)
        {
            if (!positions.TryGetValue(term.Text, out var at)) continue;
            foreach (var position in at) found.Add(new Place(position, term.Length, leaf));
        }
        foreach (var term in leaf.Except)
        {
            if (positions.TryGetValue(term.Text, out var at)) found.RemoveAll(p => at.Contains(p.Position));
        }
        return [.. found.OrderBy(p => p.Position).ThenBy(p => p.Length)];
    }

    private void Add(Bound node, int clause, Func<Bound, bool> holds, bool partsOnly, List<Match> into)
    {
        if (node is BoundNot || (partsOnly && node is not (BoundAll or BoundAny or BoundPart)) || !holds(node)) return;
        switch (node)
        {
            case BoundAll all:
                foreach (var member in all.Members) Add(member, clause, holds, partsOnly, into);
                break;
            case BoundAny any:
                foreach (var member in any.Members) Add(member, clause, holds, partsOnly, into);
                break;
            case BoundPart part when (byte)part.Part == (byte)kind:
                Add(part.Operand, clause, holds, partsOnly: false, into);
                break;
            case NameFilter filter:
                foreach (var mention in mentions)
                {
                    if (mention.End > mention.Start && filter.Uses.Passes(new NameUse(mention.Name, mention.Via, mention.Role))) into.Add(Mark(mention, clause));
                }
                break;
            case BoundLeaf or BoundPhrase or BoundNear:
                steps.Limit = Math.Max(FewSteps, SpanSteps.Most - steps.Taken);
                foreach (var span in Spans.Of(node, this, steps))
                {
                    foreach (var place in span.Places) into.Add(Mark(place, clause));
                }
                break;
            case BoundQuoted part:
                var whole = part.Operand is BoundPhrase { Slop: 0 } or BoundEverything;
                steps.Limit = Math.Max(FewSteps, SpanSteps.Most - steps.Taken);
                foreach (var span in Spans.Of(part, this, steps))
                {
                    if (whole) into.Add(Mark(span.First, span.Last, "quote", clause));
                    else into.AddRange(span.Places.Select(p => Mark(p, clause) with { Kind = "quote" }));
                }
                break;
        }
    }

    private Match Mark(Place place, int clause)
    {
        var mark = Mark(place.Position, place.Last, place.Leaf.Kind, clause);
        if (place.Leaf.Kind != "actor") return mark;
        foreach (var mention in mentions)
        {
            if (mention.Start < mark.End && mark.Start < mention.End) return Mark(mention, clause);
        }
        return mark;
    }

    private Match Mark(int first, int last, string markKind, int clause) => new(text.Tokens[first].Start, text.Tokens[last].End, markKind, clause);

    private Match Mark(StoredMention mention, int clause) =>
        new(mention.Start, mention.End, "actor", clause) { Actor = actors[actors.ActorOf(mention.Name)].Id, Via = mention.Via };
}
