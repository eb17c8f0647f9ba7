namespace Search.Reading.Mapped;

/// <summary>One row of a table or one JSON object, from which a mapping makes an article.</summary>
internal interface IRecord
{
    /// <summary>What it calls its values, for messages.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>The values at a place, in order, blank ones left out; none when it has no such place. Several only in JSON.</summary>
    IReadOnlyList<string> Values(Where place);
}
