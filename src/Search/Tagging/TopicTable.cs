using System.Collections.Frozen;
using Search.Tagging.Topics;
using Search.Text;

namespace Search.Tagging;

/// <summary>A topic of the tree.</summary>
internal sealed record Topic(string Id, string Label, string? Parent)
{
    /// <summary>Where it stands in the user's file; 0 elsewhere.</summary>
    public int Line { get; init; }
}

/// <summary>
/// The tree of topics: IPTC Media Topics from <c>topics/media-topics.tsv</c>, the user's own, and whatever labels feeds use.
/// A label that no scheme knows is a root of its own with the id <c>feed:slug</c>.
/// </summary>
internal sealed class TopicTable
{
    internal const string File = "topics/media-topics.tsv";
    private const string FeedPrefix = "feed:";
    private readonly FrozenDictionary<string, Topic> byId;
    private readonly FrozenDictionary<string, string> byLabel;
    private readonly ILookup<string, string> children;

    public TopicTable(IEnumerable<Topic> topics)
    {
        var all = topics.ToList();
        byId = all.DistinctBy(t => t.Id).ToFrozenDictionary(t => t.Id);
        byLabel = all.DistinctBy(t => Fold.Word(t.Label)).ToFrozenDictionary(t => Fold.Word(t.Label), t => t.Id);
        children = byId.Values.Where(t => t.Parent != null).ToLookup(t => t.Parent!, t => t.Id);
    }

    /// <summary>
    /// The scheme's topics, and from <paramref name="own"/> the user's (<see cref="OwnTopics"/>). Columns: id, label, parent id (empty for a root).
    /// </summary>
    public static TopicTable Read(DataFolder data, DataFolder? own = null) => own == null ? new TopicTable(Rows(data, File)) : OwnTopics.Read(data, own).Table;

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

    /// <summary>Whether a scheme or the user has the topic.</summary>
    public bool Knows(string id) => byId.ContainsKey(id);

    /// <summary>The topics right below it.</summary>
    public IEnumerable<string> Children(string id) => children[id];

    /// <summary>Whether its parents lead back to it.</summary>
    public bool IsCircle(string id)
    {
        var at = id;
        for (var depth = 0; depth <= byId.Count; depth++)
        {
            if (byId.GetValueOrDefault(at)?.Parent is not { } parent) return false;
            if (parent == id) return true;
            at = parent;
        }
        return false;
    }

    /// <summary>From the root to the topic itself.</summary>
    public IReadOnlyList<string> Path(string id)
    {
        var path = new List<string> { id };
        while (byId.GetValueOrDefault(path[^1])?.Parent is { } parent && path.Count < 16) path.Add(parent);
        path.Reverse();
        return path;
    }
}
