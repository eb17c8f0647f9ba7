using Search.Tagging;

namespace Search.Indexing;

/// <summary>The stored form of an article's tags: names and reasons once each, then what refers to them.</summary>
internal static class TagsCodec
{
    private const byte Form = 2;

    public static byte[] Pack(ArticleTags tags)
    {
        var texts = new Dictionary<string, int>();
        int Text(string text) => texts.TryGetValue(text, out var n) ? n : texts[text] = texts.Count;
        var body = new PackedWriter();
        body.Int(tags.Mentions.Count);
        foreach (var m in tags.Mentions)
        {
            body.Int(m.Paragraph);
            body.Int(m.Start);
            body.Int(m.End - m.Start);
            body.Int(Text(m.Surface));
            Name(body, m.Name, Text);
            body.Byte((byte)m.Via);
            body.Byte((byte)m.Role);
            Share(body, m.Confidence);
            body.Int(Text(m.Reason));
        }
        body.Int(tags.Topics.Count);
        foreach (var t in tags.Topics)
        {
            body.Int(t.Paragraph);
            body.Int(Text(t.Topic));
            body.Int(Text(t.By));
            body.Int(Text(t.Rule ?? ""));
            body.Int(Text(t.Evidence ?? ""));
            Share(body, t.Confidence);
        }
        body.Int(tags.Quotes.Count);
        foreach (var q in tags.Quotes)
        {
            body.Int(q.Paragraph);
            body.Int(q.Start);
            body.Int(q.End - q.Start);
            body.Byte(q.Direct ? (byte)1 : (byte)0);
            body.Byte(q.Speaker is null ? (byte)0 : (byte)1);
            if (q.Speaker is { } speaker) Name(body, speaker, Text);
            body.Int(Text(q.SpeakerSurface ?? ""));
            Share(body, q.Confidence);
        }
        var whole = new PackedWriter();
        whole.Byte(Form);
        whole.Int(texts.Count);
        foreach (var text in texts.Keys) whole.Text(text);
        return [.. whole.Written, .. body.Written];
    }

    /// <summary>Null for a form that this version does not know.</summary>
    public static ArticleTags? Unpack(ReadOnlySpan<byte> bytes)
    {
        var from = new PackedReader(bytes);
        if (from.AtEnd || from.Byte() != Form) return null;
        var texts = new string[from.Int()];
        for (var i = 0; i < texts.Length; i++) texts[i] = from.Text();
        var mentions = new Mention[from.Int()];
        for (var i = 0; i < mentions.Length; i++)
        {
            var paragraph = from.Int();
            var start = from.Int();
            mentions[i] = new Mention(paragraph, start, start + from.Int(), texts[from.Int()], Name(ref from, texts), (MentionVia)from.Byte(), (MentionRole)from.Byte(), Share(ref from), texts[from.Int()]);
        }
        var topics = new TopicTag[from.Int()];
        for (var i = 0; i < topics.Length; i++)
        {
            var (paragraph, topic, by, rule) = (from.Int(), texts[from.Int()], texts[from.Int()], Optional(texts[from.Int()]));
            var evidence = Optional(texts[from.Int()]);
            topics[i] = new TopicTag(paragraph, topic, by, rule, Share(ref from)) { Evidence = evidence };
        }
        var quotes = new Quote[from.Int()];
        for (var i = 0; i < quotes.Length; i++)
        {
            var paragraph = from.Int();
            var start = from.Int();
            var end = start + from.Int();
            var direct = from.Byte() != 0;
            quotes[i] = new Quote(paragraph, start, end, direct, from.Byte() == 0 ? null : Name(ref from, texts), Optional(texts[from.Int()]), Share(ref from));
        }
        return new ArticleTags(mentions, topics, quotes);
    }

    private static void Name(PackedWriter to, ActorName name, Func<string, int> text)
    {
        to.Byte((byte)name.Type);
        to.Int(text(name.Label));
    }

    private static ActorName Name(ref PackedReader from, string[] texts)
    {
        var type = (ActorType)from.Byte();
        return new ActorName(texts[from.Int()], type);
    }

    /// <summary>A share of 1, to a thousandth.</summary>
    private static void Share(PackedWriter to, float value) => to.Int((int)Math.Round(value * 1000));

    private static float Share(ref PackedReader from) => from.Int() / 1000f;

    private static string? Optional(string text) => text.Length > 0 ? text : null;
}
