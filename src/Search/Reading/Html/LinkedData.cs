using System.Text.Json;

namespace Search.Reading.Html;

/// <summary>
/// The article of a page's JSON-LD (schema.org): a <c>NewsArticle</c> or one of its kin, alone, in a list, in a <c>@graph</c>, or the main entity of a
/// page. A block that is no JSON is searched for its plainest values. Nesting is bounded, and nothing is fetched.
/// </summary>
internal static class LinkedData
{
    private const int Deepest = 64;
    private const int MostObjects = 2000;
    /// <summary>In characters: a longer block is not looked at.</summary>
    private const int Longest = 4 * 1024 * 1024;

    public static PageFacts Read(Page page)
    {
        var broken = PageFacts.None;
        List<PageFacts> found = [];
        foreach (var script in page.Elements("script"))
        {
            if (script.Attribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) != true || script.End <= script.At + 1) continue;
            var text = page.Nodes[script.At + 1].Text;
            if (text.Length > Longest) continue;
            using var json = Parse(text);
            if (json is not null) found.AddRange(Articles(json.RootElement));
            else if (broken.Title is null) broken = BrokenJson.Read(text);
        }
        var best = found.OrderByDescending(Worth).FirstOrDefault();
        if (best is null) return broken;
        // A description of the page knows what the one of the article may lack.
        var other = found.FirstOrDefault(f => !ReferenceEquals(f, best));
        return best with { Published = best.Published ?? other?.Published, Revised = best.Revised ?? other?.Revised, Language = best.Language ?? other?.Language, Url = best.Url ?? other?.Url };
    }

    private static int Worth(PageFacts facts) => (facts.IsArticle ? 8 : 0) + (facts.Title is null ? 0 : 2) + (facts.Published is null ? 0 : 2) + (facts.Body is null ? 0 : 1);

    private static JsonDocument? Parse(string text)
    {
        foreach (var json in (IEnumerable<Func<string>>)[() => JsonWrapping.Remove(text), () => JsonWrapping.Escape(JsonWrapping.Remove(text))])
        {
            try { return JsonDocument.Parse(json(), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest }); }
            catch (JsonException) { }
        }
        return null;
    }

    private static List<PageFacts> Articles(JsonElement root)
    {
        var articles = new List<PageFacts>();
        var named = new Dictionary<string, JsonElement>();
        var open = new Queue<JsonElement>([root]);
        var objects = new List<JsonElement>();
        while (open.TryDequeue(out var next) && objects.Count < MostObjects)
        {
            if (next.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in next.EnumerateArray()) open.Enqueue(item);
            }
            if (next.ValueKind != JsonValueKind.Object) continue;
            objects.Add(next);
            if (LinkedObject.Text(next, "@id") is { } id) named.TryAdd(id, next);
            foreach (var within in (string[])["@graph", "mainEntity", "mainEntityOfPage"])
            {
                if (LinkedObject.Member(next, within) is { } value) open.Enqueue(value);
            }
        }
        foreach (var one in objects)
        {
            if (new LinkedObject(one, named).Facts() is { } facts) articles.Add(facts);
        }
        return articles;
    }
}
