namespace Search.Tagging.Topics;

/// <summary>Words in a paragraph that speak for a topic, by a rule.</summary>
/// <param name="Paragraph">The paragraph's ordinal.</param>
/// <param name="Words">The first of them, as written.</param>
/// <param name="Weight">What all of them there count.</param>
internal sealed record TopicEvidence(int Paragraph, TopicRule Rule, string Words, float Weight);

/// <summary>A topic for which an article holds evidence.</summary>
/// <param name="Score">What the evidence weighs.</param>
/// <param name="Needed">What it must weigh.</param>
internal sealed record WeighedTopic(string Topic, float Score, float Needed, IReadOnlyList<TopicEvidence> Evidence)
{
    /// <summary>Whether the article is about the topic.</summary>
    public bool Holds => Score >= Needed;

    /// <summary>0.5 to 0.95.</summary>
    public float Confidence => MathF.Round(MathF.Min(0.95f, 0.5f + 0.1f * (Score / Needed)), 2);
}
