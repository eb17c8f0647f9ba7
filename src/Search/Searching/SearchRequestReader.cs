using System.Globalization;
using Search.Articles;
using Search.Searching.Query;
using Search.Tagging;
using Search.Text;

namespace Search.Searching;

/// <summary>Makes a <see cref="SearchRequest"/> from the contract's parameters: the same names in URL, POST body, page and terminal.</summary>
public static class SearchRequestReader
{
    private static readonly string[] ValueFields = ["actor", "topic", "source", "lang", "author", "speaker", "kind"];

    /// <summary>Every name that a search takes.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "q", "unit", "scope", "match", "syntax", "strict", "sort", "half_life", "limit", "offset", "cursor", "best", "facet", "tz", "published", "article", "include", "dedupe",
        "hints", "highlight", "snippet", "explain", "timeout", "min_generation",
        .. ValueFields, .. ValueFields.Select(f => f + ".all"), .. ValueFields.Select(f => f + ".not"), "actor.type", "actor.via", "actor.role",
        .. ValueFields.Append("published").SelectMany(f => new[] { "limit", "sort", "min", "prefix", "type" }.Select(o => $"facet.{f}.{o}")), "facet.published.interval",
    ];

    private static readonly HashSet<string> Known = [.. Names];

    /// <summary>Names that may be given several times; their values may also be separated by commas where they hold none.</summary>
    private static readonly HashSet<string> Several =
    [
        "facet", "article", "actor.type", "actor.via", "actor.role", .. ValueFields, .. ValueFields.Select(f => f + ".all"), .. ValueFields.Select(f => f + ".not"),
    ];

    /// <summary>Reads parameters; a repeated name is several values. Unknown names are refused unless <paramref name="ignoreUnknown"/> (as the page does).</summary>
    /// <param name="parameters">In the order given.</param>
    /// <param name="now">What relative dates count from.</param>
    /// <param name="ignoreUnknown">Whether a name that means nothing is passed over.</param>
    /// <param name="maxQueryLength">Longest query text, in UTF-16 code units.</param>
    public static Answer<SearchRequest> Read(IEnumerable<KeyValuePair<string, string>> parameters, DateTimeOffset now, bool ignoreUnknown = false, int maxQueryLength = 2048)
    {
        var given = parameters.Where(p => !ignoreUnknown || (Known.Contains(p.Key) && (p.Value.Length > 0 || p.Key == "q"))).ToList();
        foreach (var group in given.GroupBy(p => p.Key))
        {
            if (!Known.Contains(group.Key)) return Unknown(group.Key);
            if (!Several.Contains(group.Key) && group.Count() > 1) return Bad(group.Key, $"'{group.Key}' is given {group.Count()} times; it takes one value.");
        }
        try
        {
            return new Reader(given, now, maxQueryLength).Read();
        }
        catch (RefusedException e)
        {
            return e.Problem;
        }
    }

    /// <summary>The problem of a name that means nothing here, with the nearest that does.</summary>
    public static RequestProblem Unknown(string name, IEnumerable<string>? known = null)
    {
        var start = name.Length > 64 ? name[..64] : name;
        var nearest = (known ?? Names).MinBy(n => (Edits.Levenshtein(n, start), n.Length))!;
        return new RequestProblem(RequestProblem.UnknownParameter, $"There is no parameter '{name}'. Did you mean '{nearest}'?") { Parameter = name };
    }

    private static RequestProblem Bad(string name, string detail) => new(RequestProblem.InvalidParameter, detail) { Parameter = name };

    private sealed class RefusedException(RequestProblem problem) : Exception(problem.Detail)
    {
        public RequestProblem Problem { get; } = problem;
    }

    private sealed class Reader(List<KeyValuePair<string, string>> given, DateTimeOffset now, int maxQueryLength)
    {
        private readonly Dictionary<string, string> one = given.Where(p => !Several.Contains(p.Key)).ToDictionary(p => p.Key, p => p.Value);

        public SearchRequest Read()
        {
            var zone = Zone();
            var text = one.GetValueOrDefault("q") is { } q && !string.IsNullOrWhiteSpace(q) ? q : null;
            var (limit, offset) = (Int("limit", 20, 0, SearchRequest.MaxLimit), Int("offset", 0, 0, int.MaxValue));
            if ((long)offset + limit > SearchRequest.MaxDepth) throw Refuse("offset", $"offset + limit is at most {SearchRequest.MaxDepth}. Go deeper with the answer's cursor.");
            var cursor = one.GetValueOrDefault("cursor") is { Length: > 0 } c ? c : null;
            if (cursor is not null && offset > 0) throw Refuse("offset", "A cursor knows where it stands: leave out offset.");
            return new SearchRequest
            {
                Text = text,
                Syntax = Choice("syntax", QuerySyntax.News),
                Query = Parse(text),
                Unit = Choice("unit", SearchUnit.Article),
                Scope = Choice("scope", SearchScope.Paragraph),
                Match = Choice("match", MatchMode.All),
                Sort = Sort(),
                HalfLife = Duration("half_life", TimeSpan.FromSeconds(1)),
                Limit = limit,
                Offset = offset,
                Cursor = cursor,
                Best = Int("best", 3, 0, 10),
                Facets = Facets(),
                Zone = zone,
                Filters = Filters(),
                Mentions = new MentionFilter(Choices<ActorType>("actor.type"), Choices<MentionVia>("actor.via"), Choices<MentionRole>("actor.role")),
                Published = Published(zone),
                PublishedText = one.GetValueOrDefault("published"),
                Articles = Values("article"),
                IncludeBoilerplate = Includes(),
                FoldDuplicates = Word("dedupe", "none", "none", "near") == "near",
                Hints = Choice("hints", HintMode.Auto),
                Highlight = Choice("highlight", HighlightMode.Html),
                Snippet = one.ContainsKey("snippet") ? Int("snippet", 240, 40, 10_000) : null,
                Explain = Flag("explain"),
                Timeout = Duration("timeout", TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(10)) ?? TimeSpan.FromSeconds(2),
                MinGeneration = one.ContainsKey("min_generation") ? Long("min_generation") : null,
                Parameters = given,
            };
        }

        private ParsedQuery Parse(string? text)
        {
            var asked = new SearchRequest { Syntax = Choice("syntax", QuerySyntax.News), Match = Choice("match", MatchMode.All) };
            var strict = Flag("strict");
            if (text is null) return ParsedQuery.Empty;
            if (text.Length > maxQueryLength)
            {
                throw new RefusedException(new RequestProblem(RequestProblem.QueryTooComplex, $"The query has {text.Length} characters; here it may have {maxQueryLength}. POST /v1/search takes up to 16,384.") { Parameter = "q" });
            }
            var parsed = asked.Parse(text, strict);
            return parsed.Error is { } error ? throw new RefusedException(new RequestProblem(error.Code, error.Message) { Parameter = "q", Query = error }) : parsed;
        }

        private SortOrder Sort() => Word("sort", "relevance", "relevance", "-date", "date") switch
        {
            "-date" => SortOrder.NewestFirst,
            "date" => SortOrder.OldestFirst,
            _ => SortOrder.Relevance,
        };

        private bool Includes()
        {
            if (!one.TryGetValue("include", out var include)) return false;
            return include == "boilerplate" ? true : throw Refuse("include", $"'{include}' cannot be included; it takes boilerplate.");
        }

        private TimeZoneInfo Zone()
        {
            if (!one.TryGetValue("tz", out var name)) return TimeZoneInfo.Utc;
            return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : throw Refuse("tz", $"'{name}' is no time zone. Write an IANA name such as Europe/Paris.");
        }

        private DateSpan? Published(TimeZoneInfo zone)
        {
            if (!one.TryGetValue("published", out var text)) return null;
            return DateForms.Read(text, zone, now) ?? throw Refuse("published", $"'{text}' is no date. Write {DateForms.Forms}.");
        }

        private List<FieldFilter> Filters()
        {
            var filters = new List<FieldFilter>();
            foreach (var field in ValueFields)
            {
                var facet = Enum.Parse<FacetField>(field, ignoreCase: true);
                Add(field, FilterMode.Any);
                Add(field + ".all", FilterMode.All);
                Add(field + ".not", FilterMode.None);

                void Add(string name, FilterMode mode)
                {
                    var values = Values(name);
                    if (values.Count == 0) return;
                    if (facet == FacetField.Kind && values.Find(v => !ParagraphKinds.TryParse(v, out _)) is { } odd)
                    {
                        throw Refuse(name, $"'{odd}' is no kind of paragraph; there are headline, lead, body, heading, caption and boilerplate.");
                    }
                    filters.Add(new FieldFilter(facet, mode, values));
                }
            }
            var values = filters.Sum(f => f.Values.Count) + Values("article").Count;
            if (values > SearchRequest.MaxValues)
            {
                throw new RefusedException(new RequestProblem(RequestProblem.QueryTooComplex, $"The filters have {values} values; together they may have {SearchRequest.MaxValues}. Ask in several searches."));
            }
            return filters;
        }

        private List<FacetRequest> Facets()
        {
            var options = ValueFields.Append("published").ToDictionary(n => Enum.Parse<FacetField>(n, ignoreCase: true), n => Facet(Enum.Parse<FacetField>(n, ignoreCase: true), n));
            var facets = new List<FacetRequest>();
            foreach (var name in given.Where(p => p.Key == "facet").SelectMany(p => p.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct())
            {
                if (!Enum.TryParse<FacetField>(name, ignoreCase: true, out var field) || int.TryParse(name, CultureInfo.InvariantCulture, out _))
                {
                    throw Refuse("facet", $"'{name}' is no facet; there are {string.Join(", ", ValueFields)} and published.");
                }
                facets.Add(options[field]);
            }
            return facets;
        }

        /// <summary>The options of one facet. They are read, and so checked, whether or not the facet is asked for.</summary>
        private FacetRequest Facet(FacetField field, string name) => new(field)
        {
            Limit = Int($"facet.{name}.limit", 20, 0, 1000),
            Sort = Choice($"facet.{name}.sort", FacetSort.Count),
            Min = Int($"facet.{name}.min", 1, 0, int.MaxValue),
            Prefix = one.GetValueOrDefault($"facet.{name}.prefix"),
            Type = one.ContainsKey($"facet.{name}.type") ? Choice($"facet.{name}.type", ActorType.Person) : null,
            Interval = field == FacetField.Published ? Choice("facet.published.interval", DateInterval.Auto) : DateInterval.Auto,
        };

        private List<string> Values(string name)
        {
            var values = given.Where(p => p.Key == name).Select(p => p.Value).Distinct().ToList();
            return values.Exists(string.IsNullOrEmpty) ? throw Refuse(name, $"'{name}' has no value.") : values;
        }

        private List<T> Choices<T>(string name) where T : struct, Enum => [.. given.Where(p => p.Key == name)
            .SelectMany(p => p.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(v => Choice<T>(name, v)).Distinct()];

        private T Choice<T>(string name, T otherwise) where T : struct, Enum => one.TryGetValue(name, out var value) ? Choice<T>(name, value) : otherwise;

        private static T Choice<T>(string name, string value) where T : struct, Enum
        {
            foreach (var choice in Enum.GetValues<T>())
            {
                if (choice.ToString().Equals(value, StringComparison.OrdinalIgnoreCase)) return choice;
            }
            throw Refuse(name, $"'{value}' is no value of '{name}'; it takes {string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))}.");
        }

        private string Word(string name, string otherwise, params string[] choices)
        {
            if (!one.TryGetValue(name, out var value)) return otherwise;
            return choices.Contains(value) ? value : throw Refuse(name, $"'{value}' is no value of '{name}'; it takes {string.Join(", ", choices)}.");
        }

        private bool Flag(string name) => Word(name, "false", "true", "false") == "true";

        private int Int(string name, int otherwise, int least, int most)
        {
            if (!one.TryGetValue(name, out var text)) return otherwise;
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value
                : throw Refuse(name, most == int.MaxValue ? $"'{name}' takes a whole number from {least} on, not '{Short(text)}'." : $"'{name}' takes a whole number from {least} to {most}, not '{Short(text)}'.");
        }

        private long Long(string name) => long.TryParse(one[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
            : throw Refuse(name, $"'{name}' takes a whole number, not '{Short(one[name])}'.");

        /// <summary>Such as <c>500ms</c>, <c>2s</c>, <c>36h</c>, <c>14d</c>.</summary>
        private TimeSpan? Duration(string name, TimeSpan least, TimeSpan? most = null)
        {
            if (!one.TryGetValue(name, out var text)) return null;
            var unit = text.TrimStart("0123456789.".ToCharArray());
            var seconds = unit switch { "ms" => 0.001, "s" => 1, "m" => 60, "h" => 3600, "d" => 86_400, "w" => 604_800, "y" => 31_557_600.0, _ => 0 };
            var read = double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
            if (!read || seconds == 0 || value <= 0 || value * seconds > 1e10) throw Refuse(name, $"'{name}' takes a length of time such as 500ms, 2s, 36h or 14d, not '{Short(text)}'.");
            var duration = TimeSpan.FromSeconds(value * seconds);
            if (duration < least) throw Refuse(name, $"'{name}' is at least {least.TotalMilliseconds:0}ms.");
            return most is not null && duration > most ? throw Refuse(name, $"'{name}' is at most {most.Value.TotalSeconds:0}s.") : duration;
        }

        private static RefusedException Refuse(string name, string detail) => new(Bad(name, detail));

        private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
    }
}
