using Search.Archive;
using Search.Articles;
using Search.Tagging;

namespace Search.Indexing;

/// <summary>An article with its tags, ready to be numbered.</summary>
internal sealed record TaggedArticle(Article Article, ArticleTags Tags, long Number, int Version);

/// <summary>Puts stable numbers in the place of names, topics, sources, languages and authors, a batch at a time: one visit to the tables for all.</summary>
internal sealed class Numbering(ValueTable names, ValueTables values)
{
    public IReadOnlyList<NumberedArticle> Number(IReadOnlyList<TaggedArticle> batch)
    {
        var nameOf = AssignNames(batch);
        var topicOf = Assign(values.Topics, batch.SelectMany(a => a.Tags.Topics.Select(t => t.Topic).Distinct().SelectMany(values.TopicTree.Path).Distinct().Select(id => new FieldValue(id, LabelOf(a.Article, id)))));
        var pathOf = batch.SelectMany(a => a.Tags.Topics).Select(t => t.Topic).Distinct().ToDictionary(t => t, t => values.TopicTree.Path(t).Select(id => topicOf[id]).ToArray());
        var sourceOf = Assign(values.Sources, batch.Select(a => a.Article.Source).OfType<string>().Select(s => new FieldValue(s, s)));
        var langOf = Assign(values.Langs, batch.Select(a => new FieldValue(a.Article.Language, a.Article.Language)));
        var authorOf = Assign(values.Authors, batch.SelectMany(a => a.Article.Authors).Select(n => new FieldValue(n, n)));
        var numbered = new NumberedArticle[batch.Count];
        Parallel.For(0, batch.Count, i =>
        {
            var (tagged, article) = (batch[i], batch[i].Article);
            numbered[i] = new NumberedArticle(
                article, tagged.Number, tagged.Version,
                Paragraphs(tagged, nameOf, pathOf), Actors(tagged, nameOf),
                [.. tagged.Tags.Topics.GroupBy(t => t.Topic).OrderByDescending(t => t.Count()).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => topicOf[t.Key])],
                article.Source is { } source ? sourceOf[source] : null, langOf[article.Language], [.. article.Authors.Select(n => authorOf[n])]);
        });
        return numbered;
    }

    private static Dictionary<string, int> Assign(ValueTable table, IEnumerable<FieldValue> wanted)
    {
        var distinct = wanted.DistinctBy(v => v.Key).ToList();
        var numbers = table.Numbers(distinct);
        return distinct.Zip(numbers).ToDictionary(p => p.First.Key, p => p.Second);
    }

    private Dictionary<ActorName, int> AssignNames(IReadOnlyList<TaggedArticle> batch)
    {
        var keys = new Dictionary<ActorName, string>();
        foreach (var article in batch)
        {
            foreach (var mention in article.Tags.Mentions)
            {
                if (!keys.ContainsKey(mention.Name)) keys.Add(mention.Name, NameTable.Key(mention.Name));
            }
        }
        var numbers = Assign(names, keys.Select(k => new FieldValue(k.Value, k.Key.Label)));
        return keys.ToDictionary(k => k.Key, k => numbers[k.Value]);
    }

    /// <summary>The scheme's label, else the feed's own.</summary>
    private string LabelOf(Article article, string id) =>
        values.TopicTree.Label(id) ?? article.Topics.FirstOrDefault(t => values.TopicTree.Resolve(t.Id, t.Label) == id)?.Label ?? id;

    /// <summary>Mentions come in order of paragraph and offset, quotes in order of paragraph, so one walk sorts them into their paragraphs.</summary>
    private static NumberedParagraph[] Paragraphs(TaggedArticle tagged, Dictionary<ActorName, int> nameOf, Dictionary<string, int[]> pathOf)
    {
        var paragraphs = new NumberedParagraph[tagged.Article.Paragraphs.Count];
        var topics = new SortedSet<int>?[paragraphs.Length];
        foreach (var tag in tagged.Tags.Topics) (topics[tag.Paragraph] ??= []).UnionWith(pathOf[tag.Topic]);
        var (next, nextQuote) = (0, 0);
        for (var i = 0; i < paragraphs.Length; i++)
        {
            var mentions = new List<StoredMention>();
            for (; next < tagged.Tags.Mentions.Count && tagged.Tags.Mentions[next] is var m && m.Paragraph == i; next++)
            {
                mentions.Add(new StoredMention(m.Start, m.End, nameOf[m.Name], m.Name.Type, m.Via, m.Role));
            }
            var firstQuote = nextQuote;
            while (nextQuote < tagged.Tags.Quotes.Count && tagged.Tags.Quotes[nextQuote].Paragraph == i) nextQuote++;
            paragraphs[i] = new NumberedParagraph(mentions, topics[i] is { } set ? [.. set] : [], [.. tagged.Tags.Quotes.Skip(firstQuote).Take(nextQuote - firstQuote)]);
        }
        return paragraphs;
    }

    /// <summary>The article's actors, those named in headline and lead and those named most first.</summary>
    private static StoredActor[] Actors(TaggedArticle tagged, Dictionary<ActorName, int> nameOf)
    {
        var kinds = tagged.Article.Paragraphs;
        return [.. tagged.Tags.Mentions
            .GroupBy(m => nameOf[m.Name])
            .OrderByDescending(g => g.Sum(m => kinds[m.Paragraph].Kind switch { ParagraphKind.Headline => 3, ParagraphKind.Lead => 2, _ => 1 }))
            .ThenBy(g => g.Key)
            .Select(g => g.First() is var first ? new StoredActor(g.Key, first.Surface.Length > 0 ? first.Surface : first.Name.Label, first.Via, first.Role) : default)];
    }
}
