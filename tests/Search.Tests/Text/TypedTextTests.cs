using Search.Text;
using Xunit;

namespace Search.Tests.Text;

public class TypedTextTests
{
    [Theory]
    [InlineData("mac", "Emmanuel Macron", "Begins", "Mac")]
    [InlineData("MACRON", "Emmanuel Macron", "Words", "Macron")]
    [InlineData("macron emmanuel", "Emmanuel Macron", "Label", "Emmanuel|Macron")]
    [InlineData("emmanuel mac", "Emmanuel Macron", "Begins", "Emmanuel|Mac")]
    [InlineData("emm macron", "Emmanuel Macron", "None", "")] // only the last word may be unfinished
    [InlineData("sejo", "Stéphane Séjourné", "Begins", "Séjo")]
    [InlineData("SÉJO", "Stephane Sejourne", "Begins", "Sejo")]
    [InlineData("us", "U.S. Senate", "Words", "U.S")]
    [InlineData("stras", "Straße", "Begins", "Straß")]
    [InlineData("ivoi", "Côte d'Ivoire", "Begins", "Ivoi")]
    [InlineData("divoire", "Côte d'Ivoire", "Words", "d'Ivoire")]
    [InlineData("cote d'ivoire", "Côte d'Ivoire", "Label", "Côte|d'Ivoire")]
    [InlineData("brien", "Conor O’Brien", "Words", "Brien")]
    [InlineData("new n", "New York", "None", "")] // each typed word meets a word of its own
    [InlineData("new new", "New York", "None", "")]
    [InlineData("peace keep", "peace-keeping force", "Begins", "peace|keep")]
    [InlineData("моск", "Москва", "Begins", "Моск")]
    [InlineData("中国", "中国银行", "Words", "中|国")]
    [InlineData("𠀀", "𠀀𠀁", "Words", "𠀀")]
    [InlineData("अंत", "अंतरराष्ट्रीय", "Begins", "अंत")]
    [InlineData("macorn", "Emmanuel Macron", "None", "")]
    [InlineData("", "Emmanuel Macron", "None", "")]
    public void A_label_fits_what_was_typed(string typed, string label, string fit, string marked) => Check(TypedText.Of(typed), label, fit, marked);

    [Theory]
    [InlineData("macorn", "Emmanuel Macron", "Typo", "Macron")] // a swap
    [InlineData("macon", "Emmanuel Macron", "Typo", "Macron")] // a deletion
    [InlineData("macrron", "Emmanuel Macron", "Typo", "Macron")] // an insertion
    [InlineData("makron", "Emmanuel Macron", "Typo", "Macron")] // a replacement
    [InlineData("maco", "Emmanuel Macron", "Typo", "Macron")] // in the beginning of a word
    [InlineData("emanuel mac", "Emmanuel Macron", "Typo", "Emmanuel|Mac")]
    [InlineData("emanuel macorn", "Emmanuel Macron", "None", "")] // one, not two
    [InlineData("nacron", "Emmanuel Macron", "None", "")] // the first letter stays
    [InlineData("mca", "Emmanuel Macron", "None", "")] // too short
    [InlineData("macron", "Emmanuel Macron", "Words", "Macron")]
    public void One_typo_is_forgiven_when_asked_for(string typed, string label, string fit, string marked) => Check(TypedText.Of(typed).Forgiving(), label, fit, marked);

    [Theory]
    [InlineData("uni sta", "United States", "Begins")]
    [InlineData("sta uni", "United States", "Begins")]
    [InlineData("n new", "New Norfolk", "Begins")]
    public void Every_word_may_be_a_beginning_when_asked_for(string typed, string label, string fit) => Assert.Equal(fit, TypedText.OfBeginnings(typed).Fit(label).ToString());

    [Theory]
    [InlineData("", true)]
    [InlineData("?!", true)]
    [InlineData("a", false)]
    public void What_has_no_word_or_too_many_fits_nothing(string typed, bool hopeless)
    {
        Assert.Equal(hopeless, TypedText.Of(typed).IsHopeless);
        Assert.True(TypedText.Of(string.Join(' ', Enumerable.Repeat("word", 5000))).IsHopeless);
    }

    private static void Check(TypedText typed, string label, string fit, string marked)
    {
        var marks = new List<(int Start, int End)>();
        Assert.Equal(fit, typed.Fit(label, marks).ToString());
        if (fit != "None") Assert.Equal(marked, string.Join('|', marks.Select(m => label[m.Start..m.End])));
    }
}
