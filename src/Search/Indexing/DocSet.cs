using System.Numerics;

namespace Search.Indexing;

/// <summary>A set of numbers below a fixed size, one bit each.</summary>
internal sealed class DocSet
{
    private readonly ulong[] words;

    public DocSet(int size)
    {
        Size = size;
        words = new ulong[(size + 63) >> 6];
    }

    private DocSet(int size, ulong[] words)
    {
        Size = size;
        this.words = words;
    }

    public int Size { get; }

    /// <summary>What it takes in memory.</summary>
    public long Bytes => 8L * words.Length;

    public bool this[int i] => (words[i >> 6] & (1UL << i)) != 0;

    public void Add(int i) => words[i >> 6] |= 1UL << i;

    public void Remove(int i) => words[i >> 6] &= ~(1UL << i);

    public DocSet Copy() => new(Size, [.. words]);

    /// <summary>Keeps what is in both.</summary>
    public DocSet And(DocSet other)
    {
        for (var i = 0; i < words.Length; i++) words[i] &= other.words[i];
        return this;
    }

    /// <summary>Adds what is in the other.</summary>
    public DocSet Or(DocSet other)
    {
        for (var i = 0; i < words.Length; i++) words[i] |= other.words[i];
        return this;
    }

    /// <summary>Takes out what is in the other.</summary>
    public DocSet AndNot(DocSet other)
    {
        for (var i = 0; i < words.Length; i++) words[i] &= ~other.words[i];
        return this;
    }

    public int Count()
    {
        var count = 0;
        foreach (var word in words) count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>How many members lie from <paramref name="from"/> on and below <paramref name="end"/>.</summary>
    public int Count(int from, int end)
    {
        if (from >= end) return 0;
        var (first, last) = (from >> 6, (end - 1) >> 6);
        var (low, high) = (ulong.MaxValue << from, ulong.MaxValue >> (63 - ((end - 1) & 63)));
        if (first == last) return BitOperations.PopCount(words[first] & low & high);
        var count = BitOperations.PopCount(words[first] & low) + BitOperations.PopCount(words[last] & high);
        for (var i = first + 1; i < last; i++) count += BitOperations.PopCount(words[i]);
        return count;
    }

    public bool IsEmpty => words.AsSpan().IndexOfAnyExcept(0UL) < 0;

    /// <summary>The smallest member from <paramref name="from"/> on; -1 when there is none.</summary>
    public int Next(int from)
    {
        if (from >= Size) return -1;
        var at = from >> 6;
        var word = words[at] & (ulong.MaxValue << from);
        while (word == 0)
        {
            if (++at >= words.Length) return -1;
            word = words[at];
        }
        return (at << 6) + BitOperations.TrailingZeroCount(word);
    }

    /// <summary>The members in order.</summary>
    public Enumerator GetEnumerator() => new(words);

    public ref struct Enumerator(ulong[] words)
    {
        private int at = -1;
        private ulong word;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (word == 0)
            {
                if (++at >= words.Length) return false;
                word = words[at];
            }
            Current = (at << 6) + BitOperations.TrailingZeroCount(word);
            word &= word - 1;
            return true;
        }
    }
}
