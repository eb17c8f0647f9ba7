using Search.Searching;
using Search.Tagging;

namespace Search.App.Web;

/// <summary>What stands between two chips of one field, and the search in which it is the other word.</summary>
public sealed record ChipJoint(string Word, SearchLink? Other);

/// <summary>A filter of the search as the page shows it.</summary>
public sealed record FilterChip(string Label, bool IsNot, ActorType? Type, SearchLink Without)
{
    /// <summary>One chip for each value of each filter, in the order of <see cref="SearchLink.Filters"/>.</summary>
    internal static List<(FilterChip Chip, ChipJoint? Joint)> Of(SearchLink link, SearchResult? result)
    {
        var chips = new List<(FilterChip, ChipJoint?)>();
        foreach (var name in SearchLink.Filters)
        {
            var first = true;
            foreach (var value in link.All(name).Distinct())
            {
                var (label, type) = Describe(name, value, result);
                chips.Add((new(label, name.EndsWith(".not", StringComparison.Ordinal), type, link.Remove(name, value)), first ? null : Joint(link, name)));
                first = false;
            }
        }
        return chips;
    }

    /// <summary>Several values of a field are alternatives; only actors and topics can hold together, so only there the word is a choice.</summary>
    private static ChipJoint? Joint(SearchLink link, string name) => name.Split('.') switch
    {
        [_, "not"] => null,
        [var field, "all"] => new("and", link.Rename(name, field)),
        ["actor" or "topic"] => new("or", link.Rename(name, name + ".all")),
        _ => new("or", null),
    };

    private static (string Label, ActorType? Type) Describe(string name, string value, SearchResult? result)
    {
        var field = name.Split('.')[0];
        var known = result?.Facets.OfType<ValueFacet>().Where(f => f.Field.ToString().Equals(field, StringComparison.OrdinalIgnoreCase))
            .SelectMany(f => f.Values).FirstOrDefault(v => v.Id == value);
        if (known is not null && field != "lang") return (known.Label, known.Type);
        if (field is "actor" or "speaker" && result?.Hits.SelectMany(h => h.Actors).FirstOrDefault(a => a.Id == value) is { } actor) return (actor.Label, actor.Type);
        var words = Wording.Value(name, value);
        return (name is "published" or "actor" or "topic" or "source" or "lang" or "actor.not" or "topic.not" or "source.not" or "lang.not" or "actor.all" or "topic.all"
            ? words : $"{Wording.Parameter(name)} {words}", null);
    }
}
