using Search.Articles;
using Search.Tagging;

namespace Search.Indexing;

/// <summary>A paragraph as the index stores it: what a hit shows, from the same snapshot that found it.</summary>
internal sealed record StoredParagraph(int Ordinal, ParagraphKind Kind, string Text, IReadOnlyList<StoredMention> Mentions)
{
    public byte[] Pack()
    {
        var to = new PackedWriter();
        to.Int(Ordinal);
        to.Byte((byte)Kind);
        to.Text(Text);
        to.Int(Mentions.Count);
        foreach (var m in Mentions)
        {
            to.Int(m.Start);
            to.Int(m.End - m.Start);
            to.Int(m.Name);
            to.Byte((byte)m.Type);
            to.Byte((byte)m.Via);
            to.Byte((byte)m.Role);
        }
        return to.ToArray();
    }

    public static StoredParagraph Unpack(ReadOnlySpan<byte> bytes)
    {
        var from = new PackedReader(bytes);
        var ordinal = from.Int();
        var kind = (ParagraphKind)from.Byte();
        var text = from.Text();
        var mentions = new StoredMention[from.Int()];
        for (var i = 0; i < mentions.Length; i++)
        {
            var start = from.Int();
            var end = start + from.Int();
            mentions[i] = new StoredMention(start, end, from.Int(), (ActorType)from.Byte(), (MentionVia)from.Byte(), (MentionRole)from.Byte());
        }
        return new StoredParagraph(ordinal, kind, text, mentions);
    }
}

/// <summary>A mention: the name by its number.</summary>
internal readonly record struct StoredMention(int Start, int End, int Name, ActorType Type, MentionVia Via, MentionRole Role);

/// <summary>A name in an article with the surface it is first named by, the most prominent first.</summary>
internal readonly record struct StoredActor(int Name, string Surface, MentionVia Via, MentionRole Role);

/// <summary>An article's head as the index stores it.</summary>
internal sealed record StoredArticle
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public bool TitleDerived { get; init; }
    public string? Url { get; init; }
    public string? Source { get; init; }
    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset? Revised { get; init; }
    public int Version { get; init; }
    public required string Language { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public int ParagraphCount { get; init; }
    public IReadOnlyList<StoredActor> Actors { get; init; } = [];
    /// <summary>Numbers of the topics as tagged, the commonest first, without ancestors.</summary>
    public IReadOnlyList<int> Topics { get; init; } = [];

    public byte[] Pack()
    {
        var to = new PackedWriter();
        to.Text(Id);
        to.Text(Title);
        to.Byte(TitleDerived ? (byte)1 : (byte)0);
        to.Optional(Url);
        to.Optional(Source);
        to.Optional(Published);
        to.Optional(Revised);
        to.Int(Version);
        to.Text(Language);
        to.Int(Authors.Count);
        foreach (var author in Authors) to.Text(author);
        to.Int(ParagraphCount);
        to.Int(Actors.Count);
        foreach (var actor in Actors)
        {
            to.Int(actor.Name);
            to.Text(actor.Surface);
            to.Byte((byte)actor.Via);
            to.Byte((byte)actor.Role);
        }
        to.Int(Topics.Count);
        foreach (var topic in Topics) to.Int(topic);
        return to.ToArray();
    }

    public static StoredArticle Unpack(ReadOnlySpan<byte> bytes)
    {
        var from = new PackedReader(bytes);
        return new StoredArticle
        {
            Id = from.Text(),
            Title = from.Text(),
            TitleDerived = from.Byte() != 0,
            Url = from.OptionalText(),
            Source = from.OptionalText(),
            Published = from.OptionalTime(),
            Revised = from.OptionalTime(),
            Version = from.Int(),
            Language = from.Text(),
            Authors = Texts(ref from),
            ParagraphCount = from.Int(),
            Actors = ReadActors(ref from),
            Topics = Ints(ref from),
        };
    }

    private static string[] Texts(ref PackedReader from)
    {
        var texts = new string[from.Int()];
        for (var i = 0; i < texts.Length; i++) texts[i] = from.Text();
        return texts;
    }

    private static int[] Ints(ref PackedReader from)
    {
        var ints = new int[from.Int()];
        for (var i = 0; i < ints.Length; i++) ints[i] = from.Int();
        return ints;
    }

    private static StoredActor[] ReadActors(ref PackedReader from)
    {
        var actors = new StoredActor[from.Int()];
        for (var i = 0; i < actors.Length; i++) actors[i] = new StoredActor(from.Int(), from.Text(), (MentionVia)from.Byte(), (MentionRole)from.Byte());
        return actors;
    }
}
