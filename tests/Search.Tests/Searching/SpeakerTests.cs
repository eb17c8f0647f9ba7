using Search.Searching;
using Xunit;

namespace Search.Tests.Searching;

public class SpeakerTests : CorpusTest
{
    private Task<Corpus> OpenSpeechesAsync() => OpenAsync(
        Draft("a", "“We will keep the harbour open all night,” said Marta Olin.", "Marta Olin went to bed early that night."),
        Draft("b", "Stéphane Marat told the guild: “We have no herring left to sell this year.”", "“And we will have none next year,” Marta Olin added."),
        Draft("c", "Norway said that the licences would stay as they were.", "Stéphane Marat was met by envoys of Norway."));

    [Theory]
    [InlineData("speaker:\"Marta Olin\"", "a#0 b#1")]
    [InlineData("speaker:\"marta olin\"", "a#0 b#1")]
    [InlineData("speaker:person:marta-olin", "a#0 b#1")]
    [InlineData("speaker:marta-olin", "a#0 b#1")]
    [InlineData("speaker:\"Stephane Marat\"", "b#0")]
    [InlineData("speaker:stephane-marat", "b#0")]
    [InlineData("speaker:norway", "c#0")]
    [InlineData("speaker:country:norway", "c#0")]
    [InlineData("speaker:olin", "")]
    [InlineData("speaker:nobody", "")]
    [InlineData("year -speaker:marta-olin", "b#0")]
    [InlineData("speaker:marta-olin OR speaker:norway", "a#0 b#1 c#0")]
    [InlineData("quote:year speaker:marta-olin", "b#1")]
    public async Task A_speaker_in_the_text_is_an_id_its_last_part_or_a_label(string query, string expected)
    {
        var corpus = await OpenSpeechesAsync();
        var found = await SearchAsync(corpus, Request([new("q", query), new("unit", "paragraph"), new("sort", "date"), new("strict", "true")]));
        Assert.Equal(expected, string.Join(' ', Ids(found)));
    }

    [Theory]
    [InlineData("speaker=person:marta-olin", "a#0 b#1")]
    [InlineData("speaker=person:marta-olin&speaker=country:norway", "a#0 b#1 c#0")]
    [InlineData("speaker.not=person:marta-olin&q=year", "b#0")]
    [InlineData("speaker.all=person:marta-olin&speaker.all=person:stephane-marat", "")]
    [InlineData("speaker.all=person:marta-olin&speaker.all=person:stephane-marat&scope=article", "b#0 b#1")]
    [InlineData("speaker=marta-olin", "")] // a parameter takes whole values
    public async Task A_speaker_by_parameter_is_a_facets_id(string parameters, string expected)
    {
        var corpus = await OpenSpeechesAsync();
        Assert.Equal(expected, string.Join(' ', Ids(await SearchAsync(corpus, parameters + "&unit=paragraph&sort=date"))));
    }

    [Fact]
    public async Task The_facet_counts_those_who_speak_and_leaves_out_its_own_filter()
    {
        var corpus = await OpenSpeechesAsync();
        var all = await SearchAsync(corpus, "facet=speaker");
        Assert.Equal([("person:marta-olin", "Marta Olin", 2, 2), ("country:norway", "Norway", 1, 1), ("person:stephane-marat", "Stéphane Marat", 1, 1)], Facet(all, FacetField.Speaker).Values.Select(v => (v.Id, v.Label, v.Articles, v.Paragraphs)));
        var chosen = await SearchAsync(corpus, "facet=speaker&speaker=person:stephane-marat&unit=paragraph");
        Assert.Equal(["b#0"], Ids(chosen));
        Assert.Equal([("person:marta-olin", 2, FacetState.Off), ("country:norway", 1, FacetState.Off), ("person:stephane-marat", 1, FacetState.On)], Facet(chosen, FacetField.Speaker).Values.Select(v => (v.Id, v.Paragraphs, v.State)));
        Assert.Equal(["Stéphane Marat"], (await SearchAsync(corpus, "q=speaker:stephane-marat&unit=paragraph")).Hits.Cast<ParagraphHit>().SelectMany(h => h.Matches.Select(m => h.Text[m.Start..m.End])));
    }

    [Fact]
    public async Task Merged_actors_speak_as_one()
    {
        var corpus = await OpenSpeechesAsync();
        Assert.True(corpus.MergeActors("person:marta-olin", "person:stephane-marat"));
        foreach (var asked in (string[])["speaker=person:marta-olin", "speaker=person:stephane-marat", "q=speaker:marta-olin", "q=speaker:stephane-marat"])
            Assert.Equal(["a#0", "b#0", "b#1"], Ids(await SearchAsync(corpus, asked + "&unit=paragraph&sort=date")));
        var facet = Facet(await SearchAsync(corpus, "facet=speaker&speaker=person:marta-olin"), FacetField.Speaker);
        Assert.Equal([("person:stephane-marat", 2, 3, FacetState.On), ("country:norway", 1, 1, FacetState.Off)], facet.Values.Select(v => (v.Id, v.Articles, v.Paragraphs, v.State)));
    }
}
