namespace Search.Archive;

/// <summary>Does something on the writing thread, inside its transaction.</summary>
internal sealed class ConnectionJob(Action<ArchiveConnection> run) : WriteJob
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

#pragma warning disable VSTHRD003 // A thread of the archive's own completes it.
    public Task Done => done.Task;
#pragma warning restore VSTHRD003

    public override void Apply(WriteTransaction transaction) => run(transaction.Connection);

    public override void Committed() => done.SetResult();

    public override void Failed(Exception error) => done.SetException(error);
}
