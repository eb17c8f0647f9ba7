using System.Globalization;
using System.Text;
using Search.Articles;
using Search.Reading;
using Search.Reading.Json;
using Xunit;

namespace Search.Tests.Reading.Json;

public class JsonFeedTests : ReadingTest
{
    private const string Head = """{"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post", "home_page_url": "https://h.example/", "language": "en",""";

    [Fact]
    public void Items_are_articles()
    {
        var items = Read(Head + """
             "items": [
              {"id": "https://h.example/1", "url": "https://h.example/1", "title": "One &amp; only", "content_html": "<p>First.</p><p>Second.</p>", "summary": "Not this.",
               "date_published": "2026-03-02T10:00:00+01:00", "date_modified": "2026-03-03T10:00:00Z", "authors": [{"name": "Ann Gray"}], "tags": ["fish", "trade"], "language": "en-GB"},
              {"id": "7", "external_url": "https://other.example/7", "content_text": "Text of it.", "author": {"name": "Tom"}},
              {"id": "8", "summary": "A summary."},
              {"id": "9", "title": "Nothing"},
              5
             ]}
            """);
        Assert.Equal(["entry 1", "entry 2", "entry 3", "entry 4", "entry 5"], items.Select(i => i.Place));
        Assert.All(items, i => Assert.Equal("JSON Feed", i.Format));
        var draft = Draft(items[0]);
        Assert.Equal(("One & only", "https://h.example/1", "Harbour Post", "en-GB"), (draft.Title, draft.Url, draft.Source, draft.Language));
        Assert.Equal(("2026-03-02T09:00:00Z", "2026-03-03T10:00:00Z"), (ArticleDates.Write(draft.Published!.Value), ArticleDates.Write(draft.Revised!.Value)));
        Assert.Equal(["First.", "Second."], draft.Paragraphs.Select(p => p.Text));
        Assert.Equal((1, 2), (draft.Authors.Count, draft.Topics.Count));
        Assert.Equal(("https://other.example/7", "en", "Tom"), (Draft(items[1]).Url, Draft(items[1]).Language, Draft(items[1]).Authors[0]));
        Assert.Equal(("harbour-post:8", "A summary."), (Draft(items[2]).Id, Draft(items[2]).Paragraphs[0].Text));
        Assert.Equal("The item \"Nothing\" has no text.", Reason(items[3]));
        Assert.IsType<ReadProblem>(items[4]);
    }

    [Fact]
    public void A_feed_on_one_line_is_read_entry_by_entry_too()
    {
        var items = Read(Head + """ "items": [{"id": "1", "content_text": "One."}, {"id": "2", "content_text": "Two."}], "next_url": "x", "items_more": [1]}""");
        Assert.Equal(["entry 1", "entry 2"], items.Select(i => i.Place));
    }

    [Fact]
    public void A_feed_that_says_what_it_is_at_its_end_is_read() =>
        Assert.Equal(("JSON Feed", "Harbour Post"), (Assert.Single(Read("{\n\"items\": [{\"id\": \"1\", \"content_text\": \"One.\"}],\n\"title\": \"Harbour Post\", \"version\": \"https://jsonfeed.org/version/1\"}")) is var item ? item.Format : "", Draft(item).Source));

    [Fact]
    public void A_feed_larger_than_any_article_is_read_to_its_end()
    {
        var feed = new StringBuilder(Head).Append("\"items\": [");
        var text = new string('x', 1000);
        var count = JsonArticle.MostBytes / 1000 + 100;
        for (var i = 0; i < count; i++) feed.Append(i > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $$"""{"id": "{{i}}", "content_text": "{{text}}"}""");
        Assert.Equal(count, Read(feed.Append("]}").ToString()).OfType<ReadArticle>().Count());
    }

    [Theory]
    [InlineData("""{"id": "1", "content_text": "One."}""", "The list ends without its closing bracket.")]
    [InlineData("""{"id": "1", "content_text": "One."}, {"id": """, "The text ends inside this article.")]
    [InlineData("""{"id": "1", "content_text": "One."}, ?""", "An object is expected, '?' was found; the rest was not read.")]
    [InlineData("""{"id": "1", "content_text": "One."}, {"id": nonsense}]}""", "The JSON of the item cannot be read")]
    public void A_feed_that_ends_badly_gives_what_came_before(string items, string reason)
    {
        var read = Read(Head + "\"items\": [" + items);
        Assert.Equal("One.", Draft(read[0]).Paragraphs[0].Text);
        Assert.StartsWith(reason, Reason(read[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_without_items_says_so() => Assert.Equal("The list has no items.", Reason(Assert.Single(Read(Head + "\"items\": []}"))));
}
