using System.Text;
using System.Text.Json;
using Search.App;
using Search.App.Commands;
using Xunit;

namespace Search.Tests.Commands;

/// <summary>A terminal of strings with a working directory of its own.</summary>
internal sealed class TestTerminal : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public TestTerminal(params ReadOnlySpan<(string Name, string Value)> variables)
    {
        var known = variables.ToArray().ToDictionary(v => v.Name, v => v.Value);
        Folder = Directory.CreateTempSubdirectory("news-terminal-").FullName;
        Terminal = new Terminal { Out = output, Error = error, Folder = Folder, Variable = known.GetValueOrDefault };
    }

    public string Folder { get; }
    public Terminal Terminal { get; private set; }
    public string Out => output.ToString();
    public string Error => error.ToString();

    public TestTerminal Styled()
    {
        Terminal = Terminal with { Styled = true, Width = 80 };
        return this;
    }

    public TestTerminal WithInput(string text)
    {
        Terminal = Terminal with { In = new MemoryStream(Encoding.UTF8.GetBytes(text)) };
        return this;
    }

    public Task<int> RunAsync(params string[] args) => Program.RunAsync(args, Terminal, CancellationToken.None);

    /// <summary>Runs a command line; what it complained of is told when its exit code is another.</summary>
    public async Task ExpectAsync(int exitCode, params string[] args)
    {
        var found = await RunAsync(args);
        Assert.True(found == exitCode, $"exit code {found}: {Error}");
    }

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Draws canned JSON.</summary>
    public string Draw(string json, Func<Terminal, Action<JsonElement>> printer)
    {
        using var document = JsonDocument.Parse(json);
        printer(Terminal)(document.RootElement);
        return Out.ReplaceLineEndings("\n");
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
