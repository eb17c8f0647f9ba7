using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Search.App.Server;
using Search.App.Server.Reference;

namespace Search.App.Web;

/// <summary>The page <c>/api</c>: every route with a form to try it, its answer beside it, and the codes of problems.</summary>
internal static class ApiPage
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    private static readonly Lazy<string> Html = new(Write);

    public static void MapApiPage(this WebApplication app) =>
        app.MapGet("/api", () => Results.Content(Html.Value, "text/html; charset=utf-8")).ExcludeFromDescription();

    private static string Write()
    {
        var page = new StringBuilder("""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>API</title>
            <link rel="stylesheet" href="/api.css">
            <script type="module" src="/api.js"></script>
            </head>
            <body>
            <header><h1>API</h1><p><a href="/">Search</a> · <a href="/openapi/v1.json">OpenAPI document</a> · <a href="#problems">Problems</a></p></header>
            <main>
            <noscript><p>The forms need JavaScript to send; the curl lines do not.</p></noscript>

            """);
        foreach (var tag in ApiReference.All.GroupBy(route => route.Tag))
        {
            page.Append(Plain, $"<h2>{Text(tag.Key)}</h2>\n");
            foreach (var route in tag) Route(page, route);
        }
        ProblemTable(page);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Route(StringBuilder page, RouteReference route)
    {
        page.Append(Plain, $"<details class=\"route\" id=\"{Text(route.Id)}\"><summary><code><b>{Text(route.Method)}</b> {Text(route.Path)}</code> {Text(route.Summary)}</summary>\n");
        if (route.Remarks is { } remarks) page.Append(Plain, $"<p>{Text(remarks)}</p>\n");
        page.Append(Plain, $"<form data-method=\"{Text(route.Method)}\" data-path=\"{Text(route.Path)}\"{(route.Body is { } kind ? $" data-type=\"{Text(kind.MediaType)}\"" : "")}>\n");
        var first = true;
        foreach (var group in route.Parameters.Where(p => !route.ParametersInBody || p.InPath).GroupBy(p => p.Group))
        {
            page.Append(Plain, $"<details class=\"group\"{(first ? " open" : "")}><summary>{Text(group.Key)}</summary>\n");
            foreach (var parameter in group) Input(page, route, parameter);
            page.Append("</details>\n");
            first = false;
        }
        if (route.Body is { } body) page.Append(Plain, $"<label>Body, {Text(body.MediaType)}<textarea name=\"\" rows=\"10\" spellcheck=\"false\">{Text(body.Example)}</textarea></label>\n");
        page.Append("<button>Send</button>\n</form>\n<pre class=\"curl\"></pre>\n<output><p class=\"status\"></p><pre class=\"answer\"></pre></output>\n</details>\n");
    }

    private static void Input(StringBuilder page, RouteReference route, ParameterReference parameter)
    {
        var id = Text($"{route.Id}-{parameter.Name}");
        var place = parameter.InPath ? " data-in=\"path\" required" : "";
        page.Append(Plain, $"<div class=\"parameter\"><label for=\"{id}\"><code>{Text(parameter.Name)}</code></label>");
        if (parameter.Words.Count > 0 && !parameter.Repeats)
        {
            page.Append(Plain, $"<select id=\"{id}\" name=\"{Text(parameter.Name)}\"{place}><option value=\"\">{Text(parameter.Default ?? "")}</option>");
            foreach (var word in parameter.Words.Where(word => word != parameter.Default)) page.Append(Plain, $"<option>{Text(word)}</option>");
            page.Append("</select>");
        }
        else
        {
            var value = parameter.InPath ? $" value=\"{Text(parameter.Example ?? "")}\"" : $" placeholder=\"{Text(parameter.Default ?? parameter.Example ?? "")}\"";
            page.Append(Plain, $"<input id=\"{id}\" name=\"{Text(parameter.Name)}\"{place}{(parameter.Repeats ? " data-repeats" : "")}{value} autocomplete=\"off\">");
        }
        page.Append(Plain, $"<small>{Text(parameter.Meaning)}{(parameter.Repeats && parameter.Words.Count > 0 ? Text(" " + string.Join(", ", parameter.Words)) : "")}</small></div>\n");
    }

    private static void ProblemTable(StringBuilder page)
    {
        page.Append("<h2 id=\"problems\">Problems</h2>\n<table><thead><tr><th>Status</th><th>Code</th><th>Meaning</th></tr></thead><tbody>\n");
        foreach (var code in Problems.Codes) page.Append(Plain, $"<tr id=\"{code.Code}\"><td>{code.Status}</td><td><code>{code.Code}</code></td><td>{Text(code.Title)}</td></tr>\n");
        page.Append("</tbody></table>\n");
    }

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
