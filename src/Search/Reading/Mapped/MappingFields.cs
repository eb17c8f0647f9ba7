namespace Search.Reading.Mapped;

/// <summary>The fields of an article and the settings that each may have in a mapping.</summary>
internal static class MappingFields
{
    public const string Id = "id";
    public const string Title = "title";
    public const string Url = "url";
    public const string Source = "source";
    public const string Published = "published";
    public const string Revised = "revised";
    public const string Language = "language";
    public const string Authors = "authors";
    public const string Section = "section";
    public const string Topics = "topics";
    public const string Actors = "actors";
    public const string Body = "body";
    public const string Paragraphs = "paragraphs";

    /// <summary>Where the list of articles is; no field of an article.</summary>
    public const string List = "articles";

    public static IReadOnlyList<string> All { get; } = [Id, Title, Url, Source, Published, Revised, Language, Authors, Section, Topics, Actors, Body, Paragraphs];

    /// <summary>Which settings a field has.</summary>
    public static IReadOnlyList<string> Settings(string field) => field switch
    {
        Published or Revised => ["format", "zone"],
        Authors or Topics => ["separator"],
        Actors => ["separator", "type"],
        Body or Paragraphs => ["format"],
        _ => [],
    };
}
