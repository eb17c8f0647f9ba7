using Search.Reading;
using Xunit;

namespace Search.Tests.Reading.Packing;

public class NestingTests : PackingTest
{
    [Fact]
    public void What_is_packed_in_each_other_is_read_with_its_way_there()
    {
        var inner = Zip(("june/4.jsonl", [.. Line("four"), .. Line("five")]), ("june/5.json", Json("six")));
        byte[][] outer = [Tar(("a/in.zip", inner)), Gzip(Tar(("a/in.zip", Zstd(Gzip(inner))))), Zip(("a/in.zip", inner)), Zstd(Zip(("a/in.zip", inner)))];
        foreach (var packed in outer)
        {
            string[] expected = ["a/in.zip, june/4.jsonl, line 1: four", "a/in.zip, june/4.jsonl, line 2: five", "a/in.zip, june/5.json: six"];
            Assert.Equal(expected, Told(Read(packed)));
            Assert.Equal(expected, Told(ReadPiped(packed)));
        }
    }

    [Fact]
    public void Too_many_packings_in_each_other_are_refused()
    {
        var packed = Json("x");
        for (var depth = 0; depth < 5; depth++) packed = Gzip(packed);
        Assert.Equal("x", Draft(Assert.Single(Read(packed))).Body);
        Assert.StartsWith("It is packed more than 5 times over", Reason(Assert.Single(Read(Gzip(packed)))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_refused_however_it_is_wrapped()
    {
        var bomb = Swollen(40);
        byte[][] chains = [Gzip(bomb), Zstd(bomb), Gzip(Gzip(bomb)), Zstd(Gzip(bomb)), Zip(("b.jsonl", bomb)), Zip(("b.zip", Zip(("b.jsonl", bomb)))), Gzip(Zip(("b.jsonl", bomb))), Gzip(Tar(("b.jsonl", bomb)))];
        foreach (var chain in chains)
        {
            var items = Read(chain);
            Assert.Equal("x", Draft(items[0]).Body);
            Assert.Contains("more than 100 times its size", Reason(Assert.Single(items[1..])), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Ratios_that_are_each_allowed_do_not_multiply()
    {
        var random = new Random(1);
        var noise = string.Concat(Enumerable.Range(0, 400).Select(_ => (char)('a' + random.Next(26))));
        var member = Gzip(Line(noise + new string(' ', 24_000)));
        var once = new byte[member.Length * 1000];
        for (var at = 0; at < once.Length; at += member.Length) member.CopyTo(once, at);
        Assert.True(Read(once).All(i => i is ReadArticle));
        Assert.Contains("more than 100 times its size", Told(Read(Zstd(once)))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Behind_a_bomb_in_a_zip_the_next_member_is_read()
    {
        var items = Read(Zip(("bomb.jsonl", Swollen(12)), ("good.json", Json("good"))));
        Assert.Equal(["bomb.jsonl, line 1: x", "good.json: good"], Told(items.OfType<ReadArticle>()));
        Assert.Equal("bomb.jsonl", Assert.Single(items.OfType<ReadProblem>()).Place);
    }

    [Fact]
    public void Many_members_below_the_limit_are_refused_together()
    {
        var swollen = Swollen(9);
        var items = Read(Zip([.. Enumerable.Range(0, 20).Select(n => ($"{n}.jsonl", swollen))]));
        Assert.InRange(items.Count(i => i is ReadArticle), 10, 13);
        Assert.Contains("together unpack to more than 100 times", Reason(items[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_members_are_harmless_and_lead_nowhere()
    {
        var items = Read(Tar(("../../etc/passwd", Json("a")), ("/abs/olute.json", Json("b")), ("C:\\x.json", Json("c")), ("bell\u0007\u001b[2J\u202Egnp.json", Json("d"))));
        Assert.Equal(["../../etc/passwd: a", "/abs/olute.json: b", "C:\\x.json: c", "bell\uFFFD\uFFFD[2J\uFFFDgnp.json: d"], Told(items));
        Assert.Equal(["../../etc/passwd: a"], Told(Read(Zip(("../../etc/passwd", Json("a"))))));
    }

    [Fact]
    public void Hidden_files_and_folders_are_left_out_of_archives()
    {
        (string, byte[])[] files = [(".DS_Store", [1, 2]), ("a/.git/x.json", Json("hidden")), ("__MACOSX/a/._b.json", [0]), ("a/b.json", Json("seen"))];
        Assert.Equal(["a/b.json: seen"], Told(Read(Zip(files))));
        Assert.Equal(["a/b.json: seen"], Told(Read(Tar(files))));
        Assert.Equal([": The zip file has no files."], Told(Read(Zip(files[..2]))));
        Assert.Equal([": The tar file has no files."], Told(Read(Tar(files[..2]))));
    }

    [Fact]
    public void A_member_that_is_no_article_stops_nothing()
    {
        var items = Read(Zip(("a.bin", [0, 1, 2, 3, 0, 0, 0, 9]), ("b.json", Json("b")), ("c.txt", [])));
        Assert.StartsWith("a.bin: It is no text; read are", Told(items)[0], StringComparison.Ordinal);
        Assert.Equal(["b.json: b", "c.txt: It is empty."], Told(items)[1..]);
    }

    [Fact]
    public void What_a_body_unpacks_to_is_measured_through_all_packings()
    {
        foreach (var packed in (byte[][])[Gzip(Swollen(3)), Zip(("a", Swollen(2)), ("b", Swollen(1))), Gzip(Tar(("a", Swollen(3)))), Zip(("a.zst", Zstd(Swollen(3))))])
        {
            Assert.True(ArticleReader.UnpacksBeyond(new MemoryStream(packed), 2_000_000));
            Assert.False(ArticleReader.UnpacksBeyond(new MemoryStream(packed), 4_000_000));
        }
        Assert.False(ArticleReader.UnpacksBeyond(new MemoryStream(Swollen(3)), 2_000_000));
    }
}
