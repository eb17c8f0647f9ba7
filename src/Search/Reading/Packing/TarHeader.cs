using System.Text;

namespace Search.Reading.Packing;

/// <summary>The block of 512 bytes before each entry of a tar file: of Unix v7, ustar, pax and GNU.</summary>
internal sealed record TarHeader(string Name, char Type, long Size)
{
    public const int Length = 512;
    private const int ChecksumAt = 148;

    /// <summary>The header; null when the block is none, by its checksum.</summary>
    public static TarHeader? Read(ReadOnlySpan<byte> block)
    {
        if (block.Length < Length || Number(block.Slice(ChecksumAt, 8)) is not { } checksum || !IsChecksum(block, checksum)) return null;
        var type = block[156] == 0 ? '0' : (char)block[156];
        if (Number(block.Slice(124, 12)) is not { } size) return null;
        // GNU keeps other things where ustar has the beginning of long names.
        var prefix = block.Slice(257, 6).SequenceEqual("ustar\0"u8) ? Text(block.Slice(345, 155)) : "";
        var name = Text(block[..100]);
        return new TarHeader(prefix.Length > 0 ? $"{prefix}/{name}" : name, type, size);
    }

    /// <summary>The characters before the first zero.</summary>
    public static string Text(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)0);
        return TextEncoding.LenientUtf8.GetString(end < 0 ? field : field[..end]);
    }

    /// <summary>By bytes with a sign or without one: there were systems that took them so.</summary>
    private static bool IsChecksum(ReadOnlySpan<byte> block, long checksum)
    {
        var (plain, signed) = (8L * ' ', 8L * ' ');
        for (var i = 0; i < Length; i++)
        {
            if (i is >= ChecksumAt and < ChecksumAt + 8) continue;
            plain += block[i];
            signed += (sbyte)block[i];
        }
        return checksum == plain || checksum == signed;
    }

    /// <summary>Octal digits, or a binary number behind a set first bit.</summary>
    private static long? Number(ReadOnlySpan<byte> field)
    {
        var value = 0L;
        if ((field[0] & 0x80) != 0)
        {
            if (field.Length < 9 || field[0] != 0x80 || field[1..^8].ContainsAnyExcept((byte)0)) return null;
            foreach (var b in field[^8..]) value = value << 8 | b;
            return value >= 0 ? value : null;
        }
        var digits = Encoding.ASCII.GetString(field).Trim(' ', '\0');
        foreach (var digit in digits)
        {
            if (digit is < '0' or > '7') return null;
            value = value << 3 | (uint)(digit - '0');
        }
        return value;
    }
}
