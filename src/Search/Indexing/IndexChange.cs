namespace Search.Indexing;

/// <summary>A change to the index; of an article only the last of a batch counts.</summary>
internal abstract record IndexChange(string Id);

/// <summary>The article's block is replaced in one step.</summary>
internal sealed record ReplaceBlock(NumberedArticle Article) : IndexChange(Article.Article.Id);

/// <summary>The article's block is deleted.</summary>
internal sealed record DeleteBlock(string DeletedId) : IndexChange(DeletedId);
