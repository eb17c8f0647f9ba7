using Search.Articles;
using Search.Indexing;
using Search.Searching;
using Search.Tagging;
using Search.Text;

namespace Search;

/// <summary>Makes what a reader sees of an article: paragraphs, actors as they are meant now, topics with reasons.</summary>
internal sealed class ArticleViews(NameTable names, TopicTable topics)
{
    public ArticleView Of(Article article, ArticleTags tags, int version, long sequence)
    {
        var actors = names.Current;
        var mentions = tags.Mentions.ToLookup(m => m.Paragraph);
        var quotes = tags.Quotes.ToLookup(q => q.Paragraph);
        var tagged = tags.Topics.ToLookup(t => t.Paragraph);
        return new ArticleView
        {
            Id = article.Id,
            Title = article.Title,
            TitleDerived = article.TitleDerived,
            Url = article.Url,
            Source = article.Source,
            Published = article.Published,
            Revised = article.Revised,
            Version = version,
            Language = article.Language,
            Authors = article.Authors,
            Section = article.Section,
            Generation = sequence,
            Paragraphs = [.. article.Paragraphs.Select(p => new ArticleParagraph($"{article.Id}#{p.Ordinal}", p.Ordinal, p.Kind, p.Text)
            {
                Start = p.Start,
                Reason = p.Reason,
                Mentions = [.. mentions[p.Ordinal].Where(m => m.End > m.Start).Select(m => Mention(actors, m))],
                Quotes = [.. quotes[p.Ordinal].Select(q => Quote(actors, q, p.Text))],
                Topics = [.. tagged[p.Ordinal].Select(t => t.Topic).Distinct().SelectMany(topics.Path).Distinct().Select(t => new HitTopic(t, Label(article, t)))],
            })],
            Actors = [.. tags.Mentions.GroupBy(m => Meant(actors, m.Name)).Select(g => new ArticleActor(
                g.Key.Id, g.Key.Type, g.Key.Label, g.Select(m => m.Paragraph).Distinct().Count(), g.Count(m => m.End > m.Start), Role(g)))
                .OrderByDescending(a => a.Mentions).ThenBy(a => a.Id, StringComparer.Ordinal)],
            Topics = [.. tags.Topics.GroupBy(t => t.Topic).Select(g => Topic(article, g.First()) with { Confidence = g.Max(t => t.Confidence) })],
        };
    }

    /// <summary>The article with its place in a result.</summary>
    public static ArticleView With(ArticleView view, ArticlePlace place) => view with
    {
        Previous = place.Previous,
        Next = place.Next,
        TitleMatches = place.TitleMatches,
        Score = place.Score,
        MatchingOrdinals = place.MatchingOrdinals,
        Paragraphs = [.. view.Paragraphs.Select(p => p with { Matches = place.Marks.GetValueOrDefault(p.Ordinal) ?? [] })],
    };

    /// <summary>One paragraph with its neighbours.</summary>
    public static ParagraphView Paragraph(ArticleView article, int ordinal, int context)
    {
        var paragraph = article.Paragraphs[ordinal];
        var head = new HitArticle(article.Id, article.Title, article.Url, article.Source, article.Published, article.Language);
        return new ParagraphView(article.Generation, paragraph.Id, ordinal, paragraph.Kind, paragraph.Text, head)
        {
            Reason = paragraph.Reason,
            Mentions = paragraph.Mentions,
            Topics = paragraph.Topics,
            Before = [.. article.Paragraphs.Take(ordinal).TakeLast(context)],
            After = [.. article.Paragraphs.Skip(ordinal + 1).Take(context)],
        };
    }

    /// <summary>A topic by the first paragraph that has it; feeds come before rules.</summary>
    private ArticleTopic Topic(Article article, TopicTag first) => new(first.Topic, Label(article, first.Topic), first.By)
    {
        Rule = first.Rule,
        EvidenceOrdinal = first.By == "feed" ? null : first.Paragraph,
        Evidence = first.Evidence,
    };

    private string Label(Article article, string topic) =>
        topics.Label(topic) ?? article.Topics.FirstOrDefault(t => topics.Resolve(t.Id, t.Label) == topic)?.Label ?? topic;

    private static ArticleMention Mention(ActorTable actors, Mention m)
    {
        var meant = Meant(actors, m.Name);
        return new ArticleMention(m.Start, m.End, m.Surface, meant.Id, meant.Type, meant.Label, m.Via, m.Role, m.Confidence, m.Reason);
    }

    private static ArticleQuote Quote(ActorTable actors, Quote q, string text)
    {
        var speaker = q.Speaker is null ? null : Meant(actors, q.Speaker);
        return new ArticleQuote(q.Start, q.End, text[q.Start..q.End], q.Direct, q.Confidence)
        {
            Speaker = speaker?.Id,
            SpeakerLabel = speaker?.Label,
            SpeakerSurface = q.SpeakerSurface,
        };
    }

    /// <summary>Who is meant by a name now; a name that the index has not met yet stands for itself.</summary>
    private static Actor Meant(ActorTable actors, ActorName name)
    {
        var id = $"{Terms.TypeName(name.Type)}:{Fold.Slug(name.Label)}";
        return actors.ById.TryGetValue(id, out var known) ? actors[known] : new Actor(-1, id, name.Type, name.Label);
    }

    /// <summary>The most telling of an actor's roles.</summary>
    private static MentionRole Role(IEnumerable<Mention> mentions)
    {
        var roles = mentions.Select(m => m.Role).ToHashSet();
        foreach (var role in (MentionRole[])[MentionRole.Speaker, MentionRole.Subject, MentionRole.Object])
        {
            if (roles.Contains(role)) return role;
        }
        return MentionRole.Other;
    }
}
