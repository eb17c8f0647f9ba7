using System.CommandLine;
using System.Text.Json;

namespace Search.App.Commands;

/// <summary>
/// A setting that comes from a flag, else from an environment variable, else from <c>news.json</c> in the working directory, else from its
/// default. An empty variable counts as not set.
/// </summary>
internal sealed record Setting(string Name, string Variable, string Default, string Meaning)
{
    public const string File = "news.json";

    public static readonly Setting Data = new("data", "NEWS_DATA", "index", "The folder that holds articles and index");
    public static readonly Setting Urls = new("urls", "NEWS_URLS", "http://127.0.0.1:5080", "The address to listen on; several with ;");
    public static readonly Setting Seeds = new("seeds", "NEWS_SEEDS", "seeds", "The folder of articles that fills an empty index, or none");

    private static readonly Setting[] Known = [Data, Urls, Seeds];

    public Option<string?> CreateOption() => new("--" + Name)
    {
        Description = $"{Meaning} [{Variable}; default: {Default}]",
        HelpName = Name == Urls.Name ? "URL" : "FOLDER",
    };

    /// <summary>The value to use, given what the flag said (null: the flag was not there).</summary>
    /// <exception cref="CommandFailure">The file cannot be used.</exception>
    public string Value(string? flag, Terminal terminal) => flag ?? NotEmpty(terminal.Variable(Variable)) ?? FromFile(terminal.Folder) ?? Default;

    /// <summary>A folder named by a setting, from the working directory.</summary>
    public string Path(string? flag, Terminal terminal) => System.IO.Path.GetFullPath(Value(flag, terminal), terminal.Folder);

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private string? FromFile(string folder)
    {
        var path = System.IO.Path.Combine(folder, File);
        if (!System.IO.File.Exists(path)) return null;
        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw Unusable(path, "it holds no JSON object");
            string? found = null;
            foreach (var entry in json.RootElement.EnumerateObject())
            {
                if (!Known.Any(k => k.Name == entry.Name)) throw Unusable(path, $"it has an unknown setting '{entry.Name}'");
                if (entry.Value.ValueKind != JsonValueKind.String) throw Unusable(path, $"'{entry.Name}' is not a text in quotes");
                if (entry.Name == Name) found = NotEmpty(entry.Value.GetString());
            }
            return found;
        }
        catch (JsonException e)
        {
            throw Unusable(path, $"it is not JSON (line {e.LineNumber + 1})");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, e.Message);
        }
    }

    private static CommandFailure Unusable(string path, string why) =>
        new(ExitCode.BadUsage, $"{path} cannot be used: {why}. It may hold {string.Join(", ", Known.Select(k => $"\"{k.Name}\""))}, each with a text.");
}
