using Search.Text;

namespace Search.Indexing.Analysis;

/// <summary>A term that starts at a position and spans so many.</summary>
internal readonly record struct StackedTerm(int Position, string Term, int Length);

/// <summary>
/// A paragraph as index and matcher see it: at each position a word, and stacked on it what else begins there. Both read the same
/// object, so a highlight cannot disagree with the match.
/// </summary>
internal sealed class AnalysedText
{
    private AnalysedText(string text, List<Token> tokens, WordTerms[] words, List<StackedTerm> stacked)
    {
        Text = text;
        Tokens = tokens;
        Words = words;
        Stacked = stacked;
    }

    public string Text { get; }

    /// <summary>One a position.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>One a position.</summary>
    public WordTerms[] Words { get; }

    /// <summary>Compounds and mentions, in order of position.</summary>
    public IReadOnlyList<StackedTerm> Stacked { get; }

    /// <summary>Analyses a text in its language.</summary>
    public static AnalysedText Of(string text, string language, IReadOnlyList<StoredMention> mentions)
    {
        var lexicon = Lexicon.For(language);
        var tokens = Tokenizer.Tokenize(text);
        var words = new WordTerms[tokens.Count];
        for (var i = 0; i < words.Length; i++) words[i] = lexicon.Word(text, tokens[i]);
        var stacked = new List<StackedTerm>();
        AddCompounds(tokens, words, lexicon, stacked);
        AddMentions(tokens, mentions, stacked);
        if (stacked.Count > 1) stacked.Sort(static (a, b) => a.Position != b.Position ? a.Position.CompareTo(b.Position) : string.CompareOrdinal(a.Term, b.Term));
        return new AnalysedText(text, tokens, words, stacked);
    }

    /// <summary>The term of hyphenated or adjacent words taken as one.</summary>
    public static string Joined(Lexicon lexicon, ReadOnlySpan<WordTerms> parts)
    {
        var form = "";
        foreach (var part in parts) form += part.Form;
        return lexicon.StemTerm(form);
    }

    private static void AddCompounds(List<Token> tokens, WordTerms[] words, Lexicon lexicon, List<StackedTerm> into)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            if (!tokens[i].Joined) continue;
            var first = i - 1;
            while (i < tokens.Count && tokens[i].Joined)
            {
                into.Add(new StackedTerm(i - 1, Terms.Compound(2, Joined(lexicon, words.AsSpan(i - 1, 2))), 2));
                i++;
            }
            var parts = i - first;
            if (parts is > 2 and <= Terms.LongestCompound)
                into.Add(new StackedTerm(first, Terms.Compound(parts, Joined(lexicon, words.AsSpan(first, parts))), parts));
        }
    }

    private static void AddMentions(List<Token> tokens, IReadOnlyList<StoredMention> mentions, List<StackedTerm> into)
    {
        var at = 0;
        foreach (var mention in mentions)
        {
            if (mention.End <= mention.Start) continue;
            while (at < tokens.Count && tokens[at].End <= mention.Start) at++;
            var last = at;
            while (last < tokens.Count && tokens[last].Start < mention.End) last++;
            if (last == at) continue;
            var length = Math.Min(last - at, Terms.LongestMention);
            into.Add(new StackedTerm(at, Terms.Mention(length, mention.Name), length));
            into.Add(new StackedTerm(at, Terms.Mention(length, mention.Type), length));
        }
    }
}
