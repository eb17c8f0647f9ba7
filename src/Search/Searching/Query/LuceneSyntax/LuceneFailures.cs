using System.Buffers;
using System.Globalization;
using Lucene.Net.QueryParsers.Flexible.Standard.Parser;

namespace Search.Searching.Query.LuceneSyntax;

/// <summary>What becomes of a text that Lucene's parser does not take: strict a refusal, lenient our own reading of it and a warning.</summary>
internal static class LuceneFailures
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The refusal or the reading in its place.</summary>
    /// <param name="thrown">What the parser threw.</param>
    /// <param name="text">The query as typed.</param>
    /// <param name="source">The text that was parsed, with the same offsets.</param>
    /// <param name="match">As asked.</param>
    /// <param name="strict">Whether it is refused.</param>
    public static ParsedQuery Result(Exception thrown, string text, string source, MatchMode match, bool strict)
    {
        if (thrown is ParseException { CurrentToken: null } && TooFuzzy(source) is { } fuzzy)
        {
            var notes = new QueryNotes(text);
            notes.Refuse("query_syntax", LuceneMessages.Fuzzy, fuzzy.Position, fuzzy.Length, ["~1"], "~1");
            return notes.Result(null, strict);
        }
        var plain = QueryParser.Parse(text);
        var (message, position, length, expected) = Describe(thrown, source);
        if (strict) return new ParsedQuery(null, [], new QueryError("query_syntax", message + ".", position, length, text.Substring(position, length), expected, Suggestion(plain.Root, match)));
        if (plain.Error is not null) return plain;
        var warning = new QueryWarning(position, length, LuceneMessages.AsPlainWords(message), Suggestion(plain.Root, match));
        return plain with { Warnings = [warning, .. plain.Warnings.Take(QueryLimits.Warnings - 1)] };
    }

    private static (string Message, int Position, int Length, IReadOnlyList<string> Expected) Describe(Exception thrown, string source)
    {
        if (thrown is ParseException { CurrentToken.Next: { } token } parse)
        {
            var position = Math.Clamp(token.BeginColumn, 0, source.Length);
            var length = token.Kind == 0 ? 0 : Math.Min(token.Image?.Length ?? 0, source.Length - position);
            return (LuceneMessages.Unexpected(source.Substring(position, length)), position, length, Expected(parse));
        }
        var at = LuceneText.Unclosed(source);
        if (at < 0) at = BadEscape(source);
        if (at == source.Length) return (LuceneMessages.Unexpected(""), at, 0, []);
        return source[at] switch
        {
            '"' => (LuceneMessages.Unclosed, at, 1, ["\""]),
            '/' => (LuceneMessages.Slash, at, 1, ["\\/"]),
            _ => (LuceneMessages.Backslash, at, 1, ["\\\\"]),
        };
    }

    /// <summary>What could have stood there, in the words of people.</summary>
    private static List<string> Expected(ParseException parse) => [.. (parse.ExpectedTokenSequences ?? [])
        .Where(s => s.Length > 0).Select(s => Name(parse.TokenImage![s[0]])).OfType<string>().Distinct()];

    private static string? Name(string image) => image switch
    {
        "<EOF>" => "the end",
        "<TERM>" or "<NUMBER>" => "a word",
        "<QUOTED>" => "a phrase",
        "<RANGE_GOOP>" or "<RANGE_QUOTED>" => "a date",
        "<AND>" or "<OR>" or "<NOT>" => image.Trim('<', '>'),
        "\"(\"" or "\")\"" or "\"+\"" or "\"-\"" or "\"TO\"" or "\"]\"" or "\"}\"" => image.Trim('"'),
        _ => null,
    };

    /// <summary>Our reading, where it means the same in Lucene's syntax; else its words if it holds nothing else; null when these do not help either.</summary>
    private static string? Suggestion(QueryNode? plain, MatchMode match)
    {
        if (plain is null) return null;
        if (LuceneReader.Sound(plain.ToString(), match) is { } same && same.Equals(plain)) return plain.ToString();
        if (QueryTree.Leaves(plain).Any(leaf => leaf is not WordNode)) return null;
        var words = string.Join(' ', QueryTree.Leaves(plain).OfType<WordNode>().Select(w => LuceneText.Escape(QueryText.TrimPunctuation(w.Text))));
        return LuceneReader.Sound(words, match) is null ? null : words;
    }

    /// <summary><c>word~1.5</c>, which Lucene's parser refuses by itself, without a place.</summary>
    private static LucenePlace? TooFuzzy(string source)
    {
        for (var at = source.IndexOf('~', StringComparison.Ordinal); at >= 0; at = source.IndexOf('~', at + 1))
        {
            var end = LuceneText.FuzzyEnd(source, at);
            var number = source.AsSpan(at + 1, end - at - 1);
            if (at == 0 || source[at - 1] is '"' or '\\' || !number.Contains('.')) continue;
            if (double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var edits) && edits >= 1) return LucenePlace.Between(at, end);
        }
        return null;
    }

    /// <summary>A <c>\u</c> that four hexadecimal digits do not follow; the end when there is none.</summary>
    private static int BadEscape(string source)
    {
        for (var at = 0; at < source.Length; at++)
        {
            if (source[at] != '\\') continue;
            if (at + 1 < source.Length && source[at + 1] == 'u' && (at + 6 > source.Length || source.AsSpan(at + 2, 4).IndexOfAnyExcept(Hexadecimal) >= 0)) return at;
            at++;
        }
        return source.Length;
    }
}
