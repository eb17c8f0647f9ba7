using Lucene.Net.Analysis.En;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Search.Benchmarks;

/// <summary>The least that Lucene.NET can do with paragraphs: an id and one English text field, with positions, stored.</summary>
internal static class BareLucene
{
    private const double BufferMegabytes = 48;

    public static void Index(Material material, string folder)
    {
        using var directory = new SimpleFSDirectory(folder);
        using var analyzer = new EnglishAnalyzer(LuceneVersion.LUCENE_48);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
        {
            Similarity = new BM25Similarity(),
            RAMBufferSizeMB = BufferMegabytes,
            MaxThreadStates = Environment.ProcessorCount,
        };
        using var writer = new IndexWriter(directory, config);
        var threads = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(material.Articles, threads, () => new Passage(), (article, _, passage) =>
        {
            foreach (var paragraph in article.Paragraphs)
            {
                passage.Id.SetStringValue($"{article.Id}#{paragraph.Ordinal}");
                passage.Text.SetStringValue(paragraph.Text);
                writer.AddDocument(passage.Document);
            }
            return passage;
        }, _ => { });
        writer.Commit();
    }

    /// <summary>A document that is filled again and again.</summary>
    private sealed class Passage
    {
        public Passage() => Document = [Id, Text];

        public StringField Id { get; } = new("id", "", Field.Store.YES);

        public TextField Text { get; } = new("text", "", Field.Store.YES);

        public Document Document { get; }
    }
}
