using Lucene.Net.Util;
using Search.Articles;

namespace Search.Indexing;

/// <summary>What a paragraph is counted, filtered and sorted by: kind, length, date, the distinct uses of names (<see cref="NameUse"/>), the topics with their ancestors and the <see cref="Analysis.QuotedWords"/>.</summary>
internal static class ParagraphRow
{
    public static BytesRef Pack(ParagraphKind kind, int length, long published, IReadOnlyList<uint> ascendingNames, IReadOnlyList<int> ascendingTopics, IReadOnlyList<uint> quoted)
    {
        var to = new PackedWriter();
        to.Byte((byte)kind);
        to.Int(length);
        Row.Date(to, published);
        Row.Ascending(to, ascendingNames);
        Row.Ascending(to, [.. ascendingTopics.Select(t => (uint)t)]);
        Row.Ascending(to, quoted);
        return new BytesRef(to.ToArray());
    }
}

/// <summary>The same of an article: length, date, source, language, group (its own number until it joins near-duplicates) and authors.</summary>
internal static class ArticleRow
{
    public static BytesRef Pack(int length, long published, int? source, int lang, long group, IReadOnlyList<int> ascendingAuthors)
    {
        var to = new PackedWriter();
        to.Byte(Schema.ArticleKind);
        to.Int(length);
        Row.Date(to, published);
        to.Int(source + 1 ?? 0);
        to.Int(lang);
        to.Number((ulong)group);
        Row.Ascending(to, [.. ascendingAuthors.Select(a => (uint)a)]);
        return new BytesRef(to.ToArray());
    }
}

/// <summary>The parts that rows are made of.</summary>
internal static class Row
{
    /// <summary>Seconds before or after 1970; 0 stands for no date.</summary>
    public static void Date(PackedWriter to, long seconds) => to.Number(seconds == Schema.NoDate ? 0 : ((ulong)((seconds << 1) ^ (seconds >> 63))) + 1);

    public static long Date(ref PackedReader from)
    {
        var packed = from.Number();
        if (packed == 0) return Schema.NoDate;
        packed--;
        return (long)(packed >> 1) ^ -(long)(packed & 1);
    }

    /// <summary>Ascending numbers as their count and gaps.</summary>
    public static void Ascending(PackedWriter to, IReadOnlyList<uint> values)
    {
        to.Int(values.Count);
        uint last = 0;
        foreach (var value in values)
        {
            to.Number(value - last);
            last = value;
        }
    }

    public static void Ascending(ref PackedReader from, IRowBuilder into)
    {
        uint last = 0;
        for (var count = from.Int(); count > 0; count--) into.Add(last += (uint)from.Number());
        into.EndRow();
    }
}
