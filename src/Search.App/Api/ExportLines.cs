using System.Buffers;
using System.Text.Json;
using Search.Searching;

namespace Search.App.Api;

/// <summary>Writes hits as they come, a line or row each, in pieces that end with one. Memory does not grow with the number of hits.</summary>
internal static class ExportLines
{
    private const int FlushAt = 64 * 1024;

    /// <summary>Writes every hit; what is written has no byte order mark: a reader of CSV would take it for part of the first column's name.</summary>
    /// <param name="hits">In order.</param>
    /// <param name="isCsv">CSV with a header row, or JSON lines.</param>
    /// <param name="write">Takes a piece, UTF-8; it is used again afterwards.</param>
    /// <param name="cancel">Stops between hits.</param>
    public static async Task WriteAsync(IAsyncEnumerable<Hit> hits, bool isCsv, Func<ReadOnlyMemory<byte>, ValueTask> write, CancellationToken cancel)
    {
        var piece = new ArrayBufferWriter<byte>(FlushAt * 2);
        await using var json = new Utf8JsonWriter(piece, new JsonWriterOptions { Encoder = SearchJson.Options.Encoder });
        if (isCsv) HitRows.Header(piece);
        await foreach (var hit in hits.WithCancellation(cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (isCsv) HitRows.Row(piece, hit);
            else
            {
                json.Reset();
                JsonSerializer.Serialize(json, hit, SearchJson.Options);
                piece.Write("\n"u8);
            }
            if (piece.WrittenCount < FlushAt) continue;
            await write(piece.WrittenMemory);
            piece.ResetWrittenCount();
        }
        if (piece.WrittenCount > 0) await write(piece.WrittenMemory);
    }
}
