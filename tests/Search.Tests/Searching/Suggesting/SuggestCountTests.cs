using Search.Searching.Suggesting;
using Search.Tests.Searching.Model;
using Xunit;

namespace Search.Tests.Searching.Suggesting;

/// <summary>Random articles and filters: a suggestion says what the search finds that it leads to.</summary>
public class SuggestCountTests : CorpusTest
{
    private static readonly string[] Filters =
    [
        "", "", "lang=en", "lang=en&lang=de", "source=alvok", "source.not=alvok", "actor=country:france", "actor.all=country:france", "actor.not=country:germany", "published=2024",
        "scope=article&actor=country:france&topic=medtop:20000002", "topic=medtop:20000002", "kind=body", "include=boilerplate", "actor.type=country", "actor.via=name&actor.role=other", "author=odo%20kremp",
        "article=art-001&article=art-003&article=art-005",
    ];

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public async Task Articles_equal_those_of_the_search_with_the_suggestion(int seed)
    {
        var random = new Random(seed);
        var made = new ModelCorpus(random);
        var drafts = Enumerable.Range(0, 40).Select(_ => made.Article(made.Next)).Select(a => a.Draft()).ToList();
        var corpus = await OpenAsync();
        await PutAsync(corpus, [.. drafts.Take(20)]);
        await PutAsync(corpus, [.. drafts.Skip(20)]);
        for (var i = 0; i < 4; i++) await DeleteAsync(corpus, drafts[random.Next(drafts.Count)].Id!);
        corpus.MergeActors("person:odo-kremp", "person:trask-volub");
        var types = new HashSet<SuggestionType>();
        for (var i = 0; i < 60; i++)
        {
            var filters = Filters[random.Next(Filters.Length)];
            foreach (var suggestion in await corpus.SuggestAsync(Typed(random, made), random.Next(1, 20), Request(filters)))
            {
                types.Add(suggestion.Type);
                var found = await SearchAsync(corpus, Request([.. Pairs(filters).Where(p => p.Key != suggestion.Apply.Parameter), new(suggestion.Apply.Parameter, suggestion.Apply.Value)]));
                Assert.True(suggestion.Articles == found.Counts.Articles && suggestion.Articles > 0, $"{SuggestTests.Text([suggestion])} under '{filters}' finds {found.Counts.Articles}");
                Assert.Empty(found.Warnings);
                Assert.NotEmpty(suggestion.Matches);
            }
        }
        Assert.Superset(new HashSet<SuggestionType> { SuggestionType.Actor, SuggestionType.Phrase, SuggestionType.Title }, types);
    }

    /// <summary>The beginning of a word of some kind, sometimes behind another word, sometimes with a typo.</summary>
    private static string Typed(Random random, ModelCorpus made)
    {
        string[] words = ["france", "germany", "trask", "kremp", "grunak", "alvok", "zolap", "grubvok", "arts", "cartoon", "dance", "united", .. made.Words];
        var word = words[random.Next(words.Length)];
        word = word[..random.Next(1, word.Length + 1)];
        if (random.Next(5) == 0 && word.Length > 4) word = word.Remove(2, 1);
        return random.Next(6) == 0 ? $"{words[random.Next(words.Length)]} {word}" : word;
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string parameters) =>
        parameters.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], Uri.UnescapeDataString(p[1])));
}
