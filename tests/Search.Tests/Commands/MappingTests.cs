using Search.App.Commands;
using Xunit;

namespace Search.Tests.Commands;

public class MappingTests
{
    [Fact]
    public async Task A_table_is_read_by_the_mapping_file_that_is_named()
    {
        using var at = new TestTerminal();
        at.Write("export.csv", "Kopf;Inhalt\nEins;Die Fähre nach Bergen fährt wieder.\n");
        at.Write("columns.map", "title = Kopf\nbody = Inhalt\nlanguage = \"de\"\n");
        await at.ExpectAsync(ExitCode.Ok, "index", "export.csv", "--map", "columns.map");
        Assert.Contains("1 created", at.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("titel = Kopf", "columns.map, line 1: \"titel\" is no field")]
    [InlineData(null, "There is no such file")]
    public async Task A_mapping_file_that_cannot_be_used_ends_the_command_with_its_reason(string? mapping, string reason)
    {
        using var at = new TestTerminal();
        at.Write("export.csv", "Kopf;Inhalt\nEins;Text.\n");
        if (mapping is not null) at.Write("columns.map", mapping);
        Assert.Equal(ExitCode.BadUsage, await at.RunAsync("index", "export.csv", "--map", "columns.map"));
        Assert.Contains(reason, at.Error, StringComparison.Ordinal);
    }
}
