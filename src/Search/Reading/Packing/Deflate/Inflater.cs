namespace Search.Reading.Packing.Deflate;

/// <summary>
/// Unpacks deflate (RFC 1951) and stands exactly behind its last byte then. The platform's own streams take a torn file for a whole one and do not say
/// where they stopped, so that nothing behind damage could be read.
/// </summary>
internal sealed class Inflater(BitInput input)
{
    private const int WindowLength = 32 * 1024;
    private static readonly byte[] LengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    private static readonly ushort[] LengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly byte[] LengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static readonly ushort[] DistanceBase = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
    private static readonly byte[] DistanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
    private static readonly (PrefixCode Literals, PrefixCode Distances) Fixed = FixedCodes();

    private readonly byte[] window = new byte[WindowLength];
    private (PrefixCode Literals, PrefixCode Distances) codes = Fixed;
    private Block block;
    private bool isLast;
    private long written;
    private int stored;
    private int copied;
    private int distance;

    private enum Block { None, Stored, Coded, End }

    /// <summary>Starts on new data, where a byte begins.</summary>
    public void Begin() => (block, isLast, written, copied) = (Block.None, false, 0, 0);

    /// <summary>Unpacks into <paramref name="to"/>, which is not empty; nothing at the end of the data, behind which the input then stands.</summary>
    /// <exception cref="InvalidDataException">The data is damaged or torn.</exception>
    public int Read(Span<byte> to)
    {
        var read = 0;
        while (read < to.Length && block != Block.End)
        {
            switch (block)
            {
                case Block.None: BeginBlock(); break;
                case Block.Stored: read += ReadStored(to[read..]); break;
                default: read += ReadCoded(to[read..]); break;
            }
        }
        return read;
    }

    private void BeginBlock()
    {
        if (isLast)
        {
            input.Align();
            block = Block.End;
            return;
        }
        isLast = input.Take(1) == 1;
        switch (input.Take(2))
        {
            case 0:
                input.Align();
                stored = input.Take(16);
                if (input.Take(16) != (stored ^ 0xFFFF)) throw PrefixCode.Broken();
                input.Align();
                block = stored > 0 ? Block.Stored : Block.None;
                break;
            case 1: (codes, block) = (Fixed, Block.Coded); break;
            case 2: (codes, block) = (ReadCodes(), Block.Coded); break;
            default: throw PrefixCode.Broken();
        }
    }

    private int ReadStored(Span<byte> to)
    {
        var read = input.Bytes(to[..Math.Min(to.Length, stored)]);
        if (read == 0) throw BitInput.Ended();
        for (var i = 0; i < read; i++) window[written++ & (WindowLength - 1)] = to[i];
        stored -= read;
        if (stored == 0) block = Block.None;
        return read;
    }

    private int ReadCoded(Span<byte> to)
    {
        var read = 0;
        while (read < to.Length)
        {
            if (copied > 0)
            {
                copied--;
                to[read++] = Put(window[(written - distance) & (WindowLength - 1)]);
                continue;
            }
            var symbol = codes.Literals.Next(input);
            if (symbol < 256) to[read++] = Put((byte)symbol);
            else if (symbol > 256) BeginCopy(symbol - 257);
            else
            {
                block = Block.None;
                break;
            }
        }
        return read;
    }

    private byte Put(byte b) => window[written++ & (WindowLength - 1)] = b;

    private void BeginCopy(int symbol)
    {
        if (symbol >= LengthBase.Length) throw PrefixCode.Broken();
        copied = LengthBase[symbol] + input.Take(LengthBits[symbol]);
        var far = codes.Distances.Next(input);
        if (far >= DistanceBase.Length) throw PrefixCode.Broken();
        distance = DistanceBase[far] + input.Take(DistanceBits[far]);
        if (distance > written) throw PrefixCode.Broken();
    }

    private (PrefixCode, PrefixCode) ReadCodes()
    {
        var (literals, distances, lengths) = (input.Take(5) + 257, input.Take(5) + 1, input.Take(4) + 4);
        Span<byte> ofLengths = stackalloc byte[LengthOrder.Length];
        ofLengths.Clear();
        for (var i = 0; i < lengths; i++) ofLengths[LengthOrder[i]] = (byte)input.Take(3);
        var code = new PrefixCode(ofLengths);
        Span<byte> all = stackalloc byte[288 + 32];
        all.Clear();
        for (var at = 0; at < literals + distances;)
        {
            var symbol = code.Next(input);
            var (value, times) = symbol switch
            {
                < 16 => ((byte)symbol, 1),
                16 => (at > 0 ? all[at - 1] : throw PrefixCode.Broken(), 3 + input.Take(2)),
                17 => ((byte)0, 3 + input.Take(3)),
                _ => ((byte)0, 11 + input.Take(7)),
            };
            if (at + times > literals + distances) throw PrefixCode.Broken();
            all.Slice(at, times).Fill(value);
            at += times;
        }
        return (new PrefixCode(all[..literals]), new PrefixCode(all.Slice(literals, distances)));
    }

    private static (PrefixCode, PrefixCode) FixedCodes()
    {
        var literals = new byte[288];
        literals.AsSpan(0, 144).Fill(8);
        literals.AsSpan(144, 112).Fill(9);
        literals.AsSpan(256, 24).Fill(7);
        literals.AsSpan(280).Fill(8);
        var distances = new byte[30];
        distances.AsSpan().Fill(5);
        return (new PrefixCode(literals), new PrefixCode(distances));
    }
}
