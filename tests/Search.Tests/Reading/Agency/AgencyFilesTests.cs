using System.Globalization;
using Search.Reading;
using Xunit;

namespace Search.Tests.Reading.Agency;

/// <summary>
/// The files of many agencies, which are not part of the project. Of each article: the beginning of its title, when it was published, source, language,
/// its first topics, its first actors, and how many paragraphs it has; of what is no article, why.
/// </summary>
public class AgencyFilesTests
{
    private const string Expected = """
        newsml1_nitf_superdesk/LISTING 1 A NewsML-G2 News Item.xml => The item has no text.
        newsml1_nitf_superdesk/LISTING 6 Simple NewsML-G2 Package.xml => A package refers to its items by reference; hand those in.
        newsml1_nitf_superdesk/aap-1.xml => F1 Test | 2013-10-20T08:27 | Australian Associated Press | - | medtop:15000000 | Sydney | 2
        newsml1_nitf_superdesk/aap-cyber.xml => Headline | 2016-04-13T04:52 | AAP | - | medtop:04000000 |  | 2
        newsml1_nitf_superdesk/aap-finance-lite.xml => The item has no text.
        newsml1_nitf_superdesk/aap-finance.xml => ASIA:Samsung sells d | 2014-11-26T15:27 | Agence France Presse | - | medtop:04000000 |  | 14
        newsml1_nitf_superdesk/aap-finance1.xml => Highlights of the AA | 2015-02-20T13:51 | Australian Associated Press | - | medtop:04000000, Finance (General) |  | 18
        newsml1_nitf_superdesk/aap-sports.xml => RL:Ferguson returns | 2015-02-18T16:01 | Australian Associated Press | - | medtop:15000000 |  | 5
        newsml1_nitf_superdesk/aap.xml => The main stories on | 2013-10-20T08:27 | Australian Associated Press | - | medtop:02000000, law enforcement, Police | Sydney | 13
        newsml1_nitf_superdesk/afp.xml => Sweden court accepts | 2014-08-29T13:49 | AFP | en | medtop:04000000, Sweden, China | Stockholm | 10
        newsml1_nitf_superdesk/afp20.xml => Décès de Naomi Musen | 2024-07-10T12:59 | AFP | fr |  |  | 2
        newsml1_nitf_superdesk/ana1.xml => Wage employment bala | 2018-04-04T14:58 | ΑΠΕ-ΜΠΕ | EN | medtop:09000000, Employment/Unemployment, Job Layoffs |  | 4
        newsml1_nitf_superdesk/ansa-newsmlg2-text.xml => Catalan independence | 2017-10-11T09:41 | ANSA | it |  | Rome | 2
        newsml1_nitf_superdesk/ansa_culture.xml => TEST FROM XAWES | 2019-07-01T08:21 | ANSA | it | medtop:02000000, arrest, Politica - News | Roma | 2
        newsml1_nitf_superdesk/ap-nitf.xml => Can trading pollutio | 2015-12-10T19:10 | The Associated Press | - |  | NEW YORK | 28
        newsml1_nitf_superdesk/ap.xml => Nutrisystem beats 4Q | 2018-02-26T21:20 | Automated Insights | en | Corporate stock, Corporate news, Business | NutriSystem Inc | 10 // DiamondRock Hospital | 2018-02-26T21:22 | Automated Insights | en | Earnings reports, Earnings, Financial performance | Maryland, United States, North America | 11 // Scripps Networks top | 2018-02-26T21:27 | Automated Insights | en | Earnings reports, Earnings, Financial performance | Scripps Networks Interactive Inc, Tennessee, United States | 7
        newsml1_nitf_superdesk/ap_media_text_nitf.xml => BC-BBN--Top Ten | 2019-07-03T04:05 | The Associated Press | - |  |  | 20
        newsml1_nitf_superdesk/dpa.xml => Eintracht in London: | 2022-10-11T09:14 | Deutsche Presse-Agentur GmbH | de | medtop:20001065, Champions League, Frankfurt | Deutschland, Hessen, Britain | 3
        newsml1_nitf_superdesk/efe_nitf.xml => Honduran president a | 2017-01-02T22:28 | Agencia EFE | en-US | medtop:11000000, Executive (government), Government | Tegucigalpa | 3
        newsml1_nitf_superdesk/handle_invalid_fields.xml => Man accused of rammi | 2020-07-03T20:51 | THE CANADIAN PRESS | - | National, Justice, Politics | Ottawa, Ontario, Canada | 28
        newsml1_nitf_superdesk/mapping_test.xml => *En 41-årig mand, de | 2016-05-11T22:05 | Ritzau | no-NO | medtop:02000000 |  | 4
        newsml1_nitf_superdesk/nitf-fishing.xml => The item was cancelled by its provider.
        newsml1_nitf_superdesk/nitf-ntb.xml => Faktisk.no: Nei, det | 2020-09-07T14:45 | NTB | nb-NO |  |  | 55
        newsml1_nitf_superdesk/pa1.xml => PA SPORT TRIVIA (OCT | 2015-10-14T03:30 | PA Sport | - | medtop:04000000, medtop:10000000, medtop:15000000 | Mark Bosnich, Football Association, Jim McLean | 43
        newsml1_nitf_superdesk/pa2.xml => 1 SOCCER INT-Teams | 2015-10-14T01:43 | PA | - |  |  | 1
        newsml1_nitf_superdesk/pa3.xml => UK BREAK-UP 'NOT INC | 2016-09-08T23:01 | Press Association | - | medtop:04000000 |  | 1
        newsml1_nitf_superdesk/pa4.xml => GREAT BRITISH BAKE O | 2016-10-03T14:22 | Press Association | - | medtop:01000000, medtop:04000000 | Britain, Portugal, France | 21
        newsml1_nitf_superdesk/pa5.xml => HARD BREXIT TO COST | 2016-10-10T23:13 | Press Association | - | Brexit | Britain, World Trade Organisation, European Union | 19
        newsml1_nitf_superdesk/picture.xml => A picture is no article.
        newsml1_nitf_superdesk/ritzau_feed.xml => The format is none of those that are read
        newsml1_nitf_superdesk/ritzau_news.xml => The format is none of those that are read
        newsml1_nitf_superdesk/ritzau_news_test_ednote.xml => The format is none of those that are read
        newsml1_nitf_superdesk/scoop.xml => Dick Smith receivers | 2016-01-12T12:35 | BusinessDesk | - |  |  | 9
        newsml1_nitf_superdesk/snep.xml => A package refers to its items by reference; hand those in.
        newsml1_nitf_superdesk/stt1.xml => Mikko Moilanen siirt | 2019-04-15T11:12 | STT | fi-FI | medtop:04000000, Yritysinformaatio, Yritysjohto | Helsinki | 4
        newsml1_nitf_superdesk/stt_archive_newsml_created_date_test.xml => Yleisurheilutuloksia | 2013-02-16T17:36 | STT | fi-FI |  |  | 27
        newsml1_nitf_superdesk/stt_archive_newsml_test.xml => Yleisurheilutuloksia | 2013-02-16T17:36 | STT | fi-FI |  |  | 27
        newsml1_nitf_superdesk/stt_newsml_abstract_test.xml => - | 2018-04-19T13:41 | STT | fi-FI | medtop:11000000, Eduskunta Parlamentti, Puolueet Yhteiskunnalliset liikkeet | Helsinki | 2
        newsml1_nitf_superdesk/stt_newsml_endash.xml => Reilu kolmannes Kork | 2018-04-04T04:05 | STT | fi-FI | medtop:06000000, Luonnonvarat, Luonnonvaraiset eläimet | Helsinki | 4
        newsml1_nitf_superdesk/stt_newsml_location_rich.xml => Tuhannet rohingya-pa | 2017-08-29T17:15 | STT | fi-FI | medtop:14000000, Vähemmistöt, Etniset vähemmistöt | Myanmar, Bangladesh, Burma | 2
        newsml1_nitf_superdesk/stt_newsml_location_test.xml => - | 2013-02-16T17:36 | STT | fi-FI | medtop:11000000, Diplomatia Ulkopolitiikka, Julkinen hallinto |  | 9
        newsml1_nitf_superdesk/stt_newsml_no_truncated_text_test.xml => Vastaamoon kohdistun | 2023-10-18T01:02 | STT | fi-FI | medtop:02000000, Rikokset, Verkkorikokset Hakkerointi | Helsinki | 53
        newsml1_nitf_superdesk/stt_newsml_note_test.xml => Jussi Niinistö: Ylen | 2017-01-31T21:52 | STT | fi-FI | medtop:09000000, Työntekijät, medtop:11000000 |  | 20
        newsml1_nitf_superdesk/stt_newsml_subject_test.xml => - | 2013-02-16T17:36 | STT | fi-FI | medtop:11000000, Diplomatia Ulkopolitiikka, Julkinen hallinto |  | 9
        newsml1_nitf_superdesk/stt_newsml_test.xml => Parliament passed th | 2017-12-19T08:33 | STT | fi-FI |  | Helsinki | 40
        newsml1_nitf_superdesk/stt_newsml_test_no_hl.xml => - | 2017-12-19T08:33 | STT | fi-FI |  | Helsinki | 40
        newsml1_nitf_superdesk/text.xml => Soccer-Smiling Benit | 2013-03-01T15:09 | Reuters | en | medtop:15000000 |  | 1
        newsml1_nitf_superdesk/video.xml => Cardinals arrive for | 2013-03-04T11:37 | Thomson Reuters | en |  |  | 5 // A video is no article. // An audio is no article. // A picture is no article.
        newsml1_nitf_superdesk/wenn.xml => Suge Knight involved | 2015-01-30T00:33 | WENN Feed | en | Music |  | 1 // Jagged Edge singer K | 2015-01-29T21:58 | WENN Feed | en | Music |  | 1
        newsml1_nitf_superdesk/wordpress_wxr.xml => Starafrica to dispos | 2013-07-29T16:03 | The SDNewTester | en-US | Business, Companies, companies |  | 1 // The item "test2" is not published in WordPress: its status is "inherit". // The item "test3" is not published in WordPress: its status is "inherit". // The item "test4" is not published in WordPress: its status is "inherit". // The item "test5" is not published in WordPress: its status is "inherit".
        newsml1_nitf_superdesk/wordpress_wxr_funke.xml => Löst einen Mord in M | 2017-12-02T15:43 | FunkyGames.de | de-DE | Android Apps, Asmodee Digital, iOS Apps |  | 28
        newsml1_nitf_superdesk/wordpress_wxr_thumb.xml => The item "test" is no article but a WordPress attachment. // test post | 2018-07-03T09:03 | Test archive | en-US |  |  | 1
        newsml1_nitf_superdesk/tag_reuters.com,0000_newsml_ISS149709_1618095828 => Soccer-Turkish champ | 2017-01-30T18:54 | Reuters | en | medtop:15000000 |  | 1
        newsml1_nitf_superdesk/tag_reuters.com,0000_newsml_L4N1FL0N0_1132689232 => PRECIOUS-Gold rises | 2017-01-31T03:47 | Reuters | en | medtop:04000000, medtop:11000000, medtop:10000000 |  | 18
        newsml1_nitf_superdesk/tag_reuters.com,2018_newsml_MTZXEE13ZXCZES_2 => UPDATE 2-Primeira Li | 2018-01-03T20:13 | Opta Sports Data | en-US | Soccer, Sport, medtop:15000000 |  | 1
        newsml1_nitf_superdesk/tag_reuters.com_0000_newsml_GM1EA7M13RP01_version_484616934 => A picture is no article.
        newsml1_nitf_superdesk/tag_reuters.com_2014_newsml_KBN0FL0NM_version_10 => A package refers to its items by reference; hand those in.
        newsml1_nitf_superdesk/tag_reuters.com_2014_newsml_KBN0FL0NN_version_5 => Confident Assad laun | 2014-07-16T08:10 | Reuters | en-US | medtop:02000000, medtop:04000000, medtop:11000000 |  | 26
        newsml1_nitf_superdesk/tag_reuters.com_2014_newsml_KBN0FL0ZP_version_2 => Syria's Assad says f | 2014-07-16T10:35 | Reuters | en-US | medtop:11000000, medtop:16000000 |  | 4
        newsml1_nitf_superdesk/tag_reuters.com_2014_newsml_LYNXMPEA6F0MS_version_2 => A picture is no article.
        newsml1_nitf_superdesk/tag_reuters.com_2014_newsml_LYNXMPEA6F0MT_version_2 => A picture is no article.
        newsml1_nitf_superdesk/tag_reuters.com_2014_newsml_LYNXMPEA6F13M_version_1 => A picture is no article.
        newsml1_nitf_superdesk/tag_reuters.com_2016_newsml_L1N14N0FF_version_1542761538 => The item was cancelled by its provider.
        newsml1_nitf_superdesk/tag_reuters.com_2016_newsml_L1N14N0FF_version_978556838 => CORRECTED-S. Illinoi | 2016-01-04T15:43 | Reuters | en | medtop:04000000, medtop:03000000, medtop:10000000 |  | 16
        newsml1_nitf_superdesk/channel1 => The format is none of those that are read
        newsml_g2/examples/LISTING_10_Abstract_Concept_conveyed_in_a_NewsML-G2_Concept_Item.xml => A concept item is no article.
        newsml_g2/examples/LISTING_11_Person_Concept_conveyed_in_a_NewsML-G2_Concept_Item.xml => A concept item is no article.
        newsml_g2/examples/LISTING_12_Knowledge_Item_for_Access_Codes.xml => A knowledge item is no article.
        newsml_g2/examples/LISTING_13_Complete_Catalog_Item.xml => A catalog item is no article.
        newsml_g2/examples/LISTING_14_Event_sent_as_a_Concept_Item.xml => A concept item is no article.
        newsml_g2/examples/LISTING_15_Two_Related_Events_in_a_Knowledge_Item.xml => A knowledge item is no article.
        newsml_g2/examples/LISTING_16_A_Set_of_Events_carried_in_a_News_Item.xml => The item holds <events> data, which is no text.
        newsml_g2/examples/LISTING_17_Planning_Item_a_CCL.xml => A planning item is no article.
        newsml_g2/examples/LISTING_18_Planning_Item_at_PCL.xml => A planning item is no article.
        newsml_g2/examples/LISTING_19_Planning_Item_with_delivery_at_CCL.xml => A planning item is no article.
        newsml_g2/examples/LISTING_1_A_NewsML-G2_News_Item.xml => The item has no text.
        newsml_g2/examples/LISTING_20_Planning_Item_with_delivery_at_PCL.xml => A planning item is no article.
        newsml_g2/examples/LISTING_21_A_complete_sample_SportsML-G2_document.xml => The item holds <sports-content> data, which is no text.
        newsml_g2/examples/LISTING_22_Sports_story_in_NewsML-G2NITF.xml => Preview: Arizona Dia | 2016-10-19T16:15 | www.xmlteam.com | en-US | medtop:20000822, medtop:20000849, medtop:15000000 | Philadelphia Phillies, Arizona Diamondbacks, Doug Davis | 7
        newsml_g2/examples/LISTING_23_SportsML-G2_Package.xml => A package refers to its items by reference; hand those in.
        newsml_g2/examples/LISTING_24_News_Message_conveying_a_complete_News_Package.xml => The item has no text. // The item has no text. // The item has no text. // The item has no text.
        newsml_g2/examples/LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml => The format is none of those that are read
        newsml_g2/examples/LISTING_26_Embedded_photo_metadata_fields_mapped_to_NewsML-G2.xml => A picture is no article.
        newsml_g2/examples/LISTING_27_Company_Financial_Information.xml => The item has no text.
        newsml_g2/examples/LISTING_28_Illustrating_Located_Subject_and_Dateline.xml => The format is none of those that are read
        newsml_g2/examples/LISTING_29_Hop_History.xml => The item has no text.
        newsml_g2/examples/LISTING_2_NewsML-G2_Text_Document.xml => Fed to halt QE to av | 2016-11-21T20:21 | Acme News and Media LLC | en-US | medtop:04000000, medtop:20000350, medtop:20000379 | New York, NY | 2
        newsml_g2/examples/LISTING_3A_Photo_in_NewsML-G2_(URI_sibling_attributes).xml => A picture is no article.
        newsml_g2/examples/LISTING_3_Photo_in_NewsML-G2.xml => A picture is no article.
        newsml_g2/examples/LISTING_4_Multiple_Renditions_of_a_Video_in_NewsML-G2.xml => A video is no article.
        newsml_g2/examples/LISTING_5_Multi-part_Video_in_NewsML-G2.xml => A video is no article.
        newsml_g2/examples/LISTING_6_Simple_NewsML-G2_Package.xml => A package refers to its items by reference; hand those in.
        newsml_g2/examples/LISTING_7_Group_Set_example_showing_Hierarchical_Package_Structure.xml => The format is none of those that are read
        newsml_g2/examples/LISTING_8_Group_Set_example_showing_an_ALT_Package_Mode.xml => The format is none of those that are read
        newsml_g2/examples/LISTING_9_Group_Set_example_showing_a_SEQ_Package_Mode.xml => The format is none of those that are read
        newsml_g2/examples/Receiver View.xml => Fed to halt QE to av | 2016-11-21T20:21 | NAG | en-US | medtop:04000000, medtop:20000350, medtop:20000379 | New York, NY | 2
        newsml_g2/examples/ap_metadata_example.xml => A video is no article.
        newsml_g2/examples/facet-example-2.xml => The item has no text.
        newsml_g2/examples/facet-example-3.xml => - | 2020-02-04T12:00 | AcmeNews | en |  |  | 1
        newsml_g2/examples/facet-example.xml => The item has no text.
        ninjs/examples/NewsML/businesswire-newsml-20130515006361.xml => Dell Redefines Works | 2013-05-16T04:01 | Business Wire | en | Technology, Data Management, Hardware |  | 35
        ninjs/examples/NewsML/businesswire-newsml-20130605006126.xml => Cambrios被Gartner評選為「 | 2013-06-05T21:00 | Business Wire | zh | Technology, Consumer Electronics, Hardware |  | 14
        ninjs/examples/NewsML/businesswire-newsml-20130612006110.xml => APP发布“2020 可持续发展路线图” | 2013-06-12T15:29 | Business Wire | zh | Manufacturing, Packaging, Other Manufacturing |  | 24
        ninjs/examples/NewsML/businesswire-newsml-20130731006140.xml => Lunch Taking a Toll? | 2013-07-31T15:32 | Business Wire | en | Other Consumer, Retail, Consumer |  | 17
        """;

