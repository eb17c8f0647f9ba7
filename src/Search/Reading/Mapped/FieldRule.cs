namespace Search.Reading.Mapped;

/// <summary>One place where a value is found.</summary>
/// <param name="Name">A column's name, a dotted path into JSON, or the text of a constant.</param>
internal sealed record Where(string Name)
{
    /// <summary>Whether it is the value itself, written in quotes.</summary>
    public bool IsConstant { get; init; }

    /// <summary>Whether dots in the name are part of it, written in brackets.</summary>
    public bool IsOneName { get; init; }

    /// <summary>The members that lead to it.</summary>
    public IReadOnlyList<string> Path => IsOneName ? [Name] : Name.Split('.');
}

/// <summary>How one field of an article is found.</summary>
/// <param name="Field">One of <see cref="MappingFields.All"/>.</param>
/// <param name="Places">Of a field with one value, the first that has one counts; of lists and of the text, all do, in this order.</param>
internal sealed record FieldRule(string Field, IReadOnlyList<Where> Places)
{
    /// <summary>Of a date: a pattern of .NET, or <c>unix</c>. Of a text: <c>html</c> or <c>text</c>. Null is told by the value.</summary>
    public string? Format { get; init; }

    /// <summary>In which dates without an offset are meant; null is UTC.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>What parts several values in one: the first of these that stands in it.</summary>
    public IReadOnlyList<string> Separators { get; init; } = [];

    /// <summary>Of actors.</summary>
    public string? Type { get; init; }
}
