namespace Search.Reading.Packing.Deflate;

/// <summary>A prefix code of deflate (RFC 1951, 3.2.2): symbols by the lengths of their codes.</summary>
internal sealed class PrefixCode
{
    private const int Longest = 15;
    /// <summary>By the next bits: a symbol, and in its low four bits the length of its code; zero where there is none.</summary>
    private readonly ushort[] symbols;
    private readonly int longest;

    /// <exception cref="InvalidDataException">No code has such lengths.</exception>
    public PrefixCode(ReadOnlySpan<byte> lengths)
    {
        Span<int> counts = stackalloc int[Longest + 1];
        foreach (var length in lengths) counts[length]++;
        counts[0] = 0;
        longest = counts.LastIndexOfAnyExcept(0);
        if (longest < 0) longest = 0;
        symbols = new ushort[1 << longest];
        Span<int> next = stackalloc int[Longest + 1];
        var code = 0;
        for (var length = 1; length <= longest; length++)
        {
            code = (code + counts[length - 1]) << 1;
            next[length] = code;
            if (code + counts[length] > 1 << length) throw Broken();
        }
        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            var length = lengths[symbol];
            if (length == 0) continue;
            for (var at = Reversed(next[length]++, length); at < symbols.Length; at += 1 << length) symbols[at] = (ushort)(symbol << 4 | length);
        }
    }

    /// <summary>The next symbol.</summary>
    /// <exception cref="InvalidDataException">The bits are no symbol's code.</exception>
    public int Next(BitInput input)
    {
        var entry = symbols[input.Peek(longest)];
        if (entry == 0) throw Broken();
        input.Drop(entry & 15);
        return entry >> 4;
    }

    public static InvalidDataException Broken() => new("The packed data is damaged.");

    /// <summary>A code's bits from the other end, as they come.</summary>
    private static int Reversed(int code, int length)
    {
        var reversed = 0;
        for (var i = 0; i < length; i++) reversed |= (code >> i & 1) << (length - 1 - i);
        return reversed;
    }
}
