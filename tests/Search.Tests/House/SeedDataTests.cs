using System.Globalization;
using Search.Tagging;
using Search.Text;
using Xunit;

namespace Search.Tests.House;

public class SeedDataTests
{
    private static readonly DataFolder Data = new(Repository.At("seeds"));

    /// <summary>Every table: how many columns it needs, how many it may have, which are never empty, and the words that a column is limited to.</summary>
    private static readonly Table[] Tables =
    [
        new("actors/countries.tsv", 7, 7, [0, 1]),
        new("actors/organisations.tsv", 4, 4, [0, 3]) { Words = (3, ["international", "government", "agency", "court", "party", "media", "company", "club", "university", "armed"]) },
        new("actors/places.tsv", 4, 4, [0, 3]) { Words = (3, ["continent", "region", "state", "city", "sea"]) },
        new("actors/groups.tsv", 1, 2, [0]),
        new("actors/grammar.tsv", 2, 2, [0, 1]),
        new("actors/titles.tsv", 3, 3, [0, 1, 2]) { Words = (2, ["person", "office"]) },
        new("actors/organisation-words.tsv", 2, 2, [0, 1]) { Words = (1, ["suffix", "prefix", "inside"]) },
        new("topics/media-topics.tsv", 2, 3, [0, 1]),
        new("topics/rules.tsv", 5, 5, [0, 1, 2, 3, 4]),
        new("language/abbreviations.tsv", 3, 3, [0, 1, 2]) { Words = (2, ["never", "sometimes", "ordinal"]) },
        new("language/boilerplate.tsv", 5, 6, [0, 1, 2, 3, 4]) { Words = (2, ["equals", "starts", "contains", "whole-short"]), Lists = false },
        new("reading/columns.tsv", 2, 2, [0, 1]) { Words = (0, ["summary", .. Search.Reading.Mapped.MappingFields.All]) },
        new("language/scripts.tsv", 4, 5, [0, 1, 2, 3]),
        new("html/furniture.tsv", 2, 2, [0, 1]) { Words = (1, ["always", "usually", "body", "caption", "embedded", "byline", "date", "lead"]) },
    ];

    private sealed record Table(string File, int Least, int Most, int[] Filled)
    {
        /// <summary>Whether a bar parts values; elsewhere it is text.</summary>
        public bool Lists { get; init; } = true;
        public (int Column, string[] Of)? Words { get; init; }
    }

    [Fact]
    public void Every_table_is_known_here() => Assert.Equal(Tables.Select(t => "seeds/" + t.File).Order(), Repository.Files("seeds", ".tsv").Order());

    [Fact]
    public void Every_row_has_its_columns() => Assert.Empty(Tables.SelectMany(t => Data.Lines(t.File).Select(l => Malformed(t, l)).OfType<string>()));

    [Theory]
    [InlineData("Acme", "4 to 4 columns")]
    [InlineData("Acme\t\t\tcompany\tmore", "4 to 4 columns")]
    [InlineData("\t\t\tcompany", "column 1 is empty")]
    [InlineData("Acme\t\t\tguild", "'guild'")]
    [InlineData("Acme \t\t\tcompany", "spaces")]
    [InlineData("Acme\tA||B\t\tcompany", "empty value")]
    [InlineData("Acme\tA|A\t\tcompany", "twice")]
    public void A_malformed_row_is_found(string row, string why) => Assert.Contains(why, Malformed(Tables[1], row), StringComparison.Ordinal);

    [Theory]
    [InlineData("actors/countries.tsv", 0)]
    [InlineData("actors/countries.tsv", 1)]
    [InlineData("actors/organisations.tsv", 0)]
    [InlineData("actors/places.tsv", 0)]
    [InlineData("actors/groups.tsv", 0)]
    [InlineData("actors/grammar.tsv", 0)]
    [InlineData("topics/media-topics.tsv", 0)]
    [InlineData("topics/rules.tsv", 0)]
    [InlineData("language/boilerplate.tsv", 1)]
    [InlineData("html/furniture.tsv", 0)]
    public void A_key_stands_once(string file, int column) => Assert.Empty(Twice(Data.Rows(file, column + 1).Select(r => r[column])));

    [Fact]
    public void A_word_stands_once_in_its_list() =>
        Assert.Empty(Repository.Files("seeds", ".txt").Where(f => !f.StartsWith("seeds/articles/", StringComparison.Ordinal)).SelectMany(f => Twice(Data.Lines(f["seeds/".Length..])).Select(w => $"{f}: {w}")));

    [Fact]
    public void A_name_belongs_to_one_actor()
    {
        var bearers = Data.Rows("actors/countries.tsv", 7).SelectMany(r => Names(r[1], r[3], r[4]).Select(n => (Name: n, Actor: "country " + r[1])))
            .Concat(Data.Rows("actors/organisations.tsv", 4).SelectMany(r => Names(r[0], r[1], r[2]).Select(n => (Name: n, Actor: "org " + r[0]))))
            .Concat(Data.Rows("actors/places.tsv", 4).SelectMany(r => Names(r[0], r[1]).Select(n => (Name: n, Actor: "place " + r[0]))))
            .Concat(Data.Rows("actors/groups.tsv", 2).SelectMany(r => Names(r[0], r[1]).Select(n => (Name: n, Actor: "group " + r[0]))));
        Assert.Empty(bearers.GroupBy(b => b.Name).Where(g => g.Select(b => b.Actor).Distinct().Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(b => b.Actor).Distinct())}"));
    }

