using System.Text;
using Search.Tagging.Words;
using Search.Text;

namespace Search.Tagging.Topics;

/// <summary>One of a rule's alternatives in a paragraph: how often it stands there, and where first.</summary>
internal readonly record struct RuleMatch(int Rule, bool Veto, int Count, int Start, int End);

/// <summary>Finds the words of the rules in a paragraph.</summary>
internal sealed class RuleMatcher(TopicRules rules)
{
    /// <summary>Adds what the paragraph holds to <paramref name="into"/>, by the number of the alternative; vetoes among it.</summary>
    public void Find(ParagraphWords words, string language, Dictionary<int, RuleMatch> into)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (rules.Exact(words[at].Key) is { } phrases) Meet(words, at, phrases, language, into);
            var key = WordKey.Empty;
            foreach (var c in Folded(words.Text.AsSpan(words[at].Start, words[at].End - words[at].Start)))
            {
                key = WordKey.Add(key, c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c);
                if (rules.Beginning(key) is { } begun) Meet(words, at, begun, language, into);
            }
        }
    }

    private void Meet(ParagraphWords words, int at, List<TopicRules.Phrase> phrases, string language, Dictionary<int, RuleMatch> into)
    {
        foreach (var phrase in phrases)
        {
            var rule = rules.All[phrase.Rule];
            if (rule.Language != TopicRule.AnyLanguage && rule.Language != language) continue;
            if (!Holds(words, at, phrase.Rest)) continue;
            var match = into.TryGetValue(phrase.Number, out var met) ? met : new RuleMatch(phrase.Rule, phrase.Veto, 0, words[at].Start, words[at + phrase.Rest.Length].End);
            into[phrase.Number] = match with { Count = match.Count + 1 };
        }
    }

    private static bool Holds(ParagraphWords words, int at, TopicRules.Step[] rest)
    {
        if (at + rest.Length >= words.Count && rest.Length > 0) return false;
        for (var i = 0; i < rest.Length; i++)
        {
            ref readonly var word = ref words[at + 1 + i];
            if (word.Gap is Gap.Sentence) return false;
            if (rest[i].Beginning ? !Begins(words.Text, word, rest[i].Keys[0]) : !rest[i].Keys.AsSpan().Contains(word.Key)) return false;
        }
        return true;
    }

    /// <summary>The word without accents; the case of plain letters stays.</summary>
    private static ReadOnlySpan<char> Folded(ReadOnlySpan<char> word) => Ascii.IsValid(word) ? word : Fold.Word(word.ToString());

    private static bool Begins(string text, in Word word, ulong beginning)
    {
        var key = WordKey.Empty;
        foreach (var c in Folded(text.AsSpan(word.Start, word.End - word.Start)))
        {
            key = WordKey.Add(key, c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c);
            if (key == beginning) return true;
        }
        return false;
    }
}
