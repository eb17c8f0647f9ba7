using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Search.Articles;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Search.Archive;

/// <summary>
/// A draft ready to be stored. Making one is most of the work of an append, so it is done on the caller's thread.
/// </summary>
/// <param name="Payload">The stored form, compressed, with a checksum.</param>
/// <param name="Size">Length of the stored form before compression, bytes.</param>
/// <param name="Hash">SHA-256 of the content: everything but id and revision date.</param>
/// <param name="Exact">Whether reading the payload surely gives the same draft; false when a character may have been replaced.</param>
internal sealed record PackedDraft(byte[] Payload, int Size, byte[] Hash, bool Exact)
{
    private const int Level = 3;
    private const int LargestStored = 1 << 29;
    private const int LargestKeptBuffer = 1 << 20;
    private static readonly ConcurrentBag<Compressor> Compressors = [];
    private static readonly ConcurrentBag<Decompressor> Decompressors = [];

    [ThreadStatic] private static ArrayBufferWriter<byte>? buffer;

    public static PackedDraft Pack(string id, ArticleDraft draft)
    {
        var written = buffer ??= new ArrayBufferWriter<byte>(16 * 1024);
        written.ResetWrittenCount();
        var content = DraftCodec.Write(written, id, draft);
        var bytes = written.WrittenSpan;
        var exact = bytes.IndexOf("\uFFFD"u8) < 0 && bytes.IndexOf(@"\uFFFD"u8) < 0 && bytes.IndexOf(@"\ufffd"u8) < 0;
        var packed = new PackedDraft(Compress(bytes), bytes.Length, SHA256.HashData(bytes[content..]), exact);
        if (written.Capacity > LargestKeptBuffer) buffer = null;
        return packed;
    }

    /// <param name="payload">As packed.</param>
    /// <param name="size">Its length unpacked; more is not read, whatever the payload claims.</param>
    /// <exception cref="InvalidDataException">The payload is damaged.</exception>
    public static ArticleDraft Unpack(ReadOnlySpan<byte> payload, int size)
    {
        if (size is < 0 or > LargestStored) throw new InvalidDataException($"A stored article cannot be {size} bytes long.");
        if (!Decompressors.TryTake(out var zstd)) zstd = new Decompressor();
        var bytes = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var length = zstd.Unwrap(payload, bytes.AsSpan(0, size));
            return DraftCodec.Read(bytes.AsSpan(0, length));
        }
        catch (Exception e) when (e is ZstdException or JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("A stored article cannot be unpacked: " + e.Message, e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            Decompressors.Add(zstd);
        }
    }

    private static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        if (!Compressors.TryTake(out var zstd))
        {
            zstd = new Compressor(Level);
            zstd.SetParameter(ZSTD_cParameter.ZSTD_c_checksumFlag, 1);
        }
        try { return zstd.Wrap(bytes).ToArray(); }
        finally { Compressors.Add(zstd); }
    }
}
