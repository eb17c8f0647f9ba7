using Search.Articles;
using Search.Tagging;
using Search.Text;

namespace Search.Tests.Tagging;

/// <summary>A data folder of its own in the temp directory, small enough to read, with everything the tests name.</summary>
public sealed class TaggingData : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("tagging-").FullName;

    public TaggingData()
    {
        var grammar = Path.Combine(AppContext.BaseDirectory, "seeds", "actors", "grammar.tsv");
        Write("actors/grammar.tsv", File.ReadAllText(grammar));
        Write("actors/countries.tsv", """
            france	France	FR	French Republic	French|Frenchman	Paris	Élysée
            china	China	CN		Chinese	Beijing|Peking	
            turkey	Turkey	TR		Turkish|Turks	Ankara	
            united-states	United States	US	US|U.S.|America	American|Americans	Washington	White House
            russia	Russia	RU		Russian|Russians	Moscow	Kremlin
            el-salvador	El Salvador	SV		Salvadoran	San Salvador	
            jordan	Jordan	JO		Jordanian	Amman	
            poland	Poland	PL		Polish|Poles	Warsaw	
            """);
        Write("actors/organisations.tsv", """
            United Nations	UN		international
            World Health Organization	WHO		international
            Moody's			company
            """);
        Write("actors/places.tsv", "Sydney\t\taustralia\tcity\nEurope\tEuropean|Europeans\t\tcontinent\n");
        Write("actors/groups.tsv", "Kurds\tKurdish\n");
        Write("actors/given-names.txt", "Michael\nMarta\nJohn\nJean\nStéphane\nWinston\n");
        Write("actors/titles.tsv", "en\tMr\tperson\nen\tDr.\tperson\nen\tPresident\toffice\nen\tForeign Minister\toffice\nen\tharbour master\toffice\nen\tMinister\toffice\n");
        Write("actors/organisation-words.tsv", "Council\tsuffix\nCorp\tsuffix\nUnion\tsuffix\nMinistry of\tprefix\nChamber of\tprefix\nCommittee\tsuffix\n");
        Write("actors/never.txt", "Monday\nMay\nEuro\nFrench fries\nus\n");
        Write("actors/saying-verbs.txt", "said\nsays\ntold\nadded\nurged\nwarned\ncontinued\n");
        Write("actors/agent-verbs.txt", "rejected\nvalued\naccused\nurged\nvisited\nwants\n");
        Write("actors/place-words.txt", "River\nHarbour\n");
        Write("topics/media-topics.tsv", "medtop:11000000\tpolitics\t\nmedtop:20000574\telection\tmedtop:11000000\nmedtop:15000000\tsport\t\n");
        Write("topics/rules.tsv", "vote\tmedtop:20000574\ten\t1\tballot|polling station|elect*\nmatch\tmedtop:15000000\ten\t1\tgoal|-own goal of the budget\n");
    }

    public DataFolder Folder => new(root);

    public void Write(string file, string text)
    {
        var path = Path.Combine(root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, string.Join('\n', text.Split('\n').Select(l => l.TrimStart(' '))));
    }

    internal GazetteerTagger Tagger() => GazetteerTagger.Read(Folder);

    internal ArticleTags Tag(params string[] paragraphs) => Tagger().Tag(Article(paragraphs));

    internal static Article Article(params string[] paragraphs)
    {
        var start = 0;
        var list = new List<Paragraph>();
        foreach (var text in paragraphs)
        {
            list.Add(new Paragraph(list.Count, list.Count == 0 ? ParagraphKind.Lead : ParagraphKind.Body, text, start));
            start += text.Length + 2;
        }
        return new Article { Id = "a", Title = paragraphs[0], TitleDerived = true, Language = "en", Paragraphs = list };
    }

    /// <summary>Mentions as <c>surface=label:type:via</c>.</summary>
    public string[] Names(params string[] paragraphs) =>
        [.. Tag(paragraphs).Mentions.Select(m => $"{m.Surface}={m.Name.Label}:{m.Name.Type}:{m.Via}")];

    public void Dispose() => Directory.Delete(root, recursive: true);
}
