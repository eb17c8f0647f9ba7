using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Indexing;
using Search.Indexing.Analysis;

namespace Search.Searching.Matching;

/// <summary>
/// Places of a query's leaves in a window of documents. Windows come in ascending order, so that each postings list is read once and memory
/// does not grow with the segment.
/// </summary>
internal sealed class PositionWindow : IPlaces
{
    /// <summary>Documents a window.</summary>
    public const int Width = 8192;

    private readonly Dictionary<BoundLeaf, LeafReader> readers = new(ReferenceEqualityComparer.Instance);
    private readonly IntColumn quoted;
    private int document;

    /// <param name="leaves">What is looked for.</param>
    /// <param name="terms">The segment's postings.</param>
    /// <param name="quoted">The segment's column of quoted words.</param>
    public PositionWindow(IEnumerable<BoundLeaf> leaves, SegmentTerms terms, IntColumn quoted)
    {
        this.quoted = quoted;
        foreach (var leaf in leaves)
        {
            if (!readers.ContainsKey(leaf)) readers.Add(leaf, new LeafReader(leaf, terms));
        }
    }

    /// <summary>Reads the places in those candidates that lie below <paramref name="end"/> and were not read before.</summary>
    public void Load(DocSet candidates, int start, int end)
    {
        foreach (var reader in readers.Values) reader.Load(candidates, start, end);
    }

    /// <summary>Chooses the document that <see cref="Of"/> speaks of; ascending within a window.</summary>
    public void MoveTo(int doc) => document = doc;

    public ReadOnlySpan<Place> Of(BoundLeaf leaf) => readers[leaf].Of(document);

    public QuotedWords Quoted => new(quoted[document]);

    private sealed class LeafReader
    {
        private readonly BoundLeaf leaf;
        private readonly List<(DocsAndPositionsEnum Postings, int Length)> lists;
        private readonly List<DocsAndPositionsEnum> except;
        private readonly List<(int Doc, Place Place)> found = [];
        private readonly List<Place> current = [];
        private int at;
        private int currentDoc = -1;

        public LeafReader(BoundLeaf leaf, SegmentTerms terms)
        {
            this.leaf = leaf;
            lists = [.. leaf.Terms.Select(t => (terms.Positions(t.Text)!, t.Length)).Where(l => l.Item1 is not null)];
            except = [.. leaf.Except.Select(t => terms.Positions(t.Text)!).Where(l => l is not null)];
        }

        public void Load(DocSet candidates, int start, int end)
        {
            found.Clear();
            at = 0;
            currentDoc = -1;
            foreach (var (postings, length) in lists) Read(postings, candidates, start, end, (doc, position) => found.Add((doc, new Place(position, length, leaf))));
            if (lists.Count > 1) found.Sort(static (a, b) => a.Doc != b.Doc ? a.Doc.CompareTo(b.Doc) : a.Place.Position != b.Place.Position ? a.Place.Position.CompareTo(b.Place.Position) : a.Place.Length.CompareTo(b.Place.Length));
            if (except.Count == 0) return;
            var forbidden = new HashSet<(int, int)>();
            foreach (var postings in except) Read(postings, candidates, start, end, (doc, position) => forbidden.Add((doc, position)));
            if (forbidden.Count > 0) found.RemoveAll(f => forbidden.Contains((f.Doc, f.Place.Position)));
        }

        public ReadOnlySpan<Place> Of(int doc)
        {
            if (doc != currentDoc)
            {
                currentDoc = doc;
                current.Clear();
                while (at < found.Count && found[at].Doc < doc) at++;
                for (; at < found.Count && found[at].Doc == doc; at++) current.Add(found[at].Place);
            }
            return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(current);
        }

        private static void Read(DocsAndPositionsEnum postings, DocSet candidates, int start, int end, Action<int, int> visit)
        {
            for (var doc = candidates.Next(start); doc >= 0 && doc < end; doc = candidates.Next(doc + 1))
            {
                var place = postings.DocID;
                if (place < doc) place = postings.Advance(doc);
                if (place == DocIdSetIterator.NO_MORE_DOCS) return;
                if (place > doc)
                {
                    doc = candidates[place] ? place - 1 : place;
                    if (doc < end) continue;
                    return;
                }
                for (var i = postings.Freq; i > 0; i--) visit(doc, postings.NextPosition());
            }
        }
    }
}
