using Xunit;

namespace Search.Tests.Tagging;

public sealed class NamesTests : IDisposable
{
    private readonly TaggingData data = new();

    public void Dispose() => data.Dispose();

    [Theory]
    [InlineData("The French minister left.", "French=France:Country:Alias")]
    [InlineData("A report by the WHO was late.", "WHO=World Health Organization:Org:Alias")]
    [InlineData("It happened in the U.S. on a cold day.", "U.S.=United States:Country:Alias")]
    [InlineData("They flew to Peking in spring.", "Peking=Beijing:Place:Name")]
    [InlineData("The Kurdish villages were empty.", "Kurdish=Kurds:Group:Alias")]
    [InlineData("Analysts at Moody's were calm.", "Moody's=Moody's:Org:Name")]
    public void A_known_name_is_found_with_the_kind_of_name_it_is(string text, string expected) => Assert.Equal([expected], data.Names(text));

    [Theory]
    [InlineData("They ate turkey and told us to polish the china.")]
    [InlineData("Who said so on Monday in May paid in Euro for French fries.")]
    [InlineData("However, Yesterday was a quiet day.")]
    [InlineData("TOLD US SO")]
    [InlineData("The town of Winston-Salem was quiet.")]
    public void A_bird_a_pronoun_a_weekday_and_a_dish_are_no_actors(string text) => Assert.Empty(data.Names(text));

    [Fact]
    public void In_a_shouted_headline_only_longer_names_count() =>
        Assert.Equal(["TURKEY=Turkey:Country:Name", "FRANCE=France:Country:Name"], data.Names("TURKEY TELLS US THAT FRANCE WINS"));

    [Theory]
    [InlineData("They met President Trask Volub there.", "Trask Volub=Trask Volub:Person:Name")]
    [InlineData("They met Marta Olin Quist there.", "Marta Olin Quist=Marta Olin Quist:Person:Name")]
    [InlineData("They asked Orla Veen, the harbour master, for help.", "Orla Veen=Orla Veen:Person:Name")]
    [InlineData("They asked Orla Veen, 41, for help.", "Orla Veen=Orla Veen:Person:Name")]
    [InlineData("It was late, Orla Veen said.", "Orla Veen=Orla Veen:Person:Name")]
    [InlineData("They saw Michael Jordan at home.", "Michael Jordan=Michael Jordan:Person:Name")]
    [InlineData("They asked Mr Brown for help.", "Brown=Brown:Person:Name")]
    public void A_person_is_known_by_title_given_name_or_by_what_stands_beside(string text, string expected) => Assert.Equal([expected], data.Names(text));

    [Theory]
    [InlineData("The Ministry of Finance was late.", "Ministry of Finance=Ministry of Finance:Org:Name")]
    [InlineData("A talk at the Harbour Workers Union was long.", "Harbour Workers Union=Harbour Workers Union:Org:Name")]
    [InlineData("Shares of Volub Brass Corp fell.", "Volub Brass Corp=Volub Brass:Org:Name")]
    [InlineData("A note by the Volub Chamber of Commerce in China was short.", "Volub Chamber of Commerce in China=Volub Chamber of Commerce in China:Org:Name")]
    [InlineData("The Energy and Water Committee met.", "Energy and Water Committee=Energy and Water Committee:Org:Name")]
    public void An_organisation_is_known_by_its_words(string text, string expected) => Assert.Equal([expected], data.Names(text));

    [Theory]
    [InlineData("They crossed the Olin River at night.", "Olin River=Olin River:Place:Name")]
    [InlineData("They stayed in Quistow, France, for a week.", "Quistow=Quistow:Place:Name")]
    public void A_place_is_known_by_its_word_or_its_country(string text, string expected) => Assert.Contains(expected, data.Names(text));

    [Fact]
    public void Words_in_a_quoted_title_of_a_work_are_no_actors() => Assert.Empty(data.Names("They opened the show “Paris and the Silent City” at noon."));

    [Fact]
    public void A_place_that_begins_an_unknown_name_is_left_out() => Assert.Empty(data.Names("He wrote for the Sydney Evening Lantern at night."));

    [Fact]
    public void Mentions_do_not_overlap_and_lie_where_their_words_are()
    {
        var paragraph = "President Trask Volub of France told the Ministry of Finance in Paris, U.S. and Chinese envoys and Dr. Marta Olin.";
        var mentions = data.Tag(paragraph).Mentions;
        Assert.True(mentions.Count >= 5);
        for (var i = 0; i < mentions.Count; i++)
        {
            Assert.Equal(mentions[i].Surface, paragraph[mentions[i].Start..mentions[i].End]);
            if (i > 0) Assert.True(mentions[i - 1].End <= mentions[i].Start);
        }
    }
}
