using System.Diagnostics;
using Search.Searching;

namespace Search.Benchmarks;

/// <summary>What searches and facets cost beside bare Lucene.NET with the same paragraphs, in one process.</summary>
internal static class SearchComparison
{
    private const int Everything = 100;

    public static async Task<int> RunAsync(SearchOptions options)
    {
        if (options.Data is { } given && !Directory.Exists(given)) return await RefuseAsync($"There is no data folder '{given}'. Name one that 'news index' has made, or give paths of articles.");
        var temporary = Directory.CreateTempSubdirectory("news-bench-");
        try
        {
            var data = options.Data ?? temporary.CreateSubdirectory("data").FullName;
            if (options.Data is null) await WholeProduct.IndexAsync(new Material(options.Paths), data);
            var lucene = options.Lucene ?? temporary.CreateSubdirectory("lucene").FullName;
            if (await CompareAsync(options, data, lucene) is not { } report) return await RefuseAsync("No articles in " + (options.Data ?? string.Join(", ", options.Paths)));
            report.Print();
            if (options.Json is { } file) await File.WriteAllTextAsync(file, report.Json());
            return 0;
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 2;
    }

    /// <summary>Null when there is nothing to search.</summary>
    private static async Task<SearchReport?> CompareAsync(SearchOptions options, string data, string folder)
    {
        await CatchUpAsync(data);
        var before = Held();
        await using var corpus = await Corpus.OpenAsync(new CorpusOptions { Folder = data });
        var corpusBytes = Held() - before;
        var status = await corpus.StatusAsync();
        if (status.Paragraphs == 0) return null;
        var shape = EditionShape.Of(data);
        if (!LuceneIndex.IsOf(folder, shape))
        {
            Tell($"puts {status.Paragraphs} paragraphs into Lucene.NET");
            await LuceneIndex.MakeAsync(folder, ParagraphsAsync(corpus), status.Paragraphs, shape);
        }
        before = Held();
        using var lucene = new LuceneBaseline(folder, options.InMemory);
        Tell("chooses queries");
        var report = new SearchReport
        {
            Command = "search " + string.Join(' ', Environment.GetCommandLineArgs().Skip(2)),
            Articles = status.Articles,
            Paragraphs = status.Paragraphs,
            Segments = shape.Documents.Count,
            LuceneSegments = lucene.Reader.Leaves.Count,
            CorpusMegabytes = corpusBytes / 1e6,
            LuceneMegabytes = (Held() - before) / 1e6,
            Rounds = options.Rounds,
            ProcessorTime = options.ProcessorTime,
            Sizes = await SizesAsync(corpus, lucene, status.Paragraphs, options),
        };
        long warm = 0;
        var times = await SearchTimes.MeasureAsync(report.Sizes, SearchWays.All(corpus, lucene), options.Rounds, round =>
        {
            if (round == 0) warm = WorkingSet();
            Tell(round < 0 ? "warms up" : FormattableString.Invariant($"round {round + 1} of {options.Rounds}"));
        });
        return report with { Times = times, WarmMegabytes = warm / 1e6 };
    }

    /// <summary>The index holds and has committed all that the archive has; it is made anew when it was made by another version.</summary>
    private static async Task CatchUpAsync(string data)
    {
        await using var corpus = await Corpus.OpenAsync(new CorpusOptions { Folder = data });
        await WholeProduct.CatchUpAsync(corpus);
    }

    private static async Task<IReadOnlyList<SizeClass>> SizesAsync(Corpus corpus, LuceneBaseline lucene, int paragraphs, SearchOptions options)
    {
        var choice = new QueryChoice(lucene, paragraphs, text => SearchWays.CountAsync(corpus, text));
        var sizes = new List<SizeClass>();
        foreach (var size in options.Sizes)
        {
            // There is one query for everything: it gets a fourth of the searches.
            sizes.Add(size == Everything
                ? new SizeClass("everything", [.. Enumerable.Repeat(new SizedQuery([], paragraphs), Math.Max(1, options.Queries / 4))])
                : await choice.OfAsync(size / 100.0, options.Queries));
        }
        return sizes;
    }

    private static async IAsyncEnumerable<ParagraphHit> ParagraphsAsync(Corpus corpus)
    {
        var all = new SearchRequest { Unit = SearchUnit.Paragraph, Sort = SortOrder.OldestFirst, Highlight = HighlightMode.None };
        await foreach (var hit in corpus.ExportAsync(all)) yield return (ParagraphHit)hit;
    }

    private static void Tell(string what) => Console.Error.WriteLine(what);

    private static long Held() => GC.GetTotalMemory(forceFullCollection: true);

    private static long WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
