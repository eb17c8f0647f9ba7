namespace Search.Evaluation;

/// <summary>How well one subject at the top of the tree of topics is found.</summary>
/// <param name="Articles">How many articles are marked with it.</param>
public sealed record SubjectScore(string Id, string Label, int Articles, MatchCounts Counts);

/// <summary>A subject that was found and is not marked, or is marked and was not found.</summary>
/// <param name="Wrong">Found and not marked; otherwise missed.</param>
/// <param name="Evidence">The rules that gave it, each with its words; for a missed one the rules that met words, but too few.</param>
public sealed record TopicError(string Article, string Title, string Subject, bool Wrong, IReadOnlyList<RuleEvidence> Evidence);

/// <summary>A rule and the words that it met.</summary>
public sealed record RuleEvidence(string Rule, IReadOnlyList<string> Words);

/// <summary>How well the subjects at the top of the tree of topics are found in marked articles.</summary>
/// <param name="Articles">How many articles were measured.</param>
public sealed record TopicScores(int Articles, IReadOnlyList<SubjectScore> Subjects, IReadOnlyList<TopicError> Errors)
{
    /// <summary>Every pair of article and subject counts alike.</summary>
    public MatchCounts Micro => Subjects.Aggregate(default(MatchCounts), (sum, s) => sum + s.Counts);

    /// <summary>The mean over the subjects that some article is marked with, each counting alike.</summary>
    public double MacroPrecision => Mean(c => c.Precision);

    public double MacroRecall => Mean(c => c.Recall);

    public double MacroF1 => Mean(c => c.F1);

    private double Mean(Func<MatchCounts, double> share) => Subjects.Where(s => s.Articles > 0).Select(s => share(s.Counts)).DefaultIfEmpty().Average();
}
