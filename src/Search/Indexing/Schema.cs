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
    public const string Version = "1";

    /// <summary>The article's id, on every document of its block.</summary>
    public const string ArticleId = "id";

    /// <summary>Paragraphs: the matching field, see <see cref="Terms"/>. Positions, no norms: lengths are in <see cref="Length"/>.</summary>
    public const string Text = "text";

    /// <summary>Articles: the stems of headline and searched paragraphs, frequencies only. It scores, it does not match.</summary>
    public const string ArticleText = "article";

    /// <summary>The folded URL of an article.</summary>
    public const string Url = "url";

    /// <summary>Doc value: <see cref="Articles.ParagraphKind"/> of a paragraph, <see cref="ArticleKind"/> of an article.</summary>
    public const string Kind = "kind";
    public const byte ArticleKind = 255;

    /// <summary>Doc value: words of the paragraph or article.</summary>
    public const string Length = "length";

    /// <summary>Doc value: seconds since 1970, on every document; <see cref="NoDate"/> when unknown.</summary>
    public const string Published = "published";
    public const long NoDate = long.MinValue;

    /// <summary>Doc value of a paragraph: its distinct (name, via, role), see <see cref="NameUse"/>.</summary>
    public const string Names = "names";

    /// <summary>Doc value of a paragraph: numbers of its topics, ancestors included.</summary>
    public const string Topics = "topics";

    /// <summary>Doc values of an article: numbers of its source, language and authors.</summary>
    public const string Source = "source";
    public const string Lang = "lang";
    public const string Authors = "authors";

    /// <summary>Doc value of an article: its own number until it joins a group of near-duplicates.</summary>
    public const string Group = "group";

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
