using System.Globalization;
using System.Net;
using System.Text;
using Search.Articles;
using Search.Text;

namespace Search.Reading.Sgml;

/// <summary>
/// The files of the Reuters-21578 collection (<c>reut2-000.sgm</c>): many items in one file, which is no XML, for entities stand bare and control
/// characters are written as references.
/// </summary>
internal sealed class ReutersSgmlFormat : IArticleFormat
{
    private const string Root = "REUTERS";
    /// <summary>The lists of an item that name actors, with the kind of each.</summary>
    private static readonly (string Tag, string Type)[] ActorLists = [("PLACES", "country"), ("PEOPLE", "person"), ("ORGS", "org"), ("EXCHANGES", "org:exchange")];

    public string Name => "Reuters SGML";

    public bool Recognises(Head head) => head.RootElement() == Root || head.Text.StartsWith("<!DOCTYPE lewis", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<ReadItem> Read(Source source)
    {
        var any = false;
        foreach (var item in SgmlItems.Of(source.OpenText(), Root))
        {
            any = true;
            var line = $"line {item.Line}";
            if (!item.IsWhole) yield return source.Problem(line, $"The item is not closed by </{Root}>; it was not read.");
            else if (item.Text is null) yield return source.Problem(line, "The item has more than 4 million characters; split it.");
            else yield return Article(source, line, item.Text);
        }
        if (!any) yield return source.Problem("", $"There is no <{Root}> in it.");
    }

    private static ReadItem Article(Source source, string line, string item)
    {
        var head = item[..(item.IndexOf('>', StringComparison.Ordinal) + 1)];
        var number = Attribute(head, "NEWID");
        var place = number.Length > 0 ? $"{line}, item {number}" : line;
        var text = Inside(item, "TEXT");
        var body = Inside(text, "BODY");
        var type = Attribute(Tag(item, "TEXT"), "TYPE");
        // An unprocessed item has its text without further tags.
        if (body.Length == 0 && type == "UNPROC") body = text;
        var paragraphs = Paragraphs(body);
        if (paragraphs.Count == 0) return source.Problem(place, type == "BRIEF" ? "The item is a brief: a headline without a text." : "The item has no text.");
        var title = Clean.Line(Plain(Inside(text, "TITLE")));
        return source.Article(place, new ArticleDraft
        {
            Id = number.Length > 0 ? $"reuters-{number}" : null,
            Title = title.Length > 0 ? title : null,
            Published = Date(Plain(Inside(item, "DATE"))),
            Source = "Reuters",
            Language = "en",
            Authors = Clean.Line(Plain(Inside(text, "AUTHOR"))) is { Length: > 0 } author ? [ByLine(author)] : [],
            Topics = [.. Entries(item, "TOPICS").Select(t => new FeedTopic(null, t))],
            Actors = [.. ActorLists.SelectMany(l => Entries(item, l.Tag).Select(name => new FeedActor(name, l.Type)))],
            Body = string.Join("\n\n", paragraphs),
        });
    }

    /// <summary>A line that is set in begins a paragraph; the agency's name under the text ends it.</summary>
    private static List<string> Paragraphs(string body)
    {
        var paragraphs = new List<StringBuilder>();
        foreach (var line in Plain(body).Split('\n'))
        {
            var clean = Clean.Line(line);
            if (clean.Length == 0 || clean.Equals("Reuter", StringComparison.OrdinalIgnoreCase) || clean.Equals("Reuter...", StringComparison.OrdinalIgnoreCase)) continue;
            if (paragraphs.Count == 0 || line.StartsWith("    ", StringComparison.Ordinal)) paragraphs.Add(new StringBuilder(clean));
            else paragraphs[^1].Append(' ').Append(clean);
        }
        return [.. paragraphs.Select(p => p.ToString())];
    }

    /// <summary><c>By Ann Gray, Reuters</c>.</summary>
    private static string ByLine(string author)
    {
        var name = author.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? author[3..].Trim() : author;
        return name.EndsWith(", Reuters", StringComparison.OrdinalIgnoreCase) ? name[..^", Reuters".Length] : name;
    }

    /// <summary>Entities resolved, control characters left out.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in WebUtility.HtmlDecode(text))
        {
            if (c is '\n' or '\t' || !char.IsControl(c)) plain.Append(c);
        }
        return plain.ToString();
    }

    private static IEnumerable<string> Entries(string item, string list)
    {
        var inside = Inside(item, list);
        var end = 0;
        for (var at = inside.IndexOf("<D>", StringComparison.OrdinalIgnoreCase); at >= 0; at = inside.IndexOf("<D>", end, StringComparison.OrdinalIgnoreCase))
        {
            end = inside.IndexOf("</D>", at, StringComparison.OrdinalIgnoreCase);
            if (end < 0) yield break;
            if (Clean.Line(Plain(inside[(at + 3)..end])) is { Length: > 0 } entry) yield return entry;
        }
    }

    /// <summary>What stands between an element's tags; empty when it is missing.</summary>
    private static string Inside(string item, string tag)
    {
        var start = Tag(item, tag);
        if (start.Length == 0) return "";
        var from = item.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var end = item.IndexOf("</" + tag + ">", from, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? item[from..] : item[from..end];
    }

    private static string Tag(string item, string tag)
    {
        var open = item.IndexOf("<" + tag, StringComparison.OrdinalIgnoreCase);
        while (open >= 0 && open + tag.Length + 1 < item.Length && item[open + tag.Length + 1] is not ('>' or ' ' or '\n')) open = item.IndexOf("<" + tag, open + 1, StringComparison.OrdinalIgnoreCase);
        var close = open < 0 ? -1 : item.IndexOf('>', open);
        return close < 0 ? "" : item[open..(close + 1)];
    }

    private static string Attribute(string tag, string name)
    {
        var at = tag.IndexOf(" " + name + "=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return "";
        var value = tag[(at + name.Length + 2)..].TrimStart('"', '\'');
        var end = value.AsSpan().IndexOfAny("\"' >\n");
        return end < 0 ? value : value[..end];
    }

    /// <summary><c>26-FEB-1987 15:01:01.79</c>, at times with other characters behind it.</summary>
    private static DateTimeOffset? Date(string text)
    {
        var parts = text.Split((char[])[' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2) return null;
        var clock = parts[1].Split('.')[0];
        return DateTimeOffset.TryParseExact($"{parts[0]} {clock}", "d-MMM-yyyy H:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
    }
}
