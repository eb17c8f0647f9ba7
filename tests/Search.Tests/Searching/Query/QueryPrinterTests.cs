using Search.Searching.Query;
using Xunit;

namespace Search.Tests.Searching.Query;

public class QueryPrinterTests
{
    [Fact]
    public void Every_tree_reads_back_from_its_canonical_form()
    {
        var trees = new RandomTree(new Random(11), plain: false);
        for (var i = 0; i < 5000; i++) RoundTrip.Holds(trees.Next());
    }

    [Fact]
    public void However_a_tree_is_typed_it_is_read_as_that_tree()
    {
        var trees = new RandomTree(new Random(12), plain: true);
        for (var i = 0; i < 5000; i++)
        {
            var tree = trees.Next();
            var typed = trees.Typed(tree);
            var read = QueryParser.Parse(typed, strict: true);
            Assert.True(read.Error is null, $"{typed}: {read.Error?.Message}");
            Assert.True(RoundTrip.Shape(tree) == RoundTrip.Shape(read.Root!), $"{typed}: {RoundTrip.Shape(tree)} became {RoundTrip.Shape(read.Root!)}");
        }
    }

    [Theory]
    [InlineData("a b", "a AND b", true)]
    [InlineData("(a NEAR/5 b) c", "a NEAR/5 b c", true)]
    [InlineData("\"china\"", "china", true)]
    [InlineData("=china", "china", false)]
    [InlineData("a b", "b a", false)]
    [InlineData("wor*", "word~", false)]
    public void Trees_are_equal_when_they_mean_the_same_wherever_they_stood(string one, string other, bool equal)
    {
        var (a, b) = (QueryParser.Parse("  " + one).Root!, QueryParser.Parse(other).Root!);
        Assert.Equal(equal, a.Equals(b));
        if (equal) Assert.Equal(a.GetHashCode(), b.GetHashCode());
    }

    [Fact]
    public void A_phrase_of_what_cannot_stand_in_a_phrase_is_refused_by_the_printer() =>
        Assert.Throws<ArgumentException>(() => QueryPrinter.Print(new PhraseNode([new EverythingNode(), new EverythingNode()])));
}
