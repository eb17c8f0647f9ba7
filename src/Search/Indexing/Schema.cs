using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace Search.Indexing;

/// <summary>
/// The fields of the index, each named here and nowhere else. An article is a block of documents: its paragraphs in order, then the
/// article itself. Paragraphs and article carry <see cref="ArticleId"/>, so that one term replaces or deletes the whole block.
/// </summary>
internal static class Schema
{
    /// <summary>Part of the index's fingerprint: raise it when a field changes.</summary>
    public const string Version = "3";

    /// <summary>The article's id, on every document of its block.</summary>
    public const string ArticleId = "id";

    /// <summary>Paragraphs: the matching field, see <see cref="Terms"/>. Positions, no norms: exact lengths are in <see cref="Row"/>.</summary>
    public const string Text = "text";

    /// <summary>Articles: the stems of headline and searched paragraphs, frequencies only. It scores, it does not match.</summary>
    public const string ArticleText = "article";

    /// <summary>The folded URL of an article.</summary>
    public const string Url = "url";

    /// <summary>
    /// Doc value of every document: what is counted, filtered and sorted by, packed as <see cref="ParagraphRow"/> or <see cref="ArticleRow"/>. One value
    /// instead of many: the writer pays for each value of each document.
    /// </summary>
    public const string Row = "row";

    /// <summary>What an article's row has in the place of a <see cref="Articles.ParagraphKind"/>.</summary>
    public const byte ArticleKind = 255;

    /// <summary>The date of what has none.</summary>
    public const long NoDate = long.MinValue;

    /// <summary>Stored: what a hit shows, see <see cref="StoredParagraph"/> and <see cref="StoredArticle"/>.</summary>
    public const string Stored = "stored";

    public static readonly FieldType MatchingText = Frozen(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    public static readonly FieldType ScoringText = Frozen(IndexOptions.DOCS_AND_FREQS);
    public static readonly FieldType Key = Frozen(IndexOptions.DOCS_ONLY, tokenized: false);

    private static FieldType Frozen(IndexOptions options, bool tokenized = true)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = tokenized, OmitNorms = true, IndexOptions = options };
        type.Freeze();
        return type;
    }
}
