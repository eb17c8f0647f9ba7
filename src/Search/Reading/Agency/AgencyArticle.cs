using Search.Articles;
using Search.Text;

namespace Search.Reading.Agency;

/// <summary>An agency's item as it is gathered. What was told first holds.</summary>
internal sealed class AgencyArticle
{
    /// <summary>A byline stands at the top: behind the points that some agencies put first, if anywhere.</summary>
    private const int LastByline = 7;

    /// <summary>No honest article has more summaries, sub-headlines or places of origin.</summary>
    internal const int Few = 20;

    public string Id { get; set; } = "";
    public string Title { get; set; } = "";
    public string Source { get; set; } = "";
    public string Language { get; set; } = "";
    public string Section { get; set; } = "";
    public DateTimeOffset? Published { get; set; }
    /// <summary>Before it nobody may publish: a later one is when it was published.</summary>
    public DateTimeOffset? Embargo { get; set; }
    public DateTimeOffset? Revised { get; set; }
    public List<string> Authors { get; } = [];
    public List<FeedTopic> Topics { get; } = [];
    public List<FeedActor> Actors { get; } = [];
    /// <summary>Where it was written; an actor only where the text names it.</summary>
    public List<FeedActor> Origins { get; } = [];
    /// <summary>Where and when it was written, as readers see it.</summary>
    public string Dateline { get; set; } = "";
    public List<DraftParagraph> Paragraphs { get; set; } = [];

    private static readonly string[] Credits = ["(Reporting by ", "(Additional reporting by ", "(Writing by ", "(Editing by "];

    /// <summary>Whether there is running text.</summary>
    public bool HasText => Paragraphs.Exists(p => p.Kind is not (ParagraphKind.Heading or ParagraphKind.Caption or ParagraphKind.Boilerplate));

    /// <summary>The value that was told first, that is not empty.</summary>
    public static string First(params ReadOnlySpan<string> values)
    {
        foreach (var value in values)
        {
            if (value.Length > 0) return value;
        }
        return "";
    }

    /// <summary>Puts a summary or sub-headline before the text, unless the text or the headline says the same.</summary>
    public void Precede(string text, ParagraphKind? kind)
    {
        var folded = Fold.Word(text);
        if (folded.Length == 0 || folded == Fold.Word(Title) || Paragraphs.Take(Few).Any(p => Fold.Word(p.Text).StartsWith(folded.TrimEnd('.'), StringComparison.Ordinal))) return;
        Paragraphs.Insert(0, new DraftParagraph(text, kind));
    }

    /// <summary>The article. <see cref="HasText"/> holds.</summary>
    public ArticleDraft Draft()
    {
        TakeByline();
        SetFurniture();
        var published = Embargo > Published ? Embargo : Published;
        return new ArticleDraft
        {
            Id = OwnId(),
            Title = Blank(Title),
            Source = Blank(Source),
            Published = published,
            Revised = Revised > published ? Revised : null,
            Language = Blank(Language),
            Authors = [.. Authors.Where(a => !Source.Contains(a, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)],
            Section = Blank(Section),
            Topics = [.. Topics.Where(t => t.Label.Length > 0).Distinct()],
            Actors = [.. Actors.Concat(Origins.Take(Few).Where(IsNamed)).Where(a => a.Name.Length > 1).DistinctBy(a => (Fold.Word(a.Name), a.Type is "country" ? "place" : a.Type))],
            Paragraphs = Paragraphs,
        };
    }

    /// <summary>A line at the top such as <c>By Ann Bell</c> names the author.</summary>
    private void TakeByline()
    {
        var first = Paragraphs.FindIndex(p => p.Kind is null && Bylines.Is(p.Text));
        if (first is < 0 or > LastByline) return;
        if (Authors.Count == 0) Authors.AddRange(Bylines.Authors(Paragraphs[first].Text));
        Paragraphs[first] = Paragraphs[first] with { Kind = ParagraphKind.Boilerplate };
        if (!HasText) Paragraphs[first] = Paragraphs[first] with { Kind = null };
    }

    /// <summary>Headline once more at the top, desk initials and marks of the end are no text.</summary>
    private void SetFurniture()
    {
        var title = Fold.Word(Title);
        for (var i = Math.Min(Paragraphs.Count - 1, LastByline); i >= 0 && title.Length > 0 && Paragraphs.Count > 1; i--)
        {
            if (Fold.Word(Paragraphs[i].Text) == title) Paragraphs.RemoveAt(i);
        }
        var last = Paragraphs.FindLastIndex(p => p.Kind != ParagraphKind.Boilerplate);
        for (var i = 1; i < Paragraphs.Count; i++)
        {
            if (Paragraphs[i].Kind is null && IsSignOff(Paragraphs[i].Text, isLast: i == last)) Paragraphs[i] = Paragraphs[i] with { Kind = ParagraphKind.Boilerplate };
        }
    }

    /// <summary><c>hh/ph/ts</c>, <c>/agency/</c>, <c>(Agency)</c>, <c>(Reporting by ...)</c>, <c>© Agency</c>, <c>ends</c>, routing codes, a line of dashes.</summary>
    private static bool IsSignOff(string text, bool isLast) => !text.Any(char.IsLetterOrDigit)
        || isLast && (text[0] is '©' || Array.Exists(Credits, c => text.StartsWith(c, StringComparison.Ordinal)) || text.Any(char.IsDigit) && !text.Any(c => char.IsLower(c) || char.IsPunctuation(c) || c > 0x7F))
        || isLast && text.Length <= 30 && (text is "ends" or "ENDS" or "-ends-" || text.Contains('/', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal) || text[0] is '(' && text[^1] is ')' or '.' && !text.Contains(' ', StringComparison.Ordinal));

    private bool IsNamed(FeedActor place) => Dateline.Contains(place.Name, StringComparison.OrdinalIgnoreCase) || Title.Contains(place.Name, StringComparison.OrdinalIgnoreCase)
        || Paragraphs.Exists(p => p.Text.Contains(place.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>An id that is no URI is only unique with its provider.</summary>
    private string? OwnId()
    {
        if (Id.Length == 0) return null;
        var id = Id.Contains(':', StringComparison.Ordinal) ? Id : $"{Fold.Slug(Source.Length > 0 ? Source : "agency")}:{Id}";
        return ArticleLimits.CheckId(id) is null ? id : null;
    }

    private static string? Blank(string text) => text.Length > 0 ? text : null;
}
