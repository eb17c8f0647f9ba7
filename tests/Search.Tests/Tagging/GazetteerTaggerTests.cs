using Search.Articles;
using Search.Tagging;
using Search.Text;
using Xunit;

namespace Search.Tests.Tagging;

public sealed class GazetteerTaggerTests : IDisposable
{
    private readonly TaggingData data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void A_feed_actor_that_the_text_names_is_found_there()
    {
        var mention = Assert.Single(Feed(new FeedActor("Trask Volub", "person"), "It rained.", "They saw Trask Volub there."));
        Assert.Equal((1, "Trask Volub", ActorType.Person, MentionVia.Name), (mention.Paragraph, mention.Name.Label, mention.Name.Type, mention.Via));
    }

    [Fact]
    public void A_feed_actor_that_the_text_does_not_name_stands_on_the_lead_without_words()
    {
        var mention = Assert.Single(Feed(new FeedActor("Trask Volub", "person"), "It rained.", "It snowed."));
        Assert.Equal((0, 0, 0, "", "Trask Volub", MentionVia.Feed), (mention.Paragraph, mention.Start, mention.End, mention.Surface, mention.Name.Label, mention.Via));
    }

    [Theory]
    [InlineData("Later Beijing rejected the plan.", "China", ActorType.Country, MentionVia.Metonym)]
    [InlineData("It rained in Beijing.", "Beijing", ActorType.Place, MentionVia.Name)]
    public void A_capital_that_a_feed_tagged_as_a_place_stands_for_its_state_where_it_acts(string text, string label, ActorType type, MentionVia via)
    {
        var mention = Assert.Single(Feed(new FeedActor("Beijing", "city"), text), m => m.Surface.Length > 0);
        Assert.Equal((label, type, via), (mention.Name.Label, mention.Name.Type, mention.Via));
    }

    [Theory]
    [InlineData("el-salvador", "place", "El Salvador", ActorType.Country)]
    [InlineData("us", "country", "United States", ActorType.Country)]
    [InlineData("opec-x", "org", "opec-x", ActorType.Org)]
    [InlineData("volub", "person", "volub", ActorType.Person)]
    [InlineData("nowhere", "place", "nowhere", ActorType.Place)]
    [InlineData("France", "wikilink", "France", ActorType.Country)]
    [InlineData("nyse", "exchange", "nyse", ActorType.Org)]
    public void Codes_of_feeds_become_known_actors_or_stay_as_they_are(string name, string type, string label, ActorType expected) =>
        Assert.Equal(new ActorName(label, expected), Assert.Single(Feed(new FeedActor(name, type), "It rained.")).Name);

    [Fact]
    public void Boilerplate_gets_no_tags()
    {
        var article = TaggingData.Article("It rained.", "France and China: read more.");
        var tags = data.Tagger().Tag(article with { Paragraphs = [article.Paragraphs[0], article.Paragraphs[1] with { Kind = ParagraphKind.Boilerplate }] });
        Assert.Empty(tags.Mentions);
    }

    [Fact]
    public void The_fingerprint_follows_the_data()
    {
        var before = data.Tagger().Fingerprint;
        Assert.Equal(before, data.Tagger().Fingerprint);
        data.Write("actors/groups.tsv", "Saami\t\n");
        Assert.NotEqual(before, data.Tagger().Fingerprint);
    }

    [Fact]
    public void Without_data_it_tags_nothing_and_does_not_fail()
    {
        var tags = GazetteerTagger.Read(new DataFolder(Path.Combine(Path.GetTempPath(), "no-such-folder"))).Tag(TaggingData.Article("France won.", "“\ud800 \" « ' ”"));
        Assert.Empty(tags.Mentions);
    }

