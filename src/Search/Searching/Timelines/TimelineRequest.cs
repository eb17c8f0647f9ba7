using Search.Searching.Query;

namespace Search.Searching.Timelines;

/// <summary>What a series of a timeline counts.</summary>
public enum SeriesKind { Query, Actor }

/// <summary>One series that is asked for, as written and as read.</summary>
public sealed record SeriesRequest(string Text, SeriesKind Kind, ParsedQuery Query);

/// <summary>Several queries or actors to be counted on the same buckets. Make one with <see cref="Read"/>.</summary>
/// <param name="Search">What holds for all series: query, filters, scope, time zone.</param>
/// <param name="Series">From 1 to <see cref="MostSeries"/>.</param>
/// <param name="Interval">The width of a bucket.</param>
public sealed record TimelineRequest(SearchRequest Search, IReadOnlyList<SeriesRequest> Series, DateInterval Interval)
{
    public const string SeriesName = "series";
    public const int MostSeries = 8;

    /// <summary>
    /// Reads the parameters: <c>series</c>, given once for each, and those of a search. An actor's id (<c>person:ada-martin</c>) is an actor, anything
    /// else is a query. Parameters that choose, order and show hits have no effect.
    /// </summary>
    /// <inheritdoc cref="SearchRequestReader.Read"/>
    public static Answer<TimelineRequest> Read(IEnumerable<KeyValuePair<string, string>> parameters, DateTimeOffset now, int maxQueryLength = 2048)
    {
        var given = parameters.ToList();
        var texts = given.Where(p => p.Key == SeriesName).Select(p => p.Value).ToList();
        var search = SearchRequestReader.Read([.. given.Where(p => p.Key is not (SeriesName or "facet")), new("facet", "published")], now, maxQueryLength: maxQueryLength);
        if (search.Problem is { } problem) return problem;
        if (texts.Count is 0 or > MostSeries)
        {
            return Bad($"'{SeriesName}' is given {texts.Count} times. Give from 1 to {MostSeries}: each a query, or an actor's id such as country:china.");
        }
        var isStrict = given.Exists(p => p is { Key: "strict", Value: "true" });
        var series = new List<SeriesRequest>(texts.Count);
        foreach (var text in texts)
        {
            var one = One(text, search.Value!, isStrict, maxQueryLength);
            if (one.Problem is { } refused) return refused;
            series.Add(one.Value!);
        }
        return new TimelineRequest(search.Value!, series, search.Value!.Facets[0].Interval);
    }

    private static Answer<SeriesRequest> One(string text, SearchRequest search, bool isStrict, int maxQueryLength)
    {
        if (string.IsNullOrWhiteSpace(text)) return Bad($"A '{SeriesName}' has no value. Each is a query, or an actor's id such as country:china.");
        if (text.Length > maxQueryLength)
        {
            return new RequestProblem(RequestProblem.QueryTooComplex, $"A '{SeriesName}' has {text.Length} characters; it may have {maxQueryLength}.") { Parameter = SeriesName };
        }
        if (IsActor(text)) return new SeriesRequest(text, SeriesKind.Actor, new ParsedQuery(new FilterNode("actor", text), []));
        var parsed = search.Parse(text, isStrict);
        if (parsed.Error is { } error) return new RequestProblem(error.Code, $"The series '{text}': {error.Message}") { Parameter = SeriesName, Query = error };
        return parsed.Root is null ? Bad($"The series '{text}' has no word in it.") : new SeriesRequest(text, SeriesKind.Query, parsed);
    }

    private static bool IsActor(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < text.Length - 1 && ActorTypes.Read(text[..colon]) is not null && !text.Any(c => char.IsWhiteSpace(c) || c is '"' or '(' or ')' or '*');
    }

    private static RequestProblem Bad(string detail) => new(RequestProblem.InvalidParameter, detail) { Parameter = SeriesName };
}
