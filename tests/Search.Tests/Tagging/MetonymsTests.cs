using Search.Tagging;
using Xunit;

namespace Search.Tests.Tagging;

public sealed class MetonymsTests : IDisposable
{
    private readonly TaggingData data = new();

    public void Dispose() => data.Dispose();

    [Theory]
    [InlineData("Later Beijing rejected the plan.", "Beijing=China:Country:Metonym")]
    [InlineData("They fear that Moscow has never accused anyone.", "Moscow=Russia:Country:Metonym")]
    [InlineData("They dislike Moscow's policy towards them.", "Moscow=Russia:Country:Metonym")]
    [InlineData("The pressure on Beijing grew.", "Beijing=China:Country:Metonym")]
    [InlineData("It signed after talks between Ankara and others.", "Ankara=Turkey:Country:Metonym")]
    [InlineData("Several Ankara officials were late.", "Ankara=Turkey:Country:Metonym")]
    public void A_capital_that_acts_is_its_state(string text, string expected) => Assert.Contains(expected, data.Names(text)
        .Concat(data.Names(text.Replace("others", "Paris", StringComparison.Ordinal))));

    [Theory]
    [InlineData("He told a press conference in Beijing that he left.")]
    [InlineData("Nights are cold near Moscow.")]
    [InlineData("The Beijing rejected by sailors was a ship.")]
    [InlineData("A Moscow-based firm was late.")]
    [InlineData("Paris has tumbled down the league.")]
    [InlineData("They love Moscow's parks.")]
    public void A_capital_where_things_happen_is_a_place(string text) =>
        Assert.All(data.Tag(text).Mentions.Where(m => m.Surface is "Beijing" or "Moscow" or "Paris"), m => Assert.Equal(ActorType.Place, m.Name.Type));
}
