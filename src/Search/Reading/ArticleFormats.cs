using Search.Reading.Agency;
using Search.Reading.Feeds;
using Search.Reading.Html;
using Search.Reading.Json;
using Search.Reading.Plain;
using Search.Reading.Sgml;
using Search.Reading.Tables;

namespace Search.Reading;

/// <summary>Every format that is read, the particular ones first.</summary>
internal static class ArticleFormats
{
    public static IReadOnlyList<IArticleFormat> All { get; } =
    [
        new NitfFormat(),
        new NewsMlG2Format(),
        new NewsMl1Format(),
        new RssFormat(),
        new AtomFormat(),
        new JsonFormat(),
        new JsonLinesFormat(),
        new ReutersSgmlFormat(),
        new CsvFormat(),
        new HtmlPageFormat(),
        new PlainTextFormat(),
    ];

    /// <summary>Their names, for messages.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(f => f.Name));
}
