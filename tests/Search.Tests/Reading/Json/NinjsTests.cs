using System.Text;
using Search.Articles;
using Search.Reading;
using Xunit;

namespace Search.Tests.Reading.Json;

public class NinjsTests : ReadingTest
{
    private static string Item(string members) => $$"""{"uri": "urn:example:1", "versioncreated": "2026-03-02T10:00:00Z", {{members}}}""";

    private static ArticleDraft WithText(string members) => One(Item(members + """, "body_text": "The boats went out." """));

    [Fact]
    public void An_item_of_version_one_is_an_article()
    {
        var item = Assert.Single(Read("""
            {
              "uri": "https://harbour.example/news/7", "type": "text", "profile": "text-only", "pubstatus": "usable", "language": "en",
              "firstcreated": "2026-03-02T09:00:00+01:00", "versioncreated": "2026-03-02T11:30:00Z",
              "headline": "Herring &amp; talks end", "byline": "By Ann Gray and Tom Hale", "source": "Harbour Post", "service": [{"name": "Trade", "code": "t"}],
              "person": [{"name": "Sigrid Haugland"}], "organisation": [{"name": "Norsk Fisk"}],
              "place": [{"name": "Bergen"}, {"name": "Norway", "scheme": "http://cvx.iptc.org/iso3166-1a2/", "code": "no"}],
              "subject": [{"name": "fishing industry", "code": "medtop:20000267"}],
              "body_text": "Plain.", "body_xhtml": "<p>The talks ended.</p><h2>Licences</h2><p>Oslo offered 18.</p>"
            }
            """));
        var draft = Draft(item);
        Assert.Equal(("ninjs", null, "https://harbour.example/news/7"), (item.Format, draft.Id, draft.Url));
        Assert.Equal(("Herring & talks end", "Harbour Post", "en", "Trade"), (draft.Title, draft.Source, draft.Language, draft.Section));
        Assert.Equal(("2026-03-02T08:00:00Z", "2026-03-02T11:30:00Z"), (ArticleDates.Write(draft.Published!.Value), ArticleDates.Write(draft.Revised!.Value)));
        Assert.Equal(["Ann Gray", "Tom Hale"], draft.Authors);
        Assert.Equal([new FeedTopic("medtop:20000267", "fishing industry")], draft.Topics);
        Assert.Equal([new("Sigrid Haugland", "person"), new("Norsk Fisk", "org"), new("Bergen", "place"), new FeedActor("Norway", "country")], draft.Actors);
        Assert.Equal([new("The talks ended."), new("Licences", ParagraphKind.Heading), new DraftParagraph("Oslo offered 18.")], draft.Paragraphs);
    }

    [Theory]
    [InlineData("versioncreated", "copyrightholder", "contenttype")]
    [InlineData("versionCreated", "copyrightHolder", "contentType")]
    public void An_item_of_version_two_or_three_is_an_article_however_its_names_are_written(string created, string holder, string kind)
    {
        var draft = One($$"""
            {"uri": "urn:newsml:example:2", "{{created}}": "2026-03-02T10:00:00Z", "{{holder}}": "HPA", "by": "Von Ida Voss, HPA", "altids": [{"role": "weblink", "value": "https://h.example/2"}],
             "headlines": [{"role": "short", "value": "Short"}, {"role": "main", "value": "Main"}], "subjects": [{"uri": "http://cv.iptc.org/newscodes/mediatopic/20001105", "name": "drug abuse in sport"}],
             "people": [{"name": "Ann Gray"}], "organisations": [{"name": "HPA"}], "places": [{"name": "Oslo"}],
             "bodies": [{"role": "text", "{{kind}}": "text/plain", "value": "Plain."}, {"role": "html", "{{kind}}": "text/html", "value": "<p>One.</p><p>Two.</p>"}]}
            """);
        Assert.Equal(("urn:newsml:example:2", "https://h.example/2", "Main", "HPA"), (draft.Id, draft.Url, draft.Title, draft.Source));
        Assert.Equal("2026-03-02T10:00:00Z", ArticleDates.Write(draft.Published!.Value));
        Assert.Null(draft.Revised);
        Assert.Equal(["Ida Voss"], draft.Authors);
        Assert.Equal("medtop:20001105", Assert.Single(draft.Topics).Id);
        Assert.Equal(["Ann Gray", "HPA", "Oslo"], draft.Actors.Select(a => a.Name));
        Assert.Equal(["One.", "Two."], draft.Paragraphs.Select(p => p.Text));
    }

