namespace Search.Reading.Packing;

/// <summary>
/// One way to pack files. A new one is one new class of this kind and one line in <see cref="Packings.All"/>. Without state; safe to call from several threads.
/// </summary>
internal interface IPacking
{
    /// <summary>As reports show it: <c>zip</c>.</summary>
    string Name { get; }

    /// <summary>Whether a source that begins so is packed in this way; the head is at most <see cref="Head.Length"/> bytes.</summary>
    bool Recognises(ReadOnlySpan<byte> head);

    /// <summary>
    /// The members in order; each is read, as far as anybody wants to, before the next is asked for. What ends the unpacking may be thrown as
    /// <see cref="IOException"/> or <see cref="InvalidDataException"/>; it becomes a problem. Nothing is written to any path that a member names.
    /// </summary>
    IEnumerable<Member> Open(Packed packed);
}

/// <summary>What is to be unpacked.</summary>
/// <param name="Stream">From its first byte on; seekable when it is a file of its own.</param>
/// <param name="Intake">How many bytes of the outermost file have been read so far; never falls.</param>
/// <param name="Begin">What <paramref name="Intake"/> was when this stream began.</param>
internal sealed record Packed(Stream Stream, Func<long> Intake, long Begin);

/// <summary>A file in a packing, or a problem in its place.</summary>
/// <param name="Name">Harmless to print; empty for the only member of a packing that names none.</param>
internal sealed record Member(string Name)
{
    /// <summary>Read forward, until the next member is asked for. Empty beside a <see cref="Problem"/>.</summary>
    public Stream Stream { get; init; } = Stream.Null;

    /// <summary>Why it is not read; null when it is.</summary>
    public string? Problem { get; init; }

    /// <summary>As it was served, where that is known.</summary>
    public string? MediaType { get; init; }

    /// <summary>The address it was fetched from, where that is known.</summary>
    public string? Url { get; init; }

    /// <summary>When it was fetched, where that is known.</summary>
    public DateTimeOffset? Fetched { get; init; }

    /// <summary>The bytes of the outermost file read so far, where the packing counts better than the stream it lies in; see <see cref="Packed.Intake"/>.</summary>
    public Func<long>? Intake { get; init; }
}
