using Search.Reading.Packing.Deflate;

namespace Search.Reading.Packing;

/// <summary>gzip: one member without a name, be it packed in one piece or in several.</summary>
internal sealed class GzipPacking : IPacking
{
    public string Name => "gzip";

    public bool Recognises(ReadOnlySpan<byte> head) => GzipContent.Recognises(head);

    public IEnumerable<Member> Open(Packed packed)
    {
        using var content = new GzipContent(packed.Stream);
        yield return new Member("") { Stream = content };
    }
}
