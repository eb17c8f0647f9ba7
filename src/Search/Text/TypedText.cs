namespace Search.Text;

/// <summary>How well a label fits what was typed; more is better.</summary>
internal enum TypedFit : byte
{
    None,

    /// <summary>One word is one edit away.</summary>
    Typo,

    /// <summary>The last word typed begins a word of the label.</summary>
    Begins,

    /// <summary>Every word typed is a word of the label.</summary>
    Words,

    /// <summary>What was typed is the whole label.</summary>
    Label,
}

/// <summary>
/// What somebody has typed so far, as words: case and accents aside, in any order, the last one perhaps unfinished. One typo may be forgiven in
/// one word of at least <see cref="ShortestTypo"/> letters, its first letter kept: an insertion, a deletion, a replacement or a swap of neighbours.
/// </summary>
internal sealed class TypedText
{
    /// <summary>In shorter words a letter more or less makes another word.</summary>
    public const int ShortestTypo = 4;

    /// <summary>No label, headline or phrase is searched for by more words.</summary>
    public const int MostWords = 32;

    private readonly bool beginnings;
    private readonly bool forgives;
    private readonly int[] longestFirst;

    private TypedText(string[] words, bool beginnings, bool forgives)
    {
        (Words, this.beginnings, this.forgives) = (words, beginnings, forgives);
        longestFirst = [.. Enumerable.Range(0, words.Length).OrderByDescending(i => words[i].Length)];
    }

    /// <summary>Folded, in the order typed.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Whether there is no word in it, or so many that nothing can fit.</summary>
    public bool IsHopeless => Words.Count is 0 or > MostWords;

    /// <summary>The text where only the last word may be unfinished.</summary>
    public static TypedText Of(string text) => new(Read(text), beginnings: false, forgives: false);

    /// <summary>The text where every word may be a beginning: what narrows a list that is on the screen.</summary>
    public static TypedText OfBeginnings(string text) => new(Read(text), beginnings: true, forgives: false);

    /// <summary>The same text with one typo forgiven.</summary>
    public TypedText Forgiving() => new([.. Words], beginnings, forgives: true);

    /// <summary>Whether a typo in one of the words would be forgiven.</summary>
    public bool MayForgive => forgives && Words.Any(w => w.Length >= ShortestTypo);

    /// <summary>What every word begins with that fits the typed word at a place.</summary>
    public string Lead(int at) => forgives && Words[at].Length >= ShortestTypo ? Words[at][..(char.IsHighSurrogate(Words[at][0]) ? 2 : 1)] : Words[at];

    /// <summary>How well a folded word fits the typed word at a place; never <see cref="TypedFit.Label"/>.</summary>
    public TypedFit Fit(int at, string form)
    {
        var word = Words[at];
        var unfinished = beginnings || at == Words.Count - 1;
        if (form.Length >= word.Length && form.StartsWith(word, StringComparison.Ordinal))
        {
            if (form.Length == word.Length) return TypedFit.Words;
            if (unfinished) return TypedFit.Begins;
        }
        return forgives && word.Length >= ShortestTypo && IsOneAway(word, form, unfinished) ? TypedFit.Typo : TypedFit.None;
    }

    /// <summary>
    /// How well a label fits, each typed word meeting a word of its own, and with <paramref name="marks"/> the stretches that were met, in order.
    /// </summary>
    public TypedFit Fit(string label, List<(int Start, int End)>? marks = null)
    {
        if (IsHopeless) return TypedFit.None;
        var words = LabelWord.Of(label);
        var taken = new bool[words.Count];
        var (fit, typos) = (TypedFit.Words, 0);
        foreach (var at in longestFirst)
        {
            var (best, met) = (TypedFit.None, -1);
            for (var i = 0; i < words.Count; i++)
            {
                var found = taken[i] ? TypedFit.None : Fit(at, words[i].Form);
                if (found > best) (best, met) = (found, i);
            }
            if (best == TypedFit.None || (best == TypedFit.Typo && ++typos > 1)) return TypedFit.None;
            Take(words, taken, met);
            if (best < fit) fit = best;
            marks?.Add((words[met].Start, best == TypedFit.Typo ? words[met].End : Reach(label, words[met], Words[at].Length)));
        }
        marks?.Sort();
        return fit == TypedFit.Words && words.Count(w => !w.IsPart) == Words.Count ? TypedFit.Label : fit;
    }

    /// <summary>A word and its part are one word: both are taken.</summary>
    private static void Take(List<LabelWord> words, bool[] taken, int at)
    {
        taken[at] = true;
        if (words[at].IsPart) taken[at - 1] = true;
        else if (at + 1 < words.Count && words[at + 1].IsPart) taken[at + 1] = true;
    }

    /// <summary>Where the first letters of a folded word end in the label: folding may drop dots and accents, and make two letters of one.</summary>
    private static int Reach(string label, LabelWord word, int letters)
    {
        if (letters >= word.Form.Length) return word.End;
        for (var end = word.Start + 1; end < word.End; end++)
        {
            if (char.IsLowSurrogate(label[end]) || IsAccent(label, end)) continue;
            if (Tokenizer.Form(label, new Token(word.Start, end, false)).Length >= letters) return end;
        }
        return word.End;
    }

    private static bool IsAccent(string label, int at) => char.GetUnicodeCategory(label[at]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsOneAway(string word, string form, bool unfinished)
    {
        if (form.Length == 0 || form[0] != word[0] || (char.IsHighSurrogate(word[0]) && form.Length > 1 && form[1] != word[1])) return false;
        if (!unfinished) return Edits.WithinOne(word, form);
        for (var length = Math.Max(1, word.Length - 1); length <= Math.Min(form.Length, word.Length + 1); length++)
        {
            if (Edits.WithinOne(word, form.AsSpan(0, length))) return true;
        }
        return false;
    }

    private static string[] Read(string text)
    {
        var words = new List<string>();
        foreach (var token in Tokenizer.Tokenize(text))
        {
            words.Add(Tokenizer.Form(text, token));
            if (words.Count > MostWords) break;
        }
        return [.. words];
    }
}
