namespace Graph.Snapshots;

/// <summary>
/// The test that runs, where a test framework tells it: its snapshots are named after it, also those that a helper of it takes. Without one,
/// they are named after the file and the member that take them.
/// </summary>
/// <param name="Name"><c>Class.Method</c>, or <c>Outer.Inner.Method</c> for a class within another.</param>
public sealed record SnapshotTest(string Name)
{
    private static readonly AsyncLocal<SnapshotTest?> Running = new();

    /// <summary>Of this flow of control; null where nobody tells.</summary>
    public static SnapshotTest? Current
    {
        get => Running.Value;
        set => Running.Value = value;
    }

    /// <summary>Called with the received and the verified file where they differ.</summary>
    public Func<string, string, Task>? ShowDifference { get; init; }
}
