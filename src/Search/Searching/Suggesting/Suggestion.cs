using System.Text.Json.Serialization;

namespace Search.Searching.Suggesting;

/// <summary>What a suggestion is; in the order in which an answer lists them.</summary>
public enum SuggestionType { Actor, Topic, Source, Phrase, Title }

/// <summary>What somebody may mean who has typed so much of it.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Matches">What was typed, in the label; in <see cref="MatchedAlias"/> when there is one.</param>
/// <param name="Articles">How many articles a search finds with the current filters and, in the place of what was typed and of any value that its parameter has, <paramref name="Apply"/>.</param>
/// <param name="Apply">What to search with.</param>
public sealed record Suggestion(SuggestionType Type, string Label, IReadOnlyList<SuggestionMatch> Matches, int Articles, SuggestionApply Apply)
{
    /// <summary>The other name of an actor that fits what was typed, when the label does not fit as well.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? MatchedAlias { get; init; }
}

/// <summary>A stretch of a label or alias; offsets in UTF-16 code units.</summary>
public sealed record SuggestionMatch(int Start, int End);

/// <summary>A parameter of a search and the value to give it.</summary>
public sealed record SuggestionApply(string Parameter, string Value);
