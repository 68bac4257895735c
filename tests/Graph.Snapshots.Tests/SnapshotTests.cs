using Graph.Query;
using Graph.Snapshots.Xunit;

namespace Graph.Snapshots.Tests;

/// <summary>Each test gives the file and the member that a user's test would be, so that its snapshots lie in a folder of its own.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-snapshots-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Source => Path.Combine(folder, "FilmTests.cs");

    [Fact]
    public async Task WhatWasNotSeenBeforeIsReceived()
    {
        var exception = await Assert.ThrowsAsync<SnapshotException>(() => Snapshot.OfText("a\r\nb\n", sourceFile: Source, method: "Cast"));
        Assert.StartsWith("There is no snapshot yet; set GRAPH_ACCEPT=FilmTests.Cast to accept", exception.Message, StringComparison.Ordinal);
        Assert.Equal("a\nb\n", Read("FilmTests.Cast.received.txt"));
    }

    [Fact]
    public async Task ADifferenceNamesTheLinesAndAMatchCleansUp()
    {
        Write("FilmTests.Cast.verified.txt", "| a |\n|---|\n| 1 |\n");
        var exception = await Assert.ThrowsAsync<SnapshotException>(() => Verify("RETURN 2 AS a"));
        Assert.Contains("- | 1 |", exception.Message, StringComparison.Ordinal);
        Assert.Contains("+ | 2 |", exception.Message, StringComparison.Ordinal);
        Assert.Equal("| a |\n|---|\n| 2 |\n", Read("FilmTests.Cast.received.txt"));
        Write("FilmTests.Cast.verified.txt", "| a |\n|---|\n| 2 |\n");
        await Verify("RETURN 2 AS a");
        Assert.False(File.Exists(Path.Combine(folder, "FilmTests.Cast.received.txt")));
    }

    [Fact]
    public async Task RowsWithoutAnOrderAreSortedAndOrderedOnesAreNot()
    {
        Write("FilmTests.Cast.verified.txt", "| n |\n|---|\n| 1 |\n| 3 |\n");
        await Verify("UNWIND [3, 1] AS n RETURN n");
        Write("FilmTests.Ordered.verified.txt", "| n |\n|---|\n| 3 |\n| 1 |\n");
        await Verify("UNWIND [1, 3] AS n RETURN n ORDER BY n DESC", "Ordered");
    }

    [Theory]
    [InlineData("Cast", "Cast", null, null)]
    [InlineData("Cast", "cast", null, null)]
    [InlineData("Cast", "Cast", "a/b", "a:b")]
    public async Task TwoTextsUnderOneNameAreRefused(string first, string second, string? variant, string? other)
    {
        Write($"FilmTests.{first}{(variant is null ? "" : "_a_b")}.verified.txt", "one");
        await Snapshot.OfText("one", variant, sourceFile: Source, method: first);
        await Snapshot.OfText("one", variant, sourceFile: Source, method: first);
        var exception = await Assert.ThrowsAsync<SnapshotException>(() => Snapshot.OfText("two", other, sourceFile: Source, method: second));
        Assert.EndsWith("give each a variant of its own.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VariantsAndRowsHaveFilesOfTheirOwn()
    {
        Write("FilmTests.Cast_a_b__c.verified.txt", "Row { Name = a }\nRow { Name = b\\|c }\n");
        await Snapshot.OfRows([new Row("a"), new Row("b|c")], variant: "a/b:\"c", sourceFile: Source, method: "Cast");
    }

    [Fact]
    public async Task ATestThatIsToldNamesTheSnapshotAndIsShownTheDifference()
    {
        var shown = new List<string>();
        SnapshotTest.Current = new SnapshotTest("Outer.Inner.Test") { ShowDifference = (received, verified) => { shown.AddRange([received, verified]); return Task.CompletedTask; } };
        await Assert.ThrowsAsync<SnapshotException>(() => Snapshot.OfText("a", sourceFile: Source, method: "Helper"));
        SnapshotTest.Current = null;
        Assert.Equal(["Outer.Inner.Test.received.txt", "Outer.Inner.Test.verified.txt"], shown.Select(path => Path.GetFileName(path)));
    }

    [Theory]
    [InlineData("Accepting.Cast", "Cast", true)]
    [InlineData("Accepting.Cast", "Cast_1", true)]
    [InlineData("Accepting", "Cast", true)]
    [InlineData("Accepting.Cast_", "Cast_1", true)]
    [InlineData("Accepting.Cast", "Castle", false)]
    [InlineData("Accepting.Ca", "Cast", false)]
    public async Task TheVariableNamesWhatIsAccepted(string accepted, string method, bool isAccepted)
    {
        Environment.SetEnvironmentVariable("GRAPH_ACCEPT", accepted);
        try
        {
            var exception = await Record.ExceptionAsync(() => Snapshot.OfText("a", sourceFile: Path.Combine(folder, "Accepting.cs"), method: method));
            Assert.Equal(isAccepted, exception is null);
        }
        finally
        {
            Environment.SetEnvironmentVariable("GRAPH_ACCEPT", null);
        }
    }

    [Fact]
    public void SnapshotsWithoutATestAreOrphans()
    {
        File.WriteAllText(Source, "class FilmTests { [Fact] public Task Cast() => Of(); [Theory] public Task By_year(int year) => Of(year); class Inner { } }");
        File.WriteAllText(Path.Combine(folder, "Film.More.cs"), "class Films { [Fact] public Task Seen() => Of(); }");
        File.WriteAllText(Path.Combine(folder, "More.cs"), "class First : Second { } abstract class Second { [Fact] public Task Inherited() => Of(); }");
        string[] alive = ["FilmTests.Cast", "FilmTests.Cast_a", "FilmTests.By_year_1999", "First.Inherited", "FilmTests.Inner.Cast", "FilmTests.Inner.By_year_19.5", "Film.More.Seen"];
        string[] dead = ["FilmTests.Cas", "FilmTests.By_yea_1", "OtherTests.Cast", "FilmTests.Gone.Cast", "FilmTests.Cast.Gone", "FilmTests"];
        foreach (var name in alive.Concat(dead))
            Write($"{name}.verified.txt", "");
        string[] orphans = ["FilmTests.By_yea_1.verified.txt", "FilmTests.Cas.verified.txt", "FilmTests.Cast.Gone.verified.txt", "FilmTests.Gone.Cast.verified.txt", "FilmTests.verified.txt", "OtherTests.Cast.verified.txt"];
        Assert.Equal(orphans, Snapshot.FindOrphans(Source));
        var exception = Assert.Throws<SnapshotException>(() => Snapshot.RequireNoOrphans(Source));
        Assert.EndsWith($"\n  {string.Join("\n  ", orphans)}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheAttributeTellsTheTestAndItsEnd()
    {
        var attribute = new SnapshotTestsAttribute();
        attribute.Before(typeof(Nested).GetMethod(nameof(Nested.Run))!);
        Assert.Equal("SnapshotTests.Nested.Run", SnapshotTest.Current?.Name);
        attribute.After(typeof(Nested).GetMethod(nameof(Nested.Run))!);
        Assert.Null(SnapshotTest.Current);
    }

    private Task Verify(string query, string method = "Cast")
    {
        var engine = new QueryEngine(new GraphBuilder().Build());
        return Snapshot.Of(engine.Run(engine.Prepare(new SourceText(query))), sourceFile: Source, method: method);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private string Read(string name) => File.ReadAllText(Path.Combine(folder, name));

    private sealed record Row(string Name);

    private static class Nested
    {
        public static void Run()
        {
        }
    }
}
