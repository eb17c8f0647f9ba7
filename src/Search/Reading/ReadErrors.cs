using System.Xml;

namespace Search.Reading;

/// <summary>What can go wrong while foreign bytes are read, in words for people.</summary>
internal static class ReadErrors
{
    /// <summary>Whether the exception is the source's fault; any other is ours and is not caught.</summary>
    public static bool IsForeign(Exception e) => e is IOException or UnauthorizedAccessException or InvalidDataException or XmlException or NotSupportedException;

    public static string Place(Exception e) => e is XmlException { LineNumber: > 0 } xml ? $"line {xml.LineNumber}" : "";

    public static string Reason(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "There is no such file or folder.",
        UnauthorizedAccessException => "There is no permission to read it.",
        XmlException => $"The XML is broken, the rest was not read: {e.Message}",
        InvalidDataException => $"It cannot be unpacked: {e.Message}",
        _ => $"It cannot be read: {e.Message}",
    };
}
