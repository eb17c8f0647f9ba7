using Search.Articles;
using Search.Indexing;
using Search.Searching.Query;
using Search.Text;

namespace Search.Searching.Matching;

/// <summary>Turns filters, by parameter and in the query's text, into tests on the index's columns.</summary>
internal sealed class FilterBinder(IndexView index, SearchRequest request, DateTimeOffset now, Budget budget)
{
    /// <summary>The filters by parameter.</summary>
    public IEnumerable<BoundFilter> Parameters()
    {
        foreach (var filter in request.Filters)
        {
            IReadOnlyList<BoundFilter> each = filter.Mode == FilterMode.All ? [.. filter.Values.Select(v => Values(filter.Field, [v]))] : [Values(filter.Field, filter.Values)];
            yield return new FilterGroup(filter.Mode, each)
            {
                Field = filter.Mode == FilterMode.Any ? filter.Field : null,
                Parameter = ParameterOf(filter),
            };
        }
        if (!request.Mentions.IsEvery && !request.Filters.Any(f => f.Field == FacetField.Actor)) yield return new NameFilter(NameUses.Of(request.Mentions, index.Actors)) { Field = null };
        if (request.Published is { } span) yield return Published(request.PublishedText is { } text ? DateForms.Read(text, request.Zone, now) ?? span : span, "published");
        if (request.Articles.Count > 0)
        {
            var wanted = request.Articles.ToHashSet();
            yield return new ArticleFilter((s, a) => wanted.Contains(s.Columns.Ids[a])) { Field = null, Parameter = "article" };
        }
        if (request.ExceptArticle is { } except) yield return new ArticleFilter((s, a) => s.Columns.Ids[a] != except) { Field = null };
    }

    private static string ParameterOf(FieldFilter filter) => filter.Field.ToString().ToLowerInvariant() + filter.Mode switch
    {
        FilterMode.All => ".all",
        FilterMode.None => ".not",
        _ => "",
    };

    /// <summary>A filter in the query's text: values may be written as people write them.</summary>
    public Bound InText(FilterNode node)
    {
        var value = node.Value;
        switch (node.Field)
        {
            case "source": return Article(FacetField.Source, ByLabel(index.Values.Sources, value), static c => c.Source);
            case "lang": return Article(FacetField.Lang, ByLabel(index.Values.Langs, value), static c => c.Lang);
            case "author": return Authors(ByLabel(index.Values.Authors, value));
            case "topic": return Topics(ByLabel(index.Values.Topics, value));
            case "kind": return Kinds([value]);
            case "actor": return Actor([.. index.Actors.Resolve(value)]);
            case "speaker": return Speaker([.. index.Actors.Resolve(value)]);
            case "url": return new UrlFilter(value, budget) { Field = null };
            default: return Published(DateForms.Read(value, request.Zone, now)!);
        }
    }

    /// <summary>One filter for all values: what carries any of them passes.</summary>
    private BoundFilter Values(FacetField field, IReadOnlyList<string> values) => field switch
    {
        FacetField.Source => Article(field, ByKey(index.Values.Sources, values), static c => c.Source),
        FacetField.Lang => Article(field, ByKey(index.Values.Langs, values), static c => c.Lang),
        FacetField.Author => Authors(ByKey(index.Values.Authors, values)),
        FacetField.Topic => Topics(ByKey(index.Values.Topics, values)),
        FacetField.Kind => Kinds(values),
        FacetField.Speaker => Speaker(ById(values)),
        _ => Actor(ById(values)),
    };

    private HashSet<int> ById(IReadOnlyList<string> ids) => [.. ids.Select(id => index.Actors.ById.GetValueOrDefault(id, -1))];

    private HashSet<int> ByKey(ValueTable table, IReadOnlyList<string> keys) => [.. keys.SelectMany(k => table.Keyed(k, () => budget.Step()))];

    private HashSet<int> ByLabel(ValueTable table, string text) => [.. table.Meant(text, () => budget.Step())];

