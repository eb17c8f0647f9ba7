using System.Security;
using Search.Articles;

namespace Search.Reading.Mapped;

/// <summary>Parses the text of a mapping file.</summary>
internal static class MappingText
{
    public static Outcome<ArticleMapping> Parse(string text, string file)
    {
        var rules = new Dictionary<string, FieldRule>();
        var settings = new List<(int Line, string Field, string Setting, string Value)>();
        IReadOnlyList<string> articles = [];
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim().TrimStart('\uFEFF');
            if (line.Length == 0 || line[0] == '#') continue;
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1) return Bad(file, number, $"\"{Short(line)}\" is no line of a mapping; write field = where, such as title = headline.");
            var (name, value) = (line[..equals].Trim(), line[(equals + 1)..].Trim());
            if (value.Length == 0) return Bad(file, number, $"Behind {name} = nothing is given; name a column or member, or a constant in quotes.");
            if (name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot) settings.Add((number, name[..dot], name[(dot + 1)..], value));
            else if (name == MappingFields.List) articles = Where(value).Path;
            else if (!MappingFields.All.Contains(name)) return Bad(file, number, $"\"{Short(name)}\" is no field; the fields are {MappingFields.List}, {string.Join(", ", MappingFields.All)}.");
            else if (rules.ContainsKey(name)) return Bad(file, number, $"{name} is given a second time; name all its places in one line, with commas between.");
            else if (Places(value) is { } places) rules.Add(name, new FieldRule(name, places));
            else return Bad(file, number, $"\"{Short(value)}\": a quote or a bracket is not closed, or a name between commas is missing.");
        }
        foreach (var (line, field, setting, value) in settings)
        {
            if (!rules.TryGetValue(field, out var rule)) return Bad(file, line, MappingFields.All.Contains(field) ? $"{field}.{setting} is set, but {field} is not; add a line {field} = where." : $"\"{Short(field)}\" is no field; the fields are {string.Join(", ", MappingFields.All)}.");
            if (!MappingFields.Settings(field).Contains(setting)) return Bad(file, line, NoSetting(field, setting));
            if (Set(rule, setting, Unquoted(value), out var problem) is not { } set) return Bad(file, line, problem);
            rules[field] = set;
        }
        if (!rules.ContainsKey(MappingFields.Body) && !rules.ContainsKey(MappingFields.Paragraphs)) return Bad(file, number, "Nothing says where the text is; add a line body = where, such as body = text.");
        if (rules.ContainsKey(MappingFields.Body) && rules.ContainsKey(MappingFields.Paragraphs)) return Bad(file, number, "Both body and paragraphs are given; keep one of them.");
        return new ArticleMapping(file, articles, rules.Values);
    }

    private static FieldRule? Set(FieldRule rule, string setting, string value, out string problem)
    {
        problem = "";
        switch (setting)
        {
            case "separator": return rule with { Separators = [value.Replace("\\t", "\t", StringComparison.Ordinal)] };
            case "type": return rule with { Type = value };
            case "zone" when Zone(value) is { } zone: return rule with { Zone = zone };
            case "zone":
                problem = $"\"{Short(value)}\" is no time zone; write one such as Europe/Berlin or UTC.";
                return null;
            case "format" when rule.Field is MappingFields.Body or MappingFields.Paragraphs && value is not ("html" or "text"):
                problem = $"\"{Short(value)}\" is no format of a text; it is html or text.";
                return null;
            case "format" when rule.Field is MappingFields.Published or MappingFields.Revised && !MappedDates.IsFormat(value):
                problem = $"\"{Short(value)}\" is no format of a date; write one such as dd.MM.yyyy HH:mm, yyyyMMdd or unix.";
                return null;
            default: return rule with { Format = value };
        }
    }

    private static string NoSetting(string field, string setting) => MappingFields.Settings(field) is { Count: > 0 } known
        ? $"{field} has no setting \"{Short(setting)}\"; it has {string.Join(" and ", known.Select(k => $"{field}.{k}"))}."
        : $"{field} has no settings.";

    private static TimeZoneInfo? Zone(string id)
    {
        try { return TimeZoneInfo.FindSystemTimeZoneById(id); }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or SecurityException) { return null; }
    }

    /// <summary>The places between commas; null when one is broken.</summary>
    private static List<Where>? Places(string value)
    {
        var places = new List<Where>();
        for (var at = 0; at <= value.Length;)
        {
            while (at < value.Length && value[at] == ' ') at++;
            var close = at < value.Length ? value[at] switch { '"' => '"', '[' => ']', _ => '\0' } : '\0';
            var end = close == '\0' ? value.IndexOf(',', at) : value.IndexOf(close, at + 1);
            if (close != '\0' && end < 0) return null;
            if (end < 0) end = value.Length;
            var text = close == '\0' ? value[at..end].Trim() : value[(at + 1)..end];
            if (text.Length == 0) return null;
            places.Add(close == '\0' ? new Where(text) : new Where(text) { IsConstant = close == '"', IsOneName = close == ']' });
            at = close == '\0' ? end : end + 1;
            while (at < value.Length && value[at] == ' ') at++;
            if (at < value.Length && value[at] != ',') return null;
            at++;
        }
        return places;
    }

    private static Where Where(string value) => Places(value)?[0] ?? new Where(value);

    private static string Unquoted(string value) => value.Length > 1 && value[0] == '"' && value[^1] == '"' ? value[1..^1] : value;

    private static ArticleProblem Bad(string file, int line, string reason) => new(ArticleProblem.InvalidBody, $"{file}, line {line}: {reason}");

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
