namespace Search.Reading.Packing;

/// <summary>zstd: one member without a name.</summary>
internal sealed class ZstdPacking : IPacking
{
    public string Name => "zstd";

    public bool Recognises(ReadOnlySpan<byte> head) => ZstdContent.Recognises(head);

    public IEnumerable<Member> Open(Packed packed)
    {
        using var content = new ZstdContent(packed.Stream);
        yield return new Member("") { Stream = content };
    }
}
