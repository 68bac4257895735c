namespace Graph.Annotations.Tests;

public sealed class GraphLoaderTests
{
    private const string First = "---\nid: first\n---\n[Ann]{.Person #ann} met [Bob]{.Person #bob}.\n\n```facts\n(#ann)-[:MET]->(#bob)\n(#ann)-[:MET]->(#nobody)\n```\n";
    private const string Second = "---\nid: second\nnonsense: 1\n---\n[Ann]{.Person #ann} left []{.City}.\n";

    [Fact]
    public void OneThreadAndTwoGiveTheSame()
    {
        using var folder = new TemporaryFolder(
            ("a.md", First), ("b/b.md", Second), ("c.txt", "Ann"), ("c.ann", "T1\tPerson 0 3\tBnn\nX\n"), ("d.bio", "Ann B-PER\nx\n"));

        var one = folder.Describe(new LoadOptions(null) { Threads = 1 });

        Assert.Contains("GR6103", one, StringComparison.Ordinal);
        Assert.Equal(one, folder.Describe(new LoadOptions(null) { Threads = 2 }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void CancellingStopsTheLoad(int threads)
    {
        using var folder = new TemporaryFolder(("a.md", First), ("b.md", Second));
        using var cancellation = new CancellationTokenSource();
        var options = new LoadOptions(null) { Threads = threads, Progress = new CancelAfterFirst(cancellation) };

        Assert.ThrowsAny<OperationCanceledException>(() => GraphLoader.Load([folder.FullPath], options, cancellation.Token));
    }

    [Fact]
    public void AFileComesWithThoseThatDescribeIt()
    {
        using var folder = new TemporaryFolder(
            ("c.txt", "Ann"), ("c.ann", "T1\tPerson 0 3\tAnn\n"), ("d.txt", "Bob"), ("articles.csv", "file,title\nc,A title\n"));

        var result = GraphLoader.Load([Path.Combine(folder.FullPath, "c.ann")], new LoadOptions(null));

        Assert.Equal((1, 1), (result.Summary.Articles, result.Summary.Mentions));
        Assert.Empty(result.Summary.SkippedFiles);
        Assert.Equal("A title", result.Store.GetNodeProperty(result.Store.FindNodes("key", "c")[0], "title").AsString());
    }

    [Fact]
    public void APathThatIsNotThereIsAnInputError() =>
        Assert.Throws<FileNotFoundException>(() => GraphLoader.Load(["no/such/path"], new LoadOptions(null)));

    [Fact]
    public void ALinkToAFolderAboveEnds()
    {
        using var folder = new TemporaryFolder(("a.md", First), ("b/b.md", Second));
        Directory.CreateSymbolicLink(Path.Combine(folder.FullPath, "b", "up"), folder.FullPath);

        Assert.Equal(2, folder.Load().Summary.Articles);
    }

    [Fact]
    public void TwoArticlesWithOneIdAreBothKept()
    {
        using var folder = new TemporaryFolder(("a.md", First), ("b.md", First));

        var result = folder.Load();

        Assert.Equal(2, result.Summary.Articles);
        Assert.Single(result.Store.FindNodes("key", "first#2"));
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Id == "GR6108");
    }

    private sealed class CancelAfterFirst(CancellationTokenSource cancellation) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => cancellation.Cancel();
    }
}
