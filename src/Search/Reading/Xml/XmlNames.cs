namespace Search.Reading.Xml;

/// <summary>The names in foreign XML, each kept once, and what their prefixes stand for where they stand.</summary>
internal sealed class XmlNames
{
    public const string Xml = "http://www.w3.org/XML/1998/namespace";
    private const int MostDeclarations = 1000;
    private const int MostNames = 10_000;

    /// <summary>What everybody means by prefixes that many feeds forget to declare.</summary>
    private static readonly Dictionary<string, string> Usual = new()
    {
        ["xml"] = Xml,
        ["content"] = "http://purl.org/rss/1.0/modules/content/",
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["atom"] = "http://www.w3.org/2005/Atom",
        ["a10"] = "http://www.w3.org/2005/Atom",
        ["media"] = "http://search.yahoo.com/mrss/",
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    };

    private readonly HashSet<string> known = [];
    private readonly List<(string Prefix, string Namespace, int Depth)> declared = [];

    /// <summary>The name as one string.</summary>
    public string Of(ReadOnlySpan<char> name)
    {
        var names = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (names.TryGetValue(name, out var found)) return found;
        var text = name.ToString();
        if (known.Count < MostNames) known.Add(text);
        return text;
    }

    /// <summary>What an element at this depth declares. More than a thousand at once are not kept.</summary>
    public void Declare(string prefix, string uri, int depth)
    {
        if (declared.Count < MostDeclarations) declared.Add((prefix, Of(uri), depth));
    }

    /// <summary>Forgets what elements at this depth and below declared.</summary>
    public void Leave(int depth)
    {
        while (declared.Count > 0 && declared[^1].Depth >= depth) declared.RemoveAt(declared.Count - 1);
    }

    /// <summary>What a prefix stands for. One that was never declared stands for itself, so that its elements are nobody else's.</summary>
    public string Namespace(string prefix)
    {
        for (var i = declared.Count - 1; i >= 0; i--)
        {
            if (declared[i].Prefix == prefix) return declared[i].Namespace;
        }
        return prefix.Length == 0 ? "" : Usual.GetValueOrDefault(prefix) ?? "undeclared:" + prefix;
    }
}
