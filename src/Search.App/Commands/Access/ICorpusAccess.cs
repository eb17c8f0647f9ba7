namespace Search.App.Commands.Access;

/// <summary>
/// The corpus as a command sees it: opened in this process, or held by a server that is asked over HTTP. Both answer alike; reads come back as
/// the API's JSON. Parameters have the API's names. One caller at a time.
/// </summary>
internal interface ICorpusAccess : IArticleSink, IAsyncDisposable
{
    /// <summary>Who answers, for people: the folder, or the server's address.</summary>
    string Place { get; }

    /// <summary><c>GET /v1/search</c></summary>
    Task<Reply> SearchAsync(IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel);

    /// <summary><c>GET /v1/export</c>, written as it comes; the problem when it is refused, null when all is written.</summary>
    /// <exception cref="ReaderGoneException">Nobody takes what is written any more.</exception>
    Task<Reply?> ExportAsync(IReadOnlyList<KeyValuePair<string, string>> parameters, ExportSink to, CancellationToken cancel);

    /// <summary><c>GET /v1/articles/{id}</c></summary>
    Task<Reply> ArticleAsync(string id, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel);

    /// <summary><c>GET /v1/actors</c></summary>
    Task<Reply> ActorsAsync(IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel);

    /// <summary><c>GET /v1/topics</c></summary>
    Task<Reply> TopicsAsync(CancellationToken cancel);
}
