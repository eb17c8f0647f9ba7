using Search.Articles;
using Search.Tagging.Words;

namespace Search.Tagging.Topics;

/// <summary>
/// Gives an article the topics for which its words are evidence. Evidence counts for its topic and for all above it, so several weak signs of
/// one subject make it together. A long article needs more than a short one, and a subject far behind the article's main one is left out; the
/// user's own topics compete with none. Each paragraph is tagged with the most special topics that hold and that it has evidence for.
/// </summary>
internal sealed class TopicTagger(TopicRules rules, TopicTable table)
{
    private const float Threshold = 2.5f;
    private const float WordsOfShort = 100;
    private const float Growth = 0.35f;
    private const float ShareOfMain = 0.25f;
    private readonly TopicEvidenceReader reader = new(rules, table);

    public void Tag(Article article, IReadOnlyList<ParagraphWords> paragraphs, List<TopicTag> into)
    {
        var evidence = reader.Read(article, paragraphs);
        if (evidence.Count == 0) return;
        var holding = Weigh(evidence, paragraphs).Where(t => t.Holds).ToDictionary(t => t.Topic);
        foreach (var topic in evidence.GroupBy(e => e.Path.LastOrDefault(holding.ContainsKey)))
        {
            if (topic.Key is null) continue;
            foreach (var paragraph in topic.GroupBy(e => e.Paragraph))
            {
                var best = paragraph.MaxBy(e => e.Weight)!;
                into.Add(new TopicTag(paragraph.Key, topic.Key, "rule", best.Rule.Id, holding[topic.Key].Confidence) { Evidence = best.Words });
            }
        }
    }

    /// <summary>Every topic for which there is evidence, enough or not.</summary>
    public IReadOnlyList<WeighedTopic> Weigh(Article article, IReadOnlyList<ParagraphWords> paragraphs) => Weigh(reader.Read(article, paragraphs), paragraphs);

    private static List<WeighedTopic> Weigh(List<TopicEvidence> evidence, IReadOnlyList<ParagraphWords> paragraphs)
    {
        var needed = Threshold * MathF.Max(1, MathF.Pow(paragraphs.Sum(p => p.Count) / WordsOfShort, Growth));
        var subjects = evidence.GroupBy(e => e.Path[0]).Select(g => Weighed(g.Key, g, needed)).ToList();
        var main = subjects.Where(s => !IsOwn(s)).Select(s => s.Score).DefaultIfEmpty().Max();
        var topics = new List<WeighedTopic>();
        foreach (var subject in subjects)
        {
            var holds = subject.Holds && (IsOwn(subject) || subject.Score >= ShareOfMain * main);
            topics.Add(subject with { Holds = holds });
            var below = subject.Evidence.SelectMany(e => e.Path.Skip(1).Select(t => (Topic: t, Evidence: e))).GroupBy(e => e.Topic, e => e.Evidence);
            topics.AddRange(below.Select(g => Weighed(g.Key, g, needed)).Select(t => t with { Holds = t.Holds && (holds || IsOwn(t)) }));
        }
        return topics;
    }

    private static WeighedTopic Weighed(string topic, IEnumerable<TopicEvidence> of, float needed)
    {
        var evidence = of.ToList();
        var score = evidence.Sum(e => e.Weight);
        return new WeighedTopic(topic, score, needed, score >= needed, evidence);
    }

    private static bool IsOwn(WeighedTopic topic) => topic.Evidence.All(e => e.Rule.IsOwn);
}
