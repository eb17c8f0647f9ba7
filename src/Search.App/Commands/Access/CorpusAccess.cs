using Search.App.Commands.Printing;

namespace Search.App.Commands.Access;

/// <summary>The way into a data folder: opens it, or asks the server that holds it.</summary>
internal static class CorpusAccess
{
    /// <summary>For reading: the folder must be there, and the index catches up with what was stored before this returns.</summary>
    /// <exception cref="CommandFailure">There is no such folder, or its holder does not answer.</exception>
    public static async Task<ICorpusAccess> OpenToReadAsync(string folder, Terminal terminal, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandFailure(ExitCode.BadUsage,
                $"There is no data folder {folder}. Fill one with `news index PATH`, start `news serve`, or name yours with --{Setting.Data.Name}.");
        }
        var access = await OpenAsync(folder, terminal, cancel);
        try
        {
            var told = false;
            if (access is LocalCorpus local) await local.CatchUpAsync(local.Sequence, Tell, cancel);
            return access;

            void Tell()
            {
                if (!told) terminal.Error.WriteLine("The index catches up with the articles stored last ...");
                told = true;
            }
        }
        catch
        {
            await access.DisposeAsync();
            throw;
        }
    }

    /// <summary>For writing: the folder is made when missing.</summary>
    /// <exception cref="CommandFailure">The folder's holder does not answer, or the folder cannot be made.</exception>
    public static async Task<ICorpusAccess> OpenAsync(string folder, Terminal terminal, CancellationToken cancel)
    {
        try
        {
            var corpus = await Corpus.OpenAsync(new CorpusOptions { Folder = folder, Clock = terminal.Clock }, cancel);
            foreach (var problem in corpus.DataProblems) await terminal.Error.WriteLineAsync("Not used: " + Printable.Text(problem));
            return new LocalCorpus(folder, corpus, terminal.Clock);
        }
        catch (CorpusInUseException e) when (e.Address is { } address)
        {
            return RemoteCorpus.At(address) ?? throw new CommandFailure(ExitCode.FolderInUse, $"{e.Message} The address '{address}' in its lock cannot be asked.");
        }
        catch (UnauthorizedAccessException e)
        {
            throw new CommandFailure(ExitCode.BadUsage, $"The data folder {folder} cannot be used: {e.Message}");
        }
    }
}
