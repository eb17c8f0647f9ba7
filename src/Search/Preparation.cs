using System.Runtime.CompilerServices;
using Search.Archive;
using Search.Articles;
using Search.Indexing;
using Search.Tagging;

namespace Search;

/// <summary>
/// From an archived draft to what is known of it: paragraphs and tags. Both are pure functions of the draft, so they may be made, kept and
/// thrown away at will. Safe for several threads.
/// </summary>
internal sealed class Preparation(IArchive archive, ArticleComposer composer, ITagger tagger)
{
    private readonly ConditionalWeakTable<ArticleDraft, Article> composed = [];

    /// <summary>The article of a draft that bears its id, or why there is none.</summary>
    public Outcome<Article> Compose(ArticleDraft draft)
    {
        if (composed.TryGetValue(draft, out var known)) return known;
        var outcome = composer.Compose(draft);
        if (outcome.Value is { } article) composed.AddOrUpdate(draft, article);
        return outcome;
    }

    /// <summary>The id that a draft will have.</summary>
    public string Identify(ArticleDraft draft) => composer.Identify(draft);

    /// <summary>The tags of an archived version: those kept beside it, else made on the spot.</summary>
    public ArticleTags Tags(Article article, int version, long sequence) => Kept(article.Id, version, sequence) ?? tagger.Tag(article);

    /// <summary>Tags that were made before by the same tagger; null when there are none.</summary>
    public ArticleTags? Kept(string id, int version, long sequence) =>
        archive.Tags(id, version, Key(sequence)) is { } bytes ? TagsCodec.Unpack(bytes) : null;

    /// <summary>Makes tags, and keeps them beside the archived version.</summary>
    public ArticleTags Tag(Article article, int version, long sequence)
    {
        var tags = tagger.Tag(article);
        archive.StoreTags([new StoredTags(article.Id, version, Key(sequence), TagsCodec.Pack(tags))]);
        return tags;
    }

    /// <summary>Versions begin at 1 again after a deletion, sequence numbers never do.</summary>
    private string Key(long sequence) => $"{tagger.Fingerprint}@{sequence}";
}
