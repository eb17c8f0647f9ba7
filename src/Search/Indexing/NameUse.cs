using Search.Tagging;

namespace Search.Indexing;

/// <summary>How a paragraph uses a name: the name's number, by what kind of name, in what role; packed into 32 bits.</summary>
internal readonly record struct NameUse(uint Packed)
{
    private const int Bits = 6;

    public NameUse(int name, MentionVia via, MentionRole role)
        : this(((uint)name << Bits) | ((uint)via << 2) | (uint)role)
    {
    }

    public int Name => (int)(Packed >> Bits);
    public MentionVia Via => (MentionVia)((Packed >> 2) & 15);
    public MentionRole Role => (MentionRole)(Packed & 3);
}
