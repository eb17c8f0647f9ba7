using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Search.Reading;
using Search.Reading.Mapped;

namespace Search.App.Commands.Indexing;

/// <summary>
/// How far an import has come, so that the same command goes on there after an interruption: a file <c>imports/KEY.jsonl</c> in the data folder, one
/// line for each file that is done and for each step inside the one that is being read. It is written after the articles are durable, so a stop at
/// the worst moment only means that some are found to be unchanged. A file whose size or time has changed is read again. Gone when the import ends.
/// Where it cannot be written the import goes on without it.
/// </summary>
internal sealed class ImportJournal : IDisposable
{
    private readonly string path;
    private readonly Dictionary<string, Mark> before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Mark> begun = new(StringComparer.Ordinal);
    private StreamWriter? writer;
    private Mark? current;
    private bool isUnwritable;

    /// <summary>How far a file was read: all of it, or this many of its items.</summary>
    private sealed record Mark(string File, long Size, long Ticks, int Items, bool Whole);

    private ImportJournal(string path) => this.path = path;

    /// <summary>Items that an interrupted run had taken in, by the journal; they are not taken in again.</summary>
    public int Before => before.Values.Sum(m => m.Items);

    /// <summary>The journal of one import: the same paths, read the same way, by the same version of the product.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="import">What makes it this import.</param>
    public static ImportJournal Open(string folder, IEnumerable<string> import)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', import.Prepend(CommandLine.Version)))).AsSpan(0, 8));
        var journal = new ImportJournal(Path.Combine(folder, "imports", key + ".jsonl"));
        if (File.Exists(journal.path)) journal.Load();
        return journal;
    }

    /// <summary>Begins anew.</summary>
    public void Forget()
    {
        before.Clear();
        Close();
    }

    /// <summary>Whether a file was taken in whole, and is the same still.</summary>
    public bool IsDone(string file) => before.TryGetValue(file, out var mark) && mark.Whole && Stat(file) is { } now && IsSame(now, mark);

    /// <summary>The items that are still to be taken in: those behind the step to which a file of the same size and time had come.</summary>
    public IEnumerable<ReadItem> Rest(IEnumerable<ReadItem> items)
    {
        var (file, left) = ("", 0);
        foreach (var item in items)
        {
            if (item.File != file)
            {
                file = item.File;
                left = Begin(file);
            }
            if (left > 0) left--;
            else yield return item;
        }
    }

    /// <summary>These items, the next ones in order, are durable or were refused for good.</summary>
    public void Taken(IReadOnlyList<ReadItem> items)
    {
        lock (begun)
        {
            foreach (var item in items)
            {
                if (current?.File != item.File)
                {
                    if (current is not null) Write(current with { Whole = true });
                    begun.Remove(item.File, out current);
                }
                if (current is not null) current = current with { Items = current.Items + 1 };
            }
            if (current is not null) Write(current);
        }
    }

    /// <summary>All is taken in.</summary>
    public void Finish() => Close();

    public void Dispose() => writer?.Dispose();

    /// <summary>Notes a file that is being read now, which another task will report; how many of its items were taken in before.</summary>
    private int Begin(string file)
    {
        if (Stat(file) is not { } now) return 0;
        var items = before.TryGetValue(file, out var mark) && !mark.Whole && IsSame(now, mark) ? mark.Items : 0;
        lock (begun) begun[file] = now with { Items = items };
        return items;
    }

    private void Load()
    {
        try
        {
            foreach (var line in File.ReadLines(path)) Load(line);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            isUnwritable = true;
        }
    }

    private void Load(string line)
    {
        try
        {
            if (JsonSerializer.Deserialize<Mark>(line) is { File: not null } mark) before[mark.File] = mark;
        }
        catch (JsonException)
        {
            // The line that was being written when the process ended.
        }
    }

    private void Write(Mark mark)
    {
        if (isUnwritable) return;
        try
        {
            if (writer is null)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                writer = new StreamWriter(path, append: true, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
                writer.WriteLine();
            }
            writer.WriteLine(JsonSerializer.Serialize(mark));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            isUnwritable = true;
        }
    }

    private void Close()
    {
        writer?.Dispose();
        writer = null;
        try
        {
            if (File.Exists(path)) File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            isUnwritable = true;
        }
    }

    private static bool IsSame(Mark one, Mark other) => one.Size == other.Size && one.Ticks == other.Ticks;

    /// <summary>The size and time of a file; null for what is none, such as standard input.</summary>
    private static Mark? Stat(string file)
    {
        if (!Path.IsPathRooted(file)) return null;
        var info = new FileInfo(file);
        if (!info.Exists) return null;
        // A file is read by the mapping beside it, so a change of that is a change of the file.
        var mapping = new FileInfo(file + ArticleMapping.Extension);
        return new Mark(file, info.Length, Math.Max(info.LastWriteTimeUtc.Ticks, mapping.Exists ? mapping.LastWriteTimeUtc.Ticks : 0), 0, false);
    }
}
