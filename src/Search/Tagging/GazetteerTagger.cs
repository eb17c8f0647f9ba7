using Search.Articles;
using Search.Tagging.Names;
using Search.Tagging.Quotations;
using Search.Tagging.Topics;
using Search.Tagging.Words;
using Search.Text;

namespace Search.Tagging;

/// <summary>
/// Tags by gazetteers and readable rules: known names, patterns of names, who is who inside the article, metonyms, quotes, topics. All that it
/// knows of names and words comes from the data folder.
/// </summary>
internal sealed class GazetteerTagger : ITagger
{
    /// <summary>Raise it with every change of the rules in code that may change a tag.</summary>
    private const string CodeVersion = "gazetteer-2";

    private readonly Lexicon lexicon;
    private readonly NameFinder names;
    private readonly TopicTagger topics;
    private readonly FeedTags feed;

    private GazetteerTagger(Lexicon lexicon, FeedNames feedNames, TopicRules rules, TopicTable table, string fingerprint)
    {
        this.lexicon = lexicon;
        names = new NameFinder([new KnownNames(), new PersonPatterns(), new OrganisationPatterns(), new PlacePatterns()]);
        topics = new TopicTagger(rules, table);
        feed = new FeedTags(feedNames, lexicon.Known, table);
        Fingerprint = fingerprint;
    }

    /// <inheritdoc/>
    public string Fingerprint { get; }

    /// <summary>
    /// Reads the product's data, and from <paramref name="own"/> the user's own topics and rules. A file that is missing is as good as empty.
    /// </summary>
    public static GazetteerTagger Read(DataFolder data, DataFolder? own = null)
    {
        var builder = new LexiconBuilder();
        var feedNames = new FeedNames();
        NameData.Read(data, builder, feedNames);
        var files = NameData.Files.Concat([TopicRules.File, TopicTable.File]).Select(f => (data, f));
        if (own != null) files = files.Concat([(own, OwnTopics.RulesFile), (own, OwnTopics.TopicsFile)]);
        return new GazetteerTagger(builder.Build(), feedNames, TopicRules.Read(data, own), TopicTable.Read(data, own), TagFingerprint.Of(CodeVersion, files));
    }

    /// <inheritdoc/>
    public ArticleTags Tag(Article article)
    {
        var passages = Read(article).ConvertAll(words => new Passage(words, lexicon));
        var tagged = feed.Actors(article);
        var found = names.Find(passages, tagged.Count > 0 ? new FeedMentions(tagged, lexicon.Known) : null);
        var mentions = new List<Mention>();
        var quotes = new List<Quote>();
        var stated = Mentions.States(passages, found);
        var quoteFinder = new QuoteFinder();
        var speaking = new HashSet<int>();
        for (var p = 0; p < passages.Count; p++)
        {
            speaking.Clear();
            quoteFinder.Find(passages[p], found[p], quotes, speaking);
            Mentions.Add(passages[p].Words, found[p], stated, speaking, mentions);
        }
        mentions.AddRange(FeedTags.Missing(article, tagged, mentions));
        mentions.Sort(static (a, b) => a.Paragraph != b.Paragraph ? a.Paragraph.CompareTo(b.Paragraph) : a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
        var tags = new List<TopicTag>();
        feed.AddTopics(article, tags);
        topics.Tag(article, passages.ConvertAll(p => p.Words), tags);
        return new ArticleTags(mentions, tags, quotes);
    }

    /// <summary>Every topic for which the article's words are evidence, enough or not: why it was tagged, and why not.</summary>
    public IReadOnlyList<WeighedTopic> Weigh(Article article) => topics.Weigh(article, Read(article));

    private List<ParagraphWords> Read(Article article)
    {
        var read = new List<ParagraphWords>(article.Paragraphs.Count);
        var tokens = new List<Token>(256);
        foreach (var paragraph in article.Paragraphs)
        {
            if (paragraph.IsSearched) read.Add(ParagraphWords.Read(paragraph, lexicon, tokens));
        }
        return read;
    }
}
