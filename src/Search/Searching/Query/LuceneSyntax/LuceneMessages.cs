namespace Search.Searching.Query.LuceneSyntax;

/// <summary>What is said about queries in Lucene's syntax that are refused or read otherwise than Lucene would, in one place.</summary>
internal static class LuceneMessages
{
    public const string TooManyBrackets = "The query has more than 32 opening brackets; ask with fewer.";
    public const string Regex = "Regular expressions are not searched. Write a wildcard (sanction*), or \\/ where a slash is meant.";
    public const string Boost = "A boost (^) is not taken: the order has its own weights. Leave it out.";
    public const string Range = "Ranges are for published: only, as published:[2024-01 TO 2024-03].";
    public const string OpenRange = "This range has no end that says anything. Write a date at one end at least.";
    public const string Fuzzy = "Fuzzy words differ by one letter at most. Write ~1.";
    public const string FuzzyAsOne = "~ alone allows one letter to differ here, where Lucene allows two.";
    public const string QuestionMark = "A ? at the end of a word is punctuation here, no wildcard. Write * for any ending.";
    public const string QuotedWildcard = "Between quotation marks * is no wildcard in Lucene's syntax and is left out. Without syntax=lucene it works there.";
    public const string MostOfGroups = "match=most cannot count a group of words beside others; all of them are asked for.";
    public const string NotBesideOr = "As in Lucene, what NOT leaves out beside an OR is left out of everything. Put brackets around it, as in a OR (*:* NOT b), to ask for either.";
    public const string Unclosed = "A quotation mark is never closed";
    public const string Slash = "A slash begins a regular expression that never ends; write \\/ for a slash";
    public const string Backslash = "A backslash must be followed by the character that it protects; write \\\\ for a backslash";

    public static string Exists(string field) => $"Whether {field} has a value cannot be asked. Give a value, or count the values with the parameter facet.";
    public static string Value(string field) => $"{field}: takes a whole value here, without wildcard, ~ or slop, in quotation marks when it has a blank.";
    public static string UnknownField(string name, string? nearest) =>
        $"There is no field {name}:{(nearest is null ? "" : $" (perhaps {nearest}:)")}. Fields are {string.Join(", ", QueryFields.Names.Select(n => n + ":"))}; write \\: where a colon is meant.";
    public static string NoDate(string text) => $"'{text}' is no date. Write a year, month, day or time (2024, 2024-03, 2024-03-05, 2024-03-05T14:00), * for an open end, or a time back from now ([now-7d TO now]).";
    public static string Decides(string text) => $"Beside what is required, {text} decides nothing and is left out. Write +({text}) to require it.";
    public static string Unexpected(string found) => found.Length > 0 ? $"'{found}' cannot stand here" : "The query ends where something is still missing";
    public static string AsPlainWords(string message) => message + "; the query is read in this product's own syntax.";
}
