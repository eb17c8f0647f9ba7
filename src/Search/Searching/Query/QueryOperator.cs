using System.Globalization;

namespace Search.Searching.Query;

/// <summary>The operators written as words; upper case only.</summary>
internal static class QueryOperator
{
    /// <summary>The operator's name and distance; no name when the word is no operator, no distance when it has none or none that can be read.</summary>
    public static (string? Name, int? Distance) Split(string word)
    {
        if (word is "AND" or "OR" or "NOT" or "NEAR" or "BEFORE") return (word, null);
        var name = word.StartsWith("NEAR/", StringComparison.Ordinal) ? "NEAR" : word.StartsWith("BEFORE/", StringComparison.Ordinal) ? "BEFORE" : null;
        if (name is null) return (null, null);
        var digits = word.AsSpan(name.Length + 1);
        return (name, digits.Length > 0 && digits.IndexOfAnyExceptInRange('0', '9') < 0 ? Number(digits) : null);
    }

    public static QueryTokenKind Kind(string name) => name switch
    {
        "AND" => QueryTokenKind.And,
        "OR" => QueryTokenKind.Or,
        "NOT" => QueryTokenKind.Not,
        "NEAR" => QueryTokenKind.Near,
        _ => QueryTokenKind.Before,
    };

    /// <summary>The number that some digits say; one too long for a number is the largest.</summary>
    public static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}
