namespace Search.Text;

/// <summary>A word of a label as type-ahead compares it: its folded form, and where it stands.</summary>
/// <param name="Form">Folded, as <see cref="Tokenizer.Form"/> has it.</param>
/// <param name="Start">Offset in the label, UTF-16 code units.</param>
/// <param name="End">Offset past the last character.</param>
/// <param name="IsPart">It is the end of the word before, behind a short beginning with an apostrophe: <c>Ivoire</c> of <c>d'Ivoire</c>.</param>
internal readonly record struct LabelWord(string Form, int Start, int End, bool IsPart)
{
    /// <summary>A beginning of more letters is no article or particle.</summary>
    private const int LongestParticle = 2;

    /// <summary>The words of a label in order, each part behind the word that it ends.</summary>
    public static List<LabelWord> Of(string label)
    {
        var words = new List<LabelWord>();
        foreach (var token in Tokenizer.Tokenize(label))
        {
            words.Add(new LabelWord(Tokenizer.Form(label, token), token.Start, token.End, false));
            var apostrophe = label.AsSpan(token.Start, token.End - token.Start).IndexOfAny('\'', '’');
            if (apostrophe is < 1 or > LongestParticle) continue;
            var part = new Token(token.Start + apostrophe + 1, token.End, false);
            if (part.End > part.Start) words.Add(new LabelWord(Tokenizer.Form(label, part), part.Start, part.End, true));
        }
        return words;
    }
}
