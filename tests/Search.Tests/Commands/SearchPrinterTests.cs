using Search.App.Commands.Printing;
using Xunit;

namespace Search.Tests.Commands;

public class SearchPrinterTests
{
    private const string Answer = """
        {"generation":4,"took_ms":3.14,"parsed":"herring quota","unit":"article","counts":{"paragraphs":1214,"articles":1,"exact":true},
         "hits":[{"id":"h1","title":"Herring [bold]deal[/] holds","title_matches":[{"start":0,"end":7,"kind":"term","clause":0}],"source":"Harbour Post","published":"2026-09-24T06:00:00Z",
           "paragraph_count":14,"paragraph_matches":3,
           "paragraphs":[{"id":"h1#2","ordinal":2,"kind":"body","text":"The herring quota\u001b[2J falls [again].","matches":[{"start":4,"end":11},{"start":12,"end":17},{"start":90,"end":99}]}],
           "actors":[{"label":"Norway"},{"label":"Iceland"},{"label":"Norway"}],"actors_total":9,
           "duplicates":{"count":2,"articles":[{"source":"Tide"},{"source":"Tide"}]},
           "explanation":[{"what":"words in the article","score":2.5}]}],
         "facets":[
           {"field":"actor","values":[{"id":"country:norway","label":"Norway","articles":1,"paragraphs":7,"state":"on"},{"id":"country:iceland","label":"Iceland","articles":1,"paragraphs":2,"state":"off"}],"values_total":5},
           {"field":"published","interval":"month","buckets":[{"id":"2026-09","articles":1,"paragraphs":3}],"missing":{"articles":2,"paragraphs":8}}],
         "hints":[{"type":"scope","parameter":"scope","value":"article","articles":188,"paragraphs":402},{"type":"spelling","parameter":"q","value":"herring quotas","articles":3,"paragraphs":4},
           {"type":"drop_filter","parameter":"half_life","value":null,"articles":1,"paragraphs":1}],
         "warnings":[{"position":17,"length":1,"message":"The bracket is never closed.","suggestion":"herring quota"}],"cursor":"abc"}
        """;

    [Fact]
    public void A_plain_answer_has_a_line_for_everything_and_no_escape_codes()
    {
        using var at = new TestTerminal();
        var text = at.Draw(Answer, t => new SearchPrinter(t).Print);

        Assert.Equal("""
            1 article, 1,214 paragraphs  3.1 ms  read as herring quota
            ! The bracket is never closed. Try: herring quota

             1  Herring [bold]deal[/] holds
                Harbour Post · 2026-09-24 · h1 · 3 of 14 paragraphs
                ¶2 The herring quota�[2J falls [again].
                Actors: Norway, Iceland and 7 more
                2 copies in Tide
                    2.500  words in the article

            actor      articles   paragraphs   id
            + Norway          1            7   country:norway
            Iceland           1            2   country:iceland
            and 3 values more

            published by month   articles   paragraphs
            2026-09                     1            3
            no date                     2            8

            With --scope article  188 articles, 402 paragraphs
            Did you mean: herring quotas  3 articles, 4 paragraphs
            Without --half-life  1 article, 1 paragraph
            There are more: go on with --offset, or with --cursor abc

            """.ReplaceLineEndings("\n"), Lines(text));
    }

    [Fact]
    public void A_styled_answer_marks_what_matches_and_lets_no_foreign_escape_through()
    {
        using var at = new TestTerminal().Styled();
        var text = at.Draw(Answer, t => new SearchPrinter(t).Print);

        Assert.Contains("\u001b[1;93mherring\u001b[0m \u001b[1;93mquota\u001b[0m", text, StringComparison.Ordinal);
        Assert.Contains("\u001b[1;93mHerring\u001b[0m\u001b[1m [bold]deal[/] holds\u001b[0m", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[2J", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_hit_is_shown_with_its_article()
    {
        using var at = new TestTerminal();
        var text = at.Draw("""
            {"counts":{"paragraphs":1,"articles":1,"exact":false},"took_ms":2000,"parsed":null,"hits":[{"id":"h1#0","ordinal":0,"kind":"headline","text":"Herring deal","matches":[],
             "article":{"id":"h1","title":"Herring deal","source":null,"published":null},"actors":[],"topics":[]}]}
            """, t => new SearchPrinter(t).Print);

        Assert.Equal("""
            1 article, 1 paragraph (at least: time ran out)  2000 ms

             1  Herring deal
                no date · h1
                ¶0 Herring deal

            """.ReplaceLineEndings("\n"), Lines(text));
    }

    [Fact]
    public void Nothing_found_says_so()
    {
        using var at = new TestTerminal();
        Assert.StartsWith("Nothing found", at.Draw("""{"counts":{"paragraphs":0,"articles":0,"exact":true}}""", t => new SearchPrinter(t).Print), StringComparison.Ordinal);
    }

    /// <summary>Cells of a table are padded; the padding at the ends of lines does not matter.</summary>
    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()));
}
