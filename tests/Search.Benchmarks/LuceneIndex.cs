using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Search.Searching;

namespace Search.Benchmarks;

/// <summary>
/// The paragraphs of a corpus in bare Lucene.NET: a document each, with English stems (no stop words: the product has none either) with positions, the
/// text stored, and the ids of the actors as doc values. As many segments as the product's index has, of the same relative sizes.
/// </summary>
internal static class LuceneIndex
{
    public const string Text = "text";
    public const string Actor = "actor";

    /// <summary>The words as written: queries are made of them. No search looks into it.</summary>
    public const string Word = "word";

    private static readonly FieldType Words = new() { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY };
    private const string MadeOf = "made.of";
    private const double BufferMegabytes = 256;

    public static Analyzer Analyzer { get; } = new PerFieldAnalyzerWrapper(
        new EnglishAnalyzer(LuceneVersion.LUCENE_48, CharArraySet.Empty),
        new Dictionary<string, Analyzer> { [Word] = new StandardAnalyzer(LuceneVersion.LUCENE_48, CharArraySet.Empty) });

    /// <summary>Whether a folder holds an index of just this edition.</summary>
    public static bool IsOf(string folder, EditionShape shape)
    {
        using var directory = new SimpleFSDirectory(folder);
        if (!DirectoryReader.IndexExists(directory)) return false;
        using var reader = DirectoryReader.Open(directory);
        return reader.IndexCommit.UserData.TryGetValue(MadeOf, out var print) && print == shape.Print;
    }

    /// <summary>Makes the index anew from paragraphs in any order.</summary>
    /// <param name="folder">What lies in it is replaced.</param>
    /// <param name="paragraphs">Whole, with all their actors.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="shape">Where segments end.</param>
    public static async Task MakeAsync(string folder, IAsyncEnumerable<ParagraphHit> paragraphs, int count, EditionShape shape)
    {
        using var directory = new SimpleFSDirectory(folder);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, Analyzer)
        {
            Similarity = new BM25Similarity(),
            OpenMode = OpenMode.CREATE,
            RAMBufferSizeMB = BufferMegabytes,
            MergePolicy = NoMergePolicy.COMPOUND_FILES,
            UseCompoundFile = false,
        };
        using var writer = new IndexWriter(directory, config);
        var ends = Ends(shape, count);
        var added = 0;
        await foreach (var paragraph in paragraphs)
        {
            writer.AddDocument(Of(paragraph));
            if (ends.Contains(++added)) writer.Flush(triggerMerge: false, applyAllDeletes: false);
        }
        writer.SetCommitData(new Dictionary<string, string> { [MadeOf] = shape.Print });
        writer.Commit();
    }

    private static Document Of(ParagraphHit paragraph)
    {
        var document = new Document
        {
            new StringField("id", paragraph.Id, Field.Store.YES),
            new TextField(Text, paragraph.Text, Field.Store.YES),
            new Field(Word, paragraph.Text, Words),
        };
        foreach (var actor in paragraph.Actors) document.Add(new SortedSetDocValuesField(Actor, new BytesRef(actor.Id)));
        return document;
    }

    /// <summary>After how many paragraphs each segment ends.</summary>
    private static HashSet<int> Ends(EditionShape shape, int count)
    {
        var all = shape.Documents.Sum(d => (long)d);
        var ends = new HashSet<int>();
        long before = 0;
        foreach (var documents in shape.Documents)
        {
            before += documents;
            ends.Add((int)(before * count / all));
        }
        return ends;
    }
}
