namespace Search.Reading;

/// <summary>
/// One format in which articles come. A new format is one new class of this kind and one line in <see cref="ArticleFormats.All"/>.
/// Without state; safe to call from several threads.
/// </summary>
internal interface IArticleFormat
{
    /// <summary>As reports show it: <c>RSS</c>.</summary>
    string Name { get; }

    /// <summary>Whether a source that begins so has this format. Asked in the order of the list; the first that says yes reads.</summary>
    bool Recognises(Head head);

    /// <summary>
    /// The articles and problems in order, read as they are asked for; memory does not grow with the source. What ends the reading may be
    /// thrown as <see cref="IOException"/>, <see cref="InvalidDataException"/> or <see cref="System.Xml.XmlException"/>; it becomes a problem.
    /// </summary>
    IEnumerable<ReadItem> Read(Source source);
}
