using System.Text.Json;
using Search.Articles;
using Search.Text;

namespace Search.Reading.Json.Ninjs;

/// <summary>
/// Subjects and keywords. An IPTC media topic keeps its id (<c>medtop:20001105</c>). Of a subject code, the scheme before it, the first two digits are
/// those of a media topic at the root, which is kept beside the code's own label.
/// </summary>
internal static class NinjsTopics
{
    private const string MediaTopic = "medtop:";
    private const int Roots = 17;

    public static List<FeedTopic> Of(JsonMembers item)
    {
        var topics = new List<FeedTopic>();
        foreach (var subject in item.List("subject").Concat(item.List("subjects"))) Add(subject, topics);
        foreach (var keyword in item.List("keywords").Concat(item.List("keyword"))) AddLabel(JsonMembers.TextOf(keyword), topics);
        return [.. topics.Distinct()];
    }

    private static void Add(JsonElement entry, List<FeedTopic> topics)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            AddLabel(JsonMembers.TextOf(entry), topics);
            return;
        }
        var subject = new JsonMembers(entry);
        var (name, code) = (Clean.Line(subject.Text("name")), Code(subject));
        var root = code.Length > 0 ? Root(code) : 0;
        if (code.Length > 0 && (IsMediaTopic(subject) || code[0] == '2' || root > 0 && code.EndsWith("000000", StringComparison.Ordinal)))
        {
            topics.Add(new FeedTopic(MediaTopic + code, name.Length > 0 ? name : MediaTopic + code));
            return;
        }
        if (root > 0) topics.Add(new FeedTopic($"{MediaTopic}{code[..2]}000000", $"{MediaTopic}{code[..2]}000000"));
        AddLabel(name, topics);
    }

    /// <summary>The number of the subject's root, 1 to 17; 0 when it has none.</summary>
    private static int Root(string code) => (code[0] - '0') * 10 + code[1] - '0' is var root and >= 1 and <= Roots ? root : 0;

    private static bool IsMediaTopic(JsonMembers subject) =>
        (subject.Text("scheme") + subject.Text("uri") + subject.Text("code") + subject.Text("literal")) is var all
        && (all.Contains("mediatopic", StringComparison.OrdinalIgnoreCase) || all.Contains(MediaTopic, StringComparison.OrdinalIgnoreCase));

    /// <summary>The last part of a code or address: <c>20001105</c> of <c>http://cv.iptc.org/newscodes/mediatopic/20001105</c>.</summary>
    private static string Code(JsonMembers subject)
    {
        foreach (var text in (string[])[subject.Text("code"), subject.Text("literal"), subject.Text("qcode"), subject.Text("uri")])
        {
            var last = text[(text.AsSpan().LastIndexOfAny('/', ':', '#') + 1)..];
            if (last.Length == 8 && last.All(char.IsAsciiDigit)) return last;
        }
        return "";
    }

    private static void AddLabel(string label, List<FeedTopic> topics)
    {
        var clean = Clean.Line(label).TrimStart('#');
        if (clean.Length > 0) topics.Add(new FeedTopic(null, clean));
    }
}
