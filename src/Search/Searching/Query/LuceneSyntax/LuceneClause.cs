namespace Search.Searching.Query.LuceneSyntax;

/// <summary>What stands before a clause: nothing, <c>+</c>, or <c>-</c>, <c>!</c>, <c>NOT</c>.</summary>
internal enum LuceneSign { None, Plus, Minus }

/// <summary>A clause of a list, read.</summary>
internal readonly record struct LuceneClause(LuceneSign Sign, QueryNode Node);
