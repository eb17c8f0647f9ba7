using Search.Indexing;

namespace Search.Searching;

/// <summary>The paragraphs that another query finds under the filters of a search, by segment.</summary>
internal sealed record FoundSets(IReadOnlyList<(SegmentView Segment, DocSet Paragraphs)> Segments, Counts Counts)
{
    /// <summary>The documents, in order of segments.</summary>
    public IEnumerable<(SegmentView Segment, int Doc)> Documents()
    {
        foreach (var (segment, paragraphs) in Segments)
        {
            for (var doc = paragraphs.Next(0); doc >= 0; doc = paragraphs.Next(doc + 1)) yield return (segment, doc);
        }
    }
}
