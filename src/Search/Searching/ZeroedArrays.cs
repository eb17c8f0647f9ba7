using System.Collections.Concurrent;
using System.Numerics;

namespace Search.Searching;

/// <summary>
/// Large arrays that hold nothing but zeros, used again: a search that matches little does not pay for clearing what it never touched. Whoever returns an
/// array has set back what he wrote; one that is not returned is lost to the collector, no more. Safe for several threads.
/// </summary>
internal static class ZeroedArrays<T> where T : struct
{
    private static readonly int MostOfALength = 4 * Environment.ProcessorCount;
    private static readonly ConcurrentBag<T[]>[] ByLength = [.. Enumerable.Range(0, 32).Select(_ => new ConcurrentBag<T[]>())];

    /// <summary>An array of at least this length.</summary>
    public static T[] Rent(int length)
    {
        var power = BitOperations.Log2((uint)Math.Max(1, length - 1)) + 1;
        return ByLength[power].TryTake(out var array) ? array : new T[1 << power];
    }

    /// <summary>Gives an array back; it holds zeros only.</summary>
    public static void Return(T[] array)
    {
        var bag = ByLength[BitOperations.Log2((uint)array.Length)];
        if (bag.Count < MostOfALength) bag.Add(array);
    }
}
