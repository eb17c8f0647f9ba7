using Search.Articles;
using Search.Reading.Html;
using Search.Text;

namespace Search.Reading.Mapped;

/// <summary>Makes an article of one record by a mapping.</summary>
internal sealed class MappedArticle
{
    private const string MediaTopic = "medtop:";
    private readonly ArticleMapping mapping;
    private readonly IRecord record;
    private string? problem;

    private MappedArticle(ArticleMapping mapping, IRecord record) => (this.mapping, this.record) = (mapping, record);

    /// <summary>The article, or in words why the record is none.</summary>
    public static Outcome<ArticleDraft> Of(ArticleMapping mapping, IRecord record)
    {
        var made = new MappedArticle(mapping, record);
        var draft = made.Draft();
        return made.problem is { } problem ? new ArticleProblem(ArticleProblem.Unprocessable, problem) : draft;
    }

    private ArticleDraft Draft()
    {
        var id = One(MappingFields.Id);
        if (id is not null && ArticleLimits.CheckId(id) is { } bad) problem = bad.Detail;
        var (body, paragraphs) = Text();
        if (body is null && paragraphs.Count == 0) problem ??= $"There is no text in it: {Shown(Rule(MappingFields.Body) ?? Rule(MappingFields.Paragraphs))} is empty.";
        return new ArticleDraft
        {
            Id = id,
            Title = One(MappingFields.Title) is { } title ? HtmlText.Line(title) : null,
            Url = One(MappingFields.Url),
            Source = Line(MappingFields.Source),
            Published = Date(MappingFields.Published),
            Revised = Date(MappingFields.Revised),
            Language = One(MappingFields.Language),
            Authors = [.. Several(MappingFields.Authors).Distinct()],
            Section = Line(MappingFields.Section),
            Topics = [.. Several(MappingFields.Topics).Select(t => new FeedTopic(t.StartsWith(MediaTopic, StringComparison.Ordinal) ? t : null, t)).Distinct()],
            Actors = [.. Several(MappingFields.Actors).Select(a => new FeedActor(a, Rule(MappingFields.Actors)?.Type)).Distinct()],
            Body = body,
            Paragraphs = paragraphs,
        };
    }

    private FieldRule? Rule(string field) => mapping[field];

    private IEnumerable<string> Values(FieldRule rule) => rule.Places.SelectMany(p => p.IsConstant ? [p.Name] : record.Values(p));

    private string? One(string field) => Rule(field) is { } rule ? Values(rule).FirstOrDefault()?.Trim() : null;

    private string? Line(string field) => One(field) is { } text && Clean.Line(text) is { Length: > 0 } line ? line : null;

    private DateTimeOffset? Date(string field)
    {
        if (One(field) is not { } text || MappedDates.IsNone(text)) return null;
        if (MappedDates.TryParse(text, Rule(field)!, out var date)) return date;
        var form = Rule(field)!.Format is { } format ? format : $"{ArticleDates.Accepted}; another form is told by a line {field}.format = dd.MM.yyyy in a mapping file";
        problem ??= $"\"{(text.Length > 40 ? text[..40] + "…" : text)}\" ({Shown(Rule(field))}) is no date written as {form}.";
        return null;
    }

    private IEnumerable<string> Several(string field)
    {
        if (Rule(field) is not { } rule) return [];
        return Values(rule).SelectMany(v => rule.Separators.FirstOrDefault(s => v.Contains(s, StringComparison.Ordinal)) is { } separator ? v.Split(separator) : [v])
            .Select(Clean.Line).Where(v => v.Length > 0);
    }

    /// <summary>One plain text is left to be broken into paragraphs as any other; else the paragraphs.</summary>
    private (string? Body, List<DraftParagraph> Paragraphs) Text()
    {
        var rule = Rule(MappingFields.Body) ?? Rule(MappingFields.Paragraphs)!;
        var parts = Values(rule).ToList();
        if (parts.Count == 1 && !IsHtml(rule, parts[0]) && rule.Field == MappingFields.Body) return (parts[0], []);
        var paragraphs = parts.SelectMany(p => IsHtml(rule, p) ? HtmlText.Paragraphs(p) : rule.Field == MappingFields.Paragraphs ? [new DraftParagraph(p)] : Blocks.Of(p).Select(b => new DraftParagraph(b))).ToList();
        return (null, [.. paragraphs.Where(p => Clean.Line(p.Text).Length > 0)]);
    }

    private static bool IsHtml(FieldRule rule, string text) => rule.Format is { } format ? format == "html" : LooksLikeHtml(text);

    private static bool LooksLikeHtml(string text) =>
        text.Contains("</p>", StringComparison.OrdinalIgnoreCase) || text.Contains("<p>", StringComparison.OrdinalIgnoreCase) || text.Contains("<br", StringComparison.OrdinalIgnoreCase) || text.Contains("</div>", StringComparison.OrdinalIgnoreCase);

    private static string Shown(FieldRule? rule) => rule is null ? "" : string.Join(", ", rule.Places.Select(p => p.Name));
}
