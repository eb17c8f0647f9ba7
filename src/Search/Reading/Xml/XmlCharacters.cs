using System.Buffers;

namespace Search.Reading.Xml;

/// <summary>The characters of foreign XML, read forward through a small window; counts the lines.</summary>
internal sealed class XmlCharacters(TextReader reader) : IDisposable
{
    private readonly char[] buffer = new char[16384];
    private int at;
    private int end;

    /// <summary>The line of the next character, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The next character, or one a little behind it, which all stay; -1 at the end.</summary>
    public int Peek(int ahead = 0) => at + ahead < end || Fill(ahead + 1) ? buffer[at + ahead] : -1;

    /// <summary>Whether these characters, a few, come next; they stay.</summary>
    public bool Starts(string text) => (end - at >= text.Length || Fill(text.Length)) && buffer.AsSpan(at, text.Length).SequenceEqual(text);

    /// <summary>What lies ready up to the first of the stops; it stays. Empty only at a stop and at the end.</summary>
    public ReadOnlySpan<char> Run(SearchValues<char> stops, int longest = int.MaxValue)
    {
        if (Peek() < 0) return [];
        var rest = buffer.AsSpan(at, Math.Min(end - at, longest));
        var stop = rest.IndexOfAny(stops);
        return stop < 0 ? rest : rest[..stop];
    }

    /// <summary>At least <paramref name="count"/> characters, or all that are left; they stay.</summary>
    public ReadOnlySpan<char> Next(int count)
    {
        if (end - at < count) Fill(count);
        return buffer.AsSpan(at, Math.Min(end - at, count));
    }

    /// <summary>Moves over characters that were seen.</summary>
    public void Skip(int count)
    {
        Line += buffer.AsSpan(at, count).Count('\n');
        at += count;
    }

    /// <summary>Moves behind the next place where these characters stand; false at the end.</summary>
    public bool SkipPast(string text)
    {
        var first = SearchValues.Create(text.AsSpan(0, 1));
        while (Peek() >= 0)
        {
            if (Run(first) is { Length: > 0 } run) Skip(run.Length);
            else if (Starts(text))
            {
                Skip(text.Length);
                return true;
            }
            else Skip(1);
        }
        return false;
    }

    public void SkipSpace()
    {
        while (Peek() is >= 0 and <= ' ') Skip(1);
    }

    public void Dispose() => reader.Dispose();

    private bool Fill(int count)
    {
        buffer.AsSpan(at, end - at).CopyTo(buffer);
        end -= at;
        at = 0;
        while (end < count)
        {
            var read = reader.Read(buffer, end, buffer.Length - end);
            if (read <= 0) return false;
            end += read;
        }
        return true;
    }
}
