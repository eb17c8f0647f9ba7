using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Search.Benchmarks;

/// <summary>The committed index of a data folder, as its files tell.</summary>
/// <param name="Print">Different when the index is another.</param>
/// <param name="Documents">The live documents of each segment.</param>
internal sealed record EditionShape(string Print, IReadOnlyList<int> Documents)
{
    public static EditionShape Of(string data)
    {
        var folder = System.IO.Directory.GetDirectories(Path.Combine(data, WholeProduct.Index)).Max(StringComparer.Ordinal)!;
        using var directory = new SimpleFSDirectory(folder, NoLockFactory.GetNoLockFactory());
        using var reader = DirectoryReader.Open(directory);
        var said = reader.IndexCommit.UserData.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key}={d.Value}");
        var documents = reader.Leaves.Select(l => l.AtomicReader.NumDocs).ToList();
        return new EditionShape($"{string.Join(' ', said)} segments={string.Join(',', documents)}", documents);
    }
}
