using Xunit;

namespace Search.Tests.House;

public class SourceTests
{
    private const int MostLines = 400;
    private static readonly string[] Expressions = ["new Regex(", "GeneratedRegex(", "Regex.Match(", "Regex.Matches(", "Regex.IsMatch(", "Regex.Replace(", "Regex.Split(", "Regex.Count("];

    [Fact]
    public void No_source_file_is_too_long_to_read_at_a_sitting() =>
        Assert.Empty(Repository.Files("src", ".cs").Where(f => File.ReadLines(Repository.At(f)).Count() > MostLines).ToList());

    [Fact]
    public void A_namespace_is_the_folder_it_lies_in() =>
        Assert.Empty(Repository.Files("src", ".cs").Where(f => Namespace(f) is { } space && space != SpaceOf(f)).Select(f => $"{f} should be in {SpaceOf(f)}"));

    [Fact]
    public void No_expression_backtracks_over_foreign_text() =>
        Assert.Empty(Repository.Files("src", ".cs").SelectMany(f => File.ReadLines(Repository.At(f)).Where(Backtracks).Select(l => $"{f}: {l.Trim()}")));

    [Theory]
    [InlineData("""var r = new Regex("(a+)+b");""", true)]
    [InlineData("""[GeneratedRegex("(a+)+b")]""", true)]
    [InlineData("""var r = new Regex("a+", RegexOptions.NonBacktracking);""", false)]
    [InlineData("""var found = pattern.Match(text);""", false)]
    public void A_backtracking_expression_is_found(string line, bool found) => Assert.Equal(found, Backtracks(line));

    private static bool Backtracks(string line) => Expressions.Any(e => line.Contains(e, StringComparison.Ordinal)) && !line.Contains("NonBacktracking", StringComparison.Ordinal);

    private static string? Namespace(string file) =>
        File.ReadLines(Repository.At(file)).FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal))?["namespace ".Length..].TrimEnd(';', ' ');

    private static string SpaceOf(string file) => string.Join('.', Path.GetDirectoryName(file)!.Split('/', '\\').Skip(1));
}
