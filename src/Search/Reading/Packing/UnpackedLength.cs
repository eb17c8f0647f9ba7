namespace Search.Reading.Packing;

/// <summary>Measures what a packed stream unpacks to, without reading what it holds.</summary>
/// <param name="limit">In bytes, for each level of packing.</param>
internal sealed class UnpackedLength(long limit)
{
    private readonly UnpackLimits limits = new() { MostBytes = limit };

    public bool IsExceededBy(Stream stream)
    {
        var counted = new CountedStream(stream);
        Measure(new Opened(counted, "", () => counted.Bytes));
        return limits.IsSpent;
    }

    private void Measure(Opened opened)
    {
        try
        {
            var (head, whole) = HeadedStream.Peek(opened.Stream, Head.Length);
            if (Packings.Of(head) is not { } packing || opened.Depth == UnpackLimits.MostDepth)
            {
                if (opened.Depth > 0) whole.CopyTo(Stream.Null);
                return;
            }
            foreach (var member in packing.Open(new Packed(whole, opened.Intake, opened.Begin)))
            {
                if (member.Problem is null) Measure(opened.Inner(member, limits));
                if (limits.IsSpent) return;
            }
        }
        catch (Exception e) when (ReadErrors.IsForeign(e))
        {
            // What is broken is told by the reader, with what was read before it.
        }
    }
}
