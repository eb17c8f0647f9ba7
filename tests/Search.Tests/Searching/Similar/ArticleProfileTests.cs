using Search.Articles;
using Search.Searching.Similar;
using Search.Tagging;
using Search.Text;
using Xunit;

namespace Search.Tests.Searching.Similar;

public class ArticleProfileTests
{
    private static readonly StopWords Small = StopWords.Read(DataFolder.Default);

    [Fact]
    public void Headline_and_lead_weigh_more_and_small_words_and_numbers_nothing()
    {
        var profile = Profile([(ParagraphKind.Headline, "Herring"), (ParagraphKind.Lead, "The quota of 1987"), (ParagraphKind.Body, "herring quotas and boats in 3.5 x"), (ParagraphKind.Boilerplate, "advertisement")]);
        Assert.Equal([("herring", 4.0, 2), ("quota", 3.0, 2), ("boats", 1.0, 1)], profile.Words.Select(w => (w.Surface, w.Weight, w.Paragraphs)));
    }

    [Fact]
    public void A_name_is_counted_as_itself_and_not_as_words()
    {
        var norway = new ActorName("Norway", ActorType.Country);
        var profile = Profile([(ParagraphKind.Lead, "Oslo waits"), (ParagraphKind.Body, "Norwegian boats")],
            Mention(0, 0, 4, norway), Mention(0, 4, 4, norway), Mention(1, 0, 9, norway));
        Assert.Equal((norway, 5.0, 2), (profile.Names[0].Name, profile.Names[0].Weight, profile.Names[0].Paragraphs));
        Assert.Equal(["waits", "boats"], profile.Words.Select(w => w.Surface));
    }

    [Fact]
    public void An_article_of_any_length_gives_a_bounded_profile()
    {
        var words = Enumerable.Range(0, 30_000).Select(i => "w" + new string([.. $"{i}".Select(c => (char)('a' + c - '0'))]));
        var profile = Profile([.. words.Chunk(500).Select(c => (ParagraphKind.Body, string.Join(' ', c)))]);
        Assert.InRange(profile.Words.Count, 100, 200);
    }

    private static Mention Mention(int paragraph, int start, int end, ActorName name) =>
        new(paragraph, start, end, new string('x', end - start), name, MentionVia.Name, MentionRole.Other, 1, "");

    private static ArticleProfile Profile(IReadOnlyList<(ParagraphKind Kind, string Text)> paragraphs, params Mention[] mentions)
    {
        var article = new Article { Id = "a", Title = "t", Language = "en", Paragraphs = [.. paragraphs.Select((p, i) => new Paragraph(i, p.Kind, p.Text, 0))] };
        return ArticleProfile.Of(article, 1, new ArticleTags(mentions, [], []), Small);
    }
}
