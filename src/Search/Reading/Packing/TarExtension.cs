using System.Globalization;

namespace Search.Reading.Packing;

/// <summary>What stands in entries of their own before the entry that it speaks of: long names of GNU, records of pax.</summary>
internal sealed class TarExtension
{
    /// <summary>In bytes; longer ones are cut.</summary>
    private const int Longest = 1024 * 1024;
    private string? name;
    private long? size;
    private bool isSparse;

    /// <summary>Whether the entry is an extension; it is kept then.</summary>
    public bool Take(TarHeader header, Stream body)
    {
        switch (header.Type)
        {
            case 'L': name = TarHeader.Text(Read(body, header.Size)); return true;
            case 'x': TakeRecords(Read(body, header.Size)); return true;
            case 'K' or 'g' or 'X': return true;
            default: return false;
        }
    }

    /// <summary>What holds of the entry that follows.</summary>
    public (string Name, long Size, bool IsSparse) Of(TarHeader header) => (name ?? header.Name, size ?? header.Size, isSparse);

    private static byte[] Read(Stream body, long size)
    {
        var bytes = new byte[(int)Math.Min(size, Longest)];
        return bytes[..body.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    /// <summary>Records <c>length key=value\n</c>; what is none ends them.</summary>
    private void TakeRecords(ReadOnlySpan<byte> records)
    {
        while (records.IndexOf((byte)' ') is > 0 and var space && int.TryParse(records[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length > space + 1 && length <= records.Length)
        {
            var record = TextEncoding.LenientUtf8.GetString(records[(space + 1)..length]).TrimEnd('\n');
            records = records[length..];
            var equals = record.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0) Take(record[..equals], record[(equals + 1)..]);
        }
    }

    private void Take(string key, string value)
    {
        if (key == "path") name = value;
        else if (key == "size" && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var given)) size = given;
        else isSparse |= key.StartsWith("GNU.sparse.", StringComparison.Ordinal);
    }
}
