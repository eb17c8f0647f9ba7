using Search.App.Commands.Printing;
using Xunit;

namespace Search.Tests.Commands;

public class ArticlePrinterTests
{
    private const string Article = """
        {"id":"h1","title":"The herring deal","title_derived":true,"url":"https://post.example/h1","source":"Harbour Post","published":"2026-09-24T06:00:00Z","revised":null,"version":2,
         "language":"en","authors":["Ida Holm"],"paragraph_count":3,
         "paragraphs":[{"ordinal":0,"kind":"lead","text":"The herring deal holds.","matches":[{"start":4,"end":11}]},{"ordinal":1,"kind":"heading","text":"Quotas"},
           {"ordinal":2,"kind":"boilerplate","text":"READ ALSO: Cod","reason":"pattern: READ ALSO"}],
         "actors":[{"id":"country:norway","type":"country","label":"Norway","paragraphs":2,"mentions":3,"role":"subject"}],
         "topics":[{"id":"medtop:1","label":"fishing","by":"rule","rule":"fish-1","evidence_ordinal":0}]}
        """;

    [Fact]
    public void An_article_is_shown_paragraph_by_paragraph_with_actors_and_topics()
    {
        using var at = new TestTerminal();
        var text = at.Draw(Article, t => new ArticlePrinter(t).Print);

        Assert.Equal("""
            The herring deal  (headline made from the lead)
            Harbour Post · 2026-09-24 06:00 UTC · by Ida Holm · en
            h1 · version 2 · 3 paragraphs
            https://post.example/h1

               0  The herring deal holds.
               1  Quotas  [heading]
               2  READ ALSO: Cod  [boilerplate: pattern: READ ALSO]

            actor    type      paragraphs   mentions   role      id
            Norway   country            2          3   subject   country:norway

            topic     by               id
            fishing   rule:fish-1 ¶0   medtop:1

            """.ReplaceLineEndings("\n"), string.Join('\n', text.Split('\n').Select(line => line.TrimEnd())));
    }

    [Fact]
    public void Boilerplate_is_dim_and_a_match_is_bold()
    {
        using var at = new TestTerminal().Styled();
        var text = at.Draw(Article, t => new ArticlePrinter(t).Print);

        Assert.Contains("\u001b[2m   2  READ ALSO: Cod", text, StringComparison.Ordinal);
        Assert.Contains("The \u001b[1;93mherring\u001b[0m deal", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Actors_are_a_table_with_both_counts()
    {
        using var at = new TestTerminal();
        var text = at.Draw("""
            {"actors":[{"id":"person:a-b","type":"person","label":"A. B.","articles":1200,"paragraphs":3400,"matched_alias":"Abe"}],"total":7,"cursor":"c7"}
            """, t => new ActorPrinter(t).Print);

        Assert.Contains("A. B. (Abe)   person      1,200        3,400   person:a-b", text, StringComparison.Ordinal);
        Assert.Contains("and 6 more: --limit, or --cursor c7", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "sport  3 articles, 9 paragraphs  t:1\n└── chess  1 article, 1 paragraph  t:2\n")]
    [InlineData(true, "sport  3 articles, 9 paragraphs  t:1\n├── chess  1 article, 1 paragraph  t:2\n└── golf  0 articles, 0 paragraphs  t:3\nweather  0 articles, 0 paragraphs  t:4\n")]
    public void Topics_are_a_tree_without_empty_branches_unless_asked_for(bool all, string expected)
    {
        using var at = new TestTerminal();
        var text = at.Draw("""
            {"topics":[{"id":"t:1","label":"sport","articles":3,"paragraphs":9,"children":[{"id":"t:2","label":"chess","articles":1,"paragraphs":1,"children":[]},
             {"id":"t:3","label":"golf","articles":0,"paragraphs":0,"children":[]}]},{"id":"t:4","label":"weather","articles":0,"paragraphs":0,"children":[]}]}
            """, t => new TopicPrinter(t, all).Print);

        Assert.Equal(expected, string.Join('\n', text.Split('\n').Select(line => line.TrimEnd())));
    }
}
