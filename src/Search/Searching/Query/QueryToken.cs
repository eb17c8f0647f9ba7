namespace Search.Searching.Query;

/// <summary>What a token of the query does.</summary>
internal enum QueryTokenKind
{
    /// <summary>A finished leaf or phrase.</summary>
    Operand,
    Open,
    Close,
    And,
    Or,
    Not,

    /// <summary>A minus sign: the operand follows at once.</summary>
    Minus,
    Near,
    Before,

    /// <summary><c>title: lead: quote:</c>; the operand or group follows at once.</summary>
    Part,

    /// <summary>A filter's name before a group; never leaves the lexer.</summary>
    Filter,
}

/// <summary>A token of the query and where it stands.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Position">Offset, UTF-16 code units.</param>
/// <param name="Length">Length.</param>
/// <param name="Node">The operand.</param>
/// <param name="Name">The field's name.</param>
/// <param name="Distance">The distance of NEAR and BEFORE.</param>
internal sealed record QueryToken(QueryTokenKind Kind, int Position, int Length, QueryNode? Node = null, string? Name = null, int Distance = 0)
{
    public int End => Position + Length;

    /// <summary>Belongs to the operand right behind it.</summary>
    public bool IsPrefix => Kind is QueryTokenKind.Minus or QueryTokenKind.Part;
}
