using Xunit;

namespace Search.Tests.Tagging;

public sealed class IdentitiesTests : IDisposable
{
    private readonly TaggingData data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void A_surname_after_the_full_name_is_the_same_person() =>
        Assert.Equal(["Trask Volub=Trask Volub:Person:Name", "Volub=Trask Volub:Person:Alias"], data.Names("President Trask Volub spoke.", "Later Volub left."));

    [Fact]
    public void Accents_and_case_do_not_part_a_surname_from_its_bearer() =>
        Assert.Equal("Sejourne=Stéphane Séjourné:Person:Alias", data.Names("They met Stéphane Séjourné.", "Then Sejourne left.")[1]);

    [Fact]
    public void A_headline_finds_the_full_name_below_it() =>
        Assert.Equal("Volub=Trask Volub:Person:Alias", data.Names("Volub leaves", "President Trask Volub left at noon.")[0]);

    [Fact]
    public void The_label_is_the_fullest_form() =>
        Assert.All(data.Tag("They met John Olin.", "The man is John P. Olin of the harbour.").Mentions, m => Assert.Equal("John P. Olin", m.Name.Label));

    [Fact]
    public void A_bare_surname_without_a_full_form_is_nobody() => Assert.Empty(data.Names("Yesterday Volub left."));

    [Fact]
    public void An_acronym_defined_in_brackets_is_the_organisation() =>
        Assert.Equal("HWU=Harbour Workers Union:Org:Alias", data.Names("The Harbour Workers Union (HWU) met.", "The HWU was late.")[^1]);

    [Fact]
    public void Initials_of_one_organisation_are_its_acronym() =>
        Assert.Equal("HWU=Harbour Workers Union:Org:Alias", data.Names("The Harbour Workers Union met.", "The HWU was late.")[^1]);

    [Fact]
    public void The_first_word_of_a_company_is_the_company() =>
        Assert.Equal("Volub=Volub Brass:Org:Alias", data.Names("Shares of Volub Brass Corp fell.", "They think Volub will recover.")[^1]);

    [Fact]
    public void A_country_that_is_a_surname_in_the_article_is_the_person() =>
        Assert.Equal("Jordan=Michael Jordan:Person:Alias", data.Names("They saw Michael Jordan.", "Then Jordan left.")[^1]);
}
