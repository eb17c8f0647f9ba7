using Search.Tagging.Names;
using Search.Tagging.Words;

namespace Search.Tagging;

/// <summary>Makes mentions of the names found: settles metonyms, roles and offsets.</summary>
internal static class Mentions
{
    /// <summary>The states for which a seat of power clearly stands somewhere in the article.</summary>
    public static HashSet<ActorName> States(IReadOnlyList<Passage> passages, List<FoundName>[] found)
    {
        var states = new HashSet<ActorName>();
        for (var p = 0; p < passages.Count; p++)
        {
            foreach (var name in found[p])
            {
                if (name.Known is { State: { } state } && Metonyms.Reason(passages[p].Words, name.Start, name.End) != null) states.Add(state);
            }
        }
        return states;
    }

    public static void Add(ParagraphWords words, List<FoundName> found, HashSet<ActorName> stated, HashSet<int> speaking, List<Mention> into)
    {
        for (var n = 0; n < found.Count; n++)
        {
            var name = found[n];
            var start = words[name.Start].Start;
            var end = name.Known is { EndsInPossessive: true } ? words[name.End - 1].End + 2 : words.EndOf(name.End - 1);
            var role = speaking.Contains(n) ? MentionRole.Speaker : Roles.Of(words, name.Start, name.End);
            var mention = new Mention(words.Paragraph.Ordinal, start, end, words.Text[start..end], name.Name, name.Via, role, name.Confidence, name.Reason);
            into.Add(name.Known is { State: { } state } && State(words, name, stated.Contains(state)) is { } why
                ? mention with { Name = state, Via = MentionVia.Metonym, Confidence = 0.75f, Reason = $"metonym: stands for {state.Label}, {why}" }
                : mention);
        }
    }

    private static string? State(ParagraphWords words, FoundName name, bool elsewhere) =>
        Metonyms.Reason(words, name.Start, name.End) ?? (elsewhere && Metonyms.IsSubject(words, name.Start, name.End) ? "it does so elsewhere in the article" : null);
}
