using Search.Articles;
using Search.Tagging.Words;

namespace Search.Tagging.Topics;

/// <summary>
/// Collects the evidence for topics in an article and weighs it. Headline and lead count more than the text below; each further occurrence of
/// the same words counts 0.6 of the one before, so that several kinds of evidence say more than one word repeated.
/// </summary>
internal sealed class TopicEvidenceReader
{
    private const float HeadlineCounts = 3;
    private const float LeadCounts = 2.5f;
    private const float Repeated = 0.6f;
    private const int MostOfParagraph = 3;

    private readonly TopicRules rules;
    private readonly RuleMatcher matcher;
    private readonly IReadOnlyList<string>[] paths;

    public TopicEvidenceReader(TopicRules rules, TopicTable table)
    {
        this.rules = rules;
        matcher = new RuleMatcher(rules);
        paths = [.. rules.All.Select(r => table.Path(r.Topic))];
    }

    /// <summary>The evidence in order of the paragraphs.</summary>
    public List<TopicEvidence> Read(Article article, IReadOnlyList<ParagraphWords> paragraphs)
    {
        var evidence = new List<TopicEvidence>();
        var met = new Dictionary<int, RuleMatch>();
        var worth = new Dictionary<int, float>();
        var vetoed = new HashSet<int>();
        foreach (var words in paragraphs)
        {
            met.Clear();
            vetoed.Clear();
            matcher.Find(words, article.Language, met);
            foreach (var match in met.Values)
            {
                if (match.Veto) vetoed.Add(match.Rule);
            }
            foreach (var (alternative, match) in met)
            {
                if (vetoed.Contains(match.Rule)) continue;
                var rule = rules.All[match.Rule];
                var weight = rule.Weight * Place(words.Paragraph) * Worth(worth, alternative, match.Count);
                evidence.Add(new TopicEvidence(words.Paragraph.Ordinal, rule, paths[match.Rule], words.Text[match.Start..match.End], weight));
            }
        }
        return evidence;
    }

    private static float Worth(Dictionary<int, float> worth, int alternative, int count)
    {
        var next = worth.GetValueOrDefault(alternative, 1);
        var sum = 0f;
        for (var i = Math.Min(count, MostOfParagraph); i > 0; i--)
        {
            sum += next;
            next *= Repeated;
        }
        worth[alternative] = next;
        return sum;
    }

    private static float Place(Paragraph paragraph) => paragraph.Kind switch
    {
        ParagraphKind.Headline => HeadlineCounts,
        ParagraphKind.Lead => LeadCounts,
        _ => 1,
    };
}
