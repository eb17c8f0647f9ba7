using Search.Articles;
using Search.Reading;
using Xunit;

namespace Search.Tests.Reading.Json;

/// <summary>Published examples and files of agencies: what the file has must be in the article.</summary>
public class NinjsSampleTests
{
    /// <summary>File, articles, problems; of the first article: how its title begins, date, source, language, first topic, first actor, paragraphs.</summary>
    [Theory]
    [InlineData("ninjs/examples/1.4/businesswire-newsml-20130515006361.json", 1, 0, "Dell Redefines", "2013-05-16", "", "en", "United States", "", 1)]
    [InlineData("ninjs/examples/1.4/businesswire-newsml-20130605006126.json", 1, 0, "Cambrios", "2013-06-05", "", "zh", "United States", "", 1)]
    [InlineData("ninjs/examples/1.4/businesswire-newsml-20130612006110.json", 1, 0, "APP", "2013-06-12", "", "zh", "United States", "", 1)]
    [InlineData("ninjs/examples/1.4/businesswire-newsml-20130731006140.json", 1, 0, "Lunch Taking", "2013-07-31", "", "en", "Other Consumer", "", 1)]
    [InlineData("ninjs/examples/1.4/ninjs-1-4-examples.json", 1, 0, "Test of three", "2022-04-21", "", "", "", "", 1)]
    [InlineData("ninjs/examples/1.4/ninjsExComplex1.json", 1, 0, "Captain of", "2013-07-09", "", "en", "", "person Francesco Schettino", 4)]
    [InlineData("ninjs/examples/1.4/ninjsExComplex2.json", 1, 0, "Captain of", "2013-07-09", "", "en", "", "person Francesco Schettino", 4)]
    [InlineData("ninjs/examples/1.4/ninjsExMediumText1.json", 1, 0, "Captain of", "2013-07-09", "", "en", "", "person Francesco Schettino", 4)]
    [InlineData("ninjs/examples/1.4/ninjsExSimplePhoto1.json", 0, 1, "", "", "", "", "", "", 0)]
    [InlineData("ninjs/examples/1.4/ninjsExSimpleText1.json", 1, 0, "Captain of", "2013-07-09", "", "", "", "", 4)]
    [InlineData("ninjs/examples/2.1/SIPA_image_2.json", 1, 0, "Italy:", "2020-10-27", "SIPA USA", "en", "News", "place Rome", 4)]
    [InlineData("ninjs/examples/2.1/ap_audio.json", 0, 1, "", "", "", "", "", "", 0)]
    [InlineData("ninjs/examples/2.1/ap_image.json", 0, 1, "", "", "", "", "", "", 0)]
    [InlineData("ninjs/examples/2.1/ap_video.json", 0, 1, "", "", "", "", "", "", 0)]
    [InlineData("ninjs/examples/2.1/dpa_text.json", 1, 0, "Faktencheck", "2019-05-10", "dpa", "de", "", "", 9)]
    [InlineData("ninjs/examples/2.1/imageEncodedRights.json", 0, 1, "", "", "", "", "", "", 0)]
    [InlineData("ninjs/examples/2.1/ninjsExSimpleText_2.json", 1, 0, "Captain of", "2013-07-09", "", "", "", "", 4)]
    [InlineData("ninjs/examples/2.1/ntb_text.json", 1, 0, "Google har", "2019-08-09", "NTB", "nb-NO", "Innenriks", "place Telemark", 1)]
    [InlineData("ninjs/examples/2.1/tt_text_image_2.json", 1, 0, "Militärövning", "2021-05-26", "TT", "sv", "medtop:16000000", "person Jonas Svensson", 7)]
    [InlineData("ninjs/examples/2.1/schema-extension/extension-example.json", 1, 0, "Militärövning", "2021-05-26", "TT", "sv", "medtop:16000000", "person Jonas Svensson", 7)]
    [InlineData("ninjs/examples/3.0/20231004-UEFA-ChampionLeague.json", 1, 0, "Champions League", "2023-10-04", "", "", "", "place Estadio Metropolitano", 1)]
    [InlineData("ninjs/examples/3.0/20231005-65-addb-event.json", 1, 0, "4th International", "2023-10-05", "", "en", "", "org Spanish Agency", 3)]
    [InlineData("ninjs/examples/3.0/20231008-anti-doping-measures-at-the-tour-down-under-will-be-the-toughest-ever-addb-ninjs-nitf.json", 1, 0, "Anti-doping", "2023-10-08", "", "en", "medtop:15000000", "", 15)]
    [InlineData("ninjs/examples/3.0/20231016-addb-example-press-conference.json", 1, 0, "World Anti", "2022-02-02", "", "", "", "person WADA", 15)]
    [InlineData("ninjs/examples/3.0/ap_image.json", 0, 1, "", "", "", "", "", "", 0)]
    [InlineData("ninjs/examples/3.0/ap_audio.json", 0, 1, "", "", "", "", "", "", 0)]
    [InlineData("ninjs/examples/3.0/ap_video.json", 0, 1, "", "", "", "", "", "", 0)]
    [InlineData("ninjs/examples/3.0/businesswire-newsml-20130731006140.json", 1, 0, "Lunch Taking", "2013-07-31", "", "en", "Other Consumer", "", 1)]
    [InlineData("ninjs/examples/3.0/dpa_text.json", 1, 0, "Faktencheck", "2019-05-10", "dpa", "de", "", "", 9)]
    [InlineData("ninjs/examples/3.0/ninjsExSimpleText_3.json", 1, 0, "Captain of", "2013-07-09", "", "", "", "", 4)]
    [InlineData("ninjs/examples/3.0/ntb_text.json", 1, 0, "Google har", "2019-08-09", "NTB", "nb-NO", "Innenriks", "place Telemark", 1)]
    [InlineData("ninjs/examples/3.0/simpleEvent.json", 1, 0, "Tackling Doping", "2023-10-04", "addb", "en", "", "org United Kingdom", 1)]
    [InlineData("ninjs/examples/3.0/tt_event_pressconference_3.0.json", 1, 0, "Pk med", "2023-10-05", "TT", "sv", "medtop:11000000", "person Elisabeth Svantesson", 2)]
    [InlineData("ninjs/examples/3.0/tt_text_image_3.json", 1, 0, "Militärövning", "2021-05-26", "TT", "sv", "medtop:16000000", "person Jonas Svensson", 7)]
    [InlineData("ninjs/examples/3.0/collection/20231016-event-timeline-sample.json", 14, 0, "Athlete uses", "2016-09-03", "", "", "", "", 1)]
    [InlineData("newsml1_nitf_superdesk/bbc-ninjs-comp-test.json", 1, 0, "abcdef", "2018-05-30", "", "en", "Cynllunio", "", 1)]
    [InlineData("newsml1_nitf_superdesk/bbc-ninjs-text-test.json", 1, 0, "advisory", "2018-05-28", "", "en", "Planning Permission", "", 1)]
    [InlineData("newsml1_nitf_superdesk/ninjs1.json", 1, 0, "headline", "2017-08-24", "AAP", "fr", "medtop:01000000", "place NSW", 1)]
    [InlineData("newsml1_nitf_superdesk/ninjs2.json", 1, 0, "Oil prices", "2017-07-03", "Reuters", "", "medtop:04000000", "place US", 9)]
    [InlineData("newsml1_nitf_superdesk/ninjs3.json", 0, 1, "", "", "", "", "", "", 0)]
    [InlineData("newsml1_nitf_superdesk/ninjs4.json", 1, 0, "China behauptet", "2019-03-25", "", "de", "Science", "", 9)]
    [InlineData("newsml1_nitf_superdesk/ninjs5.json", 1, 0, "Oil prices", "2017-07-03", "Reuters", "", "medtop:04000000", "place US", 9)]
    [InlineData("newsml1_nitf_superdesk/ninjs6.json", 0, 1, "", "", "", "", "", "", 0)]
    [InlineData("newsml1_nitf_superdesk/ninjs_embargoed.json", 1, 0, "Trouble is brewing", "2022-06-26", "360info", "en", "medtop:06000000", "", 18)]
    [InlineData("newsml1_nitf_superdesk/ap_media_text_item.json", 0, 1, "", "", "", "", "", "", 0)]
    [InlineData("newsml1_nitf_superdesk/ap_media_feed.json", 0, 1, "", "", "", "", "", "", 0)]
    public void A_published_file_is_read(string file, int articles, int problems, string title, string date, string source, string language, string topic, string actor, int paragraphs)
    {
        var path = Shared(file);
        Assert.SkipWhen(path is null, "the shared folder is not beside the project");
        var items = new ArticleReader().ReadPaths([path!]).ToList();
        Assert.Equal((articles, problems), (items.Count(i => i is ReadArticle), items.Count(i => i is ReadProblem)));
        if (items[0] is not ReadArticle { Draft: var draft }) return;
        Assert.StartsWith(title, draft.Title, StringComparison.Ordinal);
        Assert.Equal((date, source, language), (draft.Published is { } published ? ArticleDates.Write(published)[..10] : "", draft.Source ?? "", draft.Language ?? ""));
        Assert.Equal(topic, draft.Topics.Count > 0 ? draft.Topics[0].Id ?? draft.Topics[0].Label : "");
        Assert.StartsWith(actor, draft.Actors.Count > 0 ? $"{draft.Actors[0].Type} {draft.Actors[0].Name}" : "", StringComparison.Ordinal);
        Assert.Equal(actor.Length > 0, draft.Actors.Count > 0);
        Assert.Equal(paragraphs, draft.Paragraphs.Count);
    }

    private static string? Shared(string file)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var shared = Path.Combine(at.FullName, "shared", "data", "formats", file);
            if (File.Exists(shared)) return shared;
        }
        return null;
    }
}
