namespace Search.Reading.Json;

/// <summary>
/// One way in which others write articles as JSON objects. A dialect is a matter of each object: a file, a list, JSON lines and a request's body
/// all take every one. Without state; safe to call from several threads.
/// </summary>
internal interface IJsonDialect
{
    /// <summary>As reports show it: <c>ninjs</c>.</summary>
    string Name { get; }

    /// <summary>Whether an object is written in it. Asked of objects only.</summary>
    bool Recognises(JsonMembers root, Source source);

    /// <summary>The articles and problems of one object, in order. Nothing in the object makes it throw.</summary>
    IEnumerable<ReadItem> Read(Source source, string place, JsonMembers root);
}
