using System.Runtime.CompilerServices;
using Xunit;

namespace Graph.Snapshots.Xunit;

/// <summary>
/// A test that fails where a snapshot beside it belongs to no test any more. Derive from it once in each folder with snapshots:
/// <c>public sealed class Orphans() : SnapshotOrphanTests(Here());</c>
/// </summary>
public abstract class SnapshotOrphanTests(string sourceFile)
{
    [Fact]
    public void EachSnapshotHasATest() => Snapshot.RequireNoOrphans(sourceFile);

    /// <summary>The source file of the caller.</summary>
    protected static string Here([CallerFilePath] string sourceFile = "") => sourceFile;
}
