using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Search.Articles;

namespace Search.Indexing;

/// <summary>
/// What a segment knows of its documents besides words, flat in memory. Read once for each segment and kept as long as it lives: a refresh
/// reads the new segments only. Articles are counted from 0 within the segment.
/// </summary>
internal sealed class SegmentColumns
{
    private static readonly ConditionalWeakTable<object, SegmentColumns> BySegment = [];

    private SegmentColumns(AtomicReader reader)
    {
        Size = reader.MaxDoc;
        Kind = Bytes(reader, Schema.Kind);
        Length = Ints(reader, Schema.Length, null);
        Published = Longs(reader, Schema.Published, null);
        Article = new int[Size];
        var articles = new List<int>();
        Paragraphs = new DocSet(Size);
        for (var doc = 0; doc < Size; doc++)
        {
            Article[doc] = articles.Count;
            if (Kind[doc] == Schema.ArticleKind)
            {
                articles.Add(doc);
                ArticleWords += Length[doc];
                continue;
            }
            ParagraphWords += Length[doc];
            Paragraphs.Add(doc);
        }
        ArticleDoc = [.. articles];
        Names = IntColumn.Read(reader, Schema.Names);
        Topics = IntColumn.Read(reader, Schema.Topics);
        Authors = IntColumn.Read(reader, Schema.Authors, ArticleDoc);
        Source = Ints(reader, Schema.Source, ArticleDoc);
        Lang = Ints(reader, Schema.Lang, ArticleDoc);
        Group = Longs(reader, Schema.Group, ArticleDoc);
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

    /// <summary>Documents that are paragraphs, of any kind.</summary>
    public DocSet Paragraphs { get; }

    /// <summary>Per document: <see cref="NameUse"/>s.</summary>
    public IntColumn Names { get; }

    /// <summary>Per document: topics with ancestors.</summary>
    public IntColumn Topics { get; }

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

    /// <summary>The first document of an article's block.</summary>
    public int First(int article) => article == 0 ? 0 : ArticleDoc[article - 1] + 1;

    /// <summary>The paragraph's ordinal.</summary>
    public int Ordinal(int doc) => doc - First(Article[doc]);

    /// <summary>Whether a document is a paragraph that searches see.</summary>
    public bool IsSearched(int doc) => Kind[doc] is not (Schema.ArticleKind or (byte)ParagraphKind.Boilerplate);

    public static SegmentColumns Of(AtomicReader reader) => BySegment.GetValue(reader.CoreCacheKey, _ => new SegmentColumns(reader));

    private static byte[] Bytes(AtomicReader reader, string field)
    {
        var source = reader.GetNumericDocValues(field);
        var values = new byte[reader.MaxDoc];
        for (var doc = 0; doc < values.Length; doc++) values[doc] = (byte)source.Get(doc);
        return values;
    }

    private static int[] Ints(AtomicReader reader, string field, int[]? documents) => Array.ConvertAll(Longs(reader, field, documents), v => (int)v);

    private static long[] Longs(AtomicReader reader, string field, int[]? documents)
    {
        var source = reader.GetNumericDocValues(field);
        var values = new long[documents?.Length ?? reader.MaxDoc];
        if (source is null) return values;
        for (var row = 0; row < values.Length; row++) values[row] = source.Get(documents?[row] ?? row);
        return values;
    }

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
