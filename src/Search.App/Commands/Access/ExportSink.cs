using System.Text;

namespace Search.App.Commands.Access;

/// <summary>Whoever reads the output has closed it.</summary>
internal sealed class ReaderGoneException() : Exception("Nobody reads the output any more.");

/// <summary>Prints pieces of UTF-8 as they come; a piece may end within a character.</summary>
internal sealed class ExportSink(Terminal terminal)
{
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();
    private char[] text = [];

    /// <exception cref="ReaderGoneException">There is no use in making more.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> piece)
    {
        if (terminal.IsOutClosed()) throw new ReaderGoneException();
        if (text.Length <= piece.Length) text = new char[piece.Length + 1];
        var count = decoder.GetChars(piece.Span, text, flush: false);
        await terminal.Out.WriteAsync(text.AsMemory(0, count));
        await terminal.Out.FlushAsync(CancellationToken.None);
    }
}
