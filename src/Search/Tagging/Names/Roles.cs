using Search.Tagging.Words;

namespace Search.Tagging.Names;

/// <summary>What a named actor does in its sentence, read from the words beside it. Who speaks is settled with the quotes.</summary>
internal static class Roles
{
    public static MentionRole Of(ParagraphWords words, int start, int end)
    {
        var before = start > 0 && words[start].Follows;
        if (before && words[start - 1].Is(WordTraits.Preposition)) return MentionRole.Other;
        if (end < words.Count && words[end].Follows && words[end].Shape == Shape.Lower)
        {
            if (words[end].Is(WordTraits.SayingVerb)) return MentionRole.Speaker;
            if (words[end].Is(WordTraits.Auxiliary | WordTraits.AgentVerb)) return MentionRole.Subject;
        }
        for (var i = start - 1; before && i >= 0 && start - i <= 4 && words[i + 1].Follows; i--)
        {
            if (words[i].Shape == Shape.Lower && words[i].Is(WordTraits.AgentVerb | WordTraits.SayingVerb)) return MentionRole.Object;
            if (!words[i].Is(WordTraits.TitleWord | WordTraits.Determiner)) break;
        }
        return MentionRole.Other;
    }
}
