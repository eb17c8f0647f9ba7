using Search.Evaluation;
using Xunit;

namespace Search.Tests.Evaluation;

public class MatchCountsTests
{
    [Fact]
    public void Shares_follow_from_the_counts()
    {
        var counts = new MatchCounts(6, 2, 4);
        Assert.Equal((0.75, 0.6), (counts.Precision, counts.Recall));
        Assert.Equal(2 * 0.75 * 0.6 / (0.75 + 0.6), counts.F1, 12);
    }

    [Fact]
    public void Nothing_found_and_nothing_marked_give_0() => Assert.Equal((0.0, 0.0, 0.0), (default(MatchCounts).Precision, default(MatchCounts).Recall, default(MatchCounts).F1));

    [Fact]
    public void What_is_neither_found_nor_marked_does_not_count() =>
        Assert.Equal(new MatchCounts(1, 1, 1), default(MatchCounts).With(true, true).With(true, false).With(false, true).With(false, false));
}
