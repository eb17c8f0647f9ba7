namespace Search.Searching;

/// <summary>What a search may spend: time, and the caller's patience. Checked between pieces of work.</summary>
internal sealed class Budget(TimeProvider clock, TimeSpan time, CancellationToken cancel)
{
    private readonly long start = clock.GetTimestamp();

    private bool relaxed;

    /// <summary>Whether the time is used up.</summary>
    public bool IsSpent => clock.GetElapsedTime(start) > time;

    /// <summary>From now on time does not count: what was found is made into an answer.</summary>
    public void Relax() => relaxed = true;

    public TimeSpan Spent => clock.GetElapsedTime(start);

    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    /// <exception cref="BudgetSpentException">The time is used up.</exception>
    public void Check()
    {
        cancel.ThrowIfCancellationRequested();
        if (!relaxed && IsSpent) throw new BudgetSpentException();
    }
}

/// <summary>A search ran out of time.</summary>
internal sealed class BudgetSpentException() : TimeoutException("The search ran out of time.");
