using Search.Text;
using Xunit;

namespace Search.Tests.Text;

public class LanguageDetectorTests
{
    private static readonly LanguageDetector Detector = new(DataFolder.Default);

    [Theory]
    [InlineData("en", "The minister said on Monday that he would not sign the treaty before the election, because it was not ready.")]
    [InlineData("de", "Der Minister sagte am Montag, dass er den Vertrag nicht vor der Wahl unterschreiben werde, weil er noch nicht fertig sei.")]
    [InlineData("fr", "Le ministre a dit lundi qu’il ne signerait pas le traité avant les élections, parce que le texte n’est pas prêt.")]
    [InlineData("es", "El ministro dijo el lunes que no firmará el tratado antes de las elecciones porque el texto no está listo.")]
    [InlineData("ru", "Министр сказал, что договор не будет подписан до выборов."), InlineData("uk", "Міністр сказав, що договір не підпишуть до виборів.")]
    [InlineData("el", "Ο υπουργός είπε ότι δεν θα υπογράψει τη συνθήκη."), InlineData("he", "השר אמר שלא יחתום על ההסכם.")]
    [InlineData("ar", "قال الوزير إنه لن يوقع المعاهدة."), InlineData("zh", "部长星期一说他不会签署条约。")]
    [InlineData("ja", "大臣は月曜日に条約に署名しないと言った。"), InlineData("ko", "장관은 월요일에 조약에 서명하지 않겠다고 말했다.")]
    [InlineData("und", "Qtly div 27 cts"), InlineData("und", ""), InlineData("und", "Zorp blick frumm wexel tranto bliff")]
    public void A_text_tells_its_language_or_nothing(string language, string text) => Assert.Equal(language, Detector.Detect(text));

    [Theory]
    [InlineData("en-GB", "en"), InlineData("EN", "en"), InlineData("pt_BR", "pt"), InlineData("eng", "en"), InlineData("German", "de"), InlineData("und", null), InlineData("", null), InlineData(null, null), InlineData("x!", null)]
    public void A_tag_becomes_a_code_of_two_letters(string? tag, string? code) => Assert.Equal(code, LanguageDetector.Normalise(tag));
}
