using System.Globalization;
using Search.Text;

namespace Search.Tagging.Topics;

/// <summary>
/// The user's own topics and rules, from <c>topics/own-topics.tsv</c> and <c>topics/own-rules.tsv</c> of the data folder. A row that cannot be
/// used is left out and told; the others count.
/// </summary>
internal sealed class OwnTopics
{
    public const string TopicsFile = "topics/own-topics.tsv";
    public const string RulesFile = "topics/own-rules.tsv";

    private readonly List<string> problems = [];
    private readonly List<Topic> topics = [];
    private readonly List<string[]> rules = [];

    private OwnTopics(TopicTable scheme, IEnumerable<string> ruleIds, DataFolder own)
    {
        foreach (var row in own.NumberedRows(TopicsFile)) AddTopic(row);
        Table = scheme.With(topics);
        foreach (var lost in topics.Where(t => t.Parent != null && (!Table.Knows(t.Parent) || Table.IsCircle(t.Id))).ToList()) Uproot(lost);
        Table = scheme.With(topics);
        var known = ruleIds.ToHashSet();
        foreach (var row in own.NumberedRows(RulesFile)) AddRule(row, known);
    }

    /// <summary>The scheme's topics and the user's.</summary>
    public TopicTable Table { get; }

    /// <summary>The usable rows of rules: id, topic, language, weight, words.</summary>
    public IReadOnlyList<string[]> Rules => rules;

    /// <summary>What could not be used: a sentence each, with file and line.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>Reads the files; missing ones are as good as empty.</summary>
    /// <param name="data">The product's data, with the scheme and rules that the user's join.</param>
    /// <param name="own">The data folder.</param>
    public static OwnTopics Read(DataFolder data, DataFolder own) =>
        new(TopicTable.Read(data), data.Rows(TopicRules.File, 1).Select(r => r[0]), own);

    private void AddTopic(DataRow row)
    {
        if (Refusal() is { } reason) Tell(TopicsFile, row.Line, reason);
        else topics.Add(new Topic(row[0], row[1], row[2].Length > 0 ? row[2] : null) { Line = row.Line });

        string? Refusal() => row switch
        {
            { Count: < 2 } => "a topic has two or three columns, parted by tabs: id, label, id of the parent. The row is left out.",
            _ when row[0].Length == 0 => "the first column, the topic's id, is empty. The row is left out.",
            _ when row[1].Length == 0 => $"the second column, the label of '{row[0]}', is empty. The row is left out.",
            _ => topics.Any(t => t.Id == row[0]) ? $"the topic '{row[0]}' stands in the file twice. The first row counts." : null,
        };
    }

    /// <summary>A topic whose parent cannot be found is kept, at the top of the tree.</summary>
    private void Uproot(Topic topic)
    {
        Tell(TopicsFile, topic.Line, Table.Knows(topic.Parent!)
            ? $"the topic '{topic.Id}' would stand below itself. It stands at the top of the tree."
            : $"there is no topic '{topic.Parent}' for '{topic.Id}' to stand below. It stands at the top of the tree.");
        topics[topics.IndexOf(topic)] = topic with { Parent = null };
    }

    private void AddRule(DataRow row, HashSet<string> known)
    {
        if (Refusal() is { } reason) Tell(RulesFile, row.Line, reason + " The row is left out.");
        else
        {
            known.Add(row[0]);
            rules.Add([row[0], row[1], row[2], row[3], row[4]]);
        }

        string? Refusal() => row switch
        {
            { Count: < 5 } => $"a rule has five columns, parted by tabs: id, topic, language, weight, words. This row has {row.Count}.",
            _ when row[0].Length == 0 => "the first column, the rule's id, is empty.",
            _ when known.Contains(row[0]) => $"there is a rule '{row[0]}' already. Give this one another id.",
            _ when !Table.Knows(row[1]) => $"there is no topic '{row[1]}'. Add it to {TopicsFile}, or take an id of the tree, such as medtop:11000000.",
            _ when !IsWeight(row[3]) => $"the weight '{row[3]}' is no number above 0, such as 1 or 0.5.",
            _ when TopicRules.Alternatives(row[4]).All(TopicRules.IsVeto) => "the last column has no words that could be met.",
            _ => null,
        };
    }

    private static bool IsWeight(string text) =>
        float.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight > 0 && float.IsFinite(weight);

    private void Tell(string file, int line, string reason) => problems.Add(string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}: {reason}"));
}