    [Theory]
    [InlineData("")]
    [InlineData("''' \"\" ‘’ “")]
    [InlineData("A. B. C. D. E. F. of of of and and & & (((ABC))) (A")]
    [InlineData("President President President Mr Mr Dr. Minister")]
    [InlineData("Ministry of Ministry of Ministry of in China in China")]
    public void Odd_text_is_no_failure(string text) => Assert.NotNull(data.Tagger().Tag(TaggingData.Article("x" + text, text + "y", "\"" + text)));

    [Theory]
    [InlineData("Mr Volub said ")]
    [InlineData("Marta Olin told him “no, ")]
    [InlineData("'x \"y said ")]
    [InlineData("he said that ")]
    [InlineData("The Harbour Union (HU) and Beijing ")]
    public void A_long_repetitive_paragraph_is_tagged(string piece) =>
        Assert.NotNull(data.Tagger().Tag(TaggingData.Article(string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)))));

    [Fact]
    public void Thousands_of_names_that_are_alike_are_tagged()
    {
        var names = Enumerable.Range(0, 5_000).Select(n => $"President {Word(n)} Olin met the {Word(n)} Union. ");
        Assert.NotEmpty(data.Tagger().Tag(TaggingData.Article(string.Concat(names))).Mentions);
    }

    private static string Word(int n) => "Q" + string.Concat(n.ToString("D5", System.Globalization.CultureInfo.InvariantCulture).Select(c => (char)('a' + c - '0')));

    [Fact]
    public void The_real_article_comes_out_as_specified()
    {
        var path = Shared("seeds");
        var seeds = new DataFolder(Path.Combine(AppContext.BaseDirectory, "seeds"));
        if (path == null || !Directory.Exists(path)) Assert.Skip("../shared is not beside this checkout");
        if (!File.Exists(Path.Combine(seeds.Root, "actors", "countries.tsv"))) Assert.Skip("seeds/actors/countries.tsv is missing");
        var blocks = File.ReadAllText(Directory.GetFiles(path, "*.txt").Order(StringComparer.Ordinal).First()).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var article = TaggingData.Article(blocks);
        var kinds = article.Paragraphs.Select(p => p.Text.StartsWith("READ ALSO", StringComparison.Ordinal) ? p with { Kind = ParagraphKind.Boilerplate } : p.Text.Length < 40 ? p with { Kind = ParagraphKind.Heading } : p);
        var tags = GazetteerTagger.Read(seeds).Tag(article with { Paragraphs = [.. kinds] });

        var actors = tags.Mentions.Select(m => m.Name).Distinct().ToList();
        Assert.Equal(
            ["Catherine Colonna", "China", "Emmanuel Macron", "European Union", "European Union Chamber of Commerce in China", "France", "Russia", "Stephane Sejourne", "Taiwan", "Ukraine", "United States", "Wang Yi"],
            actors.Where(a => a.Type != ActorType.Place).Select(a => a.Label).Order(StringComparer.Ordinal));
        Assert.Equal(["Beijing", "Europe"], actors.Where(a => a.Type == ActorType.Place).Select(a => a.Label).Order(StringComparer.Ordinal));
        Assert.Contains(tags.Mentions, m => m is { Paragraph: 0, Surface: "Beijing", Name.Label: "China", Via: MentionVia.Metonym });
        Assert.DoesNotContain(tags.Mentions, m => m.Name.Label == "Beijing" && m.Role == MentionRole.Speaker);
        foreach (var n in new[] { 4, 5, 7, 8, 9 })
            Assert.Equal(["Stephane Sejourne"], tags.Quotes.Where(q => q.Paragraph == n && q.Direct).Select(q => q.Speaker?.Label));
    }

    private IReadOnlyList<Mention> Feed(FeedActor actor, params string[] paragraphs) => data.Tagger().Tag(TaggingData.Article(paragraphs) with { Actors = [actor] }).Mentions;

    /// <summary>The folder beside the checkout; null when it is missing.</summary>
    private static string? Shared(string folder)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at != null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Search.sln"))) return Path.Combine(at.Parent!.FullName, "shared", folder);
        }
        return null;
    }
}
