namespace Search.Reading.Json;

/// <summary>One value of a JSON source as bytes, or the beginning of an object up to a list in it that is read entry by entry.</summary>
internal sealed class JsonValue
{
    private readonly List<byte> value = [];
    private JsonScan scan;

    /// <summary>The bytes; null when they are more than an article can have.</summary>
    public byte[]? Bytes => value.Count > JsonArticle.MostBytes ? null : value.ToArray();

    /// <summary>Whether its end was met.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Whether the next byte opens the list.</summary>
    public bool IsAtList { get; private set; }

    /// <summary>Reads a value whose first byte is next, to its end or to the list.</summary>
    public static JsonValue Read(ByteReader bytes, JsonPath? path)
    {
        var read = new JsonValue();
        read.Go(bytes, path);
        return read;
    }

    /// <summary>The whole object, when the list in it is not to be read entry by entry after all. Its bracket was read.</summary>
    public byte[]? Rest(ByteReader bytes)
    {
        Take((byte)'[');
        Go(bytes, null);
        return Bytes;
    }

    /// <summary>Reads over what follows the list in the object.</summary>
    public void SkipRest(ByteReader bytes)
    {
        IsWhole = false;
        while (!IsWhole && bytes.Peek() is >= 0 and var b)
        {
            bytes.Next();
            scan.Next((byte)b);
            IsWhole = scan.Depth <= 0 && scan.IsOutside;
        }
    }

    private void Go(ByteReader bytes, JsonPath? path)
    {
        while (!IsWhole && bytes.Peek() is >= 0 and var b)
        {
            IsWhole = value.Count > 0 && scan.Depth == 0 && scan.IsOutside && (b is ',' or ']' or ' ' or '\n' or '\r' or '\t');
            if (IsWhole) return;
            IsAtList = b == '[' && path?.IsAtList == true;
            if (IsAtList) return;
            bytes.Next();
            path?.Next((byte)b);
            Take((byte)b);
            IsWhole = scan.Depth <= 0 && scan.IsOutside && (b is '}' or ']' or '"');
        }
    }

    private void Take(byte b)
    {
        scan.Next(b);
        if (value.Count <= JsonArticle.MostBytes) value.Add(b);
    }
}
