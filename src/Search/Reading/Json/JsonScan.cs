namespace Search.Reading.Json;

/// <summary>Follows JSON byte by byte, only as far as to know where its values end. Does not judge whether it is valid.</summary>
internal struct JsonScan
{
    private bool inString;
    private bool escaped;

    /// <summary>How many objects and lists are open.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether the last byte stood outside of every string, or closed one.</summary>
    public readonly bool IsOutside => !inString;

    public void Next(byte b)
    {
        if (inString)
        {
            if (escaped) escaped = false;
            else if (b == '\\') escaped = true;
            else if (b == '"') inString = false;
            return;
        }
        if (b == '"') inString = true;
        else if (b is (byte)'{' or (byte)'[') Depth++;
        else if (b is (byte)'}' or (byte)']') Depth--;
    }

    /// <summary>Whether a text is one whole value and nothing else.</summary>
    public static bool IsWhole(ReadOnlySpan<char> text)
    {
        var scan = new JsonScan();
        for (var i = 0; i < text.Length; i++)
        {
            scan.Next(text[i] < 0x80 ? (byte)text[i] : (byte)'x');
            if (scan.Depth == 0 && scan.IsOutside) return i > 0 && text[(i + 1)..].Trim().Length == 0;
        }
        return false;
    }
}
