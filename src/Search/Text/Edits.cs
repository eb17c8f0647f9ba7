namespace Search.Text;

/// <summary>
/// Edits between two words: insertions, deletions, replacements and swaps of neighbours, no letter edited twice (the restricted
/// Damerau-Levenshtein distance).
/// </summary>
internal static class Edits
{
    /// <summary>Longer words are no spelling of each other; it also bounds the stack.</summary>
    private const int LongestWord = 64;

    /// <summary>Whether one edit at most lies between two words.</summary>
    public static bool WithinOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var start = a.CommonPrefixLength(b);
        var restA = a[start..];
        var restB = b[start..];
        if (restA.Length == 0 || restB.Length == 0) return true;
        if (restA.Length == restB.Length)
        {
            if (restA[1..].SequenceEqual(restB[1..])) return true;
            return restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]);
        }
        return restA.Length > restB.Length ? restA[1..].SequenceEqual(restB) : restB[1..].SequenceEqual(restA);
    }

    /// <summary>The edits between two words; <paramref name="most"/> + 1 when there are more.</summary>
    public static int Count(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || Math.Max(a.Length, b.Length) > LongestWord) return most + 1;
        Span<int> rows = stackalloc int[3 * (LongestWord + 1)];
        var width = b.Length + 1;
        for (var j = 0; j < width; j++) rows[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var row = rows.Slice(i % 3 * width, width);
            var above = rows.Slice((i + 2) % 3 * width, width);
            var beforeAbove = rows.Slice((i + 1) % 3 * width, width);
            var least = row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var edits = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) edits = Math.Min(edits, beforeAbove[j - 2] + 1);
                row[j] = edits;
                least = Math.Min(least, edits);
            }
            if (least > most) return most + 1;
        }
        return Math.Min(rows[(a.Length % 3 * width) + b.Length], most + 1);
    }

    /// <summary>Insertions, deletions and replacements between two words (Levenshtein); a swap of neighbours is two.</summary>
    public static int Levenshtein(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
