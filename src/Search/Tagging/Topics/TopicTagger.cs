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

    public void Tag(Article article, IReadOnlyList<ParagraphWords> paragraphs, List<TopicTag> into)
    {
        if (rules.All.Count == 0) return;
        var evidence = new List<(int Paragraph, int Rule, float Weight)>();
        var counts = new Dictionary<int, int>();
        foreach (var words in paragraphs)
        {
            counts.Clear();
            Count(words, article.Language, counts);
            foreach (var (rule, count) in counts)
            {
                if (count > 0) evidence.Add((words.Paragraph.Ordinal, rule, rules.All[rule].Weight * Math.Min(count, 3) * Place(words.Paragraph)));
            }
        }
        if (evidence.Count == 0) return;
        var needed = Threshold * MathF.Max(1, MathF.Sqrt(paragraphs.Count / 6f));
        foreach (var topic in evidence.GroupBy(e => rules.All[e.Rule].Topic))
        {
            var score = topic.Sum(e => e.Weight);
            if (score < needed) continue;
            var confidence = MathF.Round(MathF.Min(0.95f, 0.5f + 0.1f * (score / needed)), 2);
            foreach (var paragraph in topic.GroupBy(e => e.Paragraph))
            {
                into.Add(new TopicTag(paragraph.Key, topic.Key, "rule", rules.All[paragraph.MaxBy(e => e.Weight).Rule].Id, confidence));
            }
        }
    }

    private static float Place(Paragraph paragraph) => paragraph.Kind switch
    {
        ParagraphKind.Headline => HeadlineCounts,
        ParagraphKind.Lead => LeadCounts,
        _ => 1,
    };

    private void Count(ParagraphWords words, string language, Dictionary<int, int> counts)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (rules.Exact(words[at].Key) is { } phrases) Meet(words, at, phrases, language, counts);
            var key = WordKey.Empty;
            for (var i = words[at].Start; i < words[at].End; i++)
            {
                var c = words.Text[i];
                if (c >= 0x80) break;
                key = WordKey.Add(key, c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c);
                if (rules.Beginning(key) is { } begun) Meet(words, at, begun, language, counts);
            }
        }
    }

    private void Meet(ParagraphWords words, int at, List<TopicRules.Phrase> phrases, string language, Dictionary<int, int> counts)
    {
        foreach (var phrase in phrases)
        {
            var rule = rules.All[phrase.Rule];
            if (rule.Language != TopicRule.AnyLanguage && rule.Language != language) continue;
            if (!Holds(words, at, phrase.Rest)) continue;
            if (phrase.Veto) counts[phrase.Rule] = int.MinValue / 2;
            else counts[phrase.Rule] = counts.GetValueOrDefault(phrase.Rule) + 1;
        }
    }

    private static bool Holds(ParagraphWords words, int at, TopicRules.Step[] rest)
    {
        if (at + rest.Length >= words.Count && rest.Length > 0) return false;
        for (var i = 0; i < rest.Length; i++)
        {
            ref readonly var word = ref words[at + 1 + i];
            if (word.Gap is Gap.Sentence) return false;
            if (rest[i].Beginning ? !Begins(words.Text, word, rest[i].Keys[0]) : !rest[i].Keys.AsSpan().Contains(word.Key)) return false;
        }
        return true;
    }

    private static bool Begins(string text, in Word word, ulong beginning)
    {
        var key = WordKey.Empty;
        for (var i = word.Start; i < word.End; i++)
        {
            key = WordKey.Add(key, char.ToLowerInvariant(text[i]));
            if (key == beginning) return true;
        }
        return false;
    }
}
