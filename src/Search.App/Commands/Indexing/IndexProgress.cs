using Search.App.Commands.Printing;
using Spectre.Console;

namespace Search.App.Commands.Indexing;

/// <summary>Shows how far a run is: a line that moves where that is possible, else a new line now and then.</summary>
internal abstract class IndexProgress : IAsyncDisposable
{
    public static IndexProgress On(Terminal terminal, IndexReport report) =>
        terminal.Interactive ? new MovingLine(terminal, report) : new PlainLines(terminal, report);

    /// <summary>Articles were taken in.</summary>
    public abstract void Moved();

    /// <summary>All is stored, and searches do not see all of it yet.</summary>
    public abstract void CatchingUp();

    public abstract ValueTask DisposeAsync();

    private static FormattableString Numbers(IndexReport report) =>
        $"{report.Read:N0} articles, {report.ArticlesPerSecond:N0}/s, {report.Problems:N0} problems";

    /// <summary>A line every 5,000 articles or 10 seconds.</summary>
    private sealed class PlainLines(Terminal terminal, IndexReport report) : IndexProgress
    {
        private const int Articles = 5_000;
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
        private TimeSpan toldAt;
        private int told;
        private bool catchingUp;

        public override void Moved()
        {
            if (report.Read - told < Articles && report.Elapsed - toldAt < Pause) return;
            told = report.Read;
            toldAt = report.Elapsed;
            terminal.Error.WriteLine(FormattableString.Invariant(Numbers(report)));
        }

        public override void CatchingUp()
        {
            if (!catchingUp) terminal.Error.WriteLine("All is stored; the index catches up ...");
            catchingUp = true;
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    /// <summary>A line with a spinner, gone when the run ends.</summary>
    private sealed class MovingLine : IndexProgress
    {
        private readonly IndexReport report;
        private readonly CancellationTokenSource done = new();
        private readonly Task drawing;
        private volatile string text = "reading ...";

        public MovingLine(Terminal terminal, IndexReport report)
        {
            this.report = report;
            drawing = Draw(terminal.Progress());
        }

        public override void Moved() => text = $"{FormattableString.Invariant(Numbers(report))}  {Printable.Line(Path.GetFileName(report.File))}";

        public override void CatchingUp() => text = FormattableString.Invariant(Numbers(report)) + "  the index catches up ...";

        public override async ValueTask DisposeAsync()
        {
            await done.CancelAsync();
            await drawing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            done.Dispose();
        }

        private Task Draw(IAnsiConsole console) => console.Status().Spinner(Spinner.Known.Dots).StartAsync(Markup.Escape(text), async status =>
        {
            for (; ; await Task.Delay(TimeSpan.FromMilliseconds(200), done.Token)) status.Status(Markup.Escape(text));
        });
    }
}
