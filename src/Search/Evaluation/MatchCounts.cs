namespace Search.Evaluation;

/// <summary>What was found held against what was marked: found and marked, found only, marked only. Counts of parts add up.</summary>
public readonly record struct MatchCounts(int Right, int Wrong, int Missed)
{
    /// <summary>The share of the found that is marked; 0 when nothing was found.</summary>
    public double Precision => Share(Right, Right + Wrong);

    /// <summary>The share of the marked that was found; 0 when nothing is marked.</summary>
    public double Recall => Share(Right, Right + Missed);

    /// <summary>The harmonic mean of both.</summary>
    public double F1 => Share(2 * Right, 2 * Right + Wrong + Missed);

    public static MatchCounts operator +(MatchCounts a, MatchCounts b) => new(a.Right + b.Right, a.Wrong + b.Wrong, a.Missed + b.Missed);

    /// <summary>Adds one thing that was found, marked or both; what is neither does not count.</summary>
    public MatchCounts With(bool found, bool marked) => this + new MatchCounts(found && marked ? 1 : 0, found && !marked ? 1 : 0, marked && !found ? 1 : 0);

    private static double Share(int part, int of) => of == 0 ? 0 : (double)part / of;
}
