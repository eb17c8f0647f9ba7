using Search.Articles;

namespace Search.Tests.Searching.Model;

/// <summary>A word of a text: offsets, and the word in lower case.</summary>
internal sealed record ModelWord(int Start, int End, string Form);

/// <summary>A named actor: the words it takes, the offsets it takes, who it is.</summary>
internal sealed record ModelMention(int First, int Last, int Start, int End, string Actor);

/// <summary>A paragraph as plain lists.</summary>
internal sealed class ModelParagraph
{
    private static readonly (string Text, string Actor)[] Countries =
        [("France", "country:france"), ("Germany", "country:germany"), ("Brazil", "country:brazil"), ("South Korea", "country:south-korea"), ("United States", "country:united-states")];

    public ModelParagraph(ModelArticle article, int ordinal, ParagraphKind kind, string text)
    {
        (Article, Ordinal, Kind, Text) = (article, ordinal, kind, text);
        Words = Split(text);
        if (kind == ParagraphKind.Boilerplate) return;
        FindQuotations();
        foreach (var (name, actor) in Countries)
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                var end = at + name.Length;
                Mentions.Add(new ModelMention(Words.FindIndex(w => w.Start == at), Words.FindIndex(w => w.End == end), at, end, actor));
            }
        }
    }

    public static IReadOnlyList<string> CountryNames { get; } = [.. Countries.Select(c => c.Text)];

    public ModelArticle Article { get; }
    public int Ordinal { get; }
    public ParagraphKind Kind { get; }
    public string Text { get; }
    public List<ModelWord> Words { get; }
    public List<ModelMention> Mentions { get; } = [];

    /// <summary>The words of each quotation, from the first to the last. Shorter ones only call something by a name.</summary>
    public List<(int First, int Last)> Quotations { get; } = [];

    /// <summary>Actors of the feed that stand on this paragraph without being named in it.</summary>
    public List<string> FeedActors { get; } = [];

    public string Id => $"{Article.Id}#{Ordinal}";

    public IEnumerable<string> Topics => Kind == ParagraphKind.Boilerplate ? [] : Article.Topics.SelectMany(ModelTopics.WithAncestors).Distinct();

    /// <summary>Six words or more between the marks that the invented texts have; without a closing mark, up to the end. Nobody says anything in them but so.</summary>
    private void FindQuotations()
    {
        for (var open = Text.IndexOfAny(['“', '«']); open >= 0;)
        {
            var close = Text.IndexOf(Text[open] == '“' ? '”' : '»', open);
            if (close < 0) close = Text.Length;
            var (first, last) = (Words.FindIndex(w => w.Start > open), Words.FindLastIndex(w => w.End <= close));
            if (last - first >= 5) Quotations.Add((first, last));
            open = Text.IndexOfAny(['“', '«'], close);
        }
    }

    /// <summary>Runs of letters and digits: all that the invented words need.</summary>
    private static List<ModelWord> Split(string text)
    {
        var words = new List<ModelWord>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiLetterOrDigit(text[at])) continue;
            var start = at;
            while (at < text.Length && char.IsAsciiLetterOrDigit(text[at])) at++;
            words.Add(new ModelWord(start, at, text[start..at].ToLowerInvariant()));
        }
        return words;
    }
}

/// <summary>An article as plain lists, and the draft that says the same to the product.</summary>
internal sealed class ModelArticle
{
    public required string Id { get; init; }
    public string? Title { get; init; }
    public string? Source { get; init; }
    public required string Language { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<FeedActor> Actors { get; init; } = [];

    /// <summary>As <c>2024-05-06T07:08:09Z</c>; null when unknown.</summary>
    public string? Published { get; init; }

    public IReadOnlyList<ModelParagraph> Paragraphs { get; private set; } = [];

    /// <summary>Gives the article its body: the first paragraph of kind body becomes the lead.</summary>
    public ModelArticle With(IEnumerable<(ParagraphKind Kind, string Text)> body)
    {
        var paragraphs = new List<ModelParagraph>();
        if (Title is not null) paragraphs.Add(new ModelParagraph(this, 0, ParagraphKind.Headline, Title));
        var hasLead = false;
        foreach (var (kind, text) in body)
        {
            var isLead = kind == ParagraphKind.Body && !hasLead;
            hasLead |= isLead;
            paragraphs.Add(new ModelParagraph(this, paragraphs.Count, isLead ? ParagraphKind.Lead : kind, text));
        }
        Paragraphs = paragraphs;
        var home = paragraphs.First(p => p.Kind != ParagraphKind.Boilerplate);
        foreach (var id in Actors.Select(IdOf).Distinct())
        {
            if (!paragraphs.Exists(p => p.Mentions.Exists(m => m.Actor == id))) home.FeedActors.Add(id);
        }
        return this;
    }

    public ArticleDraft Draft() => new()
    {
        Id = Id,
        Title = Title,
        Source = Source,
        Language = Language,
        Authors = Authors,
        Topics = [.. Topics.Select(t => t.StartsWith("medtop:", StringComparison.Ordinal) ? new FeedTopic(t, t) : new FeedTopic(null, t["feed:".Length..]))],
        Actors = Actors,
        Published = Published is null ? null : DateTimeOffset.Parse(Published, System.Globalization.CultureInfo.InvariantCulture),
        Paragraphs = [.. Paragraphs.Where(p => p.Kind != ParagraphKind.Headline).Select(p => new DraftParagraph(p.Text, p.Kind == ParagraphKind.Lead ? ParagraphKind.Body : p.Kind))],
    };

    private static string IdOf(FeedActor actor) => $"{actor.Type}:{actor.Name.ToLowerInvariant().Replace(' ', '-')}";
}

/// <summary>The few topics that the model's articles have, and what stands above them in the media topics.</summary>
internal static class ModelTopics
{
    private static readonly Dictionary<string, string[]> Above = new()
    {
        ["medtop:20000004"] = ["medtop:20000002", "medtop:01000000"], // cartoon, arts and entertainment, arts
        ["medtop:20000008"] = ["medtop:20000007", "medtop:20000002", "medtop:01000000"], // ballet, dance
        ["medtop:20000002"] = ["medtop:01000000"],
    };

    public static IReadOnlyList<string> OfFeeds { get; } = ["medtop:20000004", "medtop:20000008", "medtop:20000002", "feed:grubvok", "feed:mirkpol"];

    public static IReadOnlyList<string> All { get; } = [.. OfFeeds.SelectMany(WithAncestors).Distinct()];

    public static IEnumerable<string> WithAncestors(string topic) => [topic, .. Above.GetValueOrDefault(topic) ?? []];
}
