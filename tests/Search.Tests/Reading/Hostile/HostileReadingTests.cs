using Search.Reading;
using Search.Tests.House;
using Xunit;

namespace Search.Tests.Reading.Hostile;

public class HostileReadingTests
{
    private static readonly HostileInput[] Samples = [.. Repository.Files("seeds/articles", "").Select(f => new HostileInput(Path.GetFileName(f), File.ReadAllBytes(Repository.At(f))))];

    /// <summary>Never an exception, never a problem without a reason; and what is taken to be an article can be composed or is refused with a reason.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Bombs_and_spoilt_samples_give_articles_or_reasons(int seed)
    {
        var (problems, articles) = (0, 0);
        foreach (var input in HostileInput.Of(Samples, seed, 400))
        {
            var run = new DryRun();
            using var stream = new MemoryStream(input.Bytes);
            var any = false;
            foreach (var item in new ArticleReader().ReadStream(stream, "input"))
            {
                any = true;
                Assert.Equal("input", item.File);
                if (item is ReadProblem problem)
                {
                    problems++;
                    Assert.True(problem.Reason.Length > 10 && problem.Reason.EndsWith('.') | problem.Reason.EndsWith('"') | problem.Reason.Contains(':'), $"{input.Name}: {problem.Reason}");
                }
                else
                {
                    articles++;
                    var answer = Assert.Single(run.Put([((ReadArticle)item).Draft]));
                    Assert.True(answer.Result is not null ^ answer.Problem is { Detail.Length: > 10 }, input.Name);
                }
                Assert.DoesNotContain(item.Place, char.IsControl);
            }
            Assert.True(any, $"{input.Name}: neither an article nor a reason.");
        }
        Assert.True(problems > 100 && articles > 100, $"{problems} problems, {articles} articles");
    }
}
