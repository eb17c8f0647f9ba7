using Xunit;

namespace Search.Tests.House;

public class DirectionTests
{
    [Fact]
    public void Nothing_in_the_product_is_used_against_the_direction() => Assert.Empty(Import.OfTheProduct.Select(Direction.Offence).OfType<string>());

    [Fact]
    public void The_product_is_seen_whole()
    {
        // Were the loader to see less, the rules above would hold for nothing.
        Assert.Contains(Import.OfTheProduct, i => i.FromNamespace == "Search" && i.ToNamespace == "Search.Searching");
        Assert.Contains(Import.OfTheProduct, i => i.FromNamespace == "Search.Archive" && i.ToNamespace == "Microsoft.Data.Sqlite");
        Assert.Contains(Import.OfTheProduct, i => i.FromNamespace == "Search.Indexing" && i.To == "Lucene.Net.Index.IndexWriter");
        Assert.Contains(Import.OfTheProduct, i => i.From == "Search.Indexing.Edition" && i.To == "Lucene.Net.Index.TieredMergePolicy");
        Assert.Contains(Import.OfTheProduct, i => i.From == "Search.Corpus" && i.To == "Search.Searching.Hit");
    }

    [Theory]
    [InlineData("Search.Text", "Search.Articles")]
    [InlineData("Search.Articles", "Search.Reading")]
    [InlineData("Search.Reading", "Search.Archive")]
    [InlineData("Search.Tagging.Names", "Search.Indexing")]
    [InlineData("Search.Archive", "Search.Tagging")]
    [InlineData("Search.Indexing", "Search.Searching.Query")]
    [InlineData("Search.Searching.Facets", "Search")]
    [InlineData("Search.Searching.Facets", "Search.Reading")]
    [InlineData("Search.Text", "Search.App.Server")]
    [InlineData("Search", "Search.App")]
    [InlineData("Search.Novelties", "Search.Text")]
    [InlineData("Search.App.Api", "Search.App.Web")]
    [InlineData("Search.App.Web.Parts", "Search.App.Api")]
    [InlineData("Search.Tagging", "Lucene.Net.Analysis")]
    [InlineData("Search", "Lucene.Net.Index")]
    [InlineData("Search.App.Api", "Lucene.Net.Search")]
    [InlineData("Search.Indexing", "Microsoft.Data.Sqlite")]
    [InlineData("Search.App.Server", "Spectre.Console")]
    [InlineData("Search.Searching", "Microsoft.AspNetCore.Http")]
    public void A_use_against_the_direction_is_found(string from, string to) => Assert.NotNull(Direction.Offence(new Import(from, from + ".One", to, to + ".Other")));

    [Theory]
    [InlineData("Search.Articles", "Search.Text")]
    [InlineData("Search.Tagging.Names", "Search.Tagging.Words")]
    [InlineData("Search.Searching.Matching", "Lucene.Net.Index")]
    [InlineData("Search", "Search.Reading")]
    [InlineData("Search.App.Api", "Search.App.Server")]
    [InlineData("Search.App.Commands", "Search")]
    [InlineData("Search.Text", "System.Text")]
    [InlineData("Search.Text", "Searchlight")]
    public void A_use_in_the_direction_is_let_be(string from, string to) => Assert.Null(Direction.Offence(new Import(from, from + ".One", to, to + ".Other")));
}
