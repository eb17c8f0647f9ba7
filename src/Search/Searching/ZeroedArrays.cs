using System.Collections.Concurrent;
using System.Numerics;

namespace Search.Searching;

/// <summary>
/// Large arrays that hold nothing but zeros, used again: a search that matches little does not pay for clearing what it never touched. Whoever returns an
/// array has set back what he wrote; one that is not returned is lost to the collector, no more. Safe for several threads.
/// </summary>
internal static class ZeroedArrays<T> where T : unmanaged
{
    /// <summary>What lies waiting, at most; beyond it arrays go to the collector.</summary>
    private const long MostBytes = 128L << 20;

    private static readonly ConcurrentBag<T[]>[] ByLength = [.. Enumerable.Range(0, 32).Select(_ => new ConcurrentBag<T[]>())];
    private static long bytes;

    /// <summary>An array of at least this length.</summary>
    public static T[] Rent(int length)
    {
        var power = BitOperations.Log2((uint)Math.Max(1, length - 1)) + 1;
        if (!ByLength[power].TryTake(out var array)) return new T[1 << power];
        Interlocked.Add(ref bytes, -Bytes(array));
        return array;
    }

    /// <summary>Gives an array back; it holds zeros only.</summary>
    public static void Return(T[] array)
    {
        if (Interlocked.Add(ref bytes, Bytes(array)) > MostBytes) Interlocked.Add(ref bytes, -Bytes(array));
        else ByLength[BitOperations.Log2((uint)array.Length)].Add(array);
    }

    private static long Bytes(T[] array) => (long)array.Length * System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
}
