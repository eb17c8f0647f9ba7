using System.Text;
using Search.Articles;
using Search.Reading;
using Xunit;

namespace Search.Tests.Reading.Sgml;

public class ReutersSgmlTests : ReadingTest
{
    private const string Doctype = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n";

    private static string Item(int number, string text, string lists = "") => $"""
        <REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="{number + 5543}" NEWID="{number}">
        <DATE>26-FEB-1987 15:01:01.79</DATE>
        {lists}
        <UNKNOWN>
        &#5;&#5;&#5;C T
        &#22;&#22;&#1;f0704&#31;reute
        u f BC-HARBOUR   02-26 0105</UNKNOWN>
        {text}
        </REUTERS>

        """;

    private const string Story = "<TEXT>&#2;\n<TITLE>HARBOUR &lt;HBR> REVIEW</TITLE>\n<AUTHOR>    By Ann Gray, Reuters</AUTHOR>\n<DATELINE>    SALVADOR, Feb 26 - </DATELINE><BODY>Ships came in all week,\n"
        + "easing the wait &amp; more.\n    The next paragraph is set in\nand goes on.\n Reuter\n&#3;</BODY></TEXT>";

    [Fact]
    public void Entries_that_are_not_closed_are_one_entry_however_many()
    {
        var draft = Draft(Assert.Single(Read(Doctype + Item(1, Story, "<TOPICS>" + new StringBuilder().Insert(0, "<D>", 100_000) + "cocoa</D><D>tin</D></TOPICS>"))));
        Assert.Equal(2, draft.Topics.Count);
    }

    [Fact]
    public void An_item_is_an_article()
    {
        var items = Read(Doctype + Item(1, Story, "<TOPICS><D>cocoa</D><D>coffee</D></TOPICS>\n<PLACES><D>el-salvador</D></PLACES>\n<PEOPLE><D>volcker</D></PEOPLE>\n<ORGS><D>opec</D></ORGS>\n<EXCHANGES><D>nyse</D></EXCHANGES>\n<COMPANIES></COMPANIES>"));
        var draft = Draft(Assert.Single(items));
        Assert.Equal(("Reuters SGML", "line 2, item 1"), (items[0].Format, items[0].Place));
        Assert.Equal(("reuters-1", "HARBOUR <HBR> REVIEW", "Reuters", "en"), (draft.Id, draft.Title, draft.Source, draft.Language));
        Assert.Equal("1987-02-26T15:01:01Z", ArticleDates.Write(draft.Published!.Value));
        Assert.Equal(["Ann Gray"], draft.Authors);
        Assert.Equal(["cocoa", "coffee"], draft.Topics.Select(t => t.Label));
        Assert.Equal([new("el-salvador", "country"), new("volcker", "person"), new("opec", "org"), new FeedActor("nyse", "org:exchange")], draft.Actors);
        Assert.Equal("Ships came in all week, easing the wait & more.\n\nThe next paragraph is set in and goes on.", draft.Body);
    }

    [Fact]
    public void Items_are_read_one_by_one_and_a_bad_one_stops_nothing()
    {
        var items = Read(Doctype
            + Item(1, "<TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>SHORT NEWS</TITLE>Blah blah.\n&#3;\n\n</TEXT>")
            + Item(2, "<TEXT TYPE=\"UNPROC\">&#2;\nRAW TEXT\n    Stands here.\n&#3;\n</TEXT>")
            + Item(3, "<TEXT><TITLE>EMPTY</TITLE></TEXT>")
            + Item(4, Story).Replace("</REUTERS>", "", StringComparison.Ordinal)
            + Item(5, Story)
            + "<REUTERS NEWID=\"6\"><TEXT><BODY>Cut");
        Assert.Equal("The item is a brief: a headline without a text.", Reason(items[0]));
        Assert.Equal("RAW TEXT\n\nStands here.", Draft(items[1]).Body);
        Assert.Equal("The item has no text.", Reason(items[2]));
        Assert.Equal("The item is not closed by </REUTERS>; it was not read.", Reason(items[3]));
        Assert.Equal("reuters-5", Draft(items[4]).Id);
        Assert.Contains("not closed", Reason(items[5]));
    }

    [Theory]
    [InlineData("<REUTERS><TEXT><BODY>Text.</BODY></TEXT></REUTERS>", "Text.")]
    [InlineData("<REUTERS NEWID=9><DATE>nonsense</DATE><TEXT><BODY>Text.</BODY>", null)]
    [InlineData("<reuters newid=\"9\"><text><body>Text.</body></text></reuters>", "Text.")]
    [InlineData("<REUTERS NEWID=\"9\"><TOPICS><D>open<TEXT><BODY>Text.</TEXT></REUTERS>", "Text.")]
    public void Sloppy_mark_up_is_read_as_far_as_it_goes(string item, string? text) =>
        Assert.Equal(text, Assert.Single(Read(Doctype + item)) is ReadArticle { Draft: var draft } ? draft.Body : null);

    [Fact]
    public void A_file_without_items_says_so() => Assert.Equal("There is no <REUTERS> in it.", Reason(Assert.Single(Read(Doctype + "Nothing."))));

    [Fact]
    public void An_item_that_never_ends_is_bounded_and_the_next_is_read()
    {
        var items = Read(Doctype + "<REUTERS NEWID=\"1\"><TEXT><BODY>" + new string('x', 5_000_000) + "</BODY></TEXT></REUTERS>\n" + Item(2, Story));
        Assert.Contains("4 million characters", Reason(items[0]));
        Assert.Equal("reuters-2", Draft(items[1]).Id);
    }
}
