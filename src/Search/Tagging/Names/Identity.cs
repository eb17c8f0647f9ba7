namespace Search.Tagging.Names;

/// <summary>Somebody or something that an article speaks of, under its fullest name so far.</summary>
internal sealed class Identity(ActorName name, ulong[] keys)
{
    public ActorName Name { get; private set; } = name;

    /// <summary>The keys of the words of the fullest name.</summary>
    public ulong[] Keys { get; private set; } = keys;

    /// <summary>When it was named last, counted in mentions.</summary>
    public int LastSeen { get; set; } = -1;

    /// <summary>Takes a fuller form of the name; a form of as many words does not replace the first, unless that was in capitals.</summary>
    public void Offer(string label, ulong[] keys)
    {
        var quieter = keys.Length == Keys.Length && IsShouted(Name.Label) && !IsShouted(label);
        if (keys.Length <= Keys.Length && !quieter) return;
        Name = Name with { Label = label };
        Keys = keys;
    }

    private static bool IsShouted(string label) => !label.Any(char.IsLower);
}

/// <summary>A name found in a text, with who is meant.</summary>
internal sealed record FoundName(int Start, int End, Identity Identity, KnownName? Known, MentionVia Via, float Confidence, string Reason)
{
    public ActorName Name => Identity.Name;
    public bool IsPerson => Identity.Name.Type == ActorType.Person;
}
