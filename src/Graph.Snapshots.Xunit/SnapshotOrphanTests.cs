using System.Reflection;
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
    public void EachSnapshotHasATest() => Snapshot.RequireNoOrphans(sourceFile, FindClasses(GetType().Assembly));

    /// <summary>The source file of the caller.</summary>
    protected static string Here([CallerFilePath] string sourceFile = "") => sourceFile;

    /// <summary>
    /// The classes of a project whose snapshots are named after their tests. Other projects may have tests in the same folder.
    /// </summary>
    internal static IReadOnlyList<SnapshotTestClass> FindClasses(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .Where(type => !type.IsAbstract && (HasNames(assembly) || HasNames(type)))
            .GroupBy(SnapshotTestsAttribute.GetName, ListTests, StringComparer.Ordinal)
            .Select(group => new SnapshotTestClass(group.Key, [.. group.SelectMany(tests => tests).Distinct(StringComparer.Ordinal)]))
            .Where(known => known.Tests.Count > 0),
    ];

    private static bool HasNames(ICustomAttributeProvider provider) => provider.IsDefined(typeof(SnapshotTestsAttribute), inherit: true);

    private static IEnumerable<string> ListTests(Type type) => type
        .GetMethods(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy)
        .Where(method => method.IsDefined(typeof(FactAttribute), inherit: true))
        .Select(method => method.Name);
}
