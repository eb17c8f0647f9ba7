namespace Search.Tests.Searching.Model;

/// <summary>A filter by parameter: <c>actor</c>, <c>actor.all</c>, <c>actor.not</c> ...</summary>
internal sealed record ModelFilter(string Field, string How, IReadOnlyList<string> Values)
{
    public string Parameter => Field + How;
}

/// <summary>Words that take part in the match of a clause, by their offsets.</summary>
internal readonly record struct ModelMark(int Start, int End, int Clause, string Kind);

/// <summary>A search, and its answer by brute force.</summary>
internal sealed record ModelSearch(Ask? Query, string Match, string Scope, bool Boilerplate, string? Via, IReadOnlyList<ModelFilter> Filters)
{
    public override string ToString() => string.Join('&', Parameters().Select(p => $"{p.Key}={p.Value}"));

    public IEnumerable<KeyValuePair<string, string>> Parameters()
    {
        if (Query is not null) yield return new("q", Query.Text);
        yield return new("match", Match);
        yield return new("scope", Scope);
        if (Boilerplate) yield return new("include", "boilerplate");
        if (Via is not null) yield return new("actor.via", Via);
        foreach (var filter in Filters)
        {
            foreach (var value in filter.Values) yield return new(filter.Parameter, value);
        }
    }

    public ModelView View(IReadOnlyList<ModelArticle> articles, IReadOnlyDictionary<string, string> merged) => new(articles, merged, Boilerplate, Via);

    /// <summary>The matching paragraphs; for a facet, without its own plain filter.</summary>
    public List<ModelParagraph> Found(ModelView view, string? ownFacet = null)
    {
        var filters = Filters.Where(f => f.How.Length > 0 || f.Field != ownFacet).ToList();
        var found = new List<ModelParagraph>();
        foreach (var article in view.Articles)
        {
            if (Scope == "paragraph") found.AddRange(view.Of(article).Where(p => Enough(m => m.In(p, view)) && Passes(filters, view, [p])));
            else if (Enough(m => m.In(article, view)) && Passes(filters, view, [.. view.Of(article)])) found.AddRange(Shown(article, view));
        }
        return found;
    }

    /// <summary>Value to (articles, paragraphs).</summary>
    public Dictionary<string, (int Articles, int Paragraphs)> Facet(ModelView view, string field, List<ModelParagraph> found) =>
        (Filters.Any(f => f.Field == field && f.How.Length == 0) ? Found(view, field) : found).SelectMany(p => view.Values(p, field).Select(v => (Value: v, Paragraph: p))).GroupBy(x => x.Value)
            .ToDictionary(g => g.Key, g => (g.Select(x => x.Paragraph.Article).Distinct().Count(), g.Count()));

    /// <summary>Everything that takes part in the match of a paragraph; the same words may do so in several ways.</summary>
    public HashSet<ModelMark> Marks(ModelParagraph paragraph, ModelView view)
    {
        var marks = new HashSet<ModelMark>();
        var members = Members();
        for (var i = 0; i < members.Count; i++) Mark(members[i], i, paragraph, view, marks);
        return marks;
    }

    private IReadOnlyList<Ask> Members() => Query is And and ? and.Members : Query is null ? [] : [Query];

    private bool Enough(Func<Ask, bool> holds)
    {
        var members = Members();
        if (Match == "all" || members.Count < 2) return members.All(holds);
        var optional = members.Where(m => m is not (Not or FieldIs)).DistinctBy(m => m.Text).ToList();
        var needed = optional.Count == 0 ? 0 : Match == "any" ? 1 : Math.Max(1, 2 * optional.Count / 3);
        return members.Where(m => m is Not or FieldIs).All(holds) && optional.Count(holds) >= needed;
    }

    /// <summary>A narrowed kind of mention asks for at least one such mention by itself.</summary>
    private bool Passes(IReadOnlyList<ModelFilter> filters, ModelView view, IReadOnlyList<ModelParagraph> paragraphs) =>
        (Via is null || paragraphs.Any(p => view.Actors(p).Any())) && filters.All(f => Passes(f, view, paragraphs));

    private static bool Passes(ModelFilter filter, ModelView view, IReadOnlyList<ModelParagraph> paragraphs)
    {
        bool Holds(string value) => paragraphs.Any(p => view.Has(p, filter.Field, value));
        return filter.How switch
        {
            ".all" => filter.Values.All(Holds),
            ".not" => !filter.Values.Any(Holds),
            _ => filter.Values.Any(Holds),
        };
    }

    /// <summary>Of an article found as a whole: the paragraphs in which a positive leaf stands, of a branch that holds; all when the query has none.</summary>
    private IEnumerable<ModelParagraph> Shown(ModelArticle article, ModelView view)
    {
        var paragraphs = view.Of(article);
        if (!Leaves(Query, _ => true).Any()) return paragraphs;
        var leaves = Members().SelectMany(m => Leaves(m, x => x.In(article, view))).ToList();
        return paragraphs.Where(p => leaves.Exists(l => l.In(p, view)));
    }

    private static IEnumerable<Ask> Leaves(Ask? ask, Func<Ask, bool> holds)
    {
        if (ask is null or Not || !holds(ask)) return [];
        return ask switch
        {
            And and => and.Members.SelectMany(m => Leaves(m, holds)),
            Or or => or.Members.SelectMany(m => Leaves(m, holds)),
            Quoted { Operand: And or Or } quoted => Operands(quoted).SelectMany(m => Leaves(m, holds)),
            Placed or Quoted { Operand: Placed } or FieldIs { Field: "actor" } => [ask],
            _ => [],
        };
    }

    private static IEnumerable<Ask> Operands(Quoted quoted) => ((quoted.Operand as And)?.Members ?? ((Or)quoted.Operand).Members).Select(m => new Quoted(m));

    private void Mark(Ask ask, int clause, ModelParagraph paragraph, ModelView view, HashSet<ModelMark> into)
    {
        if (ask is Not || !(Scope == "paragraph" ? ask.In(paragraph, view) : ask.In(paragraph.Article, view))) return;
        switch (ask)
        {
            case And and:
                foreach (var member in and.Members) Mark(member, clause, paragraph, view, into);
                break;
            case Or or:
                foreach (var member in or.Members) Mark(member, clause, paragraph, view, into);
                break;
            case InPart part when part.Part == paragraph.Kind:
                Mark(part.Operand, clause, paragraph, view, into);
                break;
            case Quoted { Operand: And or Or } quoted:
                foreach (var member in Operands(quoted)) Mark(member, clause, paragraph, view, into);
                break;
            case Quoted { Operand: Placed } quoted:
                foreach (var part in quoted.Places(paragraph, view).SelectMany(p => p.Parts)) into.Add(new ModelMark(paragraph.Words[part.First].Start, paragraph.Words[part.Last].End, clause, "quote"));
                break;
            case FieldIs { Field: "actor" } field:
                foreach (var mention in view.Mentions(paragraph, field.Value)) into.Add(new ModelMark(mention.Start, mention.End, clause, "actor"));
                break;
            case Placed placed:
                foreach (var part in placed.Places(paragraph, view).SelectMany(p => p.Parts)) into.Add(new ModelMark(paragraph.Words[part.First].Start, paragraph.Words[part.Last].End, clause, part.Kind));
                break;
        }
    }
}
