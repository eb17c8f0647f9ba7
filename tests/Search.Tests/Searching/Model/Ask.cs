using Search.Articles;

namespace Search.Tests.Searching.Model;

/// <summary>A query's meaning, worked out word by word over plain lists. <see cref="Text"/> writes it down for the product to read.</summary>
internal abstract record Ask
{
    public abstract string Text { get; }

    public abstract bool In(ModelParagraph paragraph, ModelView view);

    /// <summary>Holds somewhere in the article.</summary>
    public virtual bool In(ModelArticle article, ModelView view) => view.Of(article).Any(p => In(p, view));
}

/// <summary>What takes part in a match as one: from word to word, and the kind of its mark.</summary>
internal readonly record struct Part(int First, int Last, string Kind);

/// <summary>A way to stand in a paragraph, from word to word; and what takes part in it.</summary>
internal sealed record Stretch(int First, int Last, IReadOnlyList<Part> Parts);

/// <summary>What stands at places.</summary>
internal abstract record Placed : Ask
{
    public abstract IEnumerable<Stretch> Places(ModelParagraph paragraph, ModelView view);

    public override bool In(ModelParagraph paragraph, ModelView view) => Places(paragraph, view).Any();

    protected static Stretch One(int first, int last, string kind) => new(first, last, [new Part(first, last, kind)]);
}

/// <summary>A word, a word as written, a wildcard, a fuzzy word.</summary>
internal sealed record WordLike(string Text_, string Kind, Func<string, bool> Meets) : Placed
{
    public override string Text => Text_;

    public static WordLike Word(string word) => new(word, "term", w => w == word);
    public static WordLike Exact(string word) => new("=" + word, "term", w => w == word);
    public static WordLike Wildcard(string pattern) => new(pattern, "prefix", w => Fits(pattern, w));
    public static WordLike Fuzzy(string word) => new(word + "~1", "fuzzy", w => w[0] == word[0] && Edits(word, w) <= 1);

    public override IEnumerable<Stretch> Places(ModelParagraph paragraph, ModelView view)
    {
        for (var i = 0; i < paragraph.Words.Count; i++)
        {
            if (Meets(paragraph.Words[i].Form)) yield return One(i, i, Kind);
        }
    }

    private static bool Fits(string pattern, string word)
    {
        if (pattern.Length == 0) return word.Length == 0;
        if (pattern[0] == '*') return Enumerable.Range(0, word.Length + 1).Any(skip => Fits(pattern[1..], word[skip..]));
        return word.Length > 0 && (pattern[0] == '?' || pattern[0] == word[0]) && Fits(pattern[1..], word[1..]);
    }

    private static int Edits(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0) { d[i, j] = i + j; continue; }
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }
}

/// <summary><c>@france</c>, <c>@country:france</c>, <c>@country</c>.</summary>
internal sealed record ActorToken(string Value) : Placed
{
    public override string Text => "@" + Value;

    public override IEnumerable<Stretch> Places(ModelParagraph paragraph, ModelView view) =>
        paragraph.Mentions.Where(m => Means(view.Meaning(m.Actor), view)).Select(m => One(m.First, m.Last, "actor"));

    private bool Means(string actor, ModelView view) => Value is "country" or "person"
        ? actor.StartsWith(Value + ":", StringComparison.Ordinal)
        : actor == view.Meaning(Value.Contains(':') ? Value : "country:" + Value);
}

/// <summary>Items in order; each may be moved, all together by no more than the slop.</summary>
internal sealed record Phrase(IReadOnlyList<Placed> Items, int Slop) : Placed
{
    public override string Text => $"\"{string.Join(' ', Items.Select(i => i.Text))}\"{(Slop > 0 ? "~" + Slop : "")}";

    public override IEnumerable<Stretch> Places(ModelParagraph paragraph, ModelView view)
    {
        IEnumerable<List<Stretch>> ways = [[]];
        foreach (var item in Items)
        {
            var places = item.Places(paragraph, view).ToList();
            ways = ways.SelectMany(way => places.Where(p => !way.Exists(w => w.First <= p.Last && p.First <= w.Last)).Select(p => (List<Stretch>)[.. way, p])).ToList();
        }
        foreach (var way in ways)
        {
            var (offset, shifts) = (0, new List<int>());
            foreach (var place in way)
            {
                shifts.Add(place.First - offset);
                offset += place.Last - place.First + 1;
            }
            if (shifts.Max() - shifts.Min() > Slop) continue;
            var (first, last) = (way.Min(p => p.First), way.Max(p => p.Last));
            yield return Slop == 0 ? One(first, last, "phrase") : new Stretch(first, last, [.. way.SelectMany(p => p.Parts)]);
        }
    }
}

