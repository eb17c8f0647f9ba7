namespace Search.Evaluation;

/// <summary>The files to measure against are missing or unreadable; the message names the file and the line and says what is expected.</summary>
public sealed class EvaluationDataException(string message) : IOException(message);
