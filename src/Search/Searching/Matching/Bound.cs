using Search.Articles;
using Search.Indexing;

namespace Search.Searching.Matching;

/// <summary>
/// A query bound to a snapshot: words have become index terms, values numbers. It says what matches, in an index segment
/// (<see cref="SegmentMatcher"/>) and in a single paragraph (<see cref="ParagraphMatcher"/>) alike.
/// </summary>
internal abstract class Bound;

/// <summary>A term of the matching field.</summary>
/// <param name="Text">As the index has it.</param>
/// <param name="Length">How many positions it spans.</param>
/// <param name="Frequency">In how many documents of the index it stands, deleted ones included.</param>
internal readonly record struct BoundTerm(string Text, int Length, long Frequency = 0);

/// <summary>One place in the text: any of some terms starts there, and none of some others.</summary>
internal sealed class BoundLeaf(IReadOnlyList<BoundTerm> terms, string kind) : Bound
{
    public IReadOnlyList<BoundTerm> Terms { get; } = terms;

    /// <summary>Where one of these starts too, the place does not count: mentions of names that have changed hands.</summary>
    public IReadOnlyList<BoundTerm> Except { get; init; } = [];

    /// <summary>The mark's kind: <c>term prefix fuzzy actor</c>.</summary>
    public string Kind { get; } = kind;

    /// <summary>The same word in the article's scoring field: stems, or nothing.</summary>
    public IReadOnlyList<string> ArticleTerms { get; init; } = [];
}

/// <summary>Items in order, moved by at most <paramref name="slop"/> positions in all. Items are leaves.</summary>
internal sealed class BoundPhrase(IReadOnlyList<BoundLeaf> items, int slop) : Bound
{
    public IReadOnlyList<BoundLeaf> Items { get; } = items;
    public int Slop { get; } = slop;

    /// <summary>The mark's kind when it stands exactly so.</summary>
    public string MarkKind { get; init; } = "phrase";

    /// <summary>Stands for the phrase as a whole: without slop it takes one place.</summary>
    public BoundLeaf Whole => field ??= new BoundLeaf([], MarkKind);
}

/// <summary>Two positional operands at most so far apart, without overlap.</summary>
internal sealed class BoundNear(Bound left, Bound right, int distance, bool ordered) : Bound
{
    public Bound Left { get; } = left;
    public Bound Right { get; } = right;
    public int Distance { get; } = distance;
    public bool Ordered { get; } = ordered;
}

internal sealed class BoundAll(IReadOnlyList<Bound> members) : Bound
{
    public IReadOnlyList<Bound> Members { get; } = members;
}

internal sealed class BoundAny(IReadOnlyList<Bound> members) : Bound
{
    public IReadOnlyList<Bound> Members { get; } = members;
}

/// <summary>At least so many of the optional members, and all required ones.</summary>
internal sealed class BoundSome(IReadOnlyList<Bound> optional, int atLeast, IReadOnlyList<Bound> required) : Bound
{
    public IReadOnlyList<Bound> Optional { get; } = optional;
    public int AtLeast { get; } = atLeast;
    public IReadOnlyList<Bound> Required { get; } = required;
}

internal sealed class BoundNot(Bound operand) : Bound
{
    public Bound Operand { get; } = operand;
}

internal sealed class BoundEverything : Bound;

/// <summary>Holds for all paragraphs of an article whose headline or lead satisfies the operand.</summary>
internal sealed class BoundPart(ParagraphKind part, Bound operand) : Bound
{
    public ParagraphKind Part { get; } = part;
    public Bound Operand { get; } = operand;
}

/// <summary>
/// A positional operand that stands within one quotation of the paragraph; with <see cref="BoundEverything"/>, the quotations themselves.
/// </summary>
internal sealed class BoundQuoted : Bound
{
    private BoundQuoted(Bound operand) => Operand = operand;

    /// <summary>A leaf, a phrase, a near clause or everything.</summary>
    public Bound Operand { get; }

    /// <summary>The paragraphs that quote somebody.</summary>
    public static ParagraphFilter Any { get; } = new(static (s, d) => s.Columns.Quoted[d].Length > 0) { Field = null };

    /// <summary>
    /// The query asked of a paragraph's quoted speech instead of its text: each place of it must lie within a quotation, and under a NOT must not.
    /// Without quoted speech nothing holds, so that a NOT finds only paragraphs that quote somebody. What is no place in a text stays as it is.
    /// </summary>
    public static Bound Of(Bound query) => query switch
    {
        BoundAll all => new BoundAll([.. all.Members.Select(Of)]),
        BoundAny any => new BoundAny([.. any.Members.Select(Of)]),
        BoundNot not => new BoundAll([Any, new BoundNot(Of(not.Operand))]),
        BoundLeaf or BoundPhrase or BoundNear or BoundEverything => new BoundQuoted(query),
        _ => query,
    };
}

/// <summary>A filter on values: no words, no score.</summary>
internal abstract class BoundFilter : Bound
{
    /// <summary>The filter's field decides which facet leaves it out of its own counts.</summary>
    public required FacetField? Field { get; init; }

    /// <summary>The parameter that asked for it; null for a filter in the query's text.</summary>
    public string? Parameter { get; init; }

    /// <summary>The documents of <paramref name="among"/> (live paragraphs) that pass.</summary>
    public abstract DocSet Pass(SegmentView segment, DocSet among);
}

/// <summary>A filter on a property of whole articles.</summary>
internal sealed class ArticleFilter(Func<SegmentView, int, bool> passes) : BoundFilter
{
    public override DocSet Pass(SegmentView segment, DocSet among)
    {
        var articles = new DocSet(segment.Columns.ArticleDoc.Length);
        foreach (var article in segment.Articles)
        {
            if (passes(segment, article)) articles.Add(article);
        }
        return segment.Spread(articles, among);
    }
}

/// <summary>A filter on a property of paragraphs.</summary>
internal sealed class ParagraphFilter(Func<SegmentView, int, bool> passes) : BoundFilter
{
    public override DocSet Pass(SegmentView segment, DocSet among)
    {
        var documents = new DocSet(segment.Columns.Size);
        foreach (var doc in among)
        {
            if (passes(segment, doc)) documents.Add(doc);
        }
        return documents;
    }
}

/// <summary>A filter on who is named in a paragraph; the mentions are marked when it stands in the query's text.</summary>
internal sealed class NameFilter(NameUses uses) : BoundFilter
{
    public NameUses Uses { get; } = uses;

    public override DocSet Pass(SegmentView segment, DocSet among)
    {
        var documents = new DocSet(segment.Columns.Size);
        var names = segment.Columns.Names;
        foreach (var doc in among)
        {
            if (Uses.PassAny(names[doc])) documents.Add(doc);
        }
        return documents;
    }
}
