using System.Globalization;
using System.Text;
using System.Xml;

namespace Search.App.Api.Feeds;

/// <summary>Feeds as Atom 1.0 (RFC 4287). Characters that XML cannot hold become U+FFFD.</summary>
internal static class AtomWriter
{
    public const string MediaType = "application/atom+xml";
    private const string Atom = "http://www.w3.org/2005/Atom";
    private static readonly XmlWriterSettings Form = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize };

    public static byte[] Write(Feed feed)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Form))
        {
            xml.WriteStartElement("feed", Atom);
            Text(xml, "id", feed.Self);
            Text(xml, "title", feed.Title);
            Text(xml, "updated", Time(feed.Updated));
            Link(xml, "self", feed.Self, MediaType);
            Link(xml, "alternate", feed.Page, "text/html");
            Person(xml, FeedOfSearch.Name);
            Text(xml, "generator", FeedOfSearch.Name);
            foreach (var item in feed.Items) Entry(xml, item);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    /// <summary>The text with what XML forbids replaced, lone halves of surrogate pairs too.</summary>
    internal static string Sound(string text)
    {
        var bad = -1;
        for (var i = 0; i < text.Length && bad < 0; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) i++;
            else if (!XmlConvert.IsXmlChar(text[i])) bad = i;
        }
        if (bad < 0) return text;
        var sound = new StringBuilder(text, 0, bad, text.Length);
        for (var i = bad; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) sound.Append(text[i++]).Append(text[i]);
            else sound.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }
        return sound.ToString();
    }

    private static void Entry(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("entry", Atom);
        if (item.Language is { } language) xml.WriteAttributeString("xml", "lang", null, Sound(language));
        Text(xml, "id", item.Id);
        Text(xml, "title", item.Title);
        Text(xml, "updated", Time(item.Updated));
        if (item.Published is { } published) Text(xml, "published", Time(published));
        Link(xml, "alternate", item.Link, null);
        foreach (var author in item.Authors.Where(a => a.Length > 0)) Person(xml, author);
        foreach (var topic in item.Topics) Category(xml, topic);
        if (item.Source is { } source)
        {
            xml.WriteStartElement("source", Atom);
            Text(xml, "title", source);
            xml.WriteEndElement();
        }
        if (item.Html.Length > 0)
        {
            xml.WriteStartElement("summary", Atom);
            xml.WriteAttributeString("type", "html");
            xml.WriteString(Sound(item.Html));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Sound(text));

    private static void Person(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        Text(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Category(XmlWriter xml, FeedTopic topic)
    {
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", Sound(topic.Id));
        xml.WriteAttributeString("label", Sound(topic.Label));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string? type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        if (type is not null) xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", Sound(address));
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
