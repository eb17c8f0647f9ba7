using Search.Indexing.Analysis;
using Xunit;

namespace Search.Tests.Indexing.Analysis;

public class StemmerTests
{
    [Theory]
    [InlineData("year", "years")]
    [InlineData("talk", "talks", "talked", "talking")]
    [InlineData("share", "shares")]
    [InlineData("cost", "costs")]
    [InlineData("right", "rights")]
    [InlineData("country", "countries")]
    [InlineData("minister", "ministers")]
    public void English_words_meet_their_plurals(params string[] forms) => Assert.Single(forms.Select(Stemmer.For("en")).Distinct());

    [Theory]
    [InlineData("good", "goods")]
    [InlineData("mean", "means")]
    [InlineData("future", "futures")]
    [InlineData("new", "news")]
    [InlineData("custom", "customs")]
    [InlineData("politic", "politics")]
    public void Plurals_that_mean_something_else_stay_apart(string word, string plural) => Assert.NotEqual(Stemmer.For("en")(word), Stemmer.For("en")(plural));

    [Theory]
    [InlineData("en", "years talks series news congress analysis texas status")]
    [InlineData("de", "verhandlungen hauser")]
    [InlineData("ru", "санкции переговоров")]
    public void The_stem_of_a_stem_is_the_stem(string language, string words)
    {
        var stem = Stemmer.For(language);
        Assert.All(words.Split(' '), w => Assert.Equal(stem(w), stem(stem(w))));
    }
}
