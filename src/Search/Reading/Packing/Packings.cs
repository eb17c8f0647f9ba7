namespace Search.Reading.Packing;

/// <summary>Every packing that is read; no two recognise the same head.</summary>
internal static class Packings
{
    public static IReadOnlyList<IPacking> All { get; } = [new GzipPacking(), new ZstdPacking(), new ZipPacking(), new TarPacking(), new WarcPacking(), new ArcPacking()];

    /// <summary>Their names, for messages.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(p => p.Name));

    /// <summary>The packing of what begins so; null when it is not packed.</summary>
    public static IPacking? Of(ReadOnlySpan<byte> head)
    {
        foreach (var packing in All)
        {
            if (packing.Recognises(head)) return packing;
        }
        return null;
    }
}
