using System.Collections.Concurrent;

namespace Graph.Snapshots;

/// <summary>
/// A snapshot that was taken in this process. Another one under its name would be accepted over it, unless it is the same one again, as
/// where a test that failed is tried once more.
/// </summary>
/// <param name="Test">The run of a test that took it; null where nobody tells.</param>
/// <param name="Place">The file and line of the call.</param>
internal sealed record SnapshotUse(SnapshotTest? Test, string Place, string Received)
{
    /// <summary>By file; some file systems do not tell letter cases apart.</summary>
    private static readonly ConcurrentDictionary<string, SnapshotUse> Uses = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>False where the file is that of another snapshot.</summary>
    public static bool Begin(string file, SnapshotUse use)
    {
        var earlier = Uses.GetOrAdd(file, use);
        if (ReferenceEquals(earlier, use))
            return true;
        if (!use.IsAgain(earlier))
            return false;

        Uses[file] = use;
        return true;
    }

    private bool IsAgain(SnapshotUse earlier)
    {
        // The cases of a theory share what they are told to share, and so may a loop.
        if (Test is null || earlier.Test is null)
            return Test == earlier.Test && Place == earlier.Place && Received == earlier.Received;
        return !ReferenceEquals(Test, earlier.Test)
            && Test.Identity == earlier.Test.Identity
            && (!Test.HasCases || Received == earlier.Received);
    }
}
