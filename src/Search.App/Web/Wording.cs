using System.Globalization;
using Search.Searching;
using Search.Tagging;

namespace Search.App.Web;

/// <summary>How the pages write numbers, times and the words of the contract.</summary>
internal static class Wording
{
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 article", "1,204 articles".</summary>
    public static string Count(long number, string noun) => number == 1 ? "1 " + noun : $"{Number(number)} {noun}s";

    /// <summary>A day, with the time unless it is midnight sharp: then the source gave only a day.</summary>
    public static string Time(DateTimeOffset time, TimeZoneInfo? zone = null)
    {
        var local = TimeZoneInfo.ConvertTime(time, zone ?? TimeZoneInfo.Utc);
        return local.ToString(local.TimeOfDay == TimeSpan.Zero ? "d MMM yyyy" : "d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
    }

    public static string Day(DateTimeOffset time, TimeZoneInfo? zone = null) =>
        TimeZoneInfo.ConvertTime(time, zone ?? TimeZoneInfo.Utc).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>For <c>datetime=</c>.</summary>
    public static string Machine(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The language's name in English; its code when it has none.</summary>
    public static string Language(string code)
    {
        if (code is "und" or "") return "Language unknown";
        try
        {
            var name = CultureInfo.GetCultureInfo(code).EnglishName;
            return name.StartsWith("Unknown", StringComparison.Ordinal) ? code : name;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    /// <summary>For <c>lang=</c>; null, and so left out, when it is not known.</summary>
    public static string? Lang(string code) => code is "und" or "" ? null : code;

    /// <summary>The word that the contract, the style sheet and the icons have for a type.</summary>
    public static string Type(ActorType type) => Word(type);

    /// <summary>A word of the contract as it stands in JSON; only for enumerations whose names are single words.</summary>
    public static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>The name of a parameter that filters, for people: "source", "actor type".</summary>
    public static string Parameter(string name) => name.Split('.') switch
    {
        ["lang", ..] => "language",
        ["actor", "type" or "via" or "role"] parts => "actor " + parts[1],
        [var field, ..] => field,
        _ => name,
    };

    /// <summary>A filter's value for people.</summary>
    public static string Value(string name, string value) => name.Split('.')[0] switch
    {
        "lang" => Language(value),
        "published" => Published(value),
        _ => value,
    };

    public static string Value(FacetField field, FacetValue value) =>
        field == FacetField.Lang ? Language(value.Id) : value.Label.Length > 0 ? value.Label : value.Id;

    private static string Published(string value)
    {
        var (from, to) = SearchForm.Dates(value);
        return (from, to) switch
        {
            (null, null) => value.Length > 1 && char.IsAsciiLetter(value[^1]) ? "last " + value : value,
            (null, _) => "until " + Written(to),
            (_, null) => "from " + Written(from),
            _ => from == to ? Written(from) : $"{Written(from)} – {Written(to)}",
        };
    }

    private static string Written(string? day) =>
        DateTime.ParseExact(day!, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
