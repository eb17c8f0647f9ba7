using Search.Text;

namespace Search.Searching.Suggesting;

/// <summary>A suggestion and how well it fits.</summary>
internal sealed record Suggested(Suggestion Suggestion, TypedFit Fit)
{
    /// <summary>The suggestion of a label; null when what was typed does not fit it.</summary>
    public static Suggested? Of(TypedText typed, SuggestionType type, string label, string? alias, int articles, SuggestionApply apply)
    {
        var marks = new List<(int Start, int End)>();
        var fit = typed.Fit(alias ?? label, marks);
        if (fit == TypedFit.None) return null;
        return new Suggested(new Suggestion(type, label, marks.ConvertAll(m => new SuggestionMatch(m.Start, m.End)), articles, apply) { MatchedAlias = alias }, fit);
    }
}
