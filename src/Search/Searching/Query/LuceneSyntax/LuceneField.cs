namespace Search.Searching.Query.LuceneSyntax;

/// <summary>A field that was named, by our name, and where its name begins; that may be before the brackets of a group.</summary>
internal readonly record struct LuceneField(string Name, int Start)
{
    /// <summary>From the field's name to the end of a value.</summary>
    public LucenePlace Whole(LucenePlace value) => LucenePlace.Between(Start, value.End);
}
