namespace Search.Articles;

/// <summary>Why an article was not taken. <paramref name="Code"/> is one of the contract's problem codes.</summary>
public sealed record ArticleProblem(string Code, string Detail)
{
    public const string InvalidBody = "invalid_body";
    public const string Unprocessable = "unprocessable_article";
    public const string VersionConflict = "version_conflict";
    public const string TooLarge = "payload_too_large";
}

/// <summary>A value or the reason why there is none.</summary>
public readonly record struct Outcome<T>(T? Value, ArticleProblem? Problem) where T : class
{
    public static implicit operator Outcome<T>(T value) => new(value, null);
    public static implicit operator Outcome<T>(ArticleProblem problem) => new(null, problem);
}
