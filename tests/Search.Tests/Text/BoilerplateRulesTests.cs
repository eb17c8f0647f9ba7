using Search.Text;
using Xunit;

namespace Search.Tests.Text;

public class BoilerplateRulesTests
{
    [Theory]
    [InlineData("en", "READ ALSO: Local team wins the cup after extra time")]
    [InlineData("en", "Read more")]
    [InlineData("en", "[Advertisement]")]
    [InlineData("en", "Follow us on Facebook, Instagram and X")]
    [InlineData("en", "Sign up for our newsletter and never miss a story.")]
    [InlineData("en", "Copyright 2024 Example News. All rights reserved.")]
    [InlineData("en", "© 2024 Example News Agency")]
    [InlineData("de", "Lesen Sie auch: Der Winter kommt früher als gedacht")]
    [InlineData("de", "Anzeige")]
    [InlineData("fr", "À LIRE AUSSI : le maire annonce un nouveau pont")]
    [InlineData("fr", "Publicité")]
    [InlineData("es", "Lea también: El alcalde anuncia un puente nuevo")]
    [InlineData("und", "Lire aussi")]
    public void Furniture_is_known_by_its_words(string language, string text) => Assert.Contains("(rule ", BoilerplateRules.Default.Reason(text, language));

    [Theory]
    [InlineData("People read more books in winter, the library said on Monday.")]
    [InlineData("Read more slowly, the teachers told their pupils, and you will remember what you read for longer than a day.")]
    [InlineData("Advertisement spending fell by a tenth last year.")]
    [InlineData("“Read more”, the minister told the pupils.")]
    [InlineData("“Follow us on the march to the capital,” she said.")]
    [InlineData("The firm said that all rights reserved to the founders under the treaty of the two families would be bought back by the end of the year, and that no other owner of shares, large or small, had objected to it so far.")]
    [InlineData("Related companies fell too.")]
    [InlineData("Share prices rose.")]
    public void A_sentence_that_uses_the_words_is_left_alone(string text) => Assert.Null(BoilerplateRules.Default.Reason(text, "en"));

    [Fact]
    public void A_rule_of_another_language_does_not_count() => Assert.Null(BoilerplateRules.Default.Reason("Anzeige", "en"));
}