    [Fact]
    public void A_place_lies_in_a_country_that_is_known()
    {
        var slugs = Data.Rows("actors/countries.tsv", 1).Select(r => r[0]).ToHashSet();
        Assert.Empty(Data.Rows("actors/places.tsv", 3).Where(r => r[2].Length > 0 && !slugs.Contains(r[2])).Select(r => $"{r[0]}: {r[2]}"));
    }

    [Fact]
    public void A_topic_hangs_below_one_that_is_known_and_ends_at_a_root()
    {
        var parents = Data.Rows("topics/media-topics.tsv", 3).ToDictionary(r => r[0], r => r[2]);
        Assert.Empty(parents.Values.Where(p => p.Length > 0 && !parents.ContainsKey(p)).ToList());
        Assert.Empty(parents.Keys.Where(topic => Depth(topic) > 15).ToList());

        int Depth(string topic)
        {
            var depth = 0;
            for (var at = topic; at.Length > 0 && depth <= 15; at = parents.GetValueOrDefault(at, "")) depth++;
            return depth;
        }
    }

    [Fact]
    public void A_rule_serves_a_topic_that_is_known_with_a_weight_that_is_one()
    {
        var topics = Data.Rows("topics/media-topics.tsv", 1).Select(r => r[0]).ToHashSet();
        Assert.Empty(Data.Rows("topics/rules.tsv", 5).Where(r => !topics.Contains(r[1])).Select(r => $"{r[0]}: {r[1]}"));
        Assert.Empty(Data.Rows("topics/rules.tsv", 5).Where(r => !float.TryParse(r[3], CultureInfo.InvariantCulture, out var weight) || weight is <= 0 or > 2).Select(r => $"{r[0]}: {r[3]}"));
    }

    [Fact]
    public void Rules_serve_all_17_top_topics_in_three_languages_and_at_least_120_below_them()
    {
        var tree = TopicTable.Read(Data);
        var rules = Data.Rows("topics/rules.tsv", 5).ToList();
        var tops = tree.All.Where(t => t.Parent is null).Select(t => t.Id).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(17, tops.Count);
        foreach (var language in (string[])["en", "de", "fr"])
            Assert.Equal(tops, rules.Where(r => r[2] == language).Select(r => tree.Path(r[1])[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(rules.Select(r => r[1]).Distinct().Count(t => !tops.Contains(t)), 120, int.MaxValue);
    }

    [Fact]
    public void A_limit_of_words_is_a_number() =>
        Assert.Empty(Data.Rows("language/boilerplate.tsv", 6).Where(r => r[5].Length > 0 && !int.TryParse(r[5], NumberStyles.None, CultureInfo.InvariantCulture, out _)).Select(r => r[1]));

    [Fact]
    public void Where_each_file_comes_from_is_said()
    {
        var said = Repository.Read("seeds/README.md");
        Assert.Empty(Repository.Files("seeds", "").Where(f => !f.StartsWith("seeds/articles/", StringComparison.Ordinal) && !f.StartsWith("seeds/language/stopwords/", StringComparison.Ordinal)
            && Path.GetFileName(f) is not "README.md" and var name && !said.Contains(name, StringComparison.Ordinal)).ToList());
    }

    [Fact]
    public void No_row_begins_with_a_byte_order_mark_or_ends_with_a_carriage_return() =>
        Assert.Empty(Repository.Files("seeds", "").Where(f => f.EndsWith(".tsv", StringComparison.Ordinal) || f.EndsWith(".txt", StringComparison.Ordinal))
            .Where(f => File.ReadAllBytes(Repository.At(f)) is var bytes && (bytes is [0xEF, 0xBB, 0xBF, ..] || bytes.Contains((byte)'\r')) && !f.StartsWith("seeds/articles/", StringComparison.Ordinal)).ToList());

    private static string? Malformed(Table table, string line)
    {
        var cells = line.Split('\t');
        var at = $"{table.File}: {line}: ";
        if (cells.Length < table.Least || cells.Length > table.Most) return at + $"{table.Least} to {table.Most} columns, not {cells.Length}";
        if (cells.Any(c => c != c.Trim())) return at + "spaces around a value";
        foreach (var i in table.Filled)
        {
            if (cells[i].Length == 0) return at + $"column {i + 1} is empty";
        }
        foreach (var cell in table.Lists ? cells : [])
        {
            var values = cell.Split('|');
            if (values.Length > 1 && values.Any(string.IsNullOrWhiteSpace)) return at + "an empty value between bars";
            if (Twice(values).Any()) return at + $"'{Twice(values).First()}' stands twice";
        }
        return table.Words is var (column, words) && cells[column].Split('|').FirstOrDefault(w => !words.Contains(w)) is { } odd ? at + $"'{odd}' is none of {string.Join(", ", words)}" : null;
    }

    private static IEnumerable<string> Names(string label, params string[] others) => others.SelectMany(DataFolder.Values).Prepend(label).Distinct();

    private static IEnumerable<string> Twice(IEnumerable<string> values) => values.GroupBy(v => v).Where(g => g.Count() > 1).Select(g => g.Key);
}
