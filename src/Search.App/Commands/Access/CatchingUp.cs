namespace Search.App.Commands.Access;

/// <summary>Waiting for the index.</summary>
internal static class CatchingUp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private const int MostTroubles = 10;

    /// <summary>Waits until searches see a change, calling <paramref name="meanwhile"/> each second.</summary>
    /// <exception cref="CommandFailure">The index cannot be written.</exception>
    public static async Task CatchUpAsync(this IArticleSink corpus, long generation, Action meanwhile, CancellationToken cancel)
    {
        var troubles = 0;
        while (!await corpus.WaitVisibleAsync(generation, Patience, cancel))
        {
            troubles = corpus.Trouble is null ? 0 : troubles + 1;
            if (troubles == MostTroubles)
            {
                throw new CommandFailure(ExitCode.Unexpected, $"All articles are stored, but the index cannot follow: {corpus.Trouble} Once that is put right, the next command catches up.");
            }
            meanwhile();
        }
    }
}