    private static ArticleFilter Article(FacetField field, HashSet<int> numbers, Func<SegmentColumns, int[]> column) =>
        new((s, a) => numbers.Contains(column(s.Columns)[a])) { Field = field };

    private static ArticleFilter Authors(HashSet<int> numbers) => new((s, a) => AnyOf(s.Columns.Authors[a], numbers)) { Field = FacetField.Author };

    private static ParagraphFilter Topics(HashSet<int> numbers) => new((s, d) => AnyOf(s.Columns.Topics[d], numbers)) { Field = FacetField.Topic };

    private static ParagraphFilter Kinds(IReadOnlyList<string> values)
    {
        var kinds = values.Select(v => ParagraphKinds.TryParse(v, out var kind) ? (byte)kind : Schema.ArticleKind).ToHashSet();
        return new ParagraphFilter((s, d) => kinds.Contains(s.Columns.Kind[d])) { Field = FacetField.Kind };
    }

    private static ArticleFilter Published(DateSpan span, string? parameter = null)
    {
        var from = span.From?.ToUnixTimeSeconds() ?? long.MinValue + 1;
        var to = span.To?.ToUnixTimeSeconds() ?? long.MaxValue;
        return new ArticleFilter((s, a) => s.Columns.ArticlePublished[a] is var t && t >= from && t < to) { Field = FacetField.Published, Parameter = parameter };
    }

    private static bool AnyOf(ReadOnlySpan<uint> values, HashSet<int> wanted)
    {
        foreach (var number in values)
        {
            if (wanted.Contains((int)number)) return true;
        }
        return false;
    }

    /// <summary>Paragraphs with a mention that counts, of one of some actors.</summary>
    private NameFilter Actor(HashSet<int> wanted) => new(NameUses.Of(request.Mentions, index.Actors).For(index.Actors, wanted)) { Field = FacetField.Actor };

    private NameFilter Speaker(HashSet<int> speakers) => new(NameUses.Speaking.For(index.Actors, speakers)) { Field = FacetField.Speaker };
}

/// <summary>Several values of one field: one of them, every one, or none.</summary>
internal sealed class FilterGroup(FilterMode mode, IReadOnlyList<BoundFilter> each) : BoundFilter
{
    public FilterMode Mode { get; } = mode;

    public IReadOnlyList<BoundFilter> Each { get; } = each;

    public override DocSet Pass(SegmentView segment, DocSet among) => Combine(f => f.Pass(segment, among), among);

    /// <summary>Puts the values' sets together, be they of paragraphs or of articles.</summary>
    public DocSet Combine(Func<BoundFilter, DocSet> of, DocSet all)
    {
        var result = Mode == FilterMode.Any ? new DocSet(all.Size) : all.Copy();
        foreach (var filter in Each)
        {
            if (Mode == FilterMode.Any) result.Or(of(filter));
            else if (Mode == FilterMode.All) result.And(of(filter));
            else result.AndNot(of(filter));
        }
        return result;
    }
}

/// <summary>Articles by their URL: the whole, or with a <c>*</c> at the end its beginning; case and accents aside.</summary>
internal sealed class UrlFilter(string value, Budget budget) : BoundFilter
{
    public override DocSet Pass(SegmentView segment, DocSet among)
    {
        var terms = new SegmentTerms(segment.Reader, Schema.Url, budget);
        var documents = new DocSet(segment.Columns.Size);
        var folded = Fold.Word(value);
        if (folded.EndsWith('*'))
        {
            foreach (var (term, _) in terms.Beginning(folded[..^1]).ToList()) terms.AddDocuments(term, documents);
        }
        else
        {
            terms.AddDocuments(folded, documents);
        }
        var articles = new DocSet(segment.Articles.Size);
        foreach (var doc in documents) articles.Add(segment.Columns.Article[doc]);
        return segment.Spread(articles, among);
    }
}
