using Search.Reading.Packing;

namespace Search.Reading;

/// <summary>What is being read, packed or not, and where it lies.</summary>
/// <param name="Stream">From its first byte on.</param>
/// <param name="Member">Its name in the packed file; empty for the file itself.</param>
/// <param name="Intake">See <see cref="Packed.Intake"/>.</param>
internal sealed record Opened(Stream Stream, string Member, Func<long> Intake)
{
    /// <summary>How many packings it lies in.</summary>
    public int Depth { get; private init; }

    /// <summary>What <see cref="Intake"/> was before anything of it was read.</summary>
    public long Begin { get; private init; } = Intake();

    public string? MediaType { get; init; }
    public string? Url { get; init; }
    public DateTimeOffset? Fetched { get; init; }

    /// <summary>A member, bounded in what it may give; one without a name is the same thing unpacked.</summary>
    public Opened Inner(Member member, UnpackLimits limits)
    {
        var intake = member.Intake ?? Intake;
        var isSame = member.Name.Length == 0;
        var begin = isSame ? Begin : intake();
        return new Opened(limits.Bound(member.Stream, Depth + 1, intake, begin), Source.PlaceIn(Member, member.Name), intake)
        {
            Depth = Depth + 1,
            Begin = begin,
            MediaType = member.MediaType ?? (isSame ? MediaType : null),
            Url = member.Url ?? Url,
            Fetched = member.Fetched ?? Fetched,
        };
    }

    public ReadProblem Problem(string name, string reason) => new(name, Member, reason);
}
