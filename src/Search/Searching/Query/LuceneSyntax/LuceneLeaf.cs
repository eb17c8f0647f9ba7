using Lucene.Net.QueryParsers.Flexible.Core.Nodes;
using Lucene.Net.QueryParsers.Flexible.Standard.Nodes;
using Search.Text;

namespace Search.Searching.Query.LuceneSyntax;

/// <summary>Reads what is no list: a word, a phrase, a fuzzy word, a range, or what is refused.</summary>
internal sealed class LuceneLeaf(string source, QueryNotes notes)
{
    private readonly LuceneRefusals refusals = new(source, notes);
    private int read;

    /// <summary>The node; null when it holds no letter or digit, or is refused.</summary>
    public QueryNode? Read(IQueryNode leaf)
    {
        var node = leaf switch
        {
            BoostQueryNode boost => refusals.Boost(boost, read),
            RegexpQueryNode regex => refusals.Regex(regex.Text.ToString()!, read),
            TermRangeQueryNode range => Range(range),
            SlopQueryNode slop => Phrase((FieldQueryNode)slop.GetChild(), slop.Value),
            QuotedFieldQueryNode quoted => Phrase(quoted, 0),
            FuzzyQueryNode fuzzy => Fuzzy(fuzzy),
            FieldQueryNode word => Word(word),
            _ => refusals.Unknown(read),
        };
        if (node is not null) notes.Leaves(node is PhraseNode phrase ? phrase.Items.Count : 1, node.Position, node.Length);
        return node;
    }

    private QueryNode? Word(FieldQueryNode leaf)
    {
        var at = Place(leaf.Begin, leaf.End);
        if (leaf.Field == "*" && leaf.Text.ToString() == "*") return Everything(new LuceneField("", LuceneText.Field(source, "*", at.Position).Start).Whole(at));
        if (Field(leaf.Field, at) is not { } field) return null;
        if (QueryFields.IsFilter(field.Name))
        {
            var wild = LuceneWords.HasWildcard(leaf.Text);
            if (wild && leaf.Text.ToString() == "*") return refusals.Refuse(LuceneMessages.Exists(field.Name), field.Whole(at));
            return wild && !IsUrlBeginning(field.Name, leaf.Text.ToString()!) ? refusals.Refuse(LuceneMessages.Value(field.Name), field.Whole(at)) : Filter(field, leaf.Text.ToString()!, at);
        }
        if (LuceneWords.HasWildcard(leaf.Text) && leaf.Text.ToString()!.All(c => c == '?')) return refusals.TooBroad(at);
        if (leaf.Text.Length > 1 && leaf.Text[leaf.Text.Length - 1] == '?' && LuceneWords.HasWildcard(leaf.Text) && source[at.End - 2] is not ('*' or '\\'))
        {
            notes.Odd(at.End - 1, 1, LuceneMessages.QuestionMark, ["*"]);
        }
        return Within(field, Joined(LuceneWords.Items(leaf.Text, wildcards: true, "", at, notes), 0, at), at);
    }

    /// <summary>A phrase. Wildcards do not work in it, as in Lucene.</summary>
    private QueryNode? Phrase(FieldQueryNode leaf, int slop)
    {
        var at = Place(leaf.Begin - 1, leaf.End + 1);
        if (Field(leaf.Field, at) is not { } field) return null;
        var text = leaf.Text.ToString()!;
        var behind = LuceneText.SkipBlanks(source, at.End);
        if (slop != 0 || (behind < source.Length && source[behind] == '~')) at = LucenePlace.Between(at.Position, LuceneText.FuzzyEnd(source, at.End));
        read = at.End;
        if (QueryFields.IsFilter(field.Name)) return slop == 0 ? Filter(field, text, at) : refusals.Refuse(LuceneMessages.Value(field.Name), field.Whole(at));
        if (text.Contains('*') && QueryText.HasLetterOrDigit(text)) notes.Odd(at.Position, at.Length, LuceneMessages.QuotedWildcard, []);
        if (slop > QueryLimits.Distance) notes.Odd(at.Position, at.Length, QueryMessages.DistanceTooLarge, []);
        var items = LuceneWords.Items(leaf.Text, wildcards: false, "", at, notes);
        if (items.Count == 0) notes.Odd(at.Position, at.Length, QueryMessages.EmptyPhrase, ["a word"]);
        return Within(field, Joined(items, Math.Clamp(slop, 0, QueryLimits.Distance), at), at);
    }

