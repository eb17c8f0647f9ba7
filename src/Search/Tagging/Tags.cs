namespace Search.Tagging;

/// <summary>The kinds of actors.</summary>
public enum ActorType { Person, Org, Country, Place, Group }

/// <summary>By what an actor was named: its usual name, another name of it (acronym, surname, demonym), a seat of power that stands for it, a pronoun, or the feed's own tag.</summary>
public enum MentionVia { Name, Alias, Metonym, Coref, Feed }

/// <summary>What the actor does in its sentence.</summary>
public enum MentionRole { Subject, Speaker, Object, Other }

/// <summary>
/// A name as resolved inside its article: the label of whoever is meant, and the kind. Two articles that resolve to the same name
/// mean the same actor, unless the name table says otherwise. Compared by folded label and type.
/// </summary>
internal sealed record ActorName(string Label, ActorType Type);

/// <summary>A place in a paragraph where an actor is named. Mentions of one paragraph do not overlap.</summary>
/// <param name="Paragraph">The paragraph's ordinal.</param>
/// <param name="Start">Offset in the paragraph's text, UTF-16 code units.</param>
/// <param name="End">Offset past the last character. Equal to <paramref name="Start"/> for a feed's tag that the text does not name.</param>
/// <param name="Surface">The text between them.</param>
/// <param name="Name">Who is meant.</param>
/// <param name="Via">By what kind of name.</param>
/// <param name="Role">What the actor does.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Reason">Why the tagger thinks so, for people: "gazetteer: demonym of France".</param>
internal sealed record Mention(int Paragraph, int Start, int End, string Surface, ActorName Name, MentionVia Via, MentionRole Role, float Confidence, string Reason);

/// <summary>A topic of a paragraph. Ancestors are not listed: they follow from <see cref="TopicTable"/>.</summary>
/// <param name="Paragraph">The paragraph's ordinal.</param>
/// <param name="Topic">The topic's id.</param>
/// <param name="By"><c>feed</c>, <c>rule</c> or <c>model</c>.</param>
/// <param name="Rule">The rule's id, when one gave the tag.</param>
/// <param name="Confidence">0 to 1.</param>
internal sealed record TopicTag(int Paragraph, string Topic, string By, string? Rule, float Confidence)
{
    /// <summary>The rule's words as the paragraph has them; null when no rule gave the tag.</summary>
    public string? Evidence { get; init; }
}

/// <summary>Words that somebody said.</summary>
internal sealed record Quote(int Paragraph, int Start, int End, bool Direct, ActorName? Speaker, string? SpeakerSurface, float Confidence);

/// <summary>Everything that was found in one version of an article. Derived data: a pure function of article and tagger.</summary>
internal sealed record ArticleTags(IReadOnlyList<Mention> Mentions, IReadOnlyList<TopicTag> Topics, IReadOnlyList<Quote> Quotes)
{
    public static ArticleTags None { get; } = new([], [], []);
}
