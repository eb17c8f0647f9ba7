using System.Text.Json;
using Search.Articles;
using Search.Reading.Html;
using Search.Text;

namespace Search.Reading.Json.Ninjs;

/// <summary>Headline, body and descriptions of an item, as one version or another names them.</summary>
internal sealed class NinjsText
{
    private const string Content = "body.content";
    private readonly JsonMembers item;

    public NinjsText(JsonMembers item)
    {
        this.item = item;
        Title = HtmlText.Line(Headline());
        Body = Best(Values("bodies", "body_"));
        Descriptions = Best(Values("descriptions", "description_").Where(d => d.Role is not ("creditline" or "writer" or "byline" or "usageterms")));
    }

    public string Title { get; }

    /// <summary>The paragraphs of the best form in which the body comes: mark-up, else plain text.</summary>
    public List<DraftParagraph> Body { get; }

    public List<DraftParagraph> Descriptions { get; }

    /// <summary>Whether the body says more than the descriptions do: that of a picture often is its caption once more.</summary>
    public bool IsMoreThanDescribed => Length(Body) > Length(Descriptions);

    /// <summary>Body, else descriptions, without the headline where it is repeated on top.</summary>
    public List<DraftParagraph> WithoutTitle
    {
        get
        {
            var paragraphs = Body.Count > 0 ? Body : Descriptions;
            return paragraphs.Count > 1 && Title.Length > 0 && Fold.Word(Clean.Line(paragraphs[0].Text)) == Fold.Word(Title) ? paragraphs[1..] : paragraphs;
        }
    }

    private readonly record struct Value(string Role, string Kind, string Text);

    private string Headline()
    {
        if (item.Text("headline") is { Length: > 0 } given) return given;
        var all = item.List("headlines").Select(Of).Where(h => h.Text.Length > 0).ToList();
        if (all.Count > 0) return all.Find(h => h.Role is "main" or "headline") is { Text: not null } main ? main.Text : all[0].Text;
        if (item.Text("title") is { Length: > 0 } title) return title;
        return item.Names.Where(n => n.StartsWith("headline_", StringComparison.OrdinalIgnoreCase)).Select(item.Text).FirstOrDefault(t => t.Length > 0) ?? "";
    }

    private IEnumerable<Value> Values(string list, string prefix) => item.List(list).Select(Of)
        .Concat(item.Names.Where(n => n.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).Select(n => new Value(n[prefix.Length..].ToLowerInvariant(), "", item.Text(n))))
        .Where(v => v.Text.Length > 0);

    private static Value Of(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object) return new Value("", "", JsonMembers.TextOf(entry));
        var value = new JsonMembers(entry);
        return new Value(value.Text("role").ToLowerInvariant(), value.Text("contenttype").ToLowerInvariant(), value.Text("value"));
    }

    /// <summary>The first form that gives paragraphs, mark-up first; NITF, which is a document of its own, last.</summary>
    private static List<DraftParagraph> Best(IEnumerable<Value> values)
    {
        foreach (var value in values.OrderBy(Rank))
        {
            var paragraphs = IsNitf(value) ? HtmlText.Paragraphs(NitfContent(value.Text))
                : IsMarkup(value) ? HtmlText.Paragraphs(Markup(value.Text))
                : [.. Blocks.Of(value.Text).Select(p => new DraftParagraph(p))];
            if (paragraphs.Count > 0) return paragraphs;
        }
        return [];
    }

    private static int Rank(Value value) => IsNitf(value) ? 2 : IsMarkup(value) ? 0 : 1;

    private static bool IsNitf(Value value) => value.Kind.Contains("nitf", StringComparison.Ordinal) || value.Role.Contains("nitf", StringComparison.Ordinal);

    private static bool IsMarkup(Value value) => value.Kind.Contains("html", StringComparison.Ordinal) || value.Role.Contains("html", StringComparison.Ordinal)
        || value.Text.Contains("</p>", StringComparison.OrdinalIgnoreCase);

    /// <summary>Line ends in mark-up part no paragraphs, even where no tag does; blank lines may.</summary>
    private static string Markup(string html) => html.Contains("\n\n", StringComparison.Ordinal) || html.Contains("\n\r\n", StringComparison.Ordinal) ? html : "<p>" + html;

    /// <summary>The running text of a NITF document; its head repeats what the item says itself.</summary>
    private static string NitfContent(string nitf)
    {
        var open = nitf.IndexOf("<" + Content, StringComparison.OrdinalIgnoreCase);
        var close = nitf.LastIndexOf("</" + Content, StringComparison.OrdinalIgnoreCase);
        var begin = open < 0 ? -1 : nitf.IndexOf('>', open);
        return begin < 0 || close < begin ? nitf : nitf[(begin + 1)..close];
    }

    private static int Length(List<DraftParagraph> paragraphs) => paragraphs.Sum(p => p.Text.Length);
}
