using System.Text.Json;

namespace Search.Reading.Json.Ninjs;

/// <summary>The items that an item brings with it (<c>associations</c>), at any depth.</summary>
internal static class NinjsMembers
{
    /// <summary>The ones that are whole articles, in order, each with its name. Pictures and mere references are no articles and are left out.</summary>
    public static List<(string Name, NinjsItem Item)> Of(JsonMembers root)
    {
        var articles = new List<(string, NinjsItem)>();
        var open = new Stack<(string Name, JsonElement Json)>();
        Push(root["associations"], open);
        while (open.TryPop(out var next))
        {
            var member = new JsonMembers(next.Json);
            var item = new NinjsItem(member);
            if (item.HasBody && item.Problem is null) articles.Add((next.Name, item));
            Push(member["associations"], open);
        }
        return articles;
    }

    private static void Push(JsonElement associations, Stack<(string, JsonElement)> open)
    {
        var members = associations.ValueKind == JsonValueKind.Object
            ? new JsonMembers(associations) is var named ? named.Names.Select(n => (n, named[n])).ToList() : []
            : JsonMembers.ListOf(associations).Select((m, i) => (new JsonMembers(m).First("name", "id") is { Length: > 0 } name ? name : $"association {i + 1}", m)).ToList();
        for (var i = members.Count - 1; i >= 0; i--)
        {
            if (members[i].Item2.ValueKind == JsonValueKind.Object) open.Push(($"association {members[i].Item1}".Replace("association association", "association", StringComparison.Ordinal), members[i].Item2));
        }
    }
}