    [Theory]
    [InlineData("""{"code": "04005004", "name": "oil and gas"}""", "medtop:04000000 medtop:04000000|- oil and gas")]
    [InlineData("""{"code": "15000000", "name": "sport"}""", "medtop:15000000 sport")]
    [InlineData("""{"literal": "13010000", "name": "Teknologi"}""", "medtop:13000000 medtop:13000000|- Teknologi")]
    [InlineData("""{"scheme": "http://cv.iptc.org/newscodes/mediatopic/", "code": "20000267"}""", "medtop:20000267 medtop:20000267")]
    [InlineData("""{"code": "99000000", "name": "odd"}""", "- odd")]
    [InlineData("""{"code": "a", "name": "Domestic News"}""", "- Domestic News")]
    [InlineData("""{"code": "nameless"}""", "")]
    [InlineData(""" "a word" """, "- a word")]
    public void A_subject_becomes_a_topic(string subject, string topics) =>
        Assert.Equal(topics, string.Join('|', WithText($"\"subject\": [{subject}]").Topics.Select(t => $"{t.Id ?? "-"} {t.Label}")));

    [Theory]
    [InlineData("By Ann Gray and Tom Hale", "Ann Gray|Tom Hale")]
    [InlineData("Ann Gray, Tom Hale and Ida Voss", "Ann Gray|Tom Hale|Ida Voss")]
    [InlineData("Ann Gray, State University", "Ann Gray, State University")]
    [InlineData("Ann Gray, Harbour Post", "Ann Gray")]
    [InlineData("Harbour Post", "Harbour Post")]
    [InlineData("", "John")]
    public void A_byline_names_the_authors(string byline, string authors) =>
        Assert.Equal(authors, string.Join('|', WithText($$""" "byline": "{{byline}}", "source": "Harbour Post", "authors": [{"name": "John", "role": "writer"}, {"name": "Pic", "role": "photographer"}] """).Authors));

    [Theory]
    [InlineData("picture", "A picture is no article.")]
    [InlineData("graphic", "A graphic is no article.")]
    [InlineData("video", "A video is no article.")]
    [InlineData("audio", "A recording is no article.")]
    public void What_is_looked_at_or_heard_is_no_article(string type, string reason) =>
        Assert.Equal(reason, Reason(Assert.Single(Read(Item($$""" "type": "{{type}}", "headline": "H", "description_text": "A ship in the harbour.", "body_text": "A ship." """)))));

    [Fact]
    public void A_picture_with_a_text_longer_than_its_caption_is_read() =>
        Assert.Equal(2, One(Item(""" "type": "picture", "description_text": "A ship.", "body_xhtml": "<p>The ship came in.</p><p>It left again.</p>" """)).Paragraphs.Count);

    [Theory]
    [InlineData("canceled")]
    [InlineData("Cancelled")]
    [InlineData("withheld")]
    public void What_its_source_has_withdrawn_is_not_read(string status) => Assert.Contains(status == "withheld" ? "withheld" : "withdrawn", Reason(Assert.Single(Read(Item($"\"pubstatus\": \"{status}\", \"body_text\": \"Text.\"")))));

    [Theory]
    [InlineData(""" "body_html": "Lines\n end\n anywhere." """, "Lines end anywhere.")]
    [InlineData(""" "description_text": "Only a summary." """, "Only a summary.")]
    [InlineData(""" "body_special": "Any suffix." """, "Any suffix.")]
    [InlineData(""" "headline": "Twice", "body_html": "<h1>TWICE</h1><p>Once.</p>" """, "Once.")]
    [InlineData(""" "bodies": [{"contenttype": "text/vnd.IPTC.NITF", "value": "<nitf><body><body.head><hedline><hl1>Head</hl1></hedline></body.head><body.content><p>Inside.</p></body.content></body></nitf>"}] """, "Inside.")]
    public void The_text_is_found_in_any_form(string members, string text) => Assert.Equal(text, Assert.Single(One(Item(members)).Paragraphs).Text);

    [Fact]
    public void An_item_without_text_says_so() => Assert.Equal("The item has no text.", Reason(Assert.Single(Read(Item(""" "headline": "Only this" """)))));

