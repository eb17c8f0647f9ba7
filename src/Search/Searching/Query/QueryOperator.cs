using System.Globalization;

namespace Search.Searching.Query;

/// <summary>The operators written as words; upper case only.</summary>
internal static class QueryOperator
{
    /// <summary>
    /// The operator's name and distance; no name when the word is no operator, no distance when it has none or none that can be read.
    /// A distance too long for a number is the largest number.
    /// </summary>
    public static (string? Name, int? Distance) Split(string word)
    {
        if (word is "AND" or "OR" or "NOT" or "NEAR" or "BEFORE") return (word, null);
        var name = word.StartsWith("NEAR/", StringComparison.Ordinal) ? "NEAR" : word.StartsWith("BEFORE/", StringComparison.Ordinal) ? "BEFORE" : null;
        if (name is null) return (null, null);
        var digits = word.AsSpan(name.Length + 1);
        if (digits.Length == 0 || digits.IndexOfAnyExceptInRange('0', '9') >= 0) return (name, null);
        return (name, int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var distance) ? distance : int.MaxValue);
    }

    /// <summary>The kind of an operator that never has a distance.</summary>
    public static QueryTokenKind? Plain(string name) => name switch
    {
        "AND" => QueryTokenKind.And,
        "OR" => QueryTokenKind.Or,
        "NOT" => QueryTokenKind.Not,
        _ => null,
    };
}
