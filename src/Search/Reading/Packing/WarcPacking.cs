using System.Buffers;
using System.Globalization;
using Search.Reading.Packing.Web;

namespace Search.Reading.Packing;

/// <summary>WARC, the form in which web archives keep what they fetched (ISO 28500, 1.0 and 1.1, and the drafts before them).</summary>
internal sealed class WarcPacking : IPacking, IRecordForm
{
    private static readonly SearchValues<char> VersionCharacters = SearchValues.Create("0123456789.");

    public string Name => "WARC";

    public bool Recognises(ReadOnlySpan<byte> head) => head.TrimStart("\r\n"u8) is [(byte)'W', (byte)'A', (byte)'R', (byte)'C', (byte)'/', >= (byte)'0' and <= (byte)'9', (byte)'.', ..];

    public IEnumerable<Member> Open(Packed packed) => new WebArchive(new RecordReader(new RecordInput(packed.Stream), this)).Pages();

    public bool Begins(string line) => line.Length is >= 8 and <= 12 && line.StartsWith("WARC/", StringComparison.Ordinal) && !line.AsSpan(5).TrimEnd().ContainsAnyExcept(VersionCharacters);

    public Record Read(string line, RecordInput input)
    {
        var headers = HttpMessage.Headers(input);
        var length = headers.GetValueOrDefault("content-length");
        var type = headers.GetValueOrDefault("warc-type", "").ToLowerInvariant();
        var mediaType = headers.GetValueOrDefault("content-type");
        var isSegment = headers.GetValueOrDefault("warc-segment-number") is not (null or "1");
        return new Record(headers.GetValueOrDefault("warc-target-uri", ""), Record.ReadLength(length) ?? throw new InvalidDataException($"The record's length, '{MemberName.Shown(length ?? "")}', is no number; it was not read."))
        {
            Other = type is "response" or "resource" or "conversion" && !isSegment ? "" : type.Length == 0 ? "no type" : isSegment ? "continuation" : type,
            MediaType = mediaType,
            Fetched = DateTimeOffset.TryParse(headers.GetValueOrDefault("warc-date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null,
        };
    }
}
