namespace Search.Searching.Query;

/// <summary>Bounds of a query, the same in lenient and strict reading.</summary>
internal static class QueryLimits
{
    /// <summary>Words, wildcards, fuzzy words, actors and filters, those inside phrases included; of what is cut into several words each counts.</summary>
    public const int Leaves = 512;

    /// <summary>Levels of the tree, and of brackets in the text.</summary>
    public const int Depth = 32;

    /// <summary>Largest distance of NEAR and BEFORE and largest slop of a phrase; more is read as this, with a warning.</summary>
    public const int Distance = 1000;

    /// <summary>Letters or digits before the first <c>*</c> or <c>?</c> of a word.</summary>
    public const int WildcardLead = 2;

    /// <summary>Warnings reported for one query; what comes later is left out.</summary>
    public const int Warnings = 20;
}
