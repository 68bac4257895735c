namespace Graph.Snapshots;

/// <summary>
/// The test that runs, where a test framework tells it: its snapshots are named after it, also those that a helper of it takes. Without
/// one, they are named after the file and the member that take them.
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

    /// <summary>
    /// What tells the test from others of its name, such as the class with its namespace and the method with its parameters.
    /// </summary>
    public string Identity { get; init; } = Name;

    /// <summary>The test runs once for each of several cases, so that each of its snapshots needs a variant.</summary>
    public bool HasCases { get; init; }

    /// <summary>Called with the received and the verified file where they differ.</summary>
    public Func<string, string, Task>? ShowDifference { get; init; }
}

/// <summary>A class with tests, as a test framework knows it, all of whose snapshots are named after its tests.</summary>
/// <param name="Name"><c>Class</c>, or <c>Outer.Inner</c>.</param>
/// <param name="Tests">The names of the methods, inherited ones too.</param>
public sealed record SnapshotTestClass(string Name, IReadOnlyList<string> Tests);
