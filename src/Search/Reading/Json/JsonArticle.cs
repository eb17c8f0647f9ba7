using System.Text;
using System.Text.Unicode;
using Search.Articles;

namespace Search.Reading.Json;

/// <summary>One article of a JSON source.</summary>
internal static class JsonArticle
{
    /// <summary>An article of the greatest length, all of it escaped, is smaller.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>The article, or why it is none; <paramref name="json"/> is null when there were more than <see cref="MostBytes"/>.</summary>
    public static ReadItem Read(Source source, string place, byte[]? json)
    {
        if (json is null) return source.Problem(place, $"The article has more than {MostBytes / (1024 * 1024)} MB; split it.");
        if (!Utf8.IsValid(json)) json = Encoding.UTF8.GetBytes(TextEncoding.LenientUtf8.GetString(json));
        var outcome = ArticleJson.Parse(json);
        return outcome.Value is { } draft ? source.Article(place, draft) : source.Problem(place, outcome.Problem!.Detail);
    }
}
