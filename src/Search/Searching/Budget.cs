namespace Search.Searching;

/// <summary>What a search may spend: time, memory, and the caller's patience. Checked between pieces of work.</summary>
internal sealed class Budget(TimeProvider clock, TimeSpan time, CancellationToken cancel, long mostKept = Budget.MostKept)
{
    /// <summary>Bytes of intermediate results that a search may keep so as not to work them out twice.</summary>
    public const long MostKept = 256L << 20;

    /// <summary>What making an answer of what was found may take beyond the time.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);

    /// <summary>A look at the clock costs more than a step.</summary>
    private const int StepsPerCheck = 1000;

    private readonly long start = clock.GetTimestamp();
    private long kept;
    private int steps;

    /// <summary>Whether time does not count any more: no new work is begun, what was found is made into an answer.</summary>
    public bool IsRelaxed { get; private set; }

    /// <summary>Whether something may have been missed because finding it would have taken too many steps.</summary>
    public bool MayHaveMissed { get; private set; }

    /// <summary>Whether the time is used up.</summary>
    public bool IsSpent => clock.GetElapsedTime(start) > time;

    /// <summary>Whether the time has been up so long that an answer has to go out as it is.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public bool IsOverdue
    {
        get
        {
            cancel.ThrowIfCancellationRequested();
            return clock.GetElapsedTime(start) > time + Grace;
        }
    }

    /// <summary>From now on time does not count: what was found is made into an answer.</summary>
    public void Relax() => IsRelaxed = true;

    /// <summary>Whether so many bytes more may be kept; if so they are taken.</summary>
    public bool Keep(long bytes)
    {
        if (kept + bytes > mostKept) return false;
        kept += bytes;
        return true;
    }

    /// <summary>Something was given up before it was found or ruled out: counts are not exact.</summary>
    public void Miss() => MayHaveMissed = true;

    /// <summary>A budget of a share of the time left, for work that an answer can do without.</summary>
    public Budget Part(double share) => new(clock, (time - Spent) * share, cancel);

    public TimeSpan Spent => clock.GetElapsedTime(start);

    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    /// <exception cref="BudgetSpentException">The time is used up.</exception>
    public void Check()
    {
        cancel.ThrowIfCancellationRequested();
        if (!IsRelaxed && IsSpent) throw new BudgetSpentException();
    }

    /// <summary>Counts small pieces of work, such as a look at a term, and checks every thousand.</summary>
    /// <inheritdoc cref="Check"/>
    public void Step(int count = 1)
    {
        steps += count;
        if (steps < StepsPerCheck) return;
        steps = 0;
        Check();
    }
}

/// <summary>A search ran out of time.</summary>
internal sealed class BudgetSpentException() : TimeoutException("The search ran out of time.");
