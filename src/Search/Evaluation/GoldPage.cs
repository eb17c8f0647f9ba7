namespace Search.Evaluation;

/// <summary>A page of which people have said what the article in it is.</summary>
/// <param name="Name">As reports show it.</param>
/// <param name="File">The page, packed or not.</param>
/// <param name="Text">The article's text, without headline and captions.</param>
/// <param name="Title">Null when none is expected.</param>
/// <param name="Published">As the file has it; null when none is expected.</param>
internal sealed record GoldPage(string Name, string File, string Text, string? Title = null, string? Published = null);