    [Fact]
    public void Articles_inside_of_a_package_come_too_and_its_pictures_do_not()
    {
        var items = Read(Item("""
            "type": "composite", "headline": "Package", "body_text": "The main story.", "associations": {
              "mainpic": {"uri": "urn:p", "type": "picture", "description_text": "A ship.", "body_text": "A ship."},
              "reference": {"uri": "urn:r", "type": "text", "headline": "Elsewhere"},
              "side": {"uri": "urn:s", "type": "text", "headline": "Side", "body_text": "The side story.", "associations": [{"name": "deep", "uri": "urn:d", "type": "text", "body_text": "The deep story."}]}}
            """));
        Assert.Equal(["", "association side", "association deep"], items.Select(i => i.Place));
        Assert.Equal(["urn:example:1", "urn:s", "urn:d"], items.Select(i => Draft(i).Id));
    }

    [Fact]
    public void A_package_of_nothing_but_members_is_no_problem() =>
        Assert.Equal("urn:s", Draft(Assert.Single(Read(Item(""" "type": "composite", "associations": {"side": {"uri": "urn:s", "body_text": "The side story."}} """)))).Id);

    [Fact]
    public void Every_source_of_JSON_takes_it()
    {
        var item = """{"uri": "urn:x", "pubstatus": "usable", "body_text": "One."}""";
        var ours = """{"id": "o", "body": "Two."}""";
        Assert.Equal(["ninjs", "JSON"], Read($"[{item}, {ours}]").Select(i => i.Format));
        Assert.Equal(["ninjs", "JSON lines"], Read($"{item}\n{ours}\n").Select(i => i.Format));
        Assert.Equal(["entry 1", "entry 2"], Read($$"""{"total": 2, "item": [{{item}}, {"headline": "no uri"}]}""").Select(i => i.Place.Replace("line 1, ", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"uri": 7, "guid": ["x"], "urgency": 1, "title": "T", "body": "Ours."}""", "JSON lines")]
    [InlineData("""{"uri": "urn:x", "urgency": 1, "title": "T", "body": "Ours."}""", "JSON lines")]
    [InlineData("""{"uri": "urn:x", "title": "T", "paragraphs": ["Ours."], "slugline": "s"}""", "JSON lines")]
    public void An_article_of_our_own_stays_ours(string json, string format) => Assert.Equal(format, Assert.Single(Read(json)).Format);

    [Theory]
    [InlineData("""{"uri": "urn:x", "headline": 7, "byline": {"a": []}, "subject": 3, "person": "Ann", "place": [[["x"]]], "bodies": {"value": "Text."}, "associations": 5}""")]
    [InlineData("""{"uri": "urn:x", "uri": "urn:y", "headline": "\ud800 half", "body_text": "Text\u0000.", "body_text": "Text."}""")]
    [InlineData("""{"\ud800": 1, "uri": "urn:x", "urgency": 1, "body_text": "Text."}""")]
    public void Values_of_odd_kinds_hurt_nothing(string json) => Assert.Equal("Text.", Assert.Single(One(json).Paragraphs).Text);

    [Fact]
    public void An_identifier_that_cannot_be_an_id_is_left_out() => Assert.Null(One($$"""{"uri": "{{new string('x', 300)}}", "body_text": "Text."}""").Id);

    [Fact]
    public void Associations_nested_too_deep_are_a_problem_and_the_next_line_is_read()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"uri":"urn:x","urgency":1,"associations":{"a":""", 100_000));
        var items = Read(Encoding.UTF8.GetBytes(deep + new string('}', 200_000) + "\n{\"body\":\"b\"}\n"));
        Assert.IsType<ReadProblem>(items[0]);
        Assert.Equal("b", Draft(items[1]).Body);
    }

    [Fact]
    public void An_answer_that_holds_no_texts_says_where_they_are() =>
        Assert.Contains("mapping file", Reason(Assert.Single(Read("""{"api_version": "1.1", "data": {"item": {"uri": "https://a.example", "type": "text", "headline": "H"}}}"""))));

    [Fact]
    public void An_object_of_nobody_names_its_members_and_the_way_out()
    {
        var reason = Reason(Assert.Single(Read("""{"kopf": "H", "inhalt": "T"}""")));
        Assert.Contains("kopf, inhalt", reason);
        Assert.Contains("--map", reason);
    }
}
