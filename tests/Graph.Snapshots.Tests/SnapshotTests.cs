using Graph.Query;
using Graph.Snapshots.Xunit;

namespace Graph.Snapshots.Tests;

/// <summary>
/// Each test gives the file and the member that a user's test would be, so that its snapshots lie in a folder of its own.
/// </summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-snapshots-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Source => Path.Combine(folder, "FilmTests.cs");

    [Fact]
    public async Task WhatWasNotSeenBeforeIsReceived()
    {
        var exception = await Assert.ThrowsAsync<SnapshotException>(() => OfText("a\r\nb\n"));
        Assert.StartsWith(
            "There is no snapshot yet; set GRAPH_ACCEPT=FilmTests.Cast to accept", exception.Message, StringComparison.Ordinal);
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
        await OfText("one", variant, first);
        await OfText("one", variant, first);
        await RefuseAsync(() => OfText("two", other, second));
    }

    [Fact]
    public async Task TwoCallsUnderOneNameAreRefusedEvenWithOneText()
    {
        Write("FilmTests.Cast.verified.txt", "one");
        await OfText("one", line: 3);
        await RefuseAsync(() => OfText("one", line: 4));
        Write("Test.verified.txt", "one");
        var test = new SnapshotTest("Test");
        await OfText("one", told: test);
        await RefuseAsync(() => OfText("one", told: test));
        await RefuseAsync(() => OfText("one", told: test with { Identity = "Other.Test" }));
    }

    [Fact]
    public async Task ATestThatIsTriedOnceMoreTakesItsSnapshotAgain()
    {
        Write("Test.verified.txt", "two");
        var test = new SnapshotTest("Test");
        await Assert.ThrowsAsync<SnapshotException>(() => OfText("one", told: test));
        await OfText("two", told: test with { });
    }

    [Fact]
    public async Task EachCaseOfATheoryNeedsAVariant()
    {
        Write("Test_1.verified.txt", "one");
        var first = new SnapshotTest("Test") { HasCases = true };
        var exception = await Assert.ThrowsAsync<SnapshotException>(() => OfText("one", told: first));
        Assert.Equal("Test runs once for each of its cases; give each a variant of its own.", exception.Message);
        await OfText("one", "1", told: first);
        await OfText("one", "1", told: first with { });
        await RefuseAsync(() => OfText("two", "1", told: first with { }));
    }

    [Fact]
    public async Task VariantsAndRowsHaveFilesOfTheirOwn()
    {
        Write("FilmTests.Cast_a_b__c.verified.txt", "Row { Name = a }\nRow { Name = b\\|c }\n");
        SnapshotTest.Current = null;
        await Snapshot.OfRows([new Row("a"), new Row("b|c")], variant: "a/b:\"c", sourceFile: Source, method: "Cast");
    }

    [Fact]
    public async Task ATestThatIsToldNamesTheSnapshotAndIsShownTheDifference()
    {
        var shown = new List<string>();
        var test = new SnapshotTest("Outer.Inner.Test")
        {
            ShowDifference = (received, verified) => { shown.AddRange([received, verified]); return Task.CompletedTask; }
        };
        await Assert.ThrowsAsync<SnapshotException>(() => OfText("a", method: "Helper", told: test));
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
            var exception = await Record.ExceptionAsync(() => OfText("a", method: method, source: "Accepting.cs"));
            Assert.Equal(isAccepted, exception is null);
        }
        finally
        {
            Environment.SetEnvironmentVariable("GRAPH_ACCEPT", null);
        }
    }

    private Task Verify(string query, string method = "Cast")
    {
        SnapshotTest.Current = null;
        var engine = new QueryEngine(new GraphBuilder().Build());
        return Snapshot.Of(engine.Run(engine.Prepare(new SourceText(query))), sourceFile: Source, method: method);
    }

    /// <param name="told">What a test framework tells; null for none.</param>
    private Task OfText(
        string text, string? variant = null, string method = "Cast", string source = "FilmTests.cs", int line = 1,
        SnapshotTest? told = null)
    {
        SnapshotTest.Current = told;
        return Snapshot.OfText(text, variant, scrub: null, Path.Combine(folder, source), method, line);
    }

    private static async Task RefuseAsync(Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<SnapshotException>(call);
        Assert.EndsWith("give each a variant of its own.", exception.Message, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private string Read(string name) => File.ReadAllText(Path.Combine(folder, name));

    private sealed record Row(string Name);
}
