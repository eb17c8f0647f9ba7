using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Articles;

namespace Search.Indexing;

/// <summary>
/// What a segment knows of its documents besides words, flat in memory. Read once for each segment and kept as long as it lives: a refresh
/// reads the new segments only. Articles are counted from 0 within the segment.
/// </summary>
internal sealed class SegmentColumns
{
    /// <summary>What a segment's readers and their buffers are taken to cost, however small it is.</summary>
    private const long OpenFiles = 512 << 10;

    private static readonly ConditionalWeakTable<object, SegmentColumns> BySegment = [];

    private SegmentColumns(AtomicReader reader)
    {
        Size = reader.MaxDoc;
        (Kind, Length, Published, Article) = (new byte[Size], new int[Size], new long[Size], new int[Size]);
        Paragraphs = new DocSet(Size);
        var (articles, sources, langs, groups) = (new List<int>(), new List<int>(), new List<int>(), new List<long>());
        var (names, topics, quoted, authors) = (new IntColumn.Builder(), new DistinctColumn.Builder(), new IntColumn.Builder(), new IntColumn.Builder());
        var rows = reader.GetBinaryDocValues(Schema.Row);
        var bytes = new BytesRef();
        for (var doc = 0; doc < Size; doc++)
        {
            rows.Get(doc, bytes);
            var row = new PackedReader(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
            (Kind[doc], Length[doc], Published[doc], Article[doc]) = (row.Byte(), row.Int(), Row.Date(ref row), articles.Count);
            if (Kind[doc] == Schema.ArticleKind)
            {
                articles.Add(doc);
                sources.Add(row.Int() - 1);
                langs.Add(row.Int());
                groups.Add((long)row.Number());
                Row.Ascending(ref row, authors);
                names.EndRow();
                topics.EndRow();
                quoted.EndRow();
                ArticleWords += Length[doc];
                continue;
            }
            Row.Ascending(ref row, names);
            Row.Ascending(ref row, topics);
            Row.Ascending(ref row, quoted);
            Paragraphs.Add(doc);
            ParagraphWords += Length[doc];
        }
        (ArticleDoc, Source, Lang, Group) = ([.. articles], [.. sources], [.. langs], [.. groups]);
        ArticlePublished = [.. articles.Select(a => Published[a])];
        Oldest = ArticlePublished.Where(p => p != Schema.NoDate).DefaultIfEmpty(long.MaxValue).Min();
        (Names, Topics, Quoted, Authors) = (names.Build(), topics.Build(), quoted.Build(), authors.Build());
        Ids = ReadIds(reader);
    }

    /// <summary>Documents of the segment, deleted ones included.</summary>
    public int Size { get; }

    /// <summary>Per document: the paragraph's kind, or that it is an article.</summary>
    public byte[] Kind { get; }

    /// <summary>Per document: words.</summary>
    public int[] Length { get; }

    /// <summary>Per document: seconds since 1970.</summary>
    public long[] Published { get; }

    /// <summary>Per document: its article's number in the segment.</summary>
    public int[] Article { get; }

    /// <summary>Per article: its document, the last of its block.</summary>
    public int[] ArticleDoc { get; }

    /// <summary>Per article: seconds since 1970.</summary>
    public long[] ArticlePublished { get; }

    /// <summary>The date of the oldest article; <see cref="long.MaxValue"/> when none has a date.</summary>
    public long Oldest { get; }

    /// <summary>Documents that are paragraphs, of any kind.</summary>
    public DocSet Paragraphs { get; }

    /// <summary>Per document: <see cref="NameUse"/>s.</summary>
    public IntColumn Names { get; }

    /// <summary>Per document: topics with ancestors.</summary>
    public DistinctColumn Topics { get; }

    /// <summary>Per document: the bounds of its <see cref="Analysis.QuotedWords"/>.</summary>
    public IntColumn Quoted { get; }

    /// <summary>Per article.</summary>
    public IntColumn Authors { get; }

    /// <summary>Per article; -1 for none.</summary>
    public int[] Source { get; }

    /// <summary>Per article.</summary>
    public int[] Lang { get; }

    /// <summary>Per article.</summary>
    public long[] Group { get; }

    /// <summary>Per article.</summary>
    public string[] Ids { get; }

    /// <summary>Words of all paragraphs.</summary>
    public long ParagraphWords { get; }

    /// <summary>Words of all articles.</summary>
    public long ArticleWords { get; }

    /// <summary>About what the segment keeps in memory and open files while it is held.</summary>
    public long Bytes => OpenFiles + (17L * Size) + Names.Bytes + Topics.Bytes + Quoted.Bytes + Authors.Bytes + (88L * ArticleDoc.Length);

    /// <summary>The first document of an article's block.</summary>
    public int First(int article) => article == 0 ? 0 : ArticleDoc[article - 1] + 1;

    /// <summary>The paragraph's ordinal.</summary>
    public int Ordinal(int doc) => doc - First(Article[doc]);

    /// <summary>Whether a document is a paragraph that searches see.</summary>
    public bool IsSearched(int doc) => Kind[doc] is not (Schema.ArticleKind or (byte)ParagraphKind.Boilerplate);

    public static SegmentColumns Of(AtomicReader reader) => BySegment.GetValue(reader.CoreCacheKey, _ => new SegmentColumns(reader));

    /// <summary>Ids from the terms: each is on every document of its block, so it lands on the article's document too.</summary>
    private string[] ReadIds(AtomicReader reader)
    {
        var ids = new string[ArticleDoc.Length];
        var terms = reader.GetTerms(Schema.ArticleId)?.GetEnumerator();
        DocsEnum? docs = null;
        while (terms is not null && terms.MoveNext())
        {
            docs = terms.Docs(null, docs, DocsFlags.NONE);
            var id = terms.Term.Utf8ToString();
            for (var doc = docs.NextDoc(); doc != Lucene.Net.Search.DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                if (Kind[doc] == Schema.ArticleKind) ids[Article[doc]] = id;
            }
        }
        return ids;
    }
}
