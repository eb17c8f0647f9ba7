using Search.Articles;
using Search.Reading;
using Xunit;

namespace Search.Tests.Reading;

public class ReadReportTests
{
    [Fact]
    public void It_counts_by_format_and_keeps_the_first_problems()
    {
        var report = new ReadReport();
        var draft = new ArticleDraft { Body = "x" };
        report.Add(new ReadArticle("a.txt", "", draft) { Format = "plain text" });
        var rejected = new ReadArticle("b.jsonl", "line 1", draft) { Format = "JSON lines" };
        report.Add(rejected);
        report.Reject(rejected, "It has no text.");
        for (var line = 2; line < 30; line++) report.Add(new ReadProblem("b.jsonl", $"line {line}", "It is nonsense.") { Format = "JSON lines" });
        report.Add(new ReadProblem("c.bin", "", "It is no text."));
        Assert.Equal((3, 1, 30), (report.Files, report.Articles, report.Problems));
        Assert.Equal([new("JSON lines", 1, 0, 29), new("not recognised", 1, 0, 1), new ReadReport.FormatCount("plain text", 1, 1, 0)], report.Formats);
        using var writer = new StringWriter { NewLine = "\n" };
        report.Write(writer);
        var lines = writer.ToString().Split('\n');
        Assert.Equal("1 articles and 30 problems in 3 files", lines[0]);
        Assert.Equal("  b.jsonl, line 1: It has no text.", lines[4]);
        Assert.Equal("  and 10 more problems", lines[4 + ReadReport.MostProblems]);
    }
}
