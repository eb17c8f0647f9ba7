namespace Search.Searching.Query;

/// <summary>What is said about odd and refused queries, in one place.</summary>
internal static class QueryMessages
{
    public const string TooManyLeaves = "The query has more than 512 words; ask with fewer.";
    public const string TooDeep = "The query is nested more than 32 levels deep; take brackets or operators away.";
    public const string WildcardTooBroad = "A wildcard needs two letters or digits before its first * or ?: wor*, wo?d.";
    public const string UnclosedQuote = "A quotation mark is never closed; its words are read one by one.";
    public const string EmptyPhrase = "There is no word between the quotation marks; they are left out.";
    public const string UnclosedBracket = "A bracket is never closed; it is read as closed at the end.";
    public const string UnopenedBracket = "A bracket closes that was never opened; it is left out.";
    public const string EmptyBrackets = "There is nothing between the brackets; they are left out.";
    public const string TildeAfterBracket = "~ follows a word or a phrase, never a bracket; it is left out.";
    public const string SlopWithoutNumber = "~ after a phrase needs a number: \"a b\"~3; it is left out.";
    public const string DistanceTooLarge = "A distance over 1000 is read as 1000.";
    public const string DistanceZero = "Two words never stand at distance 0; read as AND. NEAR/1 finds neighbours.";
    public const string NotPositional = "NEAR and BEFORE take words, phrases, wildcards, fuzzy words, actors and OR-groups of these; read as AND.";
    public const string FuzzyDistance = "Fuzzy words differ by one letter at most; read as ~1.";
    public const string FuzzyWildcard = "A word is either a wildcard or fuzzy; read as the wildcard.";
    public const string ExactNothing = "= takes a word or a phrase; it is left out here.";
    public const string StarInPhrase = "* alone stands for no word inside a phrase; it is left out. \"a b\"~1 lets one word stand between.";
    public const string FieldInsidePart = "A field cannot stand inside title:, lead: or quote:; read as a plain word.";

    public static string ForeignOperator(string sign, string ours) => $"'{sign}' is no operator here and is left out: write {ours}, or ask with syntax=lucene.";

    public static string Dangling(string operation) => $"{operation} needs something on both sides; read as a plain word.";
    public const string NothingToNegate = "NOT needs something to leave out; read as a plain word.";
    public static string NearWithoutNumber(string operation) => $"{operation} needs a distance, {operation}/5; read as a plain word.";
    public static string UnknownField(string name, string? nearest) =>
        $"There is no field {name}:{(nearest is null ? "" : $" (perhaps {nearest}:)")}; read as plain words. Fields are {string.Join(", ", QueryFields.Names.Select(n => n + ":"))}.";
    public static string NoDate(string value) => $"'{value}' is no date; read as a plain word. Write {DateForms.Forms}.";
    public static string FieldWithoutValue(string name) => $"{name}: needs its value right behind the colon; read as a plain word.";
}
