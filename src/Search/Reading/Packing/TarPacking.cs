namespace Search.Reading.Packing;

/// <summary>
/// tar, read forward. Behind a damaged entry it goes on at the next header whose checksum is right, and behind its end with what was appended.
/// The platform's reader takes headers without looking at their checksums.
/// </summary>
internal sealed class TarPacking : IPacking
{
    /// <summary>Zeros behind the end that are read over, in bytes.</summary>
    private const int MostPadding = 1024 * 1024;

    public string Name => "tar";

    public bool Recognises(ReadOnlySpan<byte> head) => TarHeader.Read(head) is { Name.Length: > 0 };

    public IEnumerable<Member> Open(Packed packed)
    {
        var blocks = new TarBlocks(packed.Stream);
        var extended = new TarExtension();
        var (any, sound) = (false, true);
        for (var zeros = 0; zeros < MostPadding && blocks.Next();)
        {
            if (blocks.IsZero)
            {
                zeros += TarHeader.Length;
                continue;
            }
            if (TarHeader.Read(blocks.Block) is not { } header)
            {
                if (sound && zeros == 0) yield return new Member("") { Problem = $"There is no entry at byte {blocks.Begin}, where one should begin: the file is damaged. What lies before the next entry was not read." };
                (sound, any) = (false, true);
                continue;
            }
            (sound, zeros) = (true, 0);
            var body = new LimitedStream(packed.Stream, header.Size);
            if (extended.Take(header, body))
            {
                blocks.Skip(body, header.Size);
                if (body.IsShort) yield return new Member("") { Problem = "The tar file ends inside the name of an entry; it is not whole." };
                any |= body.IsShort;
                continue;
            }
            var (name, size, isSparse) = extended.Of(header);
            extended = new TarExtension();
            if (size != header.Size) body = new LimitedStream(packed.Stream, size);
            if (Member(name, header.Type, isSparse, body) is { } member)
            {
                any = true;
                yield return member;
                // What broke has been told by whoever read the member.
                if (body.IsBroken) yield break;
            }
            blocks.Skip(body, size);
            if (body.IsShort) yield return new Member(MemberName.Shown(name)) { Problem = "The tar file ends inside this entry; it is not whole." };
        }
        if (blocks.IsTorn) yield return new Member("") { Problem = "The tar file ends in the middle of a block; it is not whole." };
        else if (!any) yield return new Member("") { Problem = "The tar file has no files." };
    }

    private static Member? Member(string name, char type, bool isSparse, LimitedStream body)
    {
        if (type is '5' or 'D' || MemberName.IsFolder(name) || MemberName.IsHidden(name)) return null;
        var member = new Member(MemberName.Shown(name));
        return type switch
        {
            _ when isSparse || type == 'S' => member with { Problem = "It is a sparse file, which is not read. Pack it without --sparse." },
            '1' or '2' => member with { Problem = "It is a link, which is not followed in a packed file." },
            '3' or '4' or '6' => member with { Problem = "It is a device or a pipe, which is not read." },
            'M' or 'V' => member with { Problem = "It is a piece of an archive in several volumes. Join them first." },
            _ => member with { Stream = body },
        };
    }
}
