using System.Text;

namespace Search.Reading.Html;

/// <summary>Mends what pages often do to their JSON.</summary>
internal static class JsonWrapping
{
    /// <summary>Without the comments and CDATA marks that hid scripts from old browsers, and a semicolon at the end.</summary>
    public static string Remove(string text)
    {
        var trimmed = text.AsSpan().Trim();
        string[] before = ["<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */", "<![CDATA[", "\uFEFF"];
        string[] after = ["-->", "//]]>", "// ]]>", "/*]]>*/", "/* ]]> */", "]]>", ";", "//"];
        for (var isFound = true; isFound;)
        {
            isFound = false;
            foreach (var mark in before)
            {
                if (!trimmed.StartsWith(mark, StringComparison.Ordinal)) continue;
                trimmed = trimmed[mark.Length..].TrimStart();
                isFound = true;
            }
            foreach (var mark in after)
            {
                if (!trimmed.EndsWith(mark, StringComparison.Ordinal)) continue;
                trimmed = trimmed[..^mark.Length].TrimEnd();
                isFound = true;
            }
        }
        return trimmed.ToString();
    }

    /// <summary>With line ends and other control characters inside strings as spaces, and escapes that JSON has not as their character.</summary>
    public static string Escape(string json)
    {
        var mended = new StringBuilder(json.Length);
        var inside = false;
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            if (c == '"') inside = !inside;
            if (inside && c == '\\' && i + 1 < json.Length)
            {
                if (json[i + 1] is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u') mended.Append(c);
                mended.Append(json[++i]);
            }
            else mended.Append(inside && c < ' ' ? ' ' : c);
        }
        return mended.ToString();
    }
}