    /// <summary><c>word~</c>, <c>word~1</c>, and the old <c>word~0.8</c>, which allows a part of its letters to differ.</summary>
    private QueryNode? Fuzzy(FuzzyQueryNode leaf)
    {
        var end = LuceneText.FuzzyEnd(source, leaf.End);
        var at = Place(leaf.Begin, end);
        if (Field(leaf.Field, at) is not { } field) return null;
        if (QueryFields.IsFilter(field.Name)) return refusals.Refuse(LuceneMessages.Value(field.Name), field.Whole(at));
        var bare = source[end - 1] == '~';
        var edits = bare ? 1 : leaf.Similarity >= 1 ? (int)leaf.Similarity : leaf.Similarity <= 0 ? 0 : (int)((1 - leaf.Similarity) * leaf.Text.Length);
        if (edits > 1) return refusals.Refuse(LuceneMessages.Fuzzy, at, ["~1"], source[leaf.Begin..leaf.End] + "~1");
        if (bare) notes.Odd(end - 1, 1, LuceneMessages.FuzzyAsOne, ["~1"], "~1");
        var items = LuceneWords.Items(leaf.Text, wildcards: true, edits == 1 ? "~1" : "", at, notes);
        if (edits == 0) items = items.ConvertAll(i => i is WordNode word ? new WordNode(word.Text, exact: true) { Position = word.Position, Length = word.Length } : i);
        return Within(field, Joined(items, 0, at), at);
    }

    private QueryNode? Range(TermRangeQueryNode range)
    {
        var (lower, upper) = ((FieldQueryNode)range.LowerBound, (FieldQueryNode)range.UpperBound);
        var close = LuceneText.SkipBlanks(source, upper.End);
        var brackets = close < source.Length && source[close] is ']' or '}' && lower.Begin != upper.Begin;
        var at = Place(brackets ? LuceneText.Before(source, lower.Begin) : lower.Begin, brackets ? close + 1 : upper.End);
        if (Field(lower.Field, at) is not { } field) return null;
        if (field.Name != "published") return refusals.Refuse(LuceneMessages.Range, field.Whole(at));
        var (from, to) = (new LuceneDates.End(lower.Text.ToString()!, range.IsLowerInclusive), new LuceneDates.End(upper.Text.ToString()!, range.IsUpperInclusive));
        var (value, odd) = LuceneDates.Span(from, to);
        if (value is not null) return Filter(field, value, at);
        if (odd is not { } end) return refusals.Refuse(LuceneMessages.OpenRange, field.Whole(at));
        var place = end == from ? LucenePlace.Between(lower.Begin, lower.End) : LucenePlace.Between(upper.Begin, upper.End);
        return refusals.Refuse(LuceneMessages.NoDate(end.Text), place, ["a date"]);
    }

    private static EverythingNode Everything(LucenePlace at) => new() { Position = at.Position, Length = at.Length };

    private LuceneField? Field(string name, LucenePlace value)
    {
        if (name.Length == 0) return new LuceneField(LuceneFields.Text, value.Position);
        var (start, end) = LuceneText.Field(source, name, value.Position);
        if (LuceneFields.Known(name) is { } known) return new LuceneField(known, start);
        refusals.Field(name, LucenePlace.Between(start, end), value);
        return null;
    }

    private FilterNode? Filter(LuceneField field, string text, LucenePlace at)
    {
        var (value, whole) = (Clean.Line(text), field.Whole(at));
        if (field.Name == "published" && value.Length > 0 && !DateForms.AreDates(value))
        {
            refusals.Refuse(LuceneMessages.NoDate(value), whole, ["a date"]);
            return null;
        }
        if (value.Length > 0) return new FilterNode(field.Name, value) { Position = whole.Position, Length = whole.Length };
        notes.Odd(whole.Position, whole.Length, QueryMessages.EmptyPhrase, ["a value"]);
        return null;
    }

    private static QueryNode? Within(LuceneField field, QueryNode? node, LucenePlace at) => node is null || field.Name.Length == 0
        ? node : new PartNode(field.Name, node) { Position = field.Whole(at).Position, Length = field.Whole(at).Length };

    private static QueryNode? Joined(List<QueryNode> items, int slop, LucenePlace at)
    {
        if (items.Count > 1) items.RemoveAll(i => i is EverythingNode);
        if (items.Count == 0) return null;
        return items.Count == 1 && (slop == 0 || items[0] is EverythingNode) ? items[0] : new PhraseNode(items, slop) { Position = at.Position, Length = at.Length };
    }

    private static bool IsUrlBeginning(string field, string value) => field == "url" && value.Length > 1 && value.IndexOf('*', StringComparison.Ordinal) == value.Length - 1 && !value.Contains('?');

    private LucenePlace Place(int start, int end)
    {
        read = end;
        return LucenePlace.Between(start, end);
    }
}
