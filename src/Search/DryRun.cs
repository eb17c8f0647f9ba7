using System.Security.Cryptography;
using System.Text;
using Search.Archive;
using Search.Articles;
using Search.Text;

namespace Search;

/// <summary>
/// Tells what would become of articles if they were put into an empty corpus, without one: they are composed and checked as for storing, and nothing
/// is written. Not safe for several callers at once.
/// </summary>
public sealed class DryRun
{
    private readonly ArticleComposer composer = new(DataFolder.Default);
    private readonly Dictionary<UInt128, (UInt128 Content, int Version)> seen = [];

    /// <summary>One answer for each, in order. An id that came before is unchanged when its content is the same, else updated.</summary>
    public IReadOnlyList<WriteAnswer> Put(IReadOnlyList<ArticleDraft> drafts)
    {
        var composed = new (Outcome<Article> Article, UInt128 Content)[drafts.Count];
        Parallel.For(0, drafts.Count, i => composed[i] = (composer.Compose(drafts[i]), Short(ArticleJson.ContentHash(drafts[i]))));
        return [.. composed.Select(c => c.Article.Value is { } article ? Take(article, c.Content) : new WriteAnswer(null, null, 0, 0, 0, c.Article.Problem))];
    }

    private WriteAnswer Take(Article article, UInt128 content)
    {
        var id = Short(SHA256.HashData(Encoding.UTF8.GetBytes(article.Id)));
        var (result, version) = !seen.TryGetValue(id, out var known) ? (WriteResult.Created, 1) : known.Content == content ? (WriteResult.Unchanged, known.Version) : (WriteResult.Updated, known.Version + 1);
        seen[id] = (content, version);
        return new WriteAnswer(article.Id, result, version, article.Paragraphs.Count, 0);
    }

    private static UInt128 Short(byte[] hash) => new(BitConverter.ToUInt64(hash, 0), BitConverter.ToUInt64(hash, 8));
}
