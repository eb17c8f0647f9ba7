using Search.Text;

namespace Search.Articles;

/// <summary>
/// Gives every paragraph its ordinal, offset and kind. A declared kind holds, except that an article has one headline, at its head, and
/// one lead, the first paragraph of its body; undeclared ones are boilerplate or a heading only where rules are sure.
/// </summary>
internal sealed class ParagraphKindRules(BoilerplateRules boilerplate)
{
    public const string RepeatsHeadline = "repeats the headline";

    /// <param name="title">The given headline, cleaned; empty when there is none.</param>
    /// <param name="texts">Cleaned paragraphs, none empty.</param>
    /// <param name="language">Whose patterns of boilerplate count.</param>
    /// <param name="isBody">Whether the paragraphs were found in plain text, which often begins with the headline once more.</param>
    public IReadOnlyList<Paragraph> Arrange(string title, List<DraftParagraph> texts, string language, bool isBody)
    {
        var first = 0;
        if (texts.Count > 0 && texts[0].Kind == ParagraphKind.Headline && (title.Length == 0 || texts[0].Text == title)) (title, first) = (texts[0].Text, 1);
        var furniture = Furniture(title, texts, first, language, isBody);
        var paragraphs = new List<Paragraph>(texts.Count + 1);
        var start = 0;
        if (title.Length > 0) Add(ParagraphKind.Headline, title, null);
        var lead = texts.FindIndex(p => p.Kind == ParagraphKind.Lead);
        for (var i = first; i < texts.Count; i++)
        {
            var (kind, reason) = Kind(texts, first, i, furniture);
            if (kind is ParagraphKind.Body or ParagraphKind.Lead)
            {
                if (lead < 0) lead = i;
                kind = i == lead ? ParagraphKind.Lead : ParagraphKind.Body;
            }
            Add(kind, texts[i].Text, reason);
        }
        return paragraphs;

        void Add(ParagraphKind kind, string text, string? reason)
        {
            paragraphs.Add(new Paragraph(paragraphs.Count, kind, text, start, reason));
            start += text.Length + 2;
        }
    }

    /// <summary>For each paragraph why it is furniture, or null.</summary>
    private string?[] Furniture(string title, List<DraftParagraph> texts, int first, string language, bool isBody)
    {
        var reasons = new string?[texts.Count];
        for (var i = first; i < texts.Count; i++)
        {
            if (texts[i].Kind is null) reasons[i] = boilerplate.Reason(texts[i].Text, language);
        }
        if (isBody && title.Length > 0 && texts.Count > 1 && Fold.Word(texts[0].Text) == Fold.Word(title)) reasons[0] = RepeatsHeadline;
        return reasons;
    }

    private static (ParagraphKind Kind, string? Reason) Kind(List<DraftParagraph> texts, int first, int at, string?[] furniture)
    {
        if (texts[at].Kind is { } declared) return (declared == ParagraphKind.Headline ? ParagraphKind.Heading : declared, null);
        if (furniture[at] is { } reason) return (ParagraphKind.Boilerplate, reason);
        var heading = SubHeading.Is(Neighbour(texts, at, -1, first, furniture), texts[at].Text, Neighbour(texts, at, 1, first, furniture));
        return heading ? (ParagraphKind.Heading, SubHeading.Reason) : (ParagraphKind.Body, null);
    }

    /// <summary>The nearest paragraph on one side that is not furniture.</summary>
    private static string? Neighbour(List<DraftParagraph> texts, int at, int step, int first, string?[] furniture)
    {
        for (var i = at + step; i >= first && i < texts.Count; i += step)
        {
            if (furniture[i] is null && texts[i].Kind != ParagraphKind.Boilerplate) return texts[i].Text;
        }
        return null;
    }
}
