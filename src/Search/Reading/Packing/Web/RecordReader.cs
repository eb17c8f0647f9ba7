namespace Search.Reading.Packing.Web;

/// <summary>How records of one kind of web archive are written.</summary>
internal interface IRecordForm
{
    /// <summary>Whether a record begins with this line.</summary>
    bool Begins(string line);

    /// <summary>The record that begins so; the input then stands at its content.</summary>
    /// <exception cref="InvalidDataException">Where it ends is not known.</exception>
    Record Read(string line, RecordInput input);
}

/// <summary>What came next in a web archive.</summary>
/// <param name="Record">A record; null when there is only a problem, or at the end, when there is neither.</param>
/// <param name="Problem">What was met before that record.</param>
/// <param name="At">Where what the problem speaks of begins, in bytes of the unpacked archive.</param>
internal readonly record struct RecordStep(Record? Record, string? Problem, long At);

/// <summary>Goes from record to record, and behind damage on to the next line with which one begins.</summary>
internal sealed class RecordReader(RecordInput input, IRecordForm form)
{
    private const string Stray = "This record does not end where it says that it does: what lies between it and the next record was not read.";
    private static readonly LimitedStream Nothing = new(Stream.Null, 0);
    private InvalidDataException? failure;
    private bool isLost;
    private long begin;

    /// <summary>The content of the record that was read last; it may be read in part.</summary>
    public LimitedStream Content { get; private set; } = Nothing;

    /// <summary>The next step.</summary>
    /// <exception cref="InvalidDataException">The stream fails as it did before: nothing more can be read.</exception>
    public RecordStep Next()
    {
        try
        {
            var last = Content;
            Content = Nothing;
            last.Skip();
            if (last.IsShort) return new(null, "The archive ends inside this record; it is not whole.", begin);
            isLost |= last.IsBroken;
            var strayed = false;
            for (var from = input.Offset; input.Line() is { } line; from = input.Offset)
            {
                if (form.Begins(line)) return Record(line, from, strayed);
                strayed |= line.Length > 0 && !isLost;
            }
            return new(null, strayed ? Stray : null, begin);
        }
        catch (InvalidDataException e) when (e != failure)
        {
            failure = e;
            isLost = true;
            return new(null, e.Message, begin);
        }
    }

    private RecordStep Record(string line, long from, bool strayed)
    {
        var before = begin;
        begin = from;
        isLost = false;
        var record = form.Read(line, input);
        Content = new LimitedStream(input, record.Length);
        return new(record, strayed ? Stray : null, before);
    }
}
