using Search.Indexing.Analysis;

namespace Search.Indexing;

/// <summary>What an index must have been made with to be read: of which archive, by which schema, analyzer, reader of paragraphs and tagger.</summary>
internal sealed record EditionStamp(string StoreId, string Tagger, string Composer)
{
    private const string Prefix = "news.";
    private const string SequenceKey = Prefix + "sequence";

    private static string Analyzer => $"tokens-{Text.Tokenizer.Version} stems-{Stemmer.Version}";

    /// <summary>The form stored with a commit.</summary>
    public Dictionary<string, string> UserData(long sequence) => new()
    {
        [Prefix + "store"] = StoreId,
        [Prefix + "schema"] = Schema.Version,
        [Prefix + "analyzer"] = Analyzer,
        [Prefix + "composer"] = Composer,
        [Prefix + "tagger"] = Tagger,
        [SequenceKey] = sequence.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>The sequence number that a commit holds; null when the commit was made with something else.</summary>
    public long? Sequence(IDictionary<string, string> userData)
    {
        foreach (var (key, value) in UserData(0))
        {
            if (key != SequenceKey && (!userData.TryGetValue(key, out var stored) || stored != value)) return null;
        }
        return userData.TryGetValue(SequenceKey, out var number) && long.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var sequence) ? sequence : null;
    }
}
