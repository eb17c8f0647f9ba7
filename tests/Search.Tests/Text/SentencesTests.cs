using Search.Text;
using Xunit;

namespace Search.Tests.Text;

public class SentencesTests
{
    [Theory]
    [InlineData("en", "It rained. They left.", "It rained.|They left.")]
    [InlineData("en", "Mr. Hill met Gen. Stone in the U.S. Senate. The talks failed.", "Mr. Hill met Gen. Stone in the U.S. Senate.|The talks failed.")]
    [InlineData("en", "He moved to the U.S. The family stayed.", "He moved to the U.S.|The family stayed.")]
    [InlineData("en", "On Jan. 5 J. K. Moor paid 3.5 million.", "On Jan. 5 J. K. Moor paid 3.5 million.")]
    [InlineData("en", "“We will stay.” Nobody moved.", "“We will stay.”|Nobody moved.")]
    [InlineData("en", "“Will you stay?” he asked. She nodded!", "“Will you stay?” he asked.|She nodded!")]
    [InlineData("en", "“We will stay.” – a promise", "“We will stay.” – a promise")]
    [InlineData("en", "Wait... what? Yes.", "Wait... what?|Yes.")]
    [InlineData("de", "Am 3. Mai tagte der Rat. Er stimmte zu.", "Am 3. Mai tagte der Rat.|Er stimmte zu.")]
    [InlineData("en", "She was 3. Then she moved.", "She was 3.|Then she moved.")]
    [InlineData("zh", "他来了。他走了。", "他来了。|他走了。")]
    [InlineData("en", "  no stop at all ", "no stop at all")]
    [InlineData("en", "", "")]
    [InlineData("en", "...", "...")]
    public void Stops_end_sentences_unless_they_belong_to_a_word(string language, string text, string expected)
    {
        var sentences = Sentences.Default.Find(text, language);
        Assert.Equal(expected, string.Join('|', sentences.Select(s => text[s.Start..s.End])));
    }
}
