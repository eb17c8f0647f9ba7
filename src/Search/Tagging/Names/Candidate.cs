namespace Search.Tagging.Names;

/// <summary>A sequence of words that may name an actor, as one proposer sees it.</summary>
/// <param name="Start">Its first word.</param>
/// <param name="End">Past its last word.</param>
/// <param name="Type">What kind of actor.</param>
/// <param name="Known">The gazetteers' name, when they know it.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Reason">For people.</param>
/// <param name="Acronym">The words in brackets that follow and abbreviate it; -1 when there are none.</param>
internal readonly record struct Candidate(int Start, int End, ActorType Type, KnownName? Known, float Confidence, string Reason, int Acronym = -1)
{
    public int Length => End - Start;
}

/// <summary>
/// Proposes names in one paragraph. Proposals may overlap: <see cref="Choice"/> settles that. A statistical tagger joins here.
/// </summary>
internal interface INameProposer
{
    void Propose(Passage passage, List<Candidate> into);
}
