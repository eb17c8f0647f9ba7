using Search.Articles;
using Search.Tagging.Words;

namespace Search.Tagging.Topics;

/// <summary>
/// Gives an article the topics for which its words are evidence, and tags the paragraphs that hold it. Headline and lead count more, the
/// first words of a kind more than their repetition, and a long article needs more than a short one.
/// </summary>
internal sealed class TopicTagger(TopicRules rules)
{
    private const float Threshold = 2f;
    private const float HeadlineCounts = 2f;
    private const float LeadCounts = 1.5f;
    private readonly RuleMatcher matcher = new(rules);

    public void Tag(Article article, IReadOnlyList<ParagraphWords> paragraphs, List<TopicTag> into)
    {
        foreach (var topic in Weigh(article, paragraphs))
        {
            if (!topic.Holds) continue;
            foreach (var paragraph in topic.Evidence.GroupBy(e => e.Paragraph))
            {
                var best = paragraph.MaxBy(e => e.Weight)!;
                into.Add(new TopicTag(paragraph.Key, topic.Topic, "rule", best.Rule.Id, topic.Confidence) { Evidence = best.Words });
            }
        }
    }

    /// <summary>Every topic for which there is evidence, enough or not.</summary>
    public IReadOnlyList<WeighedTopic> Weigh(Article article, IReadOnlyList<ParagraphWords> paragraphs)
    {
        var evidence = new List<TopicEvidence>();
        var met = new Dictionary<int, RuleMatch>();
        foreach (var words in paragraphs)
        {
            met.Clear();
            matcher.Find(words, article.Language, met);
            foreach (var (number, match) in met)
            {
                if (match.Count <= 0) continue;
                var rule = rules.All[number];
                evidence.Add(new TopicEvidence(words.Paragraph.Ordinal, rule, words.Text[match.Start..match.End], rule.Weight * Math.Min(match.Count, 3) * Place(words.Paragraph)));
            }
        }
        var needed = Threshold * MathF.Max(1, MathF.Sqrt(paragraphs.Count / 6f));
        return [.. evidence.GroupBy(e => e.Rule.Topic).Select(g => new WeighedTopic(g.Key, g.Sum(e => e.Weight), needed, [.. g]))];
    }

    private static float Place(Paragraph paragraph) => paragraph.Kind switch
    {
        ParagraphKind.Headline => HeadlineCounts,
        ParagraphKind.Lead => LeadCounts,
        _ => 1,
    };
}
