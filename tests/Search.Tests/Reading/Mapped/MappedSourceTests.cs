using System.Text;
using Search.Articles;
using Search.Reading;
using Search.Reading.Mapped;
using Xunit;

namespace Search.Tests.Reading.Mapped;

public class MappedSourceTests : ReadingTest
{
    private static List<ReadItem> Read(string mapping, string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return [.. new ArticleReader { Mapping = MappingText.Parse(mapping, "dump.map").Value! }.ReadStream(stream, "dump")];
    }

    [Fact]
    public void A_list_deep_in_an_object_is_read_entry_by_entry()
    {
        var items = Read("articles = response.results\nid = id\ntitle = fields.headline\nbody = fields.trail, fields.body\ntopics = tags.name\nsource = \"Harbour Post\"\nlanguage = \"en\"", """
            {"results": [7], "response": {"status": "ok", "pages": [[1], [2]], "results": [
              {"id": 17, "fields": {"headline": "One &amp; two", "trail": "Short.", "body": "<p>First.</p><p>Second.</p>"}, "tags": [{"name": "fish"}, {"name": "trade"}]},
              {"id": "b", "fields": {"body": "Plain."}}, {"id": "c", "fields": {"headline": "H"}}, 5], "more": {"results": []}}}
            """);
        Assert.Equal(["entry 1", "entry 2", "entry 3", "entry 4"], items.Select(i => i.Place));
        var draft = Draft(items[0]);
        Assert.Equal(("mapped JSON", "17", "One & two", "Harbour Post", "en"), (items[0].Format, draft.Id, draft.Title, draft.Source, draft.Language));
        Assert.Equal(["Short.", "First.", "Second."], draft.Paragraphs.Select(p => p.Text));
        Assert.Equal(["fish", "trade"], draft.Topics.Select(t => t.Label));
        Assert.Equal("Plain.", Draft(items[1]).Body);
        Assert.StartsWith("No member that dump.map names for the text is here; there are id, fields.", Reason(items[2]), StringComparison.Ordinal);
        Assert.IsType<ReadProblem>(items[3]);
    }

    [Theory]
    [InlineData("""[{"text": "One."}, {"text": "Two."}]""")]
    [InlineData("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n")]
    public void A_list_and_lines_are_mapped_too(string text) => Assert.Equal(["One.", "Two."], Read("body = text", text).Select(i => Draft(i).Body!));

    [Fact]
    public void Objects_without_the_members_of_the_mapping_are_read_as_what_they_are()
    {
        var items = Read("body = text", """[{"uri": "urn:x", "urgency": 1, "body_text": "One."}, {"body": "Two."}, {"other": 1}]""");
        Assert.Equal(["ninjs", "JSON", "JSON"], items.Select(i => i.Format));
        Assert.Contains("dump.map", Reason(items[2]));
    }

    [Fact]
    public void A_list_that_is_not_there_is_said() => Assert.Contains("articles", Reason(Assert.Single(Read("articles = data.list\nbody = text", """{"data": {"other": []}}"""))));

    [Fact]
    public void What_comes_in_several_values_may_be_parted()
    {
        var draft = Draft(Assert.Single(Read("body = text\nauthors = by\nauthors.separator = \"; \"\nactors = who\nactors.type = person", """{"text": "T.", "by": "Gray, Ann; Hale, Tom", "who": ["Ann Gray", "Tom Hale"]}""")));
        Assert.Equal(["Gray, Ann", "Hale, Tom"], draft.Authors);
        Assert.Equal([new("Ann Gray", "person"), new FeedActor("Tom Hale", "person")], draft.Actors);
    }

    [Theory]
    [InlineData("""{"text": "T.", "date": "yesterday"}""", "\"yesterday\" (date) is no date written as dd.MM.yyyy.")]
    [InlineData("""{"text": "T.", "id": ".."}""", "`id` is '..'")]
    [InlineData("""{"text": ""}""", "There is no text in it: text is empty.")]
    public void What_the_mapping_cannot_use_is_a_problem(string json, string reason) =>
        Assert.StartsWith(reason, Reason(Assert.Single(Read("body = text\nid = id\npublished = date\npublished.format = dd.MM.yyyy", json))), StringComparison.Ordinal);

    [Fact]
    public void A_mapping_beside_its_data_is_used_and_is_no_article_itself()
    {
        Write("export.csv", "Kopf;Inhalt\nEins;Der Text.\n");
        Write("export.csv.map", "title = Kopf\nbody = Inhalt\n");
        Write("lonely.map", "A plain text that happens to be called so.");
        var items = new ArticleReader().ReadPaths([Folder.FullName]).ToList();
        Assert.Equal(["CSV", "plain text"], items.Select(i => i.Format));
        Assert.Equal(("Eins", "Der Text."), (Draft(items[0]).Title, Draft(items[0]).Body));
    }

    [Fact]
    public void A_broken_mapping_beside_its_data_is_one_problem()
    {
        var data = Write("export.csv", "title;text\nEins;Der Text.\n");
        Write("export.csv.map", "titel = Kopf\n");
        var reason = Reason(Assert.Single(new ArticleReader().ReadPaths([data])));
        Assert.Contains("export.csv.map, line 1: \"titel\" is no field", reason);
    }

    [Fact]
    public void A_mapping_that_is_given_is_used_for_all_and_left_out_of_the_walk()
    {
        Write("a.json", """{"text": "One."}""");
        Write("b.csv", "x,text\n1,Two.\n");
        var file = Write("all.map", "body = text");
        var reader = new ArticleReader { Mapping = ArticleMapping.Read(file).Value };
        Assert.Equal(["One.", "Two."], reader.ReadPaths([Folder.FullName]).Select(i => Draft(i).Body!));
    }
}