    [Fact]
    public void Every_file_is_read_or_refused_with_a_reason()
    {
        var folder = Shared("data/formats");
        Assert.SkipWhen(folder is null, "the shared folder is not beside the project");
        var reader = new ArticleReader();
        var found = Expected.Split('\n').Select(l => l.Split(" => ")[0]).Select(f => $"{f} => {string.Join(" // ", reader.ReadPaths([Path.Combine(folder!, f)]).Select(Line))}");
        Assert.Equal(Expected.Split('\n'), found);
    }

    private static string Line(ReadItem item)
    {
        if (item is not ReadArticle article) return ((ReadProblem)item).Reason.Split(": NITF,")[0];
        var draft = article.Draft;
        var title = draft.Title is { Length: > 20 } longTitle ? longTitle[..20].Trim() : draft.Title ?? "-";
        var date = draft.Published?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) ?? "-";
        var topics = string.Join(", ", draft.Topics.Take(3).Select(t => t.Id ?? t.Label));
        var actors = string.Join(", ", draft.Actors.Take(3).Select(a => a.Name));
        return string.Join(" | ", [title, date, draft.Source ?? "-", draft.Language ?? "-", topics, actors, draft.Paragraphs.Count.ToString(CultureInfo.InvariantCulture)]);
    }

    private static string? Shared(string path)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var shared = Path.Combine(at.FullName, "shared", path);
            if (Directory.Exists(shared)) return shared;
        }
        return null;
    }
}
