using Search.Articles;

namespace Search.Tagging;

/// <summary>
/// Finds who and what an article is about. Pure: the same article gives the same tags for as long as <see cref="Fingerprint"/> stays
/// the same. Safe to call from several threads.
/// </summary>
internal interface ITagger
{
    /// <summary>Changes whenever the tags of some article might: code version and a hash of every data file it reads.</summary>
    string Fingerprint { get; }

    /// <summary>Mentions in order of paragraph and offset; tags of boilerplate paragraphs are none.</summary>
    ArticleTags Tag(Article article);
}