/// <summary>Two operands at most so far apart.</summary>
internal sealed record Near(Placed Left, Placed Right, int Distance, bool Ordered) : Placed
{
    public override string Text => $"({Left.Text} {(Ordered ? "BEFORE" : "NEAR")}/{Distance} {Right.Text})";

    public override IEnumerable<Stretch> Places(ModelParagraph paragraph, ModelView view) =>
        from a in Left.Places(paragraph, view)
        from b in Right.Places(paragraph, view)
        where (b.First > a.Last && b.First - a.Last <= Distance) || (!Ordered && a.First > b.Last && a.First - b.Last <= Distance)
        select new Stretch(Math.Min(a.First, b.First), Math.Max(a.Last, b.Last), [.. a.Parts, .. b.Parts]);
}

/// <summary>An OR as an operand of nearness.</summary>
internal sealed record Either(IReadOnlyList<Placed> Members) : Placed
{
    public override string Text => $"({string.Join(" OR ", Members.Select(m => m.Text))})";

    public override IEnumerable<Stretch> Places(ModelParagraph paragraph, ModelView view) => Members.SelectMany(m => m.Places(paragraph, view));
}

internal sealed record And(IReadOnlyList<Ask> Members) : Ask
{
    public override string Text => $"({string.Join(' ', Members.Select(m => m.Text))})";
    public override bool In(ModelParagraph paragraph, ModelView view) => Members.All(m => m.In(paragraph, view));
    public override bool In(ModelArticle article, ModelView view) => Members.All(m => m.In(article, view));
}

internal sealed record Or(IReadOnlyList<Ask> Members) : Ask
{
    public override string Text => $"({string.Join(" OR ", Members.Select(m => m.Text))})";
    public override bool In(ModelParagraph paragraph, ModelView view) => Members.Any(m => m.In(paragraph, view));
    public override bool In(ModelArticle article, ModelView view) => Members.Any(m => m.In(article, view));
}

internal sealed record Not(Ask Operand) : Ask
{
    public override string Text => "-" + Operand.Text;
    public override bool In(ModelParagraph paragraph, ModelView view) => !Operand.In(paragraph, view);
    public override bool In(ModelArticle article, ModelView view) => !Operand.In(article, view);
}

/// <summary><c>title:</c> and <c>lead:</c>: for all paragraphs of the article whose headline or lead it holds in.</summary>
internal sealed record InPart(ParagraphKind Part, Placed Operand) : Ask
{
    public override string Text => $"{(Part == ParagraphKind.Headline ? "title" : "lead")}:{Operand.Text}";
    public override bool In(ModelParagraph paragraph, ModelView view) => paragraph.Article.Paragraphs.Any(p => p.Kind == Part && Operand.In(p, view));
}

/// <summary><c>quote:</c>: the operand asked of nothing but the quotations; each place of it lies in one of them.</summary>
internal sealed record Quoted(Ask Operand) : Ask
{
    public override string Text => "quote:" + Operand.Text;

    public override bool In(ModelParagraph paragraph, ModelView view) => paragraph.Quotations.Count > 0 && Operand switch
    {
        And and => and.Members.All(m => new Quoted(m).In(paragraph, view)),
        Or or => or.Members.Any(m => new Quoted(m).In(paragraph, view)),
        Not not => !new Quoted(not.Operand).In(paragraph, view),
        _ => Places(paragraph, view).Any(),
    };

    public override bool In(ModelArticle article, ModelView view) => view.Of(article).Any(p => p.Quotations.Count > 0) && Operand switch
    {
        And and => and.Members.All(m => new Quoted(m).In(article, view)),
        Or or => or.Members.Any(m => new Quoted(m).In(article, view)),
        Not not => !new Quoted(not.Operand).In(article, view),
        _ => base.In(article, view),
    };

    /// <summary>Where a placed operand is quoted.</summary>
    public IEnumerable<Stretch> Places(ModelParagraph paragraph, ModelView view) =>
        ((Placed)Operand).Places(paragraph, view).Where(p => paragraph.Quotations.Exists(q => q.First <= p.First && p.Last <= q.Last));
}

/// <summary>A filter in the text of the query.</summary>
internal sealed record FieldIs(string Field, string Value) : Ask
{
    public override string Text => $"{Field}:{(Value.Contains(' ') ? $"\"{Value}\"" : Value)}";
    public override bool In(ModelParagraph paragraph, ModelView view) => view.Has(paragraph, Field, Value);
}
