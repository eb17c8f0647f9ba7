using Search.Articles;

namespace Search.Reading.Mapped;

/// <summary>
/// Says where in foreign JSON or in a table the members of an article are. Written as a text file of lines <c>field = where</c>; immutable, safe to
/// share between threads.
/// </summary>
public sealed class ArticleMapping
{
    /// <summary>A mapping file <c>export.csv.map</c> beside <c>export.csv</c> is used by itself.</summary>
    public const string Extension = ".map";
    /// <summary>What to do when a source is in no form that is known, in words for people.</summary>
    internal const string Advice = "news index --map FILE, or a file of the same name with .map behind it, with lines such as title = headline, body = text, published = date";
    private const int MostBytes = 1024 * 1024;
    private const int MostNames = 20;
    private readonly Dictionary<string, FieldRule> rules;

    internal ArticleMapping(string file, IReadOnlyList<string> articles, IEnumerable<FieldRule> rules)
    {
        File = file;
        Articles = articles;
        this.rules = rules.ToDictionary(r => r.Field);
    }

    /// <summary>The path as given.</summary>
    public string File { get; }

    /// <summary>The name of the file, for messages.</summary>
    internal string Name => Path.GetFileName(File) is { Length: > 0 } name ? name : "the mapping";

    /// <summary>The members that lead to the list of articles in JSON; none when the source itself is that list.</summary>
    internal IReadOnlyList<string> Articles { get; }

    /// <summary>How a field is found; null when the mapping does not name it.</summary>
    internal FieldRule? this[string field] => rules.GetValueOrDefault(field);

    /// <summary>In the order of <see cref="MappingFields.All"/>.</summary>
    internal IEnumerable<FieldRule> Rules => MappingFields.All.Select(f => this[f]).OfType<FieldRule>();

    /// <summary>Reads a mapping file. A problem names the file, the line and what was expected there; nothing in the file makes it throw.</summary>
    public static Outcome<ArticleMapping> Read(string file)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > MostBytes }) return new ArticleProblem(ArticleProblem.InvalidBody, $"{file}: this is no mapping file, it has more than 1 MB.");
            return MappingText.Parse(System.IO.File.ReadAllText(file), file);
        }
        catch (Exception e) when (ReadErrors.IsForeign(e) || e is ArgumentException) { return new ArticleProblem(ArticleProblem.InvalidBody, $"{file}: {ReadErrors.Reason(e)}"); }
    }

    /// <summary>Names for a message, the first of many.</summary>
    internal static string Shown(IEnumerable<string> names)
    {
        var some = names.Take(MostNames + 1).Select(n => n.Length > 60 ? n[..60] + "…" : n).ToList();
        return some.Count > MostNames ? string.Join(", ", some.Take(MostNames)) + ", …" : some.Count == 0 ? "none" : string.Join(", ", some);
    }
}
