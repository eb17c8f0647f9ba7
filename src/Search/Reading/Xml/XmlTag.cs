using System.Buffers;
using System.Text;

namespace Search.Reading.Xml;

/// <summary>The tag that was read last: its name and attributes.</summary>
internal sealed class XmlTag
{
    private const int LongestName = 256;
    private const int LongestValue = 64 * 1024;
    private const int MostAttributes = 256;
    private static readonly SearchValues<char> NameStops = SearchValues.Create(" \t\r\n\f\v/>=<\"'\0");
    private static readonly SearchValues<char> DoubleStops = SearchValues.Create("\"&");
    private static readonly SearchValues<char> SingleStops = SearchValues.Create("'&");
    private static readonly SearchValues<char> BareStops = SearchValues.Create(" \t\r\n\f\v>&<\0");
    private readonly List<(string Name, string Value)> attributes = [];
    private readonly StringBuilder value = new();

    /// <summary>As written, prefix included.</summary>
    public string Name { get; private set; } = "";
    public bool IsEmpty { get; private set; }
    /// <summary>In order, each name once; more than 256 are not kept.</summary>
    public IReadOnlyList<(string Name, string Value)> Attributes => attributes;

    /// <summary>Reads a tag from its name on to behind its end; false when the source ends in it. A tag that does not end takes nothing of the next.</summary>
    public bool Take(XmlCharacters characters, XmlNames names)
    {
        attributes.Clear();
        IsEmpty = false;
        Name = TakeName(characters, names);
        while (true)
        {
            characters.SkipSpace();
            switch (characters.Peek())
            {
                case < 0: return false;
                case '<': return true;
                case '>':
                    characters.Skip(1);
                    return true;
                case '/':
                    characters.Skip(1);
                    IsEmpty = characters.Peek() == '>';
                    break;
                case '=' or '"' or '\'':
                    characters.Skip(1);
                    break;
                default:
                    TakeAttribute(characters, names);
                    break;
            }
        }
    }

    private void TakeAttribute(XmlCharacters characters, XmlNames names)
    {
        var isKept = attributes.Count < MostAttributes;
        var name = TakeName(characters, isKept ? names : null);
        characters.SkipSpace();
        if (characters.Peek() != '=') return;
        characters.Skip(1);
        characters.SkipSpace();
        var quote = characters.Peek();
        if (quote is '"' or '\'') characters.Skip(1);
        TakeValue(characters, quote switch { '"' => DoubleStops, '\'' => SingleStops, _ => BareStops });
        if (quote is '"' or '\'' && characters.Peek() == quote) characters.Skip(1);
        if (isKept && !attributes.Exists(a => a.Name == name)) attributes.Add((name, value.ToString()));
    }

    private void TakeValue(XmlCharacters characters, SearchValues<char> stops)
    {
        value.Clear();
        while (true)
        {
            var run = characters.Run(stops);
            if (run.Length > 0)
            {
                if (value.Length < LongestValue) value.Append(run);
                characters.Skip(run.Length);
            }
            else if (characters.Peek() != '&') return;
            else if (value.Length < LongestValue) XmlEntity.Take(characters, value);
            else characters.Skip(1);
        }
    }

    /// <summary>A name; empty when it is not kept. A NUL is skipped.</summary>
    private static string TakeName(XmlCharacters characters, XmlNames? names)
    {
        var run = characters.Run(NameStops);
        if (run.Length == 0)
        {
            if (characters.Peek() == 0) characters.Skip(1);
            return "";
        }
        run = characters.Next(LongestName);
        var stop = run.IndexOfAny(NameStops);
        var name = names?.Of(stop < 0 ? run : run[..stop]) ?? "";
        while (characters.Run(NameStops) is { Length: > 0 } rest) characters.Skip(rest.Length);
        return name;
    }
}
