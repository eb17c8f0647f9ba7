using System.Globalization;
using Search.Reading.Packing.Web;

namespace Search.Reading.Packing;

/// <summary>ARC, the elder form of web archives (Internet Archive, versions 1 and 2): a line before each record says what and how long it is.</summary>
internal sealed class ArcPacking : IPacking, IRecordForm
{
    private const string FileDescription = "filedesc:";
    /// <summary>URL, IP address, date, media type, length; in version 2 five more between the last two.</summary>
    private const int Fields = 5, LongFields = 10;

    public string Name => "ARC";

    public bool Recognises(ReadOnlySpan<byte> head) => head.TrimStart("\r\n"u8).StartsWith("filedesc://"u8);

    public IEnumerable<Member> Open(Packed packed) => new WebArchive(new RecordReader(new RecordInput(packed.Stream), this)).Pages();

    public bool Begins(string line) => Split(line) is not null;

    public Record Read(string line, RecordInput input)
    {
        var (url, fields) = Split(line)!.Value;
        var length = Record.ReadLength(fields[^1]) ?? throw new InvalidDataException($"The record's length, '{MemberName.Shown(fields[^1])}', is no number; it was not read.");
        return new Record(url, length)
        {
            Other = url.StartsWith(FileDescription, StringComparison.Ordinal) ? "filedesc" : "",
            MediaType = fields[2] == "no-type" ? null : fields[2],
            Fetched = DateTimeOffset.TryParseExact(fields[1], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null,
        };
    }

    /// <summary>The address, which may have spaces, and the fields behind it; null when the line begins no record.</summary>
    private static (string Url, string[] Fields)? Split(string line)
    {
        var words = line.Split(' ');
        foreach (var count in (ReadOnlySpan<int>)[Fields, LongFields])
        {
            if (words.Length < count) break;
            var fields = words[^(count - 1)..];
            var url = string.Join(' ', words[..^(count - 1)]);
            if (IsAddress(url) && IsHost(fields[0]) && fields[1].Length >= 12 && fields[1].All(char.IsAsciiDigit)) return (url, fields);
        }
        return null;
    }

    private static bool IsAddress(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon is > 1 and < 16 && text.AsSpan(0, colon).IndexOfAnyExceptInRange('a', 'z') < 0;
    }

    private static bool IsHost(string text) => text is "-" || text.Contains('.', StringComparison.Ordinal) || text.Contains(':', StringComparison.Ordinal);
}
