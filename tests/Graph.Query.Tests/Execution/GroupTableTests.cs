using Graph.Query.Execution;

namespace Graph.Query.Tests.Execution;

public sealed class GroupTableTests
{
    /// <summary>The cores of a run look up keys in one table, so nothing may be left to do for the first of them.</summary>
    [Fact]
    public void ATableOfKeysThatWereLookedForCanBeShared()
    {
        var table = new GroupTable(1);
        for (var key = 0; key < 1000; key++)
        {
            Assert.Equal(key, table.FindOrAdd([Value.FromInteger(key)]));
            Assert.True(table.IsHashed);
        }
    }

    [Fact]
    public void KeysThatWereOnlyAddedAreFound()
    {
        var table = new GroupTable(2);
        for (var key = 0; key < 1000; key++)
            table.Add([Value.FromInteger(key), Value.FromString("a")]);
        Assert.False(table.IsHashed);
        Assert.Equal(999, table.Find([Value.FromInteger(999), Value.FromString("a")]));
        Assert.Equal(-1, table.Find([Value.FromInteger(999), Value.FromString("b")]));
        Assert.Equal(17, table.FindOrAdd([Value.FromInteger(17), Value.FromString("a")]));
        Assert.Equal(1000, table.FindOrAdd([Value.FromInteger(17), Value.Null]));
    }
}
