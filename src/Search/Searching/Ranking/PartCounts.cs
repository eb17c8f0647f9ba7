using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Searching.Matching;

namespace Search.Searching.Ranking;

/// <summary>How often one scoring part after the other stands in the matches of a segment.</summary>
internal sealed class PartCounts(MatchSets sets)
{
    /// <summary>With so many times fewer matches than postings, it pays to jump from match to match.</summary>
    private const int Sparse = 16;

    private readonly int[] counts = ZeroedArrays<int>.Rent(sets.Matches.Size);
    private readonly int matches = sets.Matches.Count();

    /// <summary>How often a part stands in one document.</summary>
    public static int At(SegmentMatcher matcher, Bound node, int doc)
    {
        if (node is BoundLeaf { Except.Count: 0 } leaf) return leaf.Terms.Sum(t => matcher.Terms.Counted(t.Text) is var (postings, _) && postings.Advance(doc) == doc ? postings.Freq : 0);
        var found = matcher.Frequency(node);
        var at = found.Documents.BinarySearch(doc);
        return at < 0 ? 0 : found.Counts[at];
    }

    /// <summary>Per document, for matches only. The caller sets what it has read to 0, all of it, before the next part and before the table is given back.</summary>
    public Span<int> Of(Bound node)
    {
        if (node is BoundLeaf { Except.Count: 0 } leaf)
        {
            foreach (var term in leaf.Terms) Add(term.Text);
        }
        else
        {
            var found = sets.Matcher.Frequency(node);
            for (var i = 0; i < found.Documents.Count; i++)
            {
                if (sets.Matches[found.Documents[i]]) counts[found.Documents[i]] = found.Counts[i];
            }
        }
        return counts;
    }

    /// <summary>Gives the table back; not after a failure, which may have left something in it.</summary>
    public void Done() => ZeroedArrays<int>.Return(counts);

    private void Add(string term)
    {
        if (sets.Matcher.Terms.Counted(term) is not var (postings, frequency)) return;
        if (matches < frequency / Sparse) Jump(postings);
        else Walk(postings);
    }

    private void Walk(DocsEnum postings)
    {
        var among = sets.Matches;
        for (var doc = postings.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
        {
            if (among[doc]) counts[doc] += postings.Freq;
        }
    }

    private void Jump(DocsEnum postings)
    {
        var at = -1;
        foreach (var doc in sets.Matches)
        {
            if (at < doc) at = postings.Advance(doc);
            if (at == DocIdSetIterator.NO_MORE_DOCS) return;
            if (at == doc) counts[doc] += postings.Freq;
        }
    }
}
