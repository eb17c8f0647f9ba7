namespace Search.Tagging.Names;

/// <summary>How a known name names its actor.</summary>
internal enum NameKind : byte { Name, Alias, Acronym, Demonym, Capital, Seat }

/// <summary>A name of the gazetteers.</summary>
/// <param name="Actor">Who is meant; for a capital or seat of power the place itself.</param>
/// <param name="Kind">How.</param>
/// <param name="Reason">For people.</param>
/// <param name="State">The state that a capital or a seat of power may stand for.</param>
internal sealed record KnownName(ActorName Actor, NameKind Kind, string Reason, ActorName? State = null)
{
    /// <summary>The <c>'s</c> is part of the name: Moody's.</summary>
    public bool EndsInPossessive { get; init; }

    public MentionVia Via => Kind is NameKind.Name or NameKind.Capital or NameKind.Seat ? MentionVia.Name : MentionVia.Alias;
}
