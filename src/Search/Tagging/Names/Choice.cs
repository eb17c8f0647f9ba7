namespace Search.Tagging.Names;

/// <summary>Settles which of overlapping proposals stand: the longer, then the surer, then the earlier.</summary>
internal static class Choice
{
    /// <summary>Sorts and thins the list in place; what stays is in text order and does not overlap.</summary>
    public static void Settle(List<Candidate> candidates, int words)
    {
        if (candidates.Count < 2) return;
        candidates.Sort(static (a, b) =>
        {
            var longer = b.Length.CompareTo(a.Length);
            if (longer != 0) return longer;
            var surer = b.Confidence.CompareTo(a.Confidence);
            return surer != 0 ? surer : a.Start.CompareTo(b.Start);
        });
        var taken = new bool[words];
        var kept = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            var span = taken.AsSpan(candidate.Start, candidate.Length);
            if (span.Contains(true)) continue;
            span.Fill(true);
            candidates[kept++] = candidate;
        }
        candidates.RemoveRange(kept, candidates.Count - kept);
        candidates.Sort(static (a, b) => a.Start.CompareTo(b.Start));
    }
}
