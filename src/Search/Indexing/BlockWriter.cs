using Lucene.Net.Documents;
using Search.Articles;
using Search.Indexing.Analysis;
using Search.Tagging;
using Search.Text;

namespace Search.Indexing;

/// <summary>An article with everything the index keeps of it, numbers instead of values.</summary>
internal sealed record NumberedArticle(
    Article Article, long Number, int Version,
    IReadOnlyList<NumberedParagraph> Paragraphs, IReadOnlyList<StoredActor> Actors, IReadOnlyList<int> Topics,
    int? Source, int Lang, IReadOnlyList<int> Authors);

/// <summary>
/// A paragraph's names and topics by number, and its quotes. <paramref name="Mentions"/> in order of offset; <paramref name="Topics"/> sorted,
/// ancestors included.
/// </summary>
internal sealed record NumberedParagraph(IReadOnlyList<StoredMention> Mentions, IReadOnlyList<int> Topics, IReadOnlyList<Quote> Quotes);

/// <summary>Turns articles into blocks of documents. Not safe for several threads: each has its own, since documents and streams are used again.</summary>
internal sealed class BlockWriter : IDisposable
{
    /// <summary>What comes behind in a longer URL is not searched for: the index refuses terms of 32 KB.</summary>
    private const int LongestUrl = 4096;

    private readonly ParagraphTerms paragraphTerms = new();
    private readonly ArticleTerms articleTerms = new();

    public void Dispose()
    {
        paragraphTerms.Dispose();
        articleTerms.Dispose();
    }

    /// <summary>The block's documents, made while they are consumed: read them once, in order, each before the next.</summary>
    public IEnumerable<Document> Block(NumberedArticle numbered)
    {
        var article = numbered.Article;
        var published = article.Published?.ToUnixTimeSeconds() ?? Schema.NoDate;
        var searched = new List<AnalysedText>(article.Paragraphs.Count);
        for (var i = 0; i < article.Paragraphs.Count; i++)
        {
            var paragraph = article.Paragraphs[i];
            var numbers = numbered.Paragraphs[i];
            var text = AnalysedText.Of(paragraph.Text, article.Language, numbers.Mentions);
            if (paragraph.IsSearched) searched.Add(text);
            yield return Paragraph(article.Id, paragraph, numbers, text, published);
        }
        yield return Head(numbered, searched, published);
    }

    private Document Paragraph(string id, Paragraph paragraph, NumberedParagraph numbers, AnalysedText text, long published)
    {
        paragraphTerms.Set(text);
        var stored = new StoredParagraph(paragraph.Ordinal, paragraph.Kind, paragraph.Text, numbers.Mentions);
        var document = new Document
        {
            new Field(Schema.ArticleId, id, Schema.Key),
            new Field(Schema.Text, paragraphTerms, Schema.MatchingText),
            new StoredField(Schema.Stored, stored.Pack()),
        };
        var uses = numbers.Mentions.Select(m => new NameUse(m.Name, m.Via, m.Role).Packed).Distinct().Order().ToArray();
        var quoted = QuotedWords.Of(text.Tokens, numbers.Quotes);
        document.Add(new BinaryDocValuesField(Schema.Row, ParagraphRow.Pack(paragraph.Kind, text.Words.Length, published, uses, numbers.Topics, quoted)));
        return document;
    }

    private Document Head(NumberedArticle numbered, List<AnalysedText> searched, long published)
    {
        var article = numbered.Article;
        articleTerms.Set(searched);
        var stored = new StoredArticle
        {
            Id = article.Id,
            Title = article.Title,
            TitleDerived = article.TitleDerived,
            Url = article.Url,
            Source = article.Source,
            Published = article.Published,
            Revised = article.Revised,
            Version = numbered.Version,
            Language = article.Language,
            Authors = article.Authors,
            ParagraphCount = article.Paragraphs.Count,
            Actors = numbered.Actors,
            Topics = numbered.Topics,
        };
        var document = new Document
        {
            new Field(Schema.ArticleId, article.Id, Schema.Key),
            new Field(Schema.ArticleText, articleTerms, Schema.ScoringText),
            new BinaryDocValuesField(Schema.Row, ArticleRow.Pack(searched.Sum(t => t.Words.Length), published, numbered.Source, numbered.Lang, numbered.Number, [.. numbered.Authors.Distinct().Order()])),
            new StoredField(Schema.Stored, stored.Pack()),
        };
        if (article.Url is { Length: > 0 } url) document.Add(new Field(Schema.Url, Fold.Word(url.Length > LongestUrl ? url[..LongestUrl] : url), Schema.Key));
        return document;
    }
}
