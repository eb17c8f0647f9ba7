using System.IO.Hashing;

namespace Search.Reading.Packing.Deflate;

/// <summary>
/// What a gzip file holds (RFC 1952): its members one after the other, each checked by its length and checksum. Throws
/// <see cref="InvalidDataException"/> where it is damaged, torn or goes on with something else; whoever reads on gets the next member that can be found.
/// </summary>
internal sealed class GzipContent : ForwardStream
{
    private const int Extra = 4, FileName = 8, Comment = 16, HeaderChecksum = 2, Reserved = 0xE0;
    private readonly BitInput input;
    private readonly Inflater inflater;
    private readonly Crc32 checksum = new();
    private uint length;
    private State state;

    public GzipContent(Stream stream) : base(Null)
    {
        input = new BitInput(stream);
        inflater = new Inflater(input);
    }

    private enum State { Before, Inside, Behind, Lost, End }

    public static bool Recognises(ReadOnlySpan<byte> head) => head.Length >= 3 && head[0] == 0x1F && head[1] == 0x8B && head[2] == 8;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        var sound = false;
        try
        {
            if (state == State.Lost) FindMember();
            while (state != State.End)
            {
                if (state != State.Inside) NextMember();
                else if (inflater.Read(buffer) is > 0 and var read)
                {
                    checksum.Append(buffer[..read]);
                    length += (uint)read;
                    sound = true;
                    return read;
                }
                else EndMember();
            }
            sound = true;
            return 0;
        }
        finally { if (!sound) Lose(); }
    }

    private void Lose()
    {
        input.Align();
        state = State.Lost;
    }

    private void NextMember()
    {
        var first = input.Byte();
        // Tapes fill their blocks with zeros.
        while (first == 0 && state == State.Behind) first = input.Byte();
        if (first < 0 && state == State.Behind) state = State.End;
        else if (first == 0x1F && input.Byte() == 0x8B && input.Byte() == 8) BeginMember(Required());
        else throw new InvalidDataException("Behind its end are bytes that are no gzip; they were not read.");
    }

    /// <summary>Behind damage: looks for what begins as a member does.</summary>
    private void FindMember()
    {
        state = State.End;
        for (var (before, last) = (-1, input.Byte()); last >= 0; (before, last) = (last, input.Byte()))
        {
            if (before != 0x1F || last != 0x8B) continue;
            if (input.Byte() == 8 && input.Byte() is >= 0 and var flags && (flags & Reserved) == 0)
            {
                BeginMember(flags);
                return;
            }
            input.Back(1);
        }
    }

    private void BeginMember(int flags)
    {
        if ((flags & Reserved) != 0) throw PrefixCode.Broken();
        Skip(6);
        if ((flags & Extra) != 0) Skip(Required() | Required() << 8);
        if ((flags & FileName) != 0) SkipText();
        if ((flags & Comment) != 0) SkipText();
        if ((flags & HeaderChecksum) != 0) Skip(2);
        inflater.Begin();
        checksum.Reset();
        length = 0;
        state = State.Inside;
    }

    private void EndMember()
    {
        var expected = Number();
        if (expected != checksum.GetCurrentHashAsUInt32() || Number() != length) throw new InvalidDataException("Its checksum is wrong; the packed data is damaged.");
        state = State.Behind;
    }

    private uint Number() => (uint)(Required() | Required() << 8 | Required() << 16 | Required() << 24);

    private int Required() => input.Byte() is >= 0 and var b ? b : throw BitInput.Ended();

    private void Skip(int bytes)
    {
        while (bytes-- > 0) Required();
    }

    private void SkipText()
    {
        while (Required() != 0) { }
    }
}
