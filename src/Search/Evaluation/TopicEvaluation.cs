using System.Text.Json;
using Search.Articles;
using Search.Tagging;
using Search.Tagging.Topics;
using Search.Text;

namespace Search.Evaluation;

/// <summary>
/// Measures the topics that the tagger gives against those that people marked: <c>"t"</c> in <c>marks.jsonl</c>, a list of the short names of
/// the 17 top Media Topics or of topic ids. Counted are the subjects at the top of the tree; one below counts for its top.
/// </summary>
public sealed class TopicEvaluation
{
    private const string MarksOf = "t";

    /// <summary>The short names of the top Media Topics in the order of their codes, medtop:01000000 to medtop:17000000.</summary>
    private static readonly string[] ShortNames =
    [
        "arts", "crime", "disaster", "economy", "education", "environment", "health", "human-interest", "labour",
        "lifestyle", "politics", "religion", "science", "society", "sport", "conflict", "weather",
    ];

    private readonly ArticleComposer composer;
    private readonly GazetteerTagger tagger;
    private readonly TopicTable table;

    /// <param name="data">The product's data files.</param>
    /// <param name="own">The folder with the user's own topics and rules, if they shall count.</param>
    public TopicEvaluation(DataFolder data, DataFolder? own = null)
    {
        composer = new ArticleComposer(data);
        tagger = GazetteerTagger.Read(data, own);
        table = TopicTable.Read(data, own);
    }

    /// <summary>Reads and tags every marked article of the folder. Topics that a feed gave do not count: rules are measured.</summary>
    /// <exception cref="EvaluationDataException">The folder does not hold marked articles, or a mark is no topic.</exception>
    public TopicScores Measure(string folder)
    {
        var counts = Enumerable.Range(1, ShortNames.Length).Select(Id).ToDictionary(id => id, _ => (Articles: 0, Counts: default(MatchCounts)));
        var errors = new List<TopicError>();
        var articles = 0;
        foreach (var marked in MarkedArticles.Read(folder, composer))
        {
            articles++;
            var expected = Expected(marked, folder);
            var found = tagger.Tag(marked.Article).Topics.Where(t => t.By == "rule").Select(t => Top(t.Topic)).ToHashSet();
            foreach (var subject in counts.Keys)
            {
                var (all, so) = counts[subject];
                counts[subject] = (all + (expected.Contains(subject) ? 1 : 0), so.With(found.Contains(subject), expected.Contains(subject)));
            }
            errors.AddRange(Errors(marked.Article, found, expected, counts.Keys));
        }
        return new TopicScores(articles, [.. counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new SubjectScore(c.Key, table.Label(c.Key) ?? c.Key, c.Value.Articles, c.Value.Counts))], errors);
    }

    private IEnumerable<TopicError> Errors(Article article, HashSet<string> found, HashSet<string> expected, IEnumerable<string> subjects)
    {
        var odd = subjects.Where(s => found.Contains(s) != expected.Contains(s)).ToList();
        if (odd.Count == 0) yield break;
        var weighed = tagger.Weigh(article).ToDictionary(t => t.Topic);
        foreach (var subject in odd)
        {
            var evidence = weighed.GetValueOrDefault(subject)?.Evidence ?? [];
            yield return new TopicError(article.Id, article.Title, table.Label(subject) ?? subject, found.Contains(subject), Grouped(evidence));
        }
    }

    private static IReadOnlyList<RuleEvidence> Grouped(IEnumerable<TopicEvidence> evidence) =>
        [.. evidence.GroupBy(e => e.Rule.Id).Select(g => new RuleEvidence(g.Key, [.. g.Select(e => e.Words).Distinct()]))];

    private HashSet<string> Expected(MarkedArticle marked, string folder)
    {
        if (!marked.Marks.TryGetProperty(MarksOf, out var list) || list.ValueKind != JsonValueKind.Array)
            throw Unusable(marked, folder, $"the topics are missing: expected is \"{MarksOf}\" with a list of {string.Join(", ", ShortNames)}.");
        return [.. list.EnumerateArray().Select(t => Subject(t.ValueKind == JsonValueKind.String ? t.GetString()! : "") ?? throw Unusable(marked, folder, $"{t} is no topic. Topics are {string.Join(", ", ShortNames)}, and ids of Media Topics."))];
    }

    private string? Subject(string mark) =>
        Array.IndexOf(ShortNames, mark) is >= 0 and var at ? Id(at + 1) : table.Label(mark) is null ? null : Top(mark);

    private string Top(string topic) => table.Path(topic)[0];

    private static string Id(int code) => FormattableString.Invariant($"medtop:{code:00}000000");

    private static EvaluationDataException Unusable(MarkedArticle marked, string folder, string why) =>
        new($"{Path.Combine(folder, MarkedArticles.MarksFile)}, line {marked.Line}: {why}");
}
