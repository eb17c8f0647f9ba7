namespace Search.Tagging.Names;

/// <summary>
/// Finds the names of an article and who is meant by each: proposals per paragraph, the choice among them, then identities over the whole
/// article, so that a headline's surname finds the full name below it.
/// </summary>
internal sealed class NameFinder(IReadOnlyList<INameProposer> proposers)
{
    /// <summary>The names of each passage, in order and without overlap. <paramref name="own"/> proposes for this article only.</summary>
    public List<FoundName>[] Find(IReadOnlyList<Passage> passages, INameProposer? own)
    {
        var candidates = new List<Candidate>[passages.Count];
        for (var p = 0; p < passages.Count; p++)
        {
            candidates[p] = [];
            foreach (var proposer in proposers) proposer.Propose(passages[p], candidates[p]);
            own?.Propose(passages[p], candidates[p]);
            Choice.Settle(candidates[p], passages[p].Count);
        }
        var article = new ArticleIdentities();
        for (var p = 0; p < passages.Count; p++)
        {
            foreach (var candidate in candidates[p]) article.Learn(passages[p].Words, candidate);
        }
        var found = new List<FoundName>[passages.Count];
        for (var p = 0; p < passages.Count; p++) found[p] = article.Resolve(passages[p], candidates[p]);
        return found;
    }
}
