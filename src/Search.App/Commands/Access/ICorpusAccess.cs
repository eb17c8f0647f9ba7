using Search.Articles;

namespace Search.App.Commands.Access;

/// <summary>
/// The corpus as a command sees it: opened in this process, or held by a server that is asked over HTTP. Both answer alike; reads come back as
/// the API's JSON. Parameters have the API's names. One caller at a time.
/// </summary>
internal interface ICorpusAccess : IAsyncDisposable
{
    /// <summary>Who answers, for people: the folder, or the server's address.</summary>
    string Place { get; }

    /// <summary>Why the index falls behind what is stored, as far as is known here; null when all is well.</summary>
    string? Trouble { get; }

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

    /// <summary>Stores articles in order; one answer each, in the same order, given when they are durable.</summary>
    /// <exception cref="CommandFailure">The server cannot take them.</exception>
    Task<IReadOnlyList<WriteAnswer>> PutAsync(IReadOnlyList<ArticleDraft> drafts, CancellationToken cancel);

    /// <summary>Waits until searches see a change; false when the time ran out first.</summary>
    Task<bool> WaitVisibleAsync(long generation, TimeSpan timeout, CancellationToken cancel);
}
