namespace Search.Reading.Json;

/// <summary>Follows where in its members JSON is, byte by byte, as far as one list that is looked for. Bounded: deeper names are not kept.</summary>
internal sealed class JsonPath(IReadOnlyList<string> list)
{
    private const int LongestName = 256;
    private readonly string[] names = new string[list.Count];
    private readonly List<byte> text = [];
    private bool inString;
    private bool escaped;
    private int depth;
    private int lists;

    /// <summary>Whether the next <c>[</c> opens the list that is looked for.</summary>
    public bool IsAtList => !inString && lists == 0 && list.Count > 0 && depth == list.Count && names.AsSpan().SequenceEqual(list.ToArray());

    public void Next(byte b)
    {
        if (inString)
        {
            if (escaped) escaped = false;
            else if (b == '\\') escaped = true;
            else if (b == '"') inString = false;
            if (inString && text.Count < LongestName) text.Add(b);
        }
        else if (b == '"') (inString, _) = (true, Clear());
        else if (b == ':' && lists == 0 && depth > 0 && depth <= names.Length) names[depth - 1] = System.Text.Encoding.UTF8.GetString([.. text]);
        else if (b == '{') depth++;
        else if (b == '}') depth--;
        else if (b == '[') lists++;
        else if (b == ']') lists--;
    }

    private bool Clear()
    {
        text.Clear();
        return true;
    }
}
