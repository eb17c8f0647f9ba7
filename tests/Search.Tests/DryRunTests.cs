using Search.Archive;
using Search.Articles;
using Xunit;

namespace Search.Tests;

public class DryRunTests
{
    private static readonly ArticleDraft Herring = new() { Id = "herring", Body = "Boats stay in port.\n\nNo quota was agreed." };

    [Fact]
    public void An_article_would_be_created_then_unchanged_then_updated()
    {
        var run = new DryRun();
        Assert.Equal([WriteResult.Created, WriteResult.Unchanged], run.Put([Herring, Herring]).Select(a => a.Result));
        var answer = Assert.Single(run.Put([Herring with { Body = "Boats sail." }]));
        Assert.Equal((WriteResult.Updated, 2, 1, "herring"), (answer.Result, answer.Version, answer.Paragraphs, answer.Id));
    }

    [Fact]
    public void An_article_that_would_be_refused_is_told_with_the_reason()
    {
        var answers = new DryRun().Put([Herring with { Body = " " }, Herring with { Id = new string('x', 201) }]);
        Assert.Equal([ArticleProblem.Unprocessable, ArticleProblem.InvalidBody], answers.Select(a => a.Problem!.Code));
    }
}
