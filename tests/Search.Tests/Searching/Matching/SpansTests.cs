using System.Globalization;
using Search.Indexing.Analysis;
using Search.Searching.Matching;
using Xunit;

namespace Search.Tests.Searching.Matching;

public class SpansTests
{
    [Theory]
    [InlineData("a b", 0, "a b", "0-1")]
    [InlineData("a b", 0, "b a", "")]
    [InlineData("a b", 1, "b a", "")]
    [InlineData("a b", 2, "b a", "0-1")] // a swap is two moves
    [InlineData("a b", 0, "a x b", "")]
    [InlineData("a b", 1, "a x b", "0-2")]
    [InlineData("a b", 2, "b x a", "")]
    [InlineData("a b", 3, "b x a", "0-2")]
    [InlineData("a b c", 2, "a x b y c", "0-4")]
    [InlineData("a b c", 1, "a x b y c", "")]
    [InlineData("a b c", 2, "a c b", "0-2")]
    [InlineData("a a", 0, "a", "")] // each item has a place of its own
    [InlineData("a a", 0, "a a", "0-1")]
    [InlineData("a b", 0, "a b a b", "0-1 2-3")]
    [InlineData("a b", 1, "a b b", "0-1 0-2")]
    public void A_phrase_stands_where_its_words_are_moved_by_no_more_than_the_slop(string phrase, int slop, string text, string expected)
    {
        var words = new Words(text);
        Assert.Equal(expected, Show(Spans.Of(words.Phrase(phrase, slop), words)));
    }

    [Theory]
    [InlineData(1, false, "a b", "0-1")]
    [InlineData(1, false, "b a", "0-1")]
    [InlineData(1, true, "b a", "")]
    [InlineData(1, false, "a x b", "")]
    [InlineData(2, false, "a x b", "0-2")]
    [InlineData(2, true, "b a x b", "1-3")]
    [InlineData(2, false, "b a x b", "0-1 1-3")]
    [InlineData(0, false, "a b", "")]
    public void Near_means_that_positions_differ_by_so_many(int distance, bool ordered, string text, string expected)
    {
        var words = new Words(text);
        Assert.Equal(expected, Show(Spans.Of(new BoundNear(words.Leaf("a"), words.Leaf("b"), distance, ordered), words)));
    }

    [Fact]
    public void Distance_counts_from_the_nearest_ends_of_operands_that_span_several_words()
    {
        var words = new Words("a b x x c d");
        var near = new BoundNear(words.Phrase("a b", 0), words.Phrase("c d", 0), 3, ordered: false);
        var span = Assert.Single(Spans.Of(near, words));
        Assert.Equal((0, 5), (span.First, span.Last));
        Assert.Equal([(0, 2), (4, 2)], span.Places.Select(p => (p.Position, p.Length))); // an exact phrase is one place
        Assert.Empty(Spans.Of(new BoundNear(words.Phrase("a b", 0), words.Phrase("c d", 0), 2, ordered: false), words));
    }

    [Fact]
    public void Operands_never_overlap()
    {
        var words = new Words("a b c");
        Assert.Empty(Spans.Of(new BoundNear(words.Phrase("a b", 0), words.Phrase("b c", 0), 5, ordered: false), words));
        Assert.Empty(Spans.Of(new BoundNear(words.Leaf("a"), words.Leaf("a"), 5, ordered: false), words));
    }

    [Fact]
    public void A_place_of_two_words_moves_what_follows_it_in_a_phrase()
    {
        var words = new Words("x a a y") { LengthOfA = 2 };
        Assert.Equal("0-3", Show(Spans.Of(words.Phrase("x a y", 0), words)));
    }

