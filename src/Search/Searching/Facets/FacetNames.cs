using Search.Articles;
using Search.Tagging;

namespace Search.Searching.Facets;

/// <summary>What the numbers of one facet's values stand for.</summary>
internal sealed class FacetNames(IndexView index, FacetField field)
{
    private static readonly string[] Kinds = [.. Enum.GetNames<ParagraphKind>().Select(k => k.ToLowerInvariant())];

    public string Id(int number) => field switch
    {
        FacetField.Actor or FacetField.Speaker => index.Actors[number].Id,
        FacetField.Topic => index.Values.Topics[number].Key,
        FacetField.Kind => Kinds[number],
        FacetField.Author => index.Values.Authors[number].Key,
        FacetField.Source => index.Values.Sources[number].Key,
        FacetField.Lang => index.Values.Langs[number].Key,
        _ => throw FacetColumns.NoValues(field),
    };

    public string Label(int number) => field switch
    {
        FacetField.Actor or FacetField.Speaker => index.Actors[number].Label,
        FacetField.Topic => index.Values.Topics[number].Label,
        _ => Id(number),
    };

    /// <summary>The type of an actor; null for other values.</summary>
    public ActorType? Type(int number) => field is FacetField.Actor or FacetField.Speaker ? index.Actors[number].Type : null;

    /// <summary>The number of a value; null when the index has none such. An actor that was merged away is the one it means now.</summary>
    public int? Number(string id) => field switch
    {
        FacetField.Actor or FacetField.Speaker => index.Actors.ById.TryGetValue(id, out var actor) ? actor : null,
        FacetField.Topic => First(index.Values.Topics.Keyed(id)),
        FacetField.Kind => Array.IndexOf(Kinds, id) is >= 0 and var kind ? kind : null,
        FacetField.Author => First(index.Values.Authors.Keyed(id)),
        FacetField.Source => First(index.Values.Sources.Keyed(id)),
        FacetField.Lang => First(index.Values.Langs.Keyed(id)),
        _ => throw FacetColumns.NoValues(field),
    };

    /// <summary>A value as an answer lists it.</summary>
    public FacetValue Value(int number, Tally tally, FacetState state)
    {
        var id = Id(number);
        var value = new FacetValue(id, Label(number), tally.Articles, tally.Paragraphs, state) { Type = Type(number) };
        return field == FacetField.Topic ? value with { Path = index.Values.TopicTree.Path(id), HasChildren = index.Values.TopicTree.Children(id).Any(IsKnown) } : value;
    }

    /// <summary>Whether the index has met the topic.</summary>
    private bool IsKnown(string topic) => index.Values.Topics.Keyed(topic).Any();

    private static int? First(IEnumerable<int> numbers) => numbers.Select(n => (int?)n).FirstOrDefault();
}
