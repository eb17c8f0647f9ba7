using PublicApiGenerator;
using Xunit;

namespace Search.Tests.House;

public class PublicSurfaceTests
{
    private const string Reviewed = "tests/Search.Tests/House/PublicSurface.txt";
    private const string Accept = "NEWS_ACCEPT";

    /// <summary>Its argument bears a number that any other member can change.</summary>
    private const string StateMachine = "System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute";

    [Fact]
    public void What_the_library_shows_is_what_was_reviewed()
    {
        var shown = typeof(Corpus).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false, ExcludeAttributes = [StateMachine] }).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(Accept) == "1") File.WriteAllText(Repository.At(Reviewed), shown);
        var reviewed = File.Exists(Repository.At(Reviewed)) ? Repository.Read(Reviewed).ReplaceLineEndings("\n") : "";
        Assert.True(shown == reviewed, $"""
            The public surface of the library differs from {Reviewed}:
            {Difference(reviewed, shown)}
            If that is meant, run this test with {Accept}=1, which rewrites the file, and have the change of the file reviewed.
            """);
    }

    [Fact]
    public void A_difference_is_told_line_by_line() => Assert.Equal("- b\n+ c", Difference("a\nb\n", "a\nc\n"));

    private static string Difference(string before, string now)
    {
        var (old, fresh) = (before.Split('\n'), now.Split('\n'));
        return string.Join('\n', [.. old.Except(fresh).Select(l => "- " + l.Trim()), .. fresh.Except(old).Select(l => "+ " + l.Trim())]);
    }
}
