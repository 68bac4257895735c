namespace Graph.Results;

/// <summary>Looks now and then whether something that is being written must stop: one value may be as large as a whole result.</summary>
/// <param name="check">Throws where it must.</param>
internal sealed class RenderGuard(Action check)
{
    private const int Interval = 4096;

    private int untilCheck = Interval;

    /// <summary>Nothing stops it.</summary>
    public static RenderGuard None { get; } = new(() => { });

    public void Check() => check();

    /// <summary>Counts cheap steps, such as elements or characters.</summary>
    public void Count(int steps = 1)
    {
        untilCheck -= steps;
        if (untilCheck > 0)
            return;

        untilCheck = Interval;
        check();
    }
}
