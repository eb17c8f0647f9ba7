using System.Globalization;
using Search.App.Server;
using Search.Searching;

namespace Search.App.Api;

/// <summary>The parameters of a request that is no search: each once, each known.</summary>
internal sealed class Asked
{
    private readonly Dictionary<string, string> values = [];

    /// <summary>Reads the query string; a name that is not among those known, or comes twice, is a problem.</summary>
    public static Answer<Asked> Read(HttpRequest request, params string[] known)
    {
        var read = RawUrl.Parameters(request);
        return read.Problem is { } problem ? problem : Read(read.Value!, known);
    }

    /// <summary>The same from pairs of name and value.</summary>
    internal static Answer<Asked> Read(List<KeyValuePair<string, string>> pairs, string[] known)
    {
        var asked = new Asked();
        foreach (var (name, value) in pairs)
        {
            if (!known.Contains(name)) return Unknown(name, known);
            if (!asked.values.TryAdd(name, value)) return Problems.Parameter(name, $"'{name}' takes one value and was given twice.");
        }
        return asked;
    }

    /// <summary>The value; null when it was not given or is empty.</summary>
    public string? this[string name] => values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>A whole number within bounds, both included.</summary>
    public RequestProblem? Number(string name, int otherwise, int from, int to, out int number)
    {
        number = otherwise;
        if (this[name] is not { } text) return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number >= from && number <= to
            ? null : Problems.Parameter(name, $"'{name}' is a whole number from {from} to {to}, not '{text}'.");
    }

    /// <summary>One of the words of an enumeration, written as in JSON.</summary>
    public RequestProblem? Word<T>(string name, out T? word) where T : struct, Enum
    {
        word = null;
        if (this[name] is not { } text) return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (text.Equals(value.ToString(), StringComparison.OrdinalIgnoreCase)) word = value;
        }
        return word is not null ? null : Problems.Parameter(name, $"'{name}' is one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}, not '{text}'.");
    }

    /// <summary>Whether the answer shall wait until searches see the write: <c>wait=visible</c>.</summary>
    public RequestProblem? Wait(out bool wait)
    {
        wait = this["wait"] == "visible";
        return wait || this["wait"] is null ? null : Problems.Parameter("wait", $"'wait' is visible or left out, not '{this["wait"]}'.");
    }

    private static RequestProblem Unknown(string name, string[] known) => known.Length > 0
        ? SearchRequestReader.Unknown(name, known)
        : new RequestProblem(RequestProblem.UnknownParameter, $"There is no parameter '{name}'. This route takes none.") { Parameter = name };
}
