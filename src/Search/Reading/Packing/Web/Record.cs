using System.Globalization;

namespace Search.Reading.Packing.Web;

/// <summary>The header of one record of a web archive.</summary>
/// <param name="Url">As it stands there.</param>
/// <param name="Length">Of its content, in bytes.</param>
internal sealed record Record(string Url, long Length)
{
    /// <summary>What kind of record it is, when it holds nothing that was served, such as <c>request</c>; empty when it does.</summary>
    public string Other { get; init; } = "";

    /// <summary>Of the content, or of what HTTP wraps.</summary>
    public string? MediaType { get; init; }

    public DateTimeOffset? Fetched { get; init; }

    /// <summary>Why the record is left out, in a word or two; null when it may hold an article.</summary>
    public string? LeftOut
    {
        get
        {
            if (Other.Length > 0) return Other;
            if (!Uri.TryCreate(Address, UriKind.Absolute, out var uri)) return null;
            if (uri.Scheme is not ("http" or "https" or "ftp" or "file")) return uri.Scheme + ":";
            return uri.AbsolutePath == "/robots.txt" ? "robots.txt" : null;
        }
    }

    /// <summary>The address with its spaces written as an address has them.</summary>
    public string Address => Url.Trim().TrimStart('<').TrimEnd('>').Replace(" ", "%20", StringComparison.Ordinal);

    /// <summary>A length; null when the text is no number from 0 on.</summary>
    public static long? ReadLength(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;
}
