using Search.Articles;
using Search.Indexing.Analysis;

namespace Search.Tests.Searching.Model;

/// <summary>Makes articles of invented words that no stemmer changes, in families: same beginnings, one letter apart.</summary>
internal sealed class ModelCorpus
{
    private static readonly string[] Separators = [", ", " – ", "; ", ". ", " < ", " & ", " \" ", " 😀 ", " > "];
    private readonly Random random;
    private int next;

    public ModelCorpus(Random random)
    {
        this.random = random;
        Words = Invent(60);
    }

    public IReadOnlyList<string> Words { get; }

    public static IReadOnlyList<string> Sources { get; } = ["alvok", "bramuf", "Zolap Post"];
    public static IReadOnlyList<string> Languages { get; } = ["en", "en", "en", "de", "fr"];
    public static IReadOnlyList<string> Authors { get; } = ["vanka trulp", "odo kremp", "lisbo rampf"];
    public static IReadOnlyList<FeedActor> Actors { get; } =
        [new("Trask Volub", "person"), new("Odo Kremp", "person"), new("Grunak Board", "org"), new("France", "country"), new("Germany", "country")];

    public string Next => $"art-{next++:000}";

    /// <summary>A frequent word more often than a rare one.</summary>
    public string Word() => Words[random.Next(random.Next(2) == 0 ? 12 : Words.Count)];

    public ModelArticle Article(string id)
    {
        var article = new ModelArticle
        {
            Id = id,
            Title = random.Next(8) == 0 ? null : Sentence(random.Next(3, 7)),
            Source = random.Next(10) == 0 ? null : Pick(Sources),
            Language = Pick(Languages),
            Authors = [.. Some(Authors, 2)],
            Topics = [.. Some(ModelTopics.OfFeeds, 2)],
            Actors = [.. Some(Actors, 2)],
            Published = random.Next(10) == 0 ? null : $"{random.Next(2023, 2025)}-{random.Next(1, 13):00}-{Pick(["01T00:00:00", "15T12:30:00", "28T23:59:59", $"{random.Next(1, 29):00}T07:08:09"])}Z",
        };
        var count = random.Next(1, 6);
        return article.With(Enumerable.Range(0, count).Select(i => (i == 0 ? ParagraphKind.Body : Kind())).Select(k => (k, k == ParagraphKind.Heading ? Sentence(random.Next(5, 22)) : Text())));
    }

    private ParagraphKind Kind() => random.Next(10) switch
    {
        0 => ParagraphKind.Boilerplate,
        1 => ParagraphKind.Heading,
        2 => ParagraphKind.Caption,
        _ => ParagraphKind.Body,
    };

    /// <summary>A sentence, or a few with quotations between them: long ones that somebody said, short ones that only call something by a name.</summary>
    private string Text()
    {
        if (random.Next(3) == 0) return Sentence(random.Next(5, 22));
        var parts = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(5) switch
        {
            0 or 1 => Sentence(random.Next(1, 9)),
            2 => $"“{Sentence(random.Next(6, 14), quoted: true)}{Pick([",", ".", ""])}”",
            3 => $"« {Sentence(random.Next(6, 14), quoted: true)} »",
            _ => $"{Word()} “{Word()}” {Word()}",
        }).ToList();
        if (random.Next(8) == 0) parts.Add($"“{Sentence(random.Next(6, 14), quoted: true)}");
        return string.Join(Pick([" ", ", "]), parts);
    }

    /// <summary>Countries stand between words, never side by side. Between words that are quoted stands no mark.</summary>
    private string Sentence(int length, bool quoted = false)
    {
        var text = new System.Text.StringBuilder(Word());
        for (var i = 1; i < length; i++)
        {
            var isCountry = i % 3 == 1 && i + 1 < length && random.Next(6) == 0;
            text.Append(isCountry || random.Next(8) > 0 ? " " : Pick(quoted ? [", ", "; ", " – "] : Separators)).Append(isCountry ? $"{Pick(ModelParagraph.CountryNames)} {Word()}" : Word());
        }
        return text.ToString();
    }

    private List<string> Invent(int count)
    {
        var stemmers = Languages.Distinct().Select(Stemmer.For).ToList();
        var words = new List<string>();
        while (words.Count < count)
        {
            var family = Pick("bdgklmprtvz") + Pick(["r", "l", "", ""]) + Pick("aou") + Pick("lmrnz");
            for (var i = 0; i < 3; i++)
            {
                var word = family + Pick("aou") + Pick("kpbfv");
                var swapped = word[..1] + word[2] + word[1] + word[3..];
                foreach (var candidate in new[] { word, swapped })
                {
                    if (!words.Contains(candidate) && stemmers.TrueForAll(s => s(candidate) == candidate)) words.Add(candidate);
                }
            }
        }
        return words[..count];
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private string Pick(string letters) => letters[random.Next(letters.Length)].ToString();

    private IEnumerable<T> Some<T>(IReadOnlyList<T> from, int most) => Enumerable.Range(0, random.Next(most + 1)).Select(_ => Pick(from)).Distinct();
}
