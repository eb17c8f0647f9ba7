using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.El;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Hu;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Search.Indexing.Analysis;

/// <summary>The stemmers, one a language. Light ones where there is a choice: news is searched for names as much as for words.</summary>
internal static class Stemmer
{
    /// <summary>Part of the index's fingerprint: stems in an index must come from these.</summary>
    public const string Version = "2";

    /// <summary>English plurals that are words of their own.</summary>
    private static readonly HashSet<string> OwnPlurals =
        ["customs", "economics", "electronics", "ethics", "futures", "genetics", "goods", "mathematics", "means", "physics", "politics", "proceeds", "savings", "series", "species"];

    /// <summary>
    /// The stemmer of a language; the word itself for a language without one. Not safe for several threads: each caller holds its own.
    /// </summary>
    public static Func<string, string> For(string language) => language switch
    {
        "en" => English(),
        "de" => Light(new GermanLightStemmer().Stem),
        "fr" => Light(new FrenchLightStemmer().Stem),
        "es" => Light(new SpanishLightStemmer().Stem),
        "it" => Light(new ItalianLightStemmer().Stem),
        "pt" => Light(new PortugueseLightStemmer().Stem),
        "nl" => Snowball(new DutchStemmer()),
        "sv" => Light(new SwedishLightStemmer().Stem),
        "no" or "nb" or "nn" => Light(new NorwegianLightStemmer(NorwegianStandard.BOKMAAL | NorwegianStandard.NYNORSK).Stem),
        "fi" => Light(new FinnishLightStemmer().Stem),
        "hu" => Light(new HungarianLightStemmer().Stem),
        "ru" => Light(new RussianLightStemmer().Stem),
        "cs" => Light(new CzechStemmer().Stem),
        "bg" => Light(new BulgarianStemmer().Stem),
        "lv" => Light(new LatvianStemmer().Stem),
        "hi" => Light(new HindiStemmer().Stem),
        "el" => Light(new GreekStemmer().Stem),
        "da" => Snowball(new DanishStemmer()),
        "ro" => Snowball(new RomanianStemmer()),
        "tr" => Snowball(new TurkishStemmer()),
        "ca" => Snowball(new CatalanStemmer()),
        "eu" => Snowball(new BasqueStemmer()),
        "ga" => Snowball(new IrishStemmer()),
        "hy" => Snowball(new ArmenianStemmer()),
        _ => static word => word,
    };

    private static Func<string, string> Light(Func<char[], int, int> stem) => word =>
    {
        var buffer = new char[word.Length + 8];
        word.CopyTo(buffer);
        var length = stem(buffer, word.Length);
        return length == 0 ? word : new string(buffer, 0, length);
    };

    private static Func<string, string> Snowball(SnowballProgram program) => word =>
    {
        program.SetCurrent(word);
        program.Stem();
        return program.Current is { Length: > 0 } stem ? stem : word;
    };

    /// <summary>
    /// KStem: it gives words, not stumps, and leaves names alone. Its dictionary also leaves alone many plurals that have an entry of their own
    /// (<c>years, talks, shares</c>); these are taken back to the singular here, but for those that mean something else.
    /// </summary>
    private static Func<string, string> English()
    {
        var one = new OneToken();
        var stem = new KStemFilter(one);
        var term = stem.GetAttribute<ICharTermAttribute>();
        return word =>
        {
            var found = Stem(word);
            if (found.Length < 5 || found[^1] != 's' || found[^2] is 's' or 'u' or 'i' or 'a' or 'o' || OwnPlurals.Contains(found)) return found;
            var singular = found[..^1];
            return Stem(singular) == singular ? singular : found;
        };

        string Stem(string word)
        {
            one.Next = word;
            return stem.IncrementToken() ? term.ToString()! : word;
        }
    }

    private sealed class OneToken : TokenStream
    {
        private readonly ICharTermAttribute term;

        public OneToken() => term = AddAttribute<ICharTermAttribute>();

        public string? Next { get; set; }

        public override bool IncrementToken()
        {
            ClearAttributes();
            term.SetEmpty().Append(Next);
            return true;
        }
    }
}
