using Xunit;

namespace Search.Tests.House;

public class SourceTests
{
    private const int MostLines = 400;

    [Fact]
    public void No_source_file_is_too_long_to_read_at_a_sitting() =>
        Assert.Empty(Repository.Files("src", ".cs").Where(f => File.ReadLines(Repository.At(f)).Count() > MostLines));

    [Fact]
    public void A_namespace_is_the_folder_it_lies_in() =>
        Assert.Empty(Repository.Files("src", ".cs").Where(f => Namespace(f) is { } space && space != SpaceOf(f)).Select(f => $"{f} should be in {SpaceOf(f)}"));

    [Fact]
    public void No_expression_backtracks_over_foreign_text() =>
        Assert.Empty(Repository.Files("src", ".cs").SelectMany(f => File.ReadLines(Repository.At(f)).Select(l => (f, l)))
            .Where(x => (x.l.Contains("new Regex(", StringComparison.Ordinal) || x.l.Contains("[GeneratedRegex(", StringComparison.Ordinal) || x.l.Contains("Regex.Match", StringComparison.Ordinal)
                || x.l.Contains("Regex.Replace(", StringComparison.Ordinal) || x.l.Contains("Regex.IsMatch(", StringComparison.Ordinal) || x.l.Contains("Regex.Split(", StringComparison.Ordinal))
                && !x.l.Contains("NonBacktracking", StringComparison.Ordinal)));

    private static string? Namespace(string file) =>
        File.ReadLines(Repository.At(file)).FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal))?["namespace ".Length..].TrimEnd(';', ' ');

    private static string SpaceOf(string file) => string.Join('.', Path.GetDirectoryName(file)!.Split('/', '\\').Skip(1));
}
