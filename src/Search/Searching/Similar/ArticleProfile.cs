using Search.Articles;
using Search.Indexing.Analysis;
using Search.Tagging;
using Search.Text;

namespace Search.Searching.Similar;

/// <summary>A word of an article, once for all its forms.</summary>
/// <param name="Stem">The term of its stem in the articles' scoring field.</param>
/// <param name="Surface">As written, in small letters if it is anywhere.</param>
/// <param name="Weight">How often it stands there; headline and lead count for more.</param>
/// <param name="Paragraphs">In how many of the article's paragraphs it stands.</param>
internal sealed record ProfileWord(string Stem, string Surface, double Weight, int Paragraphs);

/// <summary>Somebody whom the article names; the rest as of a word.</summary>
internal sealed record ProfileName(ActorName Name, double Weight, int Paragraphs);

/// <summary>
/// What an article is about, as far as it can be told without an index: its words and whom it names, the weightiest first. Small words, numbers
/// and the words of names are left out. Pure; bounded for an article of any length.
/// </summary>
internal sealed record ArticleProfile(string Id, int Version, string Language, IReadOnlyList<ProfileWord> Words, IReadOnlyList<ProfileName> Names)
{
    private const int MostWords = 150;
    private const int MostNames = 20;

    /// <summary>What comes behind so many words of an article does not count.</summary>
    private const int MostRead = 20_000;

    public static ArticleProfile Of(Article article, int version, ArticleTags tags, StopWords small)
    {
        var words = new Dictionary<string, Tally>();
        var names = new Dictionary<ActorName, Tally>();
        var mentions = tags.Mentions.ToLookup(m => m.Paragraph);
        var lexicon = Lexicon.For(article.Language);
        var left = MostRead;
        foreach (var paragraph in article.Paragraphs.Where(p => p.IsSearched))
        {
            var weight = Weight(paragraph.Kind);
            foreach (var mention in mentions[paragraph.Ordinal]) Tally.Count(names, mention.Name, mention.Name.Label, weight, paragraph.Ordinal);
            foreach (var token in Tokenizer.Tokenize(paragraph.Text).Take(left))
            {
                left--;
                if (mentions[paragraph.Ordinal].Any(m => m.Start < token.End && token.Start < m.End)) continue;
                var surface = paragraph.Text[token.Start..token.End];
                if (Says(surface) && !small.Has(article.Language, surface)) Tally.Count(words, lexicon.Word(paragraph.Text, token).Stem, surface, weight, paragraph.Ordinal);
            }
        }
        return new ArticleProfile(article.Id, version, article.Language,
            [.. words.OrderByDescending(w => w.Value.Weight).ThenBy(w => w.Key, StringComparer.Ordinal).Take(MostWords).Select(w => new ProfileWord(w.Key, w.Value.Surface, w.Value.Weight, w.Value.Paragraphs))],
            [.. names.OrderByDescending(n => n.Value.Weight).ThenBy(n => n.Key.Label, StringComparer.Ordinal).Take(MostNames).Select(n => new ProfileName(n.Key, n.Value.Weight, n.Value.Paragraphs))]);
    }

    private static double Weight(ParagraphKind kind) => kind switch { ParagraphKind.Headline => 3, ParagraphKind.Lead => 2, _ => 1 };

    /// <summary>A single letter or a number says nothing of what an article is about; a single character of another script may be a word.</summary>
    private static bool Says(string surface) => surface.Any(char.IsLetter) && (surface.Length > 1 || surface[0] >= '\u2E80');

    private sealed class Tally(string surface)
    {
        private int last = -1;

        public string Surface { get; private set; } = surface;
        public double Weight { get; private set; }
        public int Paragraphs { get; private set; }

        public static void Count<T>(Dictionary<T, Tally> into, T key, string surface, double weight, int paragraph) where T : notnull
        {
            if (!into.TryGetValue(key, out var tally)) into[key] = tally = new Tally(surface);
            tally.Weight += weight;
            if (paragraph != tally.last) tally.Paragraphs++;
            tally.last = paragraph;
            if (char.IsUpper(tally.Surface[0]) && !char.IsUpper(surface[0])) tally.Surface = surface;
        }
    }
}
