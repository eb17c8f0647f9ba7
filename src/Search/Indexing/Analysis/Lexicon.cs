using System.Collections.Concurrent;
using Lucene.Net.Util;
using Search.Text;

namespace Search.Indexing.Analysis;

/// <summary>A word in the forms under which the index knows it.</summary>
/// <param name="Form">As written, folded.</param>
/// <param name="Exact">The index term of the form.</param>
/// <param name="Stem">The index term of the stem in the word's language.</param>
/// <param name="IsOwnStem">Whether the stem is the form: then the matching field has the form alone.</param>
internal sealed record WordTerms(string Form, string Exact, string Stem, bool IsOwnStem)
{
    /// <summary>The terms as the index takes them, made once.</summary>
    internal BytesRef ExactBytes { get; } = new(Exact);
    internal BytesRef StemBytes { get; } = new(Stem);
}

/// <summary>
/// The words of one language, each analysed once: stemming is dear and news repeats its words. Safe for several threads. Holds at most
/// about 100,000 words and starts anew when full.
/// </summary>
internal sealed class Lexicon
{
    private const int Capacity = 100_000;

    /// <summary>Longer words are cut: no language has them, and the index refuses terms of 32 KB.</summary>
    private const int LongestForm = 128;
    private static readonly ConcurrentDictionary<string, Lexicon> Lexicons = new();
    private static readonly string[] Elisions = ["l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "dell", "all", "nell", "sull", "un"];

    private readonly string language;
    private readonly bool elides;
    private readonly Func<string, string> stem;
    private readonly Lock stemming = new();
    private readonly ConcurrentDictionary<string, WordTerms> words = new(Environment.ProcessorCount, 4096);
    private readonly ConcurrentDictionary<string, WordTerms>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private int count;

    private Lexicon(string language)
    {
        this.language = language;
        elides = language is "fr" or "it" or "ca";
        stem = Stemmer.For(language);
        bySpan = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lexicon of a language (ISO 639-1, or <c>und</c>).</summary>
    public static Lexicon For(string language) => Lexicons.GetOrAdd(language, static l => new Lexicon(l));

    /// <summary>The terms of a word that stands in a text.</summary>
    public WordTerms Word(string text, Token token)
    {
        var surface = text.AsSpan(token.Start, token.End - token.Start);
        if (bySpan.TryGetValue(surface, out var known)) return known;
        return Add(surface.ToString());
    }

    /// <summary>The index term of the stem of a folded word.</summary>
    public string StemTerm(string form) => Terms.Stem(language, StemOf(form));

    /// <summary>The terms of the matching field that words with the stem of a folded word have.</summary>
    public IEnumerable<string> MatchingTerms(string form)
    {
        var found = StemOf(form);
        yield return Terms.Stem(language, found);
        if (StemOf(found) == found) yield return Terms.Exact(language, found);
    }

    private WordTerms Add(string surface)
    {
        if (Interlocked.Increment(ref count) > Capacity)
        {
            words.Clear();
            Interlocked.Exchange(ref count, 1);
        }
        var form = Tokenizer.Form(surface, new Token(WithoutElision(surface), surface.Length, false));
        if (form.Length > LongestForm) form = form[..(char.IsHighSurrogate(form[LongestForm - 1]) ? LongestForm - 1 : LongestForm)];
        var stemmed = StemOf(form);
        var terms = new WordTerms(form, Terms.Exact(language, form), Terms.Stem(language, stemmed), stemmed == form);
        words[surface] = terms;
        return terms;
    }

    private string StemOf(string form)
    {
        lock (stemming) return stem(form);
    }

    /// <summary>Where the word begins behind an article or pronoun joined by an apostrophe: <c>l'accord</c>.</summary>
    private int WithoutElision(string surface)
    {
        if (!elides) return 0;
        var apostrophe = surface.AsSpan().IndexOfAny('\'', '’');
        if (apostrophe <= 0 || apostrophe == surface.Length - 1) return 0;
        var before = surface.AsSpan(0, apostrophe);
        foreach (var elision in Elisions)
        {
            if (before.Equals(elision, StringComparison.OrdinalIgnoreCase)) return apostrophe + 1;
        }
        return 0;
    }
}
