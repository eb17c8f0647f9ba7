using System.Security.Cryptography;
using System.Text;
using Search.Text;

namespace Search.Articles;

/// <summary>
/// Makes articles of drafts: identity, headline, language, paragraphs with their kinds. Deterministic: the same draft and data files
/// give the same article. Safe to call from several threads.
/// </summary>
internal sealed class ArticleComposer
{
    private const string Version = "compose-1";
    private readonly CanonicalUrl urls;
    private readonly LanguageDetector languages;
    private readonly Sentences sentences;
    private readonly ParagraphKindRules kinds;

    /// <param name="data">Where the small words, abbreviations, patterns of boilerplate and tracking parameters are.</param>
    public ArticleComposer(DataFolder data)
    {
        urls = new CanonicalUrl(data);
        languages = new LanguageDetector(data);
        sentences = new Sentences(data);
        kinds = new ParagraphKindRules(new BoilerplateRules(data));
        Fingerprint = $"{Version}:{HashOf(data)}";
    }

    /// <summary>With the data files that ship with the product.</summary>
    public static ArticleComposer Default { get; } = new(DataFolder.Default);

    /// <summary>Changes whenever some draft might be composed differently: version of the code and a hash of the data files.</summary>
    public string Fingerprint { get; }

    /// <summary>
    /// The article of a draft. A problem when it is beyond the limits (<c>payload_too_large</c>), has an impossible id (<c>invalid_body</c>)
    /// or when no text is left besides headline and boilerplate (<c>unprocessable_article</c>).
    /// </summary>
    public Outcome<Article> Compose(ArticleDraft draft)
    {
        if (ArticleLimits.Check(draft) is { } limit) return limit;
        var title = Clean.Line(draft.Title ?? "");
        var texts = TextsOf(draft);
        if (texts.Count > ArticleLimits.Paragraphs) return ArticleLimits.TooManyParagraphs(texts.Count);
        var language = LanguageDetector.Normalise(draft.Language) ?? languages.Detect(Sample(title, texts));
        var paragraphs = kinds.Arrange(title, texts, language, isBody: draft.Paragraphs.Count == 0);
        var text = paragraphs.FirstOrDefault(p => p.Kind == ParagraphKind.Lead)
            ?? paragraphs.FirstOrDefault(p => p.Kind is ParagraphKind.Heading or ParagraphKind.Caption);
        if (text is null) return Empty(paragraphs);
        var headline = paragraphs[0].Kind == ParagraphKind.Headline ? paragraphs[0].Text : null;
        return new Article
        {
            Id = Identify(draft),
            Title = headline ?? DerivedTitle.Of(text.Text, language, sentences),
            TitleDerived = headline is null,
            Url = Blank(draft.Url),
            Source = Blank(draft.Source),
            Published = draft.Published,
            Revised = draft.Revised,
            Language = language,
            Authors = [.. draft.Authors.Select(Clean.Line).Where(a => a.Length > 0).Distinct()],
            Section = Blank(draft.Section),
            Topics = [.. draft.Topics.Select(t => new FeedTopic(Blank(t.Id), Clean.Line(t.Label))).Where(t => t.Label.Length > 0).Distinct()],
            Actors = [.. draft.Actors.Select(a => new FeedActor(Clean.Line(a.Name), Blank(a.Type))).Where(a => a.Name.Length > 0).Distinct()],
            Paragraphs = paragraphs,
        };
    }

    /// <summary>The article's id: the draft's own, else made from the canonical address, else from headline, source, date and text.</summary>
    public string Identify(ArticleDraft draft)
    {
        if (!string.IsNullOrWhiteSpace(draft.Id)) return draft.Id;
        if (!string.IsNullOrWhiteSpace(draft.Url)) return ShortHash(urls.Of(draft.Url));
        var content = new StringBuilder(Clean.Line(draft.Title ?? "")).Append('\n').Append(Clean.Line(draft.Source ?? ""));
        content.Append('\n').Append(draft.Published is { } date ? ArticleDates.Write(date) : "");
        foreach (var paragraph in TextsOf(draft)) content.Append('\n').Append(paragraph.Text);
        return ShortHash(content.ToString());
    }

    private static List<DraftParagraph> TextsOf(ArticleDraft draft)
    {
        if (draft.Paragraphs.Count == 0) return [.. Blocks.Of(draft.Body ?? "").Select(t => new DraftParagraph(t))];
        var texts = new List<DraftParagraph>(draft.Paragraphs.Count);
        foreach (var paragraph in draft.Paragraphs)
        {
            var text = Clean.Line(paragraph.Text);
            if (text.Length > 0) texts.Add(ReferenceEquals(text, paragraph.Text) ? paragraph : paragraph with { Text = text });
        }
        return texts;
    }

    /// <summary>What the language is told by: the text's beginning; the headline, which has few small words, only where there is hardly any text.</summary>
    private static string Sample(string title, List<DraftParagraph> texts)
    {
        var sample = new StringBuilder();
        foreach (var paragraph in texts)
        {
            if (sample.Length > 3000) break;
            sample.Append(paragraph.Text).Append('\n');
        }
        return sample.Length < 40 ? sample.Append(title).ToString() : sample.ToString();
    }

    private static ArticleProblem Empty(IReadOnlyList<Paragraph> paragraphs) => new(ArticleProblem.Unprocessable, paragraphs.Any(p => p.Kind == ParagraphKind.Boilerplate)
        ? $"Nothing but boilerplate is left of the text: \"{paragraphs.First(p => p.Kind == ParagraphKind.Boilerplate).Text}\" {paragraphs.First(p => p.Kind == ParagraphKind.Boilerplate).Reason}."
        : "The article has no text; give it a `body` or `paragraphs`.");

    private static string? Blank(string? text) => text is not null && Clean.Line(text) is { Length: > 0 } clean ? clean : null;

    private static string ShortHash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    private static string HashOf(DataFolder data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in (string[])[Sentences.File, BoilerplateRules.File, LanguageDetector.ScriptFile, CanonicalUrl.File, .. StopWords.Files(data)])
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            foreach (var line in data.Lines(file)) hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }
}
