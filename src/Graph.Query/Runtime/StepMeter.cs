namespace Graph.Query;

/// <summary>Counts the cheap steps of a loop, and looks now and then whether the run must stop.</summary>
internal struct StepMeter(ExecutionState state)
{
    private int untilCheck = ExecutionState.CheckInterval;

    /// <exception cref="QueryException">The caller cancelled the run, or its time is over.</exception>
    public void Count(int steps = 1)
    {
        untilCheck -= steps;
        if (untilCheck > 0)
            return;

        state.Check();
        untilCheck = ExecutionState.CheckInterval;
    }
}
