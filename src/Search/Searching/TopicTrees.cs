namespace Search.Searching;

/// <summary>Puts counted topics into their tree.</summary>
internal static class TopicTrees
{
    public static TopicTree Of(FacetPage page)
    {
        var children = page.Values.ToLookup(v => v.Path is { Count: > 1 } path ? path[^2] : "");
        return new TopicTree(page.Generation, Branches(""));

        List<TopicBranch> Branches(string parent) =>
            [.. children[parent].Select(v => new TopicBranch(v.Id, v.Label, v.Articles, v.Paragraphs, Branches(v.Id)))];
    }
}
