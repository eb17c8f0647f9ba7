using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Search.App.Api;
using Search.Searching;
using Xunit;

namespace Search.Tests.Api;

public class ExportLinesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pieces_end_with_a_line_and_put_together_they_are_all_hits(bool isCsv)
    {
        var pieces = new List<string>();
        await ExportLines.WriteAsync(Hits(500), isCsv, Take, CancellationToken.None);
        Assert.InRange(pieces.Count, 3, 20);
        Assert.All(pieces, p => Assert.EndsWith("\n", p, StringComparison.Ordinal));
        var lines = string.Concat(pieces).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(isCsv ? 501 : 500, lines.Length);
        Assert.StartsWith(isCsv ? "id,article," : "{\"id\":\"a0\"", lines[0], StringComparison.Ordinal);
        if (!isCsv) Assert.All(lines, l => JsonDocument.Parse(l));

        ValueTask Take(ReadOnlyMemory<byte> piece)
        {
            pieces.Add(Encoding.UTF8.GetString(piece.Span));
            return ValueTask.CompletedTask;
        }
    }

    [Fact]
    public async Task Without_hits_csv_is_a_header_and_json_lines_are_nothing()
    {
        Assert.Equal("id,article,ordinal,title,url,source,published,language,kind,text,actors,topics,score\r\n", await WrittenAsync(true));
        Assert.Equal("", await WrittenAsync(false));

        static async Task<string> WrittenAsync(bool isCsv)
        {
            var written = new StringBuilder();
            await ExportLines.WriteAsync(Hits(0), isCsv, piece => { written.Append(Encoding.UTF8.GetString(piece.Span)); return ValueTask.CompletedTask; }, CancellationToken.None);
            return written.ToString();
        }
    }

    [Fact]
    public async Task When_the_reader_has_gone_no_further_hit_is_made()
    {
        using var gone = new CancellationTokenSource();
        var made = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ExportLines.WriteAsync(Hits(int.MaxValue, i =>
        {
            made = i;
            if (i == 7) gone.Cancel();
        }), true, _ => ValueTask.CompletedTask, gone.Token));
        Assert.Equal(7, made);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(3000, true)]
    public async Task A_failure_is_a_problem_before_the_first_byte_and_cuts_the_answer_after_it(int at, bool begun)
    {
        var context = new DefaultHttpContext();
        var sent = new Sent();
        context.Features.Set<IHttpResponseFeature>(sent);
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(sent.Body));
        await Assert.ThrowsAsync<IOException>(() => ExportRoute.WriteAsync(context, Hits(4000, i =>
        {
            sent.HasStarted = sent.Body.Length > 0;
            if (i == at) throw new IOException();
        }), new ExportRequest(new SearchRequest(), true)));
        Assert.Equal(begun, sent.Body.Length > 0);
        Assert.Equal(begun, context.Response.ContentType is not null);
        Assert.Equal(begun, context.Response.Headers.ContentDisposition.Count > 0);
    }

    private sealed class Sent : HttpResponseFeature, IHttpResponseFeature
    {
        public new bool HasStarted { get; set; }

        bool IHttpResponseFeature.HasStarted => HasStarted;

        public new MemoryStream Body { get; } = new();
    }

    private static async IAsyncEnumerable<Hit> Hits(int count, Action<int>? each = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await Task.Yield();
        for (var i = 0; i < count; i++)
        {
            each?.Invoke(i);
            yield return new ArticleHit { Id = $"a{i}", Title = new string('t', 600) };
        }
    }
}
