using Search.Articles;
using Search.Reading.Xml;

namespace Search.Reading.Agency;

/// <summary>The text of a news item of NewsML 1, gathered from its components, each of which may play a role.</summary>
internal sealed class NewsMl1Text
{
    private static readonly HashSet<string> Unread = ["stylesheet", "logo", "photo", "picture", "graphic", "video", "audio", "caption", "thumbnail", "preview", "quicklook"];

    public List<DraftParagraph> Paragraphs { get; } = [];
    /// <summary>Whom to ask: for editors.</summary>
    public List<DraftParagraph> Contacts { get; } = [];
    public List<XmlPart> Nitf { get; } = [];
    public List<string> SubHeadLines { get; } = [];
    public string HeadLine { get; private set; } = "";
    /// <summary>Of the first component with text; those in other languages are translations, and are left out.</summary>
    public string Language { get; private set; } = "";

    public static NewsMl1Text Of(XmlPart item)
    {
        var text = new NewsMl1Text();
        foreach (var component in item.Children("NewsComponent").SelectMany(Components)) text.Take(component);
        return text;
    }

    /// <summary>A component and those inside it, in order, without those that are pictures and the like.</summary>
    public static IEnumerable<XmlPart> Components(XmlPart component) =>
        Unread.Contains(Role(component)) ? [] : component.Children("NewsComponent").SelectMany(Components).Prepend(component);

    private static string Role(XmlPart component) => component.Child("Role").Attribute("FormalName").ToLowerInvariant();

    private void Take(XmlPart component)
    {
        var language = component.Child("DescriptiveMetadata").Child("Language").Attribute("FormalName");
        foreach (var item in component.Children("ContentItem"))
        {
            var media = item.Child("MediaType").Attribute("FormalName").ToLowerInvariant();
            var mime = item.Child("MimeType").Attribute("FormalName");
            if (media is not ("" or "text") || mime == "text/css" || item.Child("Encoding").Parts.Any()) continue;
            if (language.Length > 0 && Language.Length > 0 && language != Language) continue;
            foreach (var content in item.Children("DataContent")) Take(content, Role(component), language);
        }
    }

    private void Take(XmlPart content, string role, string language)
    {
        var paragraphs = G2Content.Paragraphs(content, out _);
        if (paragraphs.Count == 0) return;
        if (role == "headline") HeadLine = AgencyArticle.First(HeadLine, string.Join(' ', paragraphs.Select(p => p.Text)));
        else if (role == "subheadline") SubHeadLines.AddRange(paragraphs.Select(p => p.Text));
        else if (role == "contact") Contacts.AddRange(paragraphs.Select(p => p with { Kind = ParagraphKind.Boilerplate }));
        else
        {
            if (Language.Length == 0) Language = language;
            if (G2Content.Nitf(content) is { } nitf) Nitf.Add(nitf);
            else Paragraphs.AddRange(paragraphs);
        }
    }
}
