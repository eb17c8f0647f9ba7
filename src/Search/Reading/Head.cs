namespace Search.Reading;

/// <summary>The first kilobytes of a source, by which its format is told.</summary>
internal sealed class Head
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Length = 8192;

    public Head(ReadOnlySpan<byte> bytes, TextEncoding encoding)
    {
        IsWhole = bytes.Length < Length;
        var text = encoding.Encoding.GetString(bytes[encoding.MarkLength..]);
        Text = text.TrimStart();
        IsBinary = CountControls(text) > text.Length / 50;
    }

    /// <summary>Decoded, without byte order mark and white space before the first character. A character cut at the end may be wrong.</summary>
    public string Text { get; }

    /// <summary>Whether there is nothing behind it.</summary>
    public bool IsWhole { get; }

    /// <summary>The mapping that is given for the source, if any.</summary>
    public Mapped.ArticleMapping? Mapping { get; init; }

    /// <summary>Whether it is no text at all.</summary>
    public bool IsBinary { get; }

    /// <summary>The name of the root element, prefix included; empty when the text is no XML.</summary>
    public string RootElement()
    {
        var at = 0;
        while (at < Text.Length && Text[at] == '<')
        {
            if (Text.AsSpan(at).StartsWith("<!--")) at = Past("-->", at);
            else if (Text.AsSpan(at).StartsWith("<?")) at = Past("?>", at);
            else if (Text.AsSpan(at).StartsWith("<!")) at = PastDeclaration(at);
            else
            {
                var end = at + 1;
                while (end < Text.Length && !char.IsWhiteSpace(Text[end]) && Text[end] is not ('>' or '/')) end++;
                return Text[(at + 1)..end];
            }
            while (at < Text.Length && char.IsWhiteSpace(Text[at])) at++;
        }
        return "";
    }

    /// <summary>The name of the root element without its prefix; when the document type hides the element, the name that it gives. Empty when the text is no XML.</summary>
    public string RootName()
    {
        var name = RootElement();
        if (name.Length == 0 && Text.IndexOf("<!DOCTYPE", StringComparison.Ordinal) is var at and >= 0 && IsXml)
        {
            var start = Text[(at + 9)..].TrimStart();
            name = start[..(start.IndexOfAny([' ', '\t', '\r', '\n', '[', '>']) is var end and >= 0 ? end : 0)];
        }
        return name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>Whether it begins as only mark-up does.</summary>
    public bool IsXml => Text.StartsWith("<?xml", StringComparison.Ordinal) || Text.StartsWith("<!", StringComparison.Ordinal) || RootElement().Length > 0;

    private int Past(string end, int from)
    {
        var at = Text.IndexOf(end, from, StringComparison.Ordinal);
        return at < 0 ? Text.Length : at + end.Length;
    }

    /// <summary>Behind <c>&lt;!DOCTYPE ... [ ... ]&gt;</c>.</summary>
    private int PastDeclaration(int from)
    {
        var inside = false;
        for (var at = from; at < Text.Length; at++)
        {
            if (Text[at] is '[' or ']') inside = Text[at] == '[';
            else if (Text[at] == '>' && !inside) return at + 1;
        }
        return Text.Length;
    }

    private static int CountControls(string text)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (c is < ' ' and not ('\t' or '\n' or '\r' or '\f') or '\uFFFD') count++;
        }
        return count;
    }
}
