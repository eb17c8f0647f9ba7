namespace Search.Tagging.Topics;

/// <summary>A readable rule: its words are evidence for the topic, in a language or in any (<c>*</c>). One occurrence counts the weight.</summary>
internal sealed record TopicRule(string Id, string Topic, string Language, float Weight)
{
    public const string AnyLanguage = "*";

    /// <summary>Whether the user wrote it.</summary>
    public bool IsOwn { get; init; }
}
