using Search.Articles;

namespace Search.Tests.Searching.Model;

/// <summary>What a search sees: the articles, which of their paragraphs, and who is meant by which actor.</summary>
internal sealed class ModelView(IReadOnlyList<ModelArticle> articles, IReadOnlyDictionary<string, string> merged, bool withBoilerplate, string? via)
{
    public IReadOnlyList<ModelArticle> Articles { get; } = articles;

    public IEnumerable<ModelParagraph> Of(ModelArticle article) => article.Paragraphs.Where(p => withBoilerplate || p.Kind != ParagraphKind.Boilerplate);

    /// <summary>The actor that an id means after all merges.</summary>
    public string Meaning(string actor)
    {
        while (merged.TryGetValue(actor, out var into)) actor = into;
        return actor;
    }

    /// <summary>The actors that count as mentioned, each once.</summary>
    public IEnumerable<string> Actors(ModelParagraph paragraph) =>
        (via is null or "name" ? paragraph.Mentions.Select(m => m.Actor) : []).Concat(via is null or "feed" ? paragraph.FeedActors : []).Select(Meaning).Distinct();

    /// <summary>Named mentions of an actor that count.</summary>
    public IEnumerable<ModelMention> Mentions(ModelParagraph paragraph, string actor) =>
        via is null or "name" ? paragraph.Mentions.Where(m => Meaning(m.Actor) == Meaning(actor)) : [];

    public bool Has(ModelParagraph paragraph, string field, string value) => field switch
    {
        "published" => paragraph.Article.Published is { } date && IsWithin(date, value),
        "actor" => Actors(paragraph).Contains(Meaning(value)),
        _ => Values(paragraph, field).Contains(value),
    };

    /// <summary>The values by which a facet counts a paragraph.</summary>
    public IEnumerable<string> Values(ModelParagraph paragraph, string field) => field switch
    {
        "actor" => Actors(paragraph),
        "topic" => paragraph.Topics,
        "source" => paragraph.Article.Source is { } source ? [source] : [],
        "lang" => [paragraph.Article.Language],
        "author" => paragraph.Article.Authors.Distinct(),
        "kind" => [paragraph.Kind.ToString().ToLowerInvariant()],
        _ => [paragraph.Article.Published?[..7] ?? ""],
    };

    /// <summary>Dates compare as text; an end is meant as far as it is written.</summary>
    private static bool IsWithin(string date, string span)
    {
        var dots = span.IndexOf("..", StringComparison.Ordinal);
        var (from, to) = dots < 0 ? (span, span) : (span[..dots], span[(dots + 2)..]);
        return string.CompareOrdinal(date, from) >= 0 && (to.Length == 0 || string.CompareOrdinal(date[..to.Length], to) <= 0);
    }
}
