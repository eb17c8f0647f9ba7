using System.Globalization;

namespace Search.App.Commands.Printing;

/// <summary>
/// Foreign text made safe for a terminal: no escape sequences, control characters or marks that turn the direction of writing.
/// Each character is replaced by one character, so offsets stay true.
/// </summary>
internal static class Printable
{
    private const char Replacement = '\uFFFD';

    /// <summary>Text of one line: line ends and tabs become spaces.</summary>
    public static string Line(string? text) => Replace(text, keepLines: false);

    /// <summary>Text that may have several lines.</summary>
    public static string Text(string? text) => Replace(text, keepLines: true);

    private static string Replace(string? text, bool keepLines)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        return string.Create(text.Length, (text, keepLines), static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = Safe(from.text, i, from.keepLines);
        });
    }

    private static char Safe(string text, int at, bool keepLines)
    {
        var c = text[at];
        if (c == '\n' && keepLines) return c;
        if (c is '\n' or '\r' or '\t' or '\u2028' or '\u2029') return ' ';
        if (char.IsHighSurrogate(c)) return at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? c : Replacement;
        if (char.IsLowSurrogate(c)) return at > 0 && char.IsHighSurrogate(text[at - 1]) ? c : Replacement;
        return char.IsControl(c) || TurnsWriting(c) || char.GetUnicodeCategory(c) == UnicodeCategory.OtherNotAssigned ? Replacement : c;
    }

    private static bool TurnsWriting(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C' or '\uFEFF';
}
