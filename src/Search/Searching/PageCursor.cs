using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Hashing;
using System.Text;
using Search.Indexing;
using Search.Searching.Ranking;

namespace Search.Searching;

/// <summary>
/// Where the next page begins: in which snapshot, behind which hit. Bound to the request's parameters: a cursor of another search is refused.
/// </summary>
/// <param name="Snapshot">The leased snapshot.</param>
/// <param name="Offset">How many hits stand before the page.</param>
/// <param name="After">The last hit before it; null when only the offset is known.</param>
/// <param name="Now">When the first page was asked for: ages count from there on every page.</param>
internal sealed record PageCursor(long Snapshot, int Offset, SortKey? After, DateTimeOffset Now)
{
    /// <summary>Parameters that may change from page to page.</summary>
    private static readonly HashSet<string> Free = ["cursor", "limit", "offset", "facet", "hints", "highlight", "snippet", "best", "explain", "timeout", "min_generation"];

    /// <summary>Base64url; opaque to callers.</summary>
    public string Write(SearchRequest request)
    {
        var to = new PackedWriter();
        to.Number(Fingerprint(request));
        to.Number((ulong)Snapshot);
        to.Int(Offset);
        to.Number((ulong)Now.UtcTicks);
        to.Byte(After is null ? (byte)0 : (byte)1);
        if (After is not null)
        {
            to.Number(BitConverter.DoubleToUInt64Bits(After.Key));
            to.Text(After.Article);
            to.Int(After.Ordinal);
        }
        return Base64Url.EncodeToString(to.Written);
    }

    /// <summary>Reads a cursor of this request; null when it is none.</summary>
    public static PageCursor? Read(string text, SearchRequest request)
    {
        try
        {
            var from = new PackedReader(Base64Url.DecodeFromChars(text));
            if (from.Number() != Fingerprint(request)) return null;
            var snapshot = (long)from.Number();
            var offset = from.Int();
            var now = new DateTimeOffset((long)from.Number(), TimeSpan.Zero);
            var after = from.Byte() == 0 ? null : new SortKey(BitConverter.UInt64BitsToDouble(from.Number()), from.Text(), from.Int());
            return offset is < 0 or > int.MaxValue - SearchRequest.MaxLimit || !from.AtEnd ? null : new PageCursor(snapshot, offset, after, now);
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What a parameter means that is not given: spelt out it makes no other search.</summary>
    private static readonly Dictionary<string, string> Defaults = new()
    {
        ["unit"] = "article",
        ["scope"] = "paragraph",
        ["match"] = "all",
        ["syntax"] = "news",
        ["strict"] = "false",
        ["sort"] = "relevance",
        ["tz"] = "UTC",
        ["dedupe"] = "none",
    };

    /// <summary>A number that tells searches apart that find or order other hits.</summary>
    public static ulong Fingerprint(SearchRequest request)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in request.Parameters.Where(p => !Free.Contains(p.Key) && !p.Key.StartsWith("facet.", StringComparison.Ordinal) && Defaults.GetValueOrDefault(p.Key) != p.Value).OrderBy(p => p.Key, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal))
        {
            text.Append(name).Append('\0').Append(value).Append('\0');
        }
        return BinaryPrimitives.ReadUInt64LittleEndian(XxHash64.Hash(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
