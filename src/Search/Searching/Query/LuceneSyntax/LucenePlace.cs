namespace Search.Searching.Query.LuceneSyntax;

/// <summary>A part of the query's text.</summary>
internal readonly record struct LucenePlace(int Position, int Length)
{
    public int End => Position + Length;

    public static LucenePlace Between(int start, int end) => new(start, end - start);
}
