using System.Collections.Frozen;
using Search.Text;

namespace Search.Tagging;

/// <summary>A topic of the tree.</summary>
internal sealed record Topic(string Id, string Label, string? Parent);

/// <summary>
/// The tree of topics: IPTC Media Topics from <c>topics/media-topics.tsv</c>, the user's own, and whatever labels feeds use.
/// A label that no scheme knows is a root of its own with the id <c>feed:slug</c>.
/// </summary>
internal sealed class TopicTable
{
    internal const string File = "topics/media-topics.tsv";
    internal const string OwnFile = "topics/own-topics.tsv";
    private const string FeedPrefix = "feed:";
    private readonly FrozenDictionary<string, Topic> byId;
    private readonly FrozenDictionary<string, string> byLabel;
    private readonly FrozenSet<string> parents;

    public TopicTable(IEnumerable<Topic> topics)
    {
        var all = topics.ToList();
        byId = all.DistinctBy(t => t.Id).ToFrozenDictionary(t => t.Id);
        byLabel = all.DistinctBy(t => Fold.Word(t.Label)).ToFrozenDictionary(t => Fold.Word(t.Label), t => t.Id);
        parents = all.Where(t => t.Parent != null).Select(t => t.Parent!).ToFrozenSet();
    }

    /// <summary>
    /// The scheme's topics, and from <paramref name="own"/> the user's (<c>topics/own-topics.tsv</c>). Columns: id, label, parent id (empty for a root).
    /// </summary>
    public static TopicTable Read(DataFolder data, DataFolder? own = null)
    {
        var table = new TopicTable(Rows(data, File));
        return own == null ? table : table.With(Rows(own, OwnFile));
    }

    /// <summary>A table that also has these topics; one with the id of a known topic takes its place.</summary>
    public TopicTable With(IEnumerable<Topic> own) => new([.. own, .. byId.Values]);

    private static IEnumerable<Topic> Rows(DataFolder data, string file) =>
        data.Rows(file, 3).Where(r => r[0].Length > 0 && r[1].Length > 0).Select(r => new Topic(r[0], r[1], r[2].Length > 0 ? r[2] : null));

    /// <summary>Every topic of the schemes, in file order.</summary>
    public IEnumerable<Topic> All => byId.Values;

    /// <summary>The id for a topic that a feed gave: its own id, else the scheme's topic of that label, else <c>feed:slug</c>.</summary>
    public string Resolve(string? id, string label) =>
        !string.IsNullOrWhiteSpace(id) ? id : byLabel.GetValueOrDefault(Fold.Word(label.Trim())) ?? FeedPrefix + Fold.Slug(label);

    /// <summary>The label of a topic of the schemes; null for one that only feeds know.</summary>
    public string? Label(string id) => byId.GetValueOrDefault(id)?.Label;

    /// <summary>Whether other topics stand below it.</summary>
    public bool HasChildren(string id) => parents.Contains(id);

    /// <summary>From the root to the topic itself.</summary>
    public IReadOnlyList<string> Path(string id)
    {
        var path = new List<string> { id };
        while (byId.GetValueOrDefault(path[^1])?.Parent is { } parent && path.Count < 16) path.Add(parent);
        path.Reverse();
        return path;
    }
}
