using System.Collections.Frozen;
using System.Numerics;

namespace Search.Text;

/// <summary>The small words of each language, from <c>language/stopwords/CODE.txt</c>: one word a line, lower case.</summary>
internal sealed class StopWords
{
    private const string Folder = "language/stopwords";
    private readonly FrozenDictionary<string, ulong> bits;
    private readonly FrozenDictionary<string, ulong> masks;
    private readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    private StopWords(string[] languages, Dictionary<string, ulong> words)
    {
        Languages = languages;
        bits = languages.Select((code, i) => (code, bit: 1UL << i)).ToFrozenDictionary(l => l.code, l => l.bit);
        masks = words.ToFrozenDictionary();
        bySpan = masks.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>No language, no small words.</summary>
    public static StopWords None { get; } = new([], []);

    /// <summary>ISO 639-1 codes in ordinal order; the place of a language is its bit in a mask.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>Reads every list of the folder; at most 64 languages count.</summary>
    public static StopWords Read(DataFolder data)
    {
        var files = Files(data).Take(64).ToArray();
        var words = new Dictionary<string, ulong>();
        for (var i = 0; i < files.Length; i++)
        {
            foreach (var line in data.Lines(files[i]))
            {
                var word = line.Trim().ToLowerInvariant();
                words[word] = words.GetValueOrDefault(word) | (1UL << i);
            }
        }
        return new StopWords([.. files.Select(f => Path.GetFileNameWithoutExtension(f))], words);
    }

    internal static IEnumerable<string> Files(DataFolder data) => data.Files(Folder, "*.txt");

    /// <summary>The languages, as bits, in which a lower-case word is a small word; 0 for none.</summary>
    internal ulong Mask(ReadOnlySpan<char> lower) => bySpan.TryGetValue(lower, out var mask) ? mask : 0;

    /// <summary>Whether a word, in whatever case, is a small word of a language; of any, when the language has no list.</summary>
    internal bool Has(string language, ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 24) return false;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        var place = bits.GetValueOrDefault(language, ulong.MaxValue);
        return (Mask(lower) & place) != 0;
    }

    /// <summary>A language's share in a word that others have too.</summary>
    internal static double Share(ulong mask) => 1.0 / BitOperations.PopCount(mask);
}
