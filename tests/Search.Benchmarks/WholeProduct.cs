namespace Search.Benchmarks;

/// <summary>All that the product does with an article: archive, tags, index; until it is durable, found and committed.</summary>
internal static class WholeProduct
{
    public const string Index = "editions";
    private const int Batch = 500;

    public static async Task IndexAsync(Material material, string folder)
    {
        await using var corpus = await Corpus.OpenAsync(new CorpusOptions { Folder = folder });
        foreach (var batch in material.Drafts.Chunk(Batch))
        {
            foreach (var answer in await corpus.PutAsync(batch))
            {
                if (answer.Problem is { } problem) throw new InvalidOperationException($"{answer.Id}: {problem.Detail}");
            }
        }
        await CatchUpAsync(corpus);
    }

    /// <summary>Waits until searches see all that is stored.</summary>
    public static async Task CatchUpAsync(Corpus corpus)
    {
        while (!await corpus.WaitVisibleAsync(corpus.Sequence, TimeSpan.FromMinutes(1)))
        {
            if (corpus.Trouble is { } trouble) throw new InvalidOperationException(trouble);
        }
    }
}
