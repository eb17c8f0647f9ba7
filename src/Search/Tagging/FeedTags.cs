using Search.Articles;
using Search.Tagging.Names;

namespace Search.Tagging;

/// <summary>
/// What the source itself said. Its topics belong to every searched paragraph. Its actors belong to the paragraphs that name them; one that
/// the text does not name stands on the headline, or on the lead when the headline was derived, with an empty span.
/// </summary>
internal sealed class FeedTags(FeedNames feed, Func<string, KnownName?> known, TopicTable topics)
{
    public void AddTopics(Article article, List<TopicTag> into)
    {
        if (article.Topics.Count == 0) return;
        var ids = article.Topics.Where(t => t.Id?.Length > 0 || !string.IsNullOrWhiteSpace(t.Label)).Select(t => topics.Resolve(t.Id, t.Label)).Distinct().ToList();
        foreach (var paragraph in article.Paragraphs)
        {
            if (!paragraph.IsSearched) continue;
            foreach (var id in ids) into.Add(new TopicTag(paragraph.Ordinal, id, "feed", null, 1));
        }
    }

    /// <summary>Whom the feed tagged.</summary>
    public List<ActorName> Actors(Article article) =>
        [.. article.Actors.Where(a => !string.IsNullOrWhiteSpace(a.Name)).Select(a => feed.Resolve(a.Name, a.Type, known))];

    /// <summary>The actors of the feed that no mention names, as mentions without words.</summary>
    public static IEnumerable<Mention> Missing(Article article, List<ActorName> actors, IReadOnlyList<Mention> mentions)
    {
        if (actors.Count == 0) yield break;
        var home = article.Paragraphs.FirstOrDefault(p => p.Kind == ParagraphKind.Headline && p.IsSearched) ?? article.Paragraphs.FirstOrDefault(p => p.IsSearched);
        if (home == null) yield break;
        var named = mentions.Select(m => (Text.Fold.Word(m.Name.Label), m.Name.Type)).ToHashSet();
        foreach (var name in actors)
        {
            if (named.Add((Text.Fold.Word(name.Label), name.Type)))
                yield return new Mention(home.Ordinal, 0, 0, "", name, MentionVia.Feed, MentionRole.Other, 1, "tagged by the source");
        }
    }
}
