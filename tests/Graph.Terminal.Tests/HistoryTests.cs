namespace Graph.Terminal.Tests;

public sealed class HistoryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-history").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("MATCH (n) RETURN n;")]
    [InlineData("MATCH (n)\nRETURN 'a\\nb';")]
    [InlineData("\\\\ \\")]
    [InlineData("Қазақстан 😀\r\n;")]
    public void EntriesSurviveTheSession(string entry)
    {
        var file = new HistoryFile(Path.Combine(folder, "new", "history"));
        file.Append("before");
        file.Append(entry);
        Assert.Equal(["before", entry], file.Load());
    }

    /// <summary>As a session leaves it that was killed while it wrote, or an editor.</summary>
    [Fact]
    public void AnEntryIsNotJoinedToALineWithoutAnEnd()
    {
        var path = Path.Combine(folder, "history");
        File.WriteAllText(path, "RETURN 1;\nRETU");
        var file = new HistoryFile(path);
        file.Append("RETURN 2;");
        Assert.Equal(["RETURN 1;", "RETU", "RETURN 2;"], file.Load());
    }

    [Fact]
    public void OnlyTheNewestEntriesAreLoaded()
    {
        var path = Path.Combine(folder, "history");
        File.WriteAllLines(path, Enumerable.Range(1, HistoryFile.Capacity + 5).Select(i => $"RETURN {i};"));
        var entries = new HistoryFile(path).Load();
        Assert.Equal(HistoryFile.Capacity, entries.Count);
        Assert.Equal("RETURN 6;", entries[0]);
    }

    [Fact]
    public void TheFileIsForItsUserOnly()
    {
        var path = Path.Combine(folder, "history");
        new HistoryFile(path).Append("x");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void TheStateFolderOfTheEnvironmentIsUsed()
    {
        HistoryFile.Default("graph", name => name == "XDG_STATE_HOME" ? folder : null)!.Append("x");
        Assert.True(File.Exists(Path.Combine(folder, "graph", "history")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("relative")]
    public void WithoutAHomeThereIsNoFile(string? home)
    {
        if (!OperatingSystem.IsWindows())
            Assert.Null(HistoryFile.Default("graph", name => name == "HOME" ? home : null));
    }

    [Fact]
    public void BlankAndRepeatedEntriesAreNotKept()
    {
        var history = new History(["a"]);
        Assert.False(history.Add("a"));
        Assert.False(history.Add(" \n"));
        Assert.True(history.Add("b"));
        Assert.Equal(["a", "b"], history.Entries);
    }
}
