using System.Buffers;
using System.Text;
using Search.App.Api;
using Search.Articles;
using Search.Searching;
using Search.Tagging;
using Xunit;

namespace Search.Tests.Api;

public class HitRowsTests
{
    private static string Row(Hit hit)
    {
        var bytes = new ArrayBufferWriter<byte>();
        HitRows.Row(bytes, hit);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    [Fact]
    public void Values_stay_as_they_are_and_are_quoted_where_they_must_be()
    {
        var hit = new ParagraphHit
        {
            Id = "a#2",
            Ordinal = 2,
            Kind = ParagraphKind.Body,
            Text = "=1+1, he \"said\"\nso",
            Score = 0.1,
            Article = new HitArticle("a", "@title", null, "Post", new DateTimeOffset(2024, 5, 2, 10, 0, 0, TimeSpan.FromHours(2)), "en"),
            Actors =
            [
                new("country:china", ActorType.Country, "China", "Beijing", MentionVia.Metonym, MentionRole.Subject),
                new("country:china", ActorType.Country, "China", "China", MentionVia.Name, MentionRole.Other),
                new("org:un", ActorType.Org, "UN", "UN", MentionVia.Name, MentionRole.Other),
            ],
            Topics = [new("medtop:1", "x"), new("medtop:2", "y")],
        };
        Assert.Equal("a#2,a,2,@title,,Post,2024-05-02T08:00:00Z,en,body,\"=1+1, he \"\"said\"\"\nso\",country:china|org:un,medtop:1|medtop:2,0.1\r\n", Row(hit));
    }

    [Fact]
    public void An_article_is_one_row_with_its_matching_paragraphs()
    {
        var hit = new ArticleHit { Id = "a", Title = "T", Score = 2, Paragraphs = [new("a#0", 0, ParagraphKind.Headline, 1, "One"), new("a#1", 1, ParagraphKind.Lead, 1, "Two")] };
        Assert.Equal("a,a,,T,,,,und,,\"One\n\nTwo\",,,2\r\n", Row(hit));
    }
}
