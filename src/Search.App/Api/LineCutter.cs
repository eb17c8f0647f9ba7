using System.Buffers;

namespace Search.App.Api;

/// <summary>Cuts a stream of bytes into lines. What has been looked at is not looked at again; a line over the limit is passed over, not kept.</summary>
internal sealed class LineCutter(int maxLine)
{
    private long looked;
    private bool tooLongSoFar;

    /// <summary>
    /// Takes the next whole line off the buffer, without its line feed; at the end of the stream also what stands behind the last one.
    /// False leaves in the buffer what is to be kept until more has come.
    /// </summary>
    public bool TryTake(ref ReadOnlySequence<byte> buffer, bool isLast, out ReadOnlySequence<byte> line, out bool tooLong)
    {
        var feed = buffer.Slice(looked).PositionOf((byte)'\n');
        if (feed is { } at)
        {
            line = buffer.Slice(0, at);
            buffer = buffer.Slice(buffer.GetPosition(1, at));
        }
        else if (isLast && (buffer.Length > 0 || tooLongSoFar))
        {
            line = buffer;
            buffer = buffer.Slice(buffer.End);
        }
        else
        {
            looked = buffer.Length;
            if (looked > maxLine)
            {
                tooLongSoFar = true;
                buffer = buffer.Slice(buffer.End);
                looked = 0;
            }
            line = default;
            tooLong = false;
            return false;
        }
        tooLong = tooLongSoFar || line.Length > maxLine;
        tooLongSoFar = false;
        looked = 0;
        return true;
    }

    /// <summary>Whether nothing but white space stands in a line.</summary>
    public static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var segment in line)
        {
            if (segment.Span.IndexOfAnyExcept(" \t\r"u8) >= 0) return false;
        }
        return true;
    }
}
