using System.Globalization;
using Search.Tagging.Words;
using Search.Text;

namespace Search.Tagging.Topics;

/// <summary>
/// The rules of <c>topics/rules.tsv</c>, ready to be met by words: columns rule id, topic id, language, weight, words. Alternatives are parted
/// by <c>|</c>; several words are a phrase, a trailing <c>*</c> is a beginning, a leading <c>-</c> takes the evidence of the paragraph away.
/// English words also meet their regular endings.
/// </summary>
internal sealed class TopicRules
{
    public const string File = "topics/rules.tsv";

    private readonly Dictionary<ulong, List<Phrase>> exact = [];
    private readonly Dictionary<ulong, List<Phrase>> beginnings = [];
    private readonly ulong[] bloom = new ulong[1024];
    private int phrases;

    private TopicRules(List<TopicRule> rules) => All = rules;

    /// <summary>One of a rule's alternatives, numbered over all rules: its words after the first.</summary>
    internal readonly record struct Phrase(int Number, int Rule, bool Veto, Step[] Rest);

    /// <summary>One further word of a phrase: any of these keys, or a beginning.</summary>
    internal readonly record struct Step(ulong[] Keys, bool Beginning);

    public List<TopicRule> All { get; }

    /// <summary>Reads the product's rules and then those of the user (<see cref="OwnTopics"/>) that can be used.</summary>
    public static TopicRules Read(DataFolder data, DataFolder? own)
    {
        var rules = new TopicRules([]);
        foreach (var row in data.Rows(File, 5)) rules.Add(row, own: false);
        foreach (var row in own == null ? [] : OwnTopics.Read(data, own).Rules) rules.Add(row, own: true);
        return rules;
    }

    /// <summary>The alternatives of the last column, those without a letter or digit left out.</summary>
    public static IEnumerable<string> Alternatives(string words) => DataFolder.Values(words).Where(w => w.Any(char.IsLetterOrDigit));

    /// <summary>Whether an alternative takes evidence away.</summary>
    public static bool IsVeto(string alternative) => alternative[0] == '-';

    /// <summary>The phrases that begin with exactly this word.</summary>
    public List<Phrase>? Exact(ulong key) => exact.GetValueOrDefault(key);

    /// <summary>The phrases whose first word begins so.</summary>
    public List<Phrase>? Beginning(ulong key) => (bloom[(key >> 6) & 1023] & (1UL << (int)(key & 63))) != 0 ? beginnings.GetValueOrDefault(key) : null;

    private void Add(string[] row, bool own)
    {
        var rule = All.Count;
        All.Add(new TopicRule(row[0], row[1], row[2].Length > 0 ? row[2] : TopicRule.AnyLanguage, float.Parse(row[3], CultureInfo.InvariantCulture)) { IsOwn = own });
        foreach (var words in Alternatives(row[4])) Add(words, rule, row[2] == "en");
    }

    private void Add(string words, int rule, bool english)
    {
        var veto = IsVeto(words);
        var text = veto ? words[1..] : words;
        var steps = Tokenizer.Tokenize(text).ConvertAll(t => StepOf(text, t, english));
        if (steps.Count == 0) return;
        var phrase = new Phrase(phrases++, rule, veto, [.. steps.Skip(1)]);
        foreach (var key in steps[0].Keys)
        {
            var index = steps[0].Beginning ? beginnings : exact;
            if (!index.TryGetValue(key, out var list)) index.Add(key, list = []);
            list.Add(phrase);
            if (steps[0].Beginning) bloom[(key >> 6) & 1023] |= 1UL << (int)(key & 63);
        }
    }

    private static Step StepOf(string text, Token token, bool english)
    {
        var form = Tokenizer.Form(text, token);
        if (token.End < text.Length && text[token.End] == '*') return new Step([WordKey.Of(form)], true);
        return new Step([.. (english ? Endings(form) : [form]).Select(f => WordKey.Of(f)).Distinct()], false);
    }

    private static IEnumerable<string> Endings(string form)
    {
        yield return form;
        if (form.Length < 4 || !char.IsLetter(form[^1])) yield break;
        var stem = form[^1] == 'e' ? form[..^1] : form;
        yield return form[^1] == 'y' ? form[..^1] + "ies" : form + (form[^1] is 's' or 'x' or 'h' ? "es" : "s");
        yield return form[^1] == 'y' ? form[..^1] + "ied" : stem + "ed";
        yield return stem + "ing";
    }
}
