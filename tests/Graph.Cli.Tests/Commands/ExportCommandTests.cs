using Graph.Cli.Sessions;

namespace Graph.Cli.Tests.Commands;

public sealed class ExportCommandTests
{
    [Theory]
    [InlineData("--all", "-o", "x.unknown")]
    [InlineData("-o", "x.dot")]
    [InlineData("--all", "--query", "MATCH (a) RETURN a", "-o", "x.dot")]
    [InlineData("--all", "--around", "1", "-o", "x.dot")]
    [InlineData("--query", "MATCH (a) RETURN a", "--around", "-1", "-o", "x.dot")]
    [InlineData("--all", "-o", " ")]
    [InlineData("--all", "-f", "parquet", "-o", "-")]
    [InlineData("--query", "MATCH (a) RETURN a", "-f", "arrow", "-o", "-")]
    public void AskedForWhatCannotBeTheCommandSaysWhatCan(params string[] arguments)
    {
        var (code, output, error) = TestHost.Run(["export", "--data", TestHost.Articles, .. arguments]);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("error: ", error);
    }

    [Fact]
    public void EachFormatIsListedOnce()
    {
        var (_, _, error) = TestHost.Run(["export", "--data", TestHost.Articles, "--all", "-f", "gml", "-o", "x.gml"]);
        var names = System.Text.RegularExpressions.Regex.Matches(error.Split("one of:")[1], "'([a-z]+)'").Select(name => name.Value).ToList();
        Assert.Contains("'jsonl'", names);
        Assert.Equal(names.Distinct(), names);
    }

    [Theory]
    [InlineData("MATCH (a) RETURN a.name", "return them as they are")]
    [InlineData("MATCH (a:Persn) RETURN a", "Did you mean 'Person'?")]
    [InlineData("MATCH (a) RETURN a LIMIT $most", "$most")]
    public void AQueryWithoutAGraphWritesNothing(string query, string reason)
    {
        WithFile("x.graphml", file =>
        {
            var (code, _, error) = TestHost.Run(["export", "--data", TestHost.Articles, "--query", query, "-o", file]);
            Assert.Equal(1, code);
            Assert.Contains(reason, error);
            Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(file)!));
        });
    }

    /// <summary>Every format, and pictures; also in the middle of the writing.</summary>
    [Fact]
    public void WhatIsCancelledWhileItIsWrittenIsNoFault()
    {
        var store = Graph.Annotations.GraphLoader.Load(
            [Repository.GetPath("data")], new Graph.Annotations.LoadOptions(Graph.News.NewsSchema.GraphType)).Store;
        var selection = Graph.Export.GraphSelection.All(store);
        var writers = Graph.Export.GraphFormats.All
            .Select(format => (format.Name, Write: (Action<Stream>)(output => format.Write(selection, output))))
            .Concat(Graph.Export.Pictures.Endings.Select(ending => (ending,
                (Action<Stream>)(output => Graph.Export.Pictures.Write(
                    $"x{ending}", selection.WithoutMentions(), new Graph.Export.PictureOptions(), output)))));
        foreach (var (name, write) in writers)
        {
            foreach (var most in (int[])[0, 3000])
            {
                using var source = new CancellationTokenSource();
                using var stream = new Graph.Cli.Sessions.CancellableStream(new CancellingStream(source, most), source.Token);
                var stopped = Record.Exception(() => write(stream));
                Assert.True(stopped is OperationCanceledException, $"{name} after {most} bytes: {stopped}");
            }
        }
    }

    /// <summary>Cancels when so many bytes have come.</summary>
    private sealed class CancellingStream : MemoryStream
    {
        private readonly CancellationTokenSource source;
        private readonly int most;

        public CancellingStream(CancellationTokenSource source, int most)
        {
            (this.source, this.most) = (source, most);
            if (most == 0)
                source.Cancel();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer);
            if (Length > most)
                source.Cancel();
        }
    }

    [Fact]
    public void WhatWasWrittenAndWhatWasLostIsTold()
    {
        WithFile("x.graphml", file =>
        {
            var (code, output, error) = TestHost.Run(["export", "--data", TestHost.Articles, "--all", "-o", file]);
            Assert.Equal((0, ""), (code, output));
            Verifier.Verify(error.Replace(file, "x.graphml"));
            Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!));
        });
    }

    [Fact]
    public void AQueryMayStandInAFileAndTakeParameters()
    {
        WithFile("x.cypher", file =>
        {
            File.WriteAllText(file, "MATCH (a:Country) WHERE a.key = $key RETURN a;\nMATCH (p:Person) RETURN p;\n");
            var (code, _, error) = TestHost.Run(
                ["export", "--data", TestHost.Articles, "--query", file, "--param", "key=x", "-o", $"{file}.dot"]);
            Assert.True(code == 0, error);
            Assert.Contains("relations; return these too", error);
        });
    }

    [Fact]
    public void AFileThatIsThereStaysWhenNothingCanBeWritten()
    {
        WithFile("x.dot", file =>
        {
            File.WriteAllText(file, "before");
            Assert.Equal(
                1, TestHost.Run(
                    ["export", "--data", TestHost.Articles, "--query", "MATCH (a) RETURN toInteger(a) / 0", "-o", file]).ExitCode);
            Assert.Equal("before", File.ReadAllText(file));
            Assert.Equal(1, TestHost.Run(["export", "--data", TestHost.Articles, "--all", "-o", Path.Combine(file, "y.dot")]).ExitCode);
        });
    }

    [Fact]
    public void ThePromptSavesTheLastResultAsAGraph()
    {
        WithFile("x.cyjs", file =>
        {
            var (code, _, error) = TestHost.Run([TestHost.Articles], $"MATCH (a)-[r]->(b) RETURN a, r, b LIMIT 3;\n:save {file}\n");
            Assert.True(code == 0, error);
            Assert.Contains("\"edges\"", File.ReadAllText(file));
            Assert.Contains("3 relations", error);
        });
    }

    [Theory]
    [InlineData("x.csv", "2 rows")]
    [InlineData("x.md", "2 rows")]
    [InlineData("x.xlsx", "2 rows, 1 column")]
    [InlineData("x.parquet", "2 rows, 1 column")]
    [InlineData("x.arrow", "2 rows, 1 column")]
    public void TheRowsOfAQueryAreATable(string name, string told)
    {
        WithFile(name, file =>
        {
            var (code, output, error) = TestHost.Run(
                ["export", "--data", TestHost.Articles, "--query", "UNWIND [1, 2] AS n RETURN n", "-o", file]);
            Assert.Equal((0, ""), (code, output));
            Assert.Contains($": {told}\n", error);
            Assert.NotEqual(0, new FileInfo(file).Length);
        });
    }

    [Fact]
    public void AWholeGraphIsAFolderOfTables()
    {
        WithFile("tables", path =>
        {
            Assert.Equal(2, TestHost.Run(["export", "--data", TestHost.Articles, "--all", "-o", "x.xlsx"]).ExitCode);
            Assert.Equal(0, TestHost.Run(["export", "--data", TestHost.Articles, "--all", "--format", "parquet", "-o", path]).ExitCode);
            Assert.True(File.Exists(Path.Combine(path, "articles.parquet")));
            var (code, _, error) = TestHost.Run(["export", "--data", TestHost.Articles, "--all", "--format", "parquet", "-o", path]);
            Assert.Equal(1, code);
            Assert.Contains("name a new folder", error);
        });
    }

    private static void WithFile(string name, Action<string> test)
    {
        var folder = Directory.CreateTempSubdirectory("graph-export").FullName;
        try
        {
            test(Path.Combine(folder, name));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
