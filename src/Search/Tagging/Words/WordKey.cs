using Search.Text;

namespace Search.Tagging.Words;

/// <summary>
/// A 64-bit key of a word's folded form (<see cref="Tokenizer.Form"/>), so that words are compared and looked up without making strings.
/// The key of a word's beginning is a state on the way to its own.
/// </summary>
internal static class WordKey
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Empty => Offset;

    /// <summary>The key after one more folded character.</summary>
    public static ulong Add(ulong key, char c) => (key ^ c) * Prime;

    /// <summary>The key of a form that is folded already.</summary>
    public static ulong Of(ReadOnlySpan<char> form)
    {
        var key = Offset;
        foreach (var c in form) key = Add(key, c);
        return key;
    }

    /// <summary>The key of a word of a text; equal to that of its form.</summary>
    public static ulong Of(string text, Token token)
    {
        var key = Offset;
        for (var i = token.Start; i < token.End; i++)
        {
            var c = text[i];
            if (c is >= 'A' and <= 'Z') c = (char)(c | 0x20);
            else if (c is not (>= 'a' and <= 'z' or >= '0' and <= '9')) return Of(Tokenizer.Form(text, token));
            key = Add(key, c);
        }
        return key;
    }
}
