using System.Text.Json;
using Search.Reading.Mapped;

namespace Search.Reading.Json;

/// <summary>
/// Foreign objects for which there is a mapping. It comes before every other dialect, because somebody wrote it for these very objects; where an object
/// has none of the places that the mapping names for the text, the others are asked.
/// </summary>
internal sealed class MappedJson : IJsonDialect
{
    public string Name => "mapped JSON";

    public bool Recognises(JsonMembers root, Source source) =>
        source.Mapping is { } mapping && (mapping[MappingFields.Body] ?? mapping[MappingFields.Paragraphs])!.Places.Any(p => !p.IsConstant && new Record(root).Has(p));

    public IEnumerable<ReadItem> Read(Source source, string place, JsonMembers root)
    {
        var outcome = MappedArticle.Of(source.Mapping!, new Record(root));
        return [outcome.Value is { } draft ? source.Article(place, draft) : source.Problem(place, outcome.Problem!.Detail)];
    }

    private sealed class Record(JsonMembers root) : IRecord
    {
        public IEnumerable<string> Names => root.Names;

        public bool Has(Where place) => At(place).Any();

        public IReadOnlyList<string> Values(Where place) => [.. At(place).Select(JsonMembers.TextOf).Where(t => t.Length > 0)];

        /// <summary>What lies at the end of a path; a list on the way stands for each of its entries.</summary>
        private IEnumerable<JsonElement> At(Where place)
        {
            IEnumerable<JsonElement> at = [root.Element];
            foreach (var name in place.Path) at = at.SelectMany(JsonMembers.ListOf).Where(e => e.ValueKind == JsonValueKind.Object).SelectMany(e => JsonMembers.ListOf(new JsonMembers(e)[name]));
            return at;
        }
    }
}
