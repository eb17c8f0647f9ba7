namespace Search.Reading;

/// <summary>What is being read: a stream from its first byte on, unpacked already, and what is known of it.</summary>
/// <param name="Name">As reports show it.</param>
/// <param name="Stream">Read forward, once.</param>
/// <param name="Encoding">How its bytes are text.</param>
internal sealed record Source(string Name, Stream Stream, TextEncoding Encoding)
{
    /// <summary>The characters, without the byte order mark.</summary>
    public TextReader OpenText()
    {
        SkipMark();
        return new StreamReader(Stream, Encoding.Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 16384, leaveOpen: true);
    }

    /// <summary>The bytes in UTF-8, without the byte order mark; single bad bytes of a UTF-8 source stay in it.</summary>
    public Stream OpenUtf8()
    {
        SkipMark();
        return Encoding.IsUtf8 ? Stream : System.Text.Encoding.CreateTranscodingStream(Stream, Encoding.Encoding, System.Text.Encoding.UTF8, leaveOpen: true);
    }

    /// <summary>Which member of a packed file it is; empty for a file of its own.</summary>
    public string Member { get; init; } = "";

    /// <summary>The address it was fetched from, where that is known; relative links are resolved by it.</summary>
    public string? Url { get; init; }

    /// <summary>Where in foreign JSON or a table the members of an article are, where somebody has said so.</summary>
    public Mapped.ArticleMapping? Mapping { get; init; }

    /// <summary>When it was fetched, where that is known: no article in it is younger.</summary>
    public DateTimeOffset? Fetched { get; init; }

    public ReadArticle Article(string place, Articles.ArticleDraft draft) => new(Name, Place(place), draft);

    public ReadProblem Problem(string place, string reason) => new(Name, Place(place), reason);

    /// <summary>A place in a member of a packed file, as reports show it.</summary>
    public static string PlaceIn(string member, string place) => member.Length == 0 ? place : place.Length == 0 ? member : $"{member}, {place}";

    private string Place(string place) => PlaceIn(Member, place);

    private void SkipMark()
    {
        for (var i = 0; i < Encoding.MarkLength; i++) Stream.ReadByte();
    }
}
