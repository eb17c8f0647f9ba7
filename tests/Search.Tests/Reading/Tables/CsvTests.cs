using Search.Reading;
using Search.Reading.Mapped;
using Search.Reading.Tables;
using Xunit;

namespace Search.Tests.Reading.Tables;

public class CsvTests : ReadingTest
{
    [Fact]
    public void Three_known_names_make_a_table_however_ragged_its_rows()
    {
        var items = Read("title,body,date\nOne,Text one,2024-05-02\nTwo,Text two, bare comma,2024-05-03\nThree\n");
        Assert.Equal("Text one", Draft(items[0]).Body);
        Assert.All(items.Skip(1), i => Assert.Contains("values and the header 3 columns", Reason(i), StringComparison.Ordinal));
    }

    [Fact]
    public void The_line_above_a_table_that_names_its_delimiter_is_passed()
    {
        var item = Assert.Single(Read("sep=;\r\nTitle;Body;Date\r\nSalt;The town bought salt.;2024-05-02\r\n"));
        Assert.Equal(("CSV", "line 3", "Salt"), (item.Format, item.Place, Draft(item).Title));
    }

    [Fact]
    public void A_table_with_usual_names_needs_no_mapping()
    {
        var items = Read("\uFEFFHeadline;Publication Date;Full-Text;Link;Tags;Author;Publisher;Lang\r\n\"Ferry; again\";2026-01-02;\"First line\r\nwith \"\"quotes\"\".\r\n\r\nSecond.\";https://x.example/1;a,b;\"Ann Gray; Tom Hale\";Harbour Post;en\r\n");
        var draft = Draft(Assert.Single(items));
        Assert.Equal(("CSV", "line 2"), (items[0].Format, items[0].Place));
        Assert.Equal(("Ferry; again", "https://x.example/1", "Harbour Post", "en"), (draft.Title, draft.Url, draft.Source, draft.Language));
        Assert.Equal("First line\r\nwith \"quotes\".\r\n\r\nSecond.", draft.Body);
        Assert.Equal(["Ann Gray", "Tom Hale"], draft.Authors);
        Assert.Equal(["a", "b"], draft.Topics.Select(t => t.Label));
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void The_delimiter_is_found(string d) => Assert.Equal(("A, b; c", "T"), One($"text{d}title\n\"A, b; c\"{d}T\n") is var draft ? (draft.Body, draft.Title) : default);

    [Fact]
    public void The_columns_may_come_in_any_words_and_the_best_text_is_taken()
    {
        var draft = One("""
            Überschrift,description,content,content_text,web_url,link
            T,A summary.,The text.,The text again.,,https://x.example/2
            """);
        Assert.Equal(("T", "The text.", "https://x.example/2"), (draft.Title, draft.Body, draft.Url));
        Assert.Equal("A summary.", One("title,description\nT,A summary.\n").Body);
    }

    [Fact]
    public void A_text_in_mark_up_is_told() => Assert.Equal(2, One("title,body\nT,<p>One.</p><p>Two.</p>\n").Paragraphs.Count);

    [Fact]
    public void Places_are_the_lines_on_which_rows_begin()
    {
        var items = Read("title,text\r\na,\"one\r\ntwo\r\nthree\"\r\n\r\nb,second\rc,third\n");
        Assert.Equal(["line 2", "line 6", "line 7"], items.Select(i => i.Place));
    }

    [Theory]
    [InlineData("a,x,more", "The row has 3 values and the header 2 columns")]
    [InlineData("a", "The row has 1 values and the header 2 columns")]
    [InlineData("a,", "There is no text in it: text is empty.")]
    [InlineData("a,\"never closed", "The quote that opens in line 4 is never closed")]
    public void A_bad_row_is_a_problem_in_its_line(string row, string reason)
    {
        var items = Read("title,text\ngood,Text.\nbetter,Text.\n" + row);
        Assert.Equal("Text.", Draft(items[1]).Body);
        Assert.Equal("line 4", items[2].Place);
        Assert.StartsWith(reason, Reason(items[2]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-02,Text.,,\n")]
    [InlineData("2026-01-02, \"Text.\" \n")]
    [InlineData("2026-01-02,T\0ext.\n2026-01-03,A longer text so that one odd character does not make a file of other than text out of it.\n")]
    [InlineData("0000-00-00,Text.\n")]
    public void Small_sins_are_forgiven(string row) => Assert.Equal("Text.", Draft(Read("date,text\n" + row)[0]).Body);

    [Fact]
    public void A_date_that_is_not_understood_tells_what_to_do()
    {
        var reason = Reason(Assert.Single(Read("date,text\n31/12/2025,Text.\n")));
        Assert.Contains("\"31/12/2025\" (date)", reason);
        Assert.Contains("published.format", reason);
    }

    [Fact]
    public void A_table_whose_columns_nobody_knows_is_refused_with_an_example()
    {
        var reason = Reason(Assert.Single(Read("nr\tkopfzeile\tbemerkung\n1\ta\tb\n2\tc\td\n")));
        Assert.Contains("nr, kopfzeile, bemerkung", reason);
        Assert.Contains("body = text", reason);
    }

    [Fact]
    public void A_column_that_the_mapping_names_and_nobody_has_is_told_with_those_there_are()
    {
        using var stream = new MemoryStream("kopf,inhalt\na,b\n"u8.ToArray());
        var item = Assert.Single(new ArticleReader { Mapping = MappingText.Parse("title = headline\nbody = inhalt", "x.map").Value }.ReadStream(stream, "x"));
        Assert.Equal("x.map names the column \"headline\" for title, which is not there; the columns are kopf, inhalt.", Reason(item));
    }

    [Theory]
    [InlineData("The mayor came, saw and left.\n\nNobody, they said, had asked for title, text or date.\n")]
    [InlineData("Title, text\n\nThis is an article about words, and it has paragraphs.\n\nAnd another one follows here.")]
    [InlineData("Title: A headline\nDate: 2026-01-02\n\nThe text, it is said, is short.\n")]
    [InlineData("Boats, nets, ropes.\nSails, oars, masts.\nHooks, lines, bait.\n")]
    public void A_plain_text_with_commas_stays_one(string text) => Assert.Equal("plain text", Assert.Single(Read(text)).Format);

    [Fact]
    public void A_header_alone_says_that_there_are_no_rows() => Assert.Equal("The table has a header and no rows.", Reason(Assert.Single(Read("title,text,date\n"))));

    [Fact]
    public void A_media_type_is_taken_at_its_word() => Assert.Contains("No column is known", Reason(Assert.Single(Read("a,b\n1,2\n"u8.ToArray(), "text/csv; charset=utf-8"))));

    [Fact]
    public void A_quote_that_is_never_closed_cannot_fill_the_memory()
    {
        var items = Read("title,text\na,\"" + new string('x', CsvReader.MostChars + 10) + "\nb,c\n");
        Assert.Contains("line 2 is not closed within 4 million characters", Reason(Assert.Single(items)));
    }

    [Fact]
    public void A_row_that_is_too_long_is_read_over_and_the_next_is_read()
    {
        var items = Read("title,text\na," + new string('x', CsvReader.MostChars + 10) + "\n" + new string(',', CsvReader.MostCells + 5) + "\nb,Text.\n");
        Assert.Equal(["line 2", "line 3", "line 4"], items.Select(i => i.Place));
        Assert.Contains("10,000 values", Reason(items[1]));
        Assert.Equal("Text.", Draft(items[2]).Body);
    }

    [Fact]
    public void An_export_of_articles_is_read_back_and_one_of_paragraphs_is_not()
    {
        const string header = "id,article,ordinal,title,url,source,published,language,kind,text,actors,topics,score\r\n";
        var draft = One(header + "a1,a1,,'=Sum of parts,https://x.example/1,Post,2026-01-02T00:00:00Z,en,,\"'=Sum of parts\n\nThe lead.\n\n'Quoted' it was.\",country:norway,medtop:15000000|medtop:20000892,1.5\r\n");
        Assert.Equal(("a1", "=Sum of parts", "Post"), (draft.Id, draft.Title, draft.Source));
        Assert.Equal(["The lead.", "'Quoted' it was."], draft.Paragraphs.Select(p => p.Text));
        Assert.Empty(draft.Actors);
        Assert.Equal(["medtop:15000000", "medtop:20000892"], draft.Topics.Select(t => t.Id));
        Assert.Contains("unit=article", Reason(Assert.Single(Read(header + "a1#1,a1,1,T,,,,en,body,Text.,,,1\r\n"))));
    }
}
