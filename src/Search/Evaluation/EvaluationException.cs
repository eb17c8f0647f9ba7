namespace Search.Evaluation;

/// <summary>Something cannot be measured with what was given; the message says what is expected.</summary>
public sealed class EvaluationException(string message) : Exception(message);