    [Fact]
    public void An_or_stands_where_any_of_its_members_does()
    {
        var words = new Words("a b c");
        Assert.Equal("0-0 2-2", Show(Spans.Of(new BoundAny([words.Leaf("a"), words.Leaf("c")]), words)));
        Assert.Equal("0-1 1-2", Show(Spans.Of(new BoundNear(words.Leaf("b"), new BoundAny([words.Leaf("a"), words.Leaf("c")]), 1, ordered: false), words)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("0-7", "0-1 2-3 6-7")]
    [InlineData("0-2", "0-1")]
    [InlineData("1-3 6-7", "2-3 6-7")]
    [InlineData("2-2 3-6 7-7", "")] // no phrase runs from one quotation into the next
    public void A_quoted_phrase_stands_within_one_quotation(string quotations, string expected)
    {
        var words = new Words("a b a b x x a b") { Quotations = [.. quotations.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(n => uint.Parse(n, CultureInfo.InvariantCulture))] };
        Assert.Equal(expected, Show(Spans.Of(BoundQuoted.Of(words.Phrase("a b", 0)), words)));
    }

    [Fact]
    public void Quoted_operands_of_near_stand_in_the_same_quotation()
    {
        var words = new Words("a x b x a") { Quotations = [0, 0, 2, 4] };
        Assert.Equal("2-4", Show(Spans.Of(BoundQuoted.Of(new BoundNear(words.Leaf("a"), words.Leaf("b"), 2, ordered: false)), words)));
        Assert.Equal("0-0 4-4", Show(Spans.Of(BoundQuoted.Of(words.Leaf("a")), words)));
    }

    [Fact]
    public void Everything_quoted_is_each_quotation_from_its_first_word_to_its_last() =>
        Assert.Equal("0-0 2-4", Show(Spans.Of(BoundQuoted.Of(new BoundEverything()), new Words("a x b x a") { Quotations = [0, 0, 2, 4] })));

    [Fact]
    public void A_word_that_is_half_in_a_quotation_is_not_quoted()
    {
        var words = new Words("x a a y") { LengthOfA = 2, Quotations = [0, 1] };
        Assert.Empty(Spans.Of(BoundQuoted.Of(words.Leaf("a")), words));
    }

    [Fact]
    public void A_paragraph_of_nothing_but_the_words_asked_for_ends_in_bounded_time()
    {
        var words = new Words(string.Join(' ', Enumerable.Repeat("a", 2000)));
        Assert.NotEmpty(Spans.Of(words.Phrase("a a a a a a a a", 1000), words));
        Assert.NotEmpty(Spans.Of(new BoundNear(words.Leaf("a"), new BoundNear(words.Leaf("a"), words.Leaf("a"), 1000, false), 1000, false), words));
    }

    [Fact]
    public void A_clause_given_up_before_anything_was_found_says_so()
    {
        var words = new Words(string.Join(' ', Enumerable.Repeat("a", 2000)));
        var steps = new SpanSteps();
        Assert.Empty(Spans.Of(words.Phrase("a a a a b", 1000), words, steps));
        Assert.True(steps.WereTooMany);
        var most = steps.Taken;
        steps.Begin();
        Assert.Empty(Spans.Of(new BoundNear(words.Leaf("a"), words.Leaf("a"), 0, ordered: false), words, steps));
        Assert.Equal((most, true), (steps.Taken, steps.WereTooMany));
        steps.Begin();
        Assert.NotEmpty(Spans.Of(words.Phrase("a a", 0), words, steps));
        Assert.False(steps.WereTooMany);
    }

    [Fact]
    public void A_clause_takes_no_more_steps_than_it_may()
    {
        var words = new Words("a a a a b");
        var steps = new SpanSteps { Limit = 3 };
        Assert.Equal(3, Spans.Of(words.Leaf("a"), words, steps).Count - 1);
        Assert.Equal("0-1", Show(Spans.Of(words.Phrase("a a", 0), words, steps)));
        Assert.Equal((3, true), (steps.Taken, steps.WereTooMany));
    }

    private static string Show(List<Span> spans) => string.Join(' ', spans.Select(s => $"{s.First}-{s.Last}").Order(StringComparer.Ordinal));

    /// <summary>A text of letters, and leaves for them.</summary>
    private sealed class Words(string text) : IPlaces
    {
        private readonly string[] words = text.Split(' ');
        private readonly Dictionary<string, BoundLeaf> leaves = [];

        public int LengthOfA { get; init; } = 1;

        /// <summary>First and last position of each quotation.</summary>
        public uint[] Quotations { get; init; } = [];

        public QuotedWords Quoted => new(Quotations);

        public BoundLeaf Leaf(string word) => leaves.TryGetValue(word, out var leaf) ? leaf : leaves[word] = new BoundLeaf([new BoundTerm(word, 1)], "term");

        public BoundPhrase Phrase(string phrase, int slop) => new([.. phrase.Split(' ').Select(Leaf)], slop);

        public ReadOnlySpan<Place> Of(BoundLeaf leaf)
        {
            var word = leaf.Terms[0].Text;
            return Enumerable.Range(0, words.Length).Where(i => words[i] == word).Select(i => new Place(i, word == "a" ? LengthOfA : 1, leaf)).ToArray();
        }
    }
}
