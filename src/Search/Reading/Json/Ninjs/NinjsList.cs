namespace Search.Reading.Json.Ninjs;

/// <summary>The answer of a service that gives several items at once: <c>{total, item: [...]}</c>, <c>{_items: [...]}</c>.</summary>
internal sealed class NinjsList : IJsonDialect
{
    private static readonly string[] Lists = ["item", "items", "_items", "results", "newsitems"];

    public string Name => "ninjs";

    public bool Recognises(JsonMembers root, Source source) => Array.Exists(Lists, l => root.List(l).Take(1).Any(i => NinjsDialect.IsItem(new JsonMembers(i))));

    public IEnumerable<ReadItem> Read(Source source, string place, JsonMembers root)
    {
        var number = 0;
        var dialect = new NinjsDialect();
        foreach (var entry in root.List(Array.Find(Lists, l => root.List(l).Any())!))
        {
            var at = $"entry {++number}";
            if (place.Length > 0) at = $"{place}, {at}";
            var item = new JsonMembers(entry);
            if (!NinjsDialect.IsItem(item)) yield return source.Problem(at, "This is no ninjs item: it has no uri.");
            else foreach (var read in dialect.Read(source, at, item)) yield return read;
        }
    }
}
