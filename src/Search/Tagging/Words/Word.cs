namespace Search.Tagging.Words;

/// <summary>How a word is written.</summary>
internal enum Shape : byte { Lower, Capital, Caps, Initial, Number, Uncased }

/// <summary>What stands between a word and the one before.</summary>
internal enum Gap : byte
{
    Space,
    Hyphen,
    Ampersand,
    /// <summary>The stop of an initial or abbreviation: <c>J. Smith</c>, <c>Gov. Smith</c>.</summary>
    Stop,
    /// <summary>A possessive ending and a space.</summary>
    Possessive,
    Comma,
    Open,
    Close,
    /// <summary>A quotation mark, alone or beside other signs; and every other sign.</summary>
    Other,
    /// <summary>The beginning of a sentence.</summary>
    Sentence,
}

/// <summary>
/// A word of a paragraph with all that the lists say of it. Its number in the lexicon is 0 when no list knows it. A word that opens a sentence
/// or a quotation has a capital that says nothing.
/// </summary>
internal readonly record struct Word(int Start, int End, ulong Key, int Id, WordTraits Traits, Shape Shape, Gap Gap, bool Opens)
{
    public bool IsCapital => Shape is Shape.Capital or Shape.Caps or Shape.Initial;

    public bool Is(WordTraits trait) => (Traits & trait) != WordTraits.None;

    /// <summary>Nothing but a space, hyphen or the stop of an abbreviation parts it from the word before.</summary>
    public bool Follows => Gap is Gap.Space or Gap.Hyphen or Gap.Stop or Gap.Ampersand;
}
