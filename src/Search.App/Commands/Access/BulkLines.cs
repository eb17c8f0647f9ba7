using System.Text.Json;
using Search.Archive;
using Search.Articles;

namespace Search.App.Commands.Access;

/// <summary>The body of a bulk request and how many articles it holds.</summary>
internal readonly record struct BulkBody(ReadOnlyMemory<byte> Json, int Articles);

/// <summary>JSON lines of the bulk route, both ways.</summary>
internal static class BulkLines
{
    /// <summary>A body is closed before it would grow past this; one article alone may.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Articles as bodies, in order.</summary>
    public static IEnumerable<BulkBody> Pack(IReadOnlyList<ArticleDraft> drafts, int maxBytes = MaxBytes)
    {
        var body = new MemoryStream();
        var articles = 0;
        foreach (var draft in drafts)
        {
            var line = ArticleJson.Write(draft);
            if (articles > 0 && body.Length + line.Length + 1 > maxBytes)
            {
                yield return new BulkBody(body.ToArray(), articles);
                body.SetLength(0);
                articles = 0;
            }
            body.Write(line);
            body.WriteByte((byte)'\n');
            articles++;
        }
        if (articles > 0) yield return new BulkBody(body.ToArray(), articles);
    }

    /// <summary>One answer for each article that was sent.</summary>
    /// <exception cref="CommandFailure">The server answered with fewer: the connection was cut, or it is not ours.</exception>
    public static List<WriteAnswer> Read(Reply reply, int articles, string place)
    {
        var answers = new List<WriteAnswer>(articles);
        try
        {
            foreach (var line in Lines(reply.Json))
            {
                using var json = JsonDocument.Parse(line);
                answers.Add(Answer(json.RootElement));
            }
        }
        catch (JsonException)
        {
            answers.Clear();
        }
        return answers.Count == articles ? answers : throw new CommandFailure(ExitCode.Unexpected,
            $"{place} answered {answers.Count} of {articles} articles. Run the command again: what is stored already counts as unchanged.");
    }

    /// <summary>What a problem says, for people.</summary>
    public static string Reason(Reply reply)
    {
        try
        {
            using var json = reply.Parse();
            return json.RootElement.Text("detail") ?? json.RootElement.Text("title") ?? $"status {reply.Status}";
        }
        catch (JsonException)
        {
            return $"status {reply.Status}";
        }
    }

    private static WriteAnswer Answer(JsonElement line)
    {
        var problem = line.Member("problem") is { ValueKind: JsonValueKind.Object } told
            ? new ArticleProblem(told.Text("code") ?? ArticleProblem.InvalidBody, told.Text("detail") ?? told.Text("title") ?? "refused") : null;
        WriteResult? result = Enum.TryParse<WriteResult>(line.Text("result"), ignoreCase: true, out var known) ? known : null;
        return new WriteAnswer(line.Text("id"), result, (int)line.Number("version"), (int)line.Number("paragraphs"), line.Number("generation"), problem);
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> text)
    {
        while (text.Length > 0)
        {
            var end = text.Span.IndexOf((byte)'\n');
            var line = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            if (line.Span.ContainsAnyExcept(" \r\t"u8)) yield return line;
        }
    }
}
