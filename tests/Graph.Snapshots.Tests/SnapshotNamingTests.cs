using Graph.Snapshots.Xunit;

namespace Graph.Snapshots.Tests;

/// <summary>What the attribute tells, which the package puts on the assembly; no class here has one of its own.</summary>
public sealed class SnapshotNamingTests
{
    [Fact]
    public void ATestHasItsClassAndMethod() => RequireName("SnapshotNamingTests.ATestHasItsClassAndMethod", hasCases: false);

    [Fact]
    public void TheEndOfATestIsTold()
    {
        var attribute = new SnapshotTestsAttribute();
        var method = typeof(Inner).GetMethod(nameof(Inner.ATestHasTheOuterClassToo))!;
        attribute.Before(method);
        RequireName("SnapshotNamingTests.Inner.ATestHasTheOuterClassToo", hasCases: false);
        attribute.After(method);
        Assert.Null(SnapshotTest.Current);
    }

    private static void RequireName(string name, bool hasCases) =>
        Assert.Equal((name, hasCases), (SnapshotTest.Current?.Name, SnapshotTest.Current?.HasCases ?? false));

    public sealed class Inner
    {
        [Fact]
        public void ATestHasTheOuterClassToo() => RequireName("SnapshotNamingTests.Inner.ATestHasTheOuterClassToo", hasCases: false);

        [Theory]
        [InlineData(1)]
        [InlineData(2)]
        public void ATheoryHasCases(int number)
        {
            Assert.True(number > 0);
            RequireName("SnapshotNamingTests.Inner.ATheoryHasCases", hasCases: true);
        }
    }

    public abstract class Shared<T>
    {
        [Fact]
        public void AnInheritedTestHasTheClassThatRuns()
        {
            RequireName($"SnapshotNamingTests.{GetType().Name}.AnInheritedTestHasTheClassThatRuns", hasCases: false);
            Assert.Contains($"{nameof(SnapshotNamingTests)}+{GetType().Name} ", SnapshotTest.Current!.Identity, StringComparison.Ordinal);
        }
    }

    public sealed class OfNumbers : Shared<int>;

    public sealed class OfTexts : Shared<string>;

    public sealed class AGenericClass
    {
        [Fact]
        public void HasNoParametersInItsName()
        {
            var attribute = new SnapshotTestsAttribute();
            attribute.Before(typeof(List<int>).GetMethod("Clear")!);
            var first = SnapshotTest.Current!;
            attribute.Before(typeof(List<string>).GetMethod("Clear")!);
            Assert.Equal(("List.Clear", "List.Clear"), (first.Name, SnapshotTest.Current!.Name));
            Assert.NotEqual(first.Identity, SnapshotTest.Current.Identity);
        }
    }
}
