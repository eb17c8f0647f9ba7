namespace Search.Tagging.Topics;

/// <summary>One of a rule's alternatives in a paragraph.</summary>
/// <param name="Paragraph">The paragraph's ordinal.</param>
/// <param name="Path">The topics it speaks for, from the root to the rule's own.</param>
/// <param name="Words">The words, as written where they stand first.</param>
/// <param name="Weight">What they count there.</param>
internal sealed record TopicEvidence(int Paragraph, TopicRule Rule, IReadOnlyList<string> Path, string Words, float Weight);

/// <summary>A topic for which an article holds evidence, for itself or for a topic below it.</summary>
/// <param name="Score">What the evidence weighs.</param>
/// <param name="Needed">What it must weigh, whatever else the article is about.</param>
/// <param name="Holds">Whether the article is about the topic.</param>
internal sealed record WeighedTopic(string Topic, float Score, float Needed, bool Holds, IReadOnlyList<TopicEvidence> Evidence)
{
    /// <summary>0.5 to 0.95.</summary>
    public float Confidence => MathF.Round(MathF.Min(0.95f, 0.5f + 0.1f * (Score / Needed)), 2);
}
