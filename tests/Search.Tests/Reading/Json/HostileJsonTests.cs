using System.Text;
using Search.Reading;
using Xunit;

namespace Search.Tests.Reading.Json;

public class HostileJsonTests : ReadingTest
{
    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("[{\"a\":[")]
    public void Nesting_without_end_is_a_problem(string opening) =>
        Assert.IsType<ReadProblem>(Assert.Single(Read(string.Concat(Enumerable.Repeat(opening, 1_000_000)))));

    [Fact]
    public void A_string_of_hundreds_of_megabytes_is_read_over_and_the_next_article_is_read()
    {
        using var stream = new Pieces([("[{\"body\":\"", 1), (new string('x', 1024 * 1024), 300), ("\"},{\"body\":\"b\"}]", 1)]);
        var items = new ArticleReader().ReadStream(stream, "sample").ToList();
        Assert.Equal("The article has more than 16 MB; split it.", Reason(items[0]));
        Assert.Equal("b", Draft(items[1]).Body);
    }

    [Fact]
    public void A_million_empty_objects_are_read_through()
    {
        using var stream = new Pieces([("[{}", 1), (",{}", 999_999), ("]", 1)]);
        Assert.Equal(1_000_000, new ArticleReader().ReadStream(stream, "sample").Count());
    }

    [Theory]
    [InlineData("""{"title": "T", "title": "U", "body": "Text."}""")]
    [InlineData("""{"title": 5, "body": "Text."}""")]
    public void Our_own_JSON_stays_strict(string json) => Assert.IsType<ReadProblem>(Assert.Single(Read(json)));

    /// <summary>Texts one after the other, each so many times, without holding them all.</summary>
    private sealed class Pieces(IEnumerable<(string Text, int Times)> pieces) : Stream
    {
        private readonly IEnumerator<byte[]> parts = pieces.SelectMany(p => Enumerable.Repeat(Encoding.UTF8.GetBytes(p.Text), p.Times)).GetEnumerator();
        private ReadOnlyMemory<byte> rest;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var total = 0;
            while (total < count)
            {
                if (rest.IsEmpty)
                {
                    if (!parts.MoveNext()) break;
                    rest = parts.Current;
                }
                var part = Math.Min(count - total, rest.Length);
                rest.Span[..part].CopyTo(buffer.AsSpan(offset + total));
                rest = rest[part..];
                total += part;
            }
            return total;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            parts.Dispose();
            base.Dispose(disposing);
        }
    }
}
