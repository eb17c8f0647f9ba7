using Search.Evaluation;
using Search.Tests.Tagging;
using Search.Text;
using Xunit;

namespace Search.Tests.Evaluation;

public sealed class TopicEvaluationTests : IDisposable
{
    private const string Vote = """{"id": "vote", "title": "Ballot boxes arrive", "language": "en", "paragraphs": ["The ballots were counted at the polling station."]}""";
    private const string Match = """{"id": "match", "title": "A late goal", "language": "en", "paragraphs": ["The goal fell late."]}""";
    private const string Dull = """{"id": "dull", "title": "Rain", "language": "en", "paragraphs": ["It rained.", "The ballot box got wet."]}""";

    private readonly TaggingData data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void Found_missed_and_wrong_subjects_are_counted_and_a_topic_below_counts_for_its_top()
    {
        var scores = Measure(Vote + "\n" + Match + "\n" + Dull, """
            {"id": "vote", "t": ["politics"]}
            {"id": "match", "t": ["weather"]}
            {"id": "dull", "t": ["politics", "medtop:20000574"]}
            """);
        Assert.Equal(3, scores.Articles);
        Assert.Equal(17, scores.Subjects.Count);
        var politics = scores.Subjects.Single(s => s.Label == "politics");
        Assert.Equal((2, new MatchCounts(1, 0, 1)), (politics.Articles, politics.Counts));
        Assert.Equal(new MatchCounts(0, 1, 0), scores.Subjects.Single(s => s.Label == "sport").Counts);
        Assert.Equal(new MatchCounts(1, 1, 2), scores.Micro);
        Assert.Equal((0.5, 0.25, 1 / 3.0), (scores.MacroPrecision, scores.MacroRecall, scores.MacroF1));
    }

    [Fact]
    public void An_error_tells_the_rules_and_their_words_also_those_that_were_too_few()
    {
        var errors = Measure(Match + "\n" + Dull, """
            {"id": "match", "t": []}
            {"id": "dull", "t": ["politics"]}
            """).Errors;
        var wrong = errors.Single(e => e.Wrong);
        Assert.Equal(("match", "sport", "match"), (wrong.Article, wrong.Subject, Assert.Single(wrong.Evidence).Rule));
        var missed = errors.Single(e => !e.Wrong);
        Assert.Equal(("dull", "politics", "vote", "ballot"), (missed.Article, missed.Subject, Assert.Single(missed.Evidence).Rule, Assert.Single(missed.Evidence[0].Words)));
    }

    [Fact]
    public void Articles_without_marks_are_left_out() => Assert.Equal(1, Measure(Vote + "\n" + Match, """{"id": "vote", "t": ["politics"]}""").Articles);

    [Fact]
    public void Topics_that_a_feed_gave_do_not_count() =>
        Assert.Equal(new MatchCounts(0, 0, 1), Measure(Dull.Replace("\"title\"", "\"topics\": [\"politics\"], \"title\"", StringComparison.Ordinal), """{"id": "dull", "t": ["politics"]}""").Micro);

    [Theory]
    [InlineData(Vote, "not json", "marks.jsonl, line 1: this is not JSON")]
    [InlineData(Vote, """{"t": ["politics"]}""", "line 1: a line of marks is a JSON object with the \"id\"")]
    [InlineData(Vote, "[]", "line 1: a line of marks is a JSON object with the \"id\"")]
    [InlineData(Vote, "\n{\"id\": \"vote\"}", "line 2: the topics are missing")]
    [InlineData(Vote, """{"id": "vote", "t": ["cheese"]}""", "line 1: cheese is no topic")]
    [InlineData(Vote, """{"id": "vote", "t": [7]}""", "line 1: 7 is no topic")]
    [InlineData(Vote, "{\"id\": \"vote\", \"t\": []}\n{\"id\": \"vote\", \"t\": []}", "line 2: the article 'vote' is marked a second time")]
    [InlineData("{\"id\": \"vote\"", """{"id": "vote", "t": []}""", "articles.jsonl")]
    [InlineData("{\"id\": \"vote\", \"title\": \"Bare\"}", """{"id": "vote", "t": []}""", "The article has no text")]
    public void Unusable_data_is_told_with_its_place(string articles, string marks, string why) =>
        Assert.Contains(why, Assert.Throws<EvaluationDataException>(() => Measure(articles, marks)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_without_the_files_is_told_what_is_expected()
    {
        var folder = Directory.CreateTempSubdirectory("marked-").FullName;
        try
        {
            var message = Assert.Throws<EvaluationDataException>(() => new TopicEvaluation(data.Folder).Measure(folder)).Message;
            Assert.Contains("articles.jsonl", message, StringComparison.Ordinal);
            Assert.Contains("marks.jsonl", message, StringComparison.Ordinal);
        }
        finally { Directory.Delete(folder); }
    }

    [Fact]
    public void The_rules_that_ship_reach_three_quarters_on_marked_news()
    {
        var folder = Path.Combine(Directory.GetParent(House.Repository.Root)!.FullName, "shared", "data", "annotated");
        Assert.SkipUnless(Directory.Exists(folder), "the shared folder is not beside the project");
        var scores = new TopicEvaluation(new DataFolder(House.Repository.At("seeds"))).Measure(folder);
        Assert.True(scores.Micro.F1 >= 0.75 && scores.MacroF1 >= 0.7, $"micro {scores.Micro.F1:0.000}, macro {scores.MacroF1:0.000}");
        Assert.Empty(scores.Subjects.Where(s => s.Counts.Right == 0).Select(s => s.Label));
    }

    private TopicScores Measure(string articles, string marks)
    {
        data.Write("marked/articles.jsonl", articles);
        data.Write("marked/marks.jsonl", marks);
        return new TopicEvaluation(data.Folder).Measure(Path.Combine(data.Folder.Root, "marked"));
    }
}
