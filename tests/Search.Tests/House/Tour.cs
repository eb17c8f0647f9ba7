using System.Text;
using System.Text.Json;

namespace Search.Tests.House;

/// <summary>A request that a page shows with the answer to it.</summary>
internal sealed record Stop(string Command, string Answer);

/// <summary>What a page shows of the product at work: blocks of <c>curl</c>, each followed by a block of JSON.</summary>
internal static class Tour
{
    /// <summary>The request lines with their answers, in order.</summary>
    public static IReadOnlyList<Stop> Of(string page)
    {
        var blocks = page.Split("```").Where((_, i) => i % 2 == 1).Select(b => b.Split('\n', 2)).ToList();
        return [.. blocks.Zip(blocks.Skip(1)).Where(p => p.First[0] == "sh" && p.Second[0] == "json").Select(p => new Stop(p.First[1], p.Second[1]))];
    }

    /// <summary>The words of a command line: quotes and escaped line ends as a shell reads them.</summary>
    public static List<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quoted = false;
        foreach (var c in line.Replace("\\\n", " ", StringComparison.Ordinal) + " ")
        {
            if (c == '\'') quoted = !quoted;
            else if (quoted || !char.IsWhiteSpace(c)) word.Append(c);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        return words;
    }

    /// <summary>The request of a <c>curl</c> command: method, path with query, body.</summary>
    public static (HttpMethod Method, string Path, string? Body) Request(string command)
    {
        var words = Words(command);
        var url = new Uri(words.Single(w => w.StartsWith("http://", StringComparison.Ordinal)));
        var data = words.Zip(words.Skip(1)).Where(p => p.First is "-d" or "--data-urlencode").Select(p => p.Second).ToList();
        if (!words.Contains("-G"))
            return (new HttpMethod(words.Contains("-X") ? words[words.IndexOf("-X") + 1] : "GET"), url.PathAndQuery, data.SingleOrDefault());
        var query = data.Select(d => d.Split('=', 2)).Select(p => p[0] + "=" + Uri.EscapeDataString(p[1]));
        return (HttpMethod.Get, $"{url.AbsolutePath}?{string.Join('&', query)}", null);
    }

    /// <summary>Where a shortened answer says what the whole one does not; null when it only leaves things out.</summary>
    public static string? Untrue(JsonElement shown, JsonElement whole, string at = "$")
    {
        if (shown.ValueKind != whole.ValueKind) return $"{at}: {shown} is shown, {whole} is the answer";
        switch (shown.ValueKind)
        {
            case JsonValueKind.Object:
                return shown.EnumerateObject().Select(p => whole.TryGetProperty(p.Name, out var value) ? Untrue(p.Value, value, $"{at}.{p.Name}") : $"{at}.{p.Name} is not in the answer").FirstOrDefault(u => u is not null);
            case JsonValueKind.Array:
                var rest = new Queue<JsonElement>(whole.EnumerateArray());
                foreach (var item in shown.EnumerateArray())
                {
                    while (rest.Count > 0 && Untrue(item, rest.Peek()) is not null) rest.Dequeue();
                    if (!rest.TryDequeue(out _)) return $"{at}: {item} is not in the answer, in this order: {whole}";
                }
                return null;
            default:
                return shown.ToString() == whole.ToString() ? null : $"{at}: {shown} is shown, {whole} is the answer";
        }
    }
}
