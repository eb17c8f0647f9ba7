namespace Search.Searching.Ranking;

/// <summary>Every number of the ranking, in one place.</summary>
internal static class RankingWeights
{
    /// <summary>Saturation of a word's frequency.</summary>
    public const double K1 = 0.9;

    /// <summary>How much length counts.</summary>
    public const double B = 0.4;

    /// <summary>What the best paragraph's words add to an article's score.</summary>
    public const double BestParagraph = 0.3;

    /// <summary>What the article's score adds to a paragraph's.</summary>
    public const double Article = 1.0;
}
