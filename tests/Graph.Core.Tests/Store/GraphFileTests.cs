using System.Text;
using CsCheck;
using Graph.Core;

namespace Graph.Core.Tests.Store;

public sealed class GraphFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-file-tests-").FullName;

    private string GraphPath => Path.Combine(folder, "test.graph");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void OpenedGraphIsTheOneThatWasWritten() => StoreGen.Graphs.Sample(
        fill =>
        {
            var store = StoreGen.Build(fill);
            GraphFile.Write(store, GraphPath);
            Assert.Equal(StoreText.Write(store), StoreText.Write(GraphFile.Open(GraphPath)));
            Assert.Empty(GraphFile.Check(GraphPath));
        },
        iter: 30,
        threads: 1);

    [Fact]
    public void SameGraphGivesTheSameFiles()
    {
        var store = BuildSmall("Oslo");
        GraphFile.Write(store, GraphPath);
        var first = ReadAll();
        GraphFile.Write(GraphFile.Open(GraphPath), GraphPath);
        Assert.Equal(first, ReadAll());
    }

    [Fact]
    public void GraphTypeIsKept()
    {
        SchemaHints hints = new("Who can act.", [new SchemaTag("color", "cyan")]);
        PropertyDefinition name = new("name", new PropertyType(ScalarType.String, IsNotNull: true), SchemaHints.None);
        PropertyDefinition born = new("born", new PropertyType(ScalarType.Date, IsList: true), hints);
        GraphType type = new(
            "News",
            [new NodeType("Actor", "Actor", ["Actor"], [name], IsAbstract: true, hints),
                new NodeType("P", "Person", ["Person", "Actor"], [name, born], false, SchemaHints.None)],
            [new EdgeType("KNOWS", "KNOWS", "Person", null, [name], SchemaHints.None)]);
        GraphFile.Write(
            StoreGen.Build(builder => builder.AddNode(["Person", "Actor"], [new("name", Value.FromString("Anna"))]), type), GraphPath);

        var opened = GraphFile.Open(GraphPath);
        Assert.Equal(Describe(type), Describe(opened.Type!));
        Assert.Equal(["Actor", "Person"], opened.Labels.AsEnumerable());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void EvidenceWithoutSpansIsKept(int every)
    {
        var store = StoreGen.Build(builder =>
        {
            for (var i = 0; i < 4; i++)
                builder.AddNode(["N"], []);
            for (var i = 0; i < 4; i++)
            {
                builder.AddEdge("MENTIONS", i, 0, [], i % every == 0 ? new Evidence(i, default) : null);
                builder.AddEdge("KNOWS", i, 0, [], i % every == 0 ? new Evidence(0, default) : null);
            }
        });
        GraphFile.Write(store, GraphPath);
        Assert.Equal(StoreText.Write(store), StoreText.Write(GraphFile.Open(GraphPath)));
        Assert.Equal(8 / every, Enumerable.Range(0, 8).Count(edge => GraphFile.Open(GraphPath).GetEdgeEvidence(edge) is not null));
    }

    /// <summary>Evidence is a column beside the properties, which may be called the same.</summary>
    [Theory]
    [InlineData(":evidence")]
    [InlineData("item")]
    [InlineData("")]
    public void PropertiesMayBeCalledAsColumnsOfTheStore(string key)
    {
        var store = StoreGen.Build(builder =>
        {
            builder.AddNode(["N"], [new(key, Value.FromString("node"))]);
            builder.AddEdge("KNOWS", 0, 0, [new(key, Value.FromString("edge"))], new Evidence(0, new TextSpan(1, 2)));
        });
        GraphFile.Write(store, GraphPath);
        Assert.Equal(StoreText.Write(store), StoreText.Write(GraphFile.Open(GraphPath)));
    }

    [Fact]
    public void EmptyGraphCanBeStored()
    {
        GraphFile.Write(new GraphBuilder().Build(), GraphPath);
        Assert.Equal((0, 0), (GraphFile.Open(GraphPath).NodeCount, GraphFile.Open(GraphPath).EdgeCount));
    }

    /// <summary>
    /// Stops the writer before each of its steps: what is there is the old graph until the last rename, then the new one.
    /// </summary>
    [Fact]
    public void WriterThatStopsLeavesTheOldGraphOrTheNewOne()
    {
        var (old, replacement) = (BuildSmall("Oslo"), BuildSmall("Bergen"));
        var steps = new List<string>();
        GraphFile.Write(old, GraphPath);
        GraphFile.Write(replacement, GraphPath, steps.Add);
        Assert.Equal(1, steps.Count(step => step == GraphFile.ManifestName));
        Assert.Contains(
            steps, step => step.EndsWith("arrow", StringComparison.Ordinal) && steps.IndexOf(step) > steps.IndexOf(GraphFile.ManifestName));

        var switchesAfter = steps.IndexOf(GraphFile.ManifestName);
        for (var stop = 0; stop < steps.Count; stop++)
        {
            GraphFile.Write(old, GraphPath);
            var files = Directory.GetFiles(GraphPath).Order().ToArray();
            var remaining = stop;
            Assert.Throws<TimeoutException>(() => GraphFile.Write(replacement, GraphPath, _ => StopAfter(ref remaining)));
            Assert.Empty(GraphFile.Check(GraphPath));
            Assert.Equal(StoreText.Write(stop <= switchesAfter ? old : replacement), StoreText.Write(GraphFile.Open(GraphPath)));
            if (stop <= switchesAfter)
                Assert.Equal(files, Directory.GetFiles(GraphPath).Order());
        }
    }

    [Fact]
    public void FirstWriterThatStopsLeavesNoGraphAndDoesNotHinderTheNext()
    {
        var store = BuildSmall("Oslo");
        var steps = 0;
        GraphFile.Write(store, GraphPath, _ => steps++);
        for (var stop = 0; stop < steps; stop++)
        {
            Directory.Delete(GraphPath, recursive: true);
            var remaining = stop;
            Assert.Throws<TimeoutException>(() => GraphFile.Write(store, GraphPath, _ => StopAfter(ref remaining)));
            Assert.Empty(Directory.EnumerateFileSystemEntries(GraphPath));
            GraphFile.Write(store, GraphPath);
            Assert.Equal(StoreText.Write(store), StoreText.Write(GraphFile.Open(GraphPath)));
            Assert.DoesNotContain(Directory.EnumerateFiles(GraphPath), file => file.EndsWith(".tmp", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void OpenGraphStaysReadableWhenItIsReplaced()
    {
        GraphFile.Write(BuildSmall("Oslo"), GraphPath);
        var opened = GraphFile.Open(GraphPath);
        var before = StoreText.Write(opened);
        GraphFile.Write(BuildSmall("Bergen"), GraphPath);
        Assert.Equal(before, StoreText.Write(opened));
    }

    [Fact]
    public void DamagedSegmentIsFoundByCheck()
    {
        GraphFile.Write(BuildSmall("Oslo"), GraphPath);
        foreach (var segment in Directory.GetFiles(GraphPath, "*.arrow"))
        {
            var content = File.ReadAllBytes(segment);
            content[content.Length / 2] ^= 4;
            File.WriteAllBytes(segment, content);
            Assert.Equal(
                [new GraphFileProblem(Path.GetFileName(segment), "the content has changed since it was written")],
                GraphFile.Check(GraphPath));
            content[content.Length / 2] ^= 4;
            File.WriteAllBytes(segment, content);
        }
    }

    [Fact]
    public void TruncatedOrMissingSegmentIsFoundWhenTheGraphIsOpened()
    {
        GraphFile.Write(BuildSmall("Oslo"), GraphPath);
        var segment = Directory.GetFiles(GraphPath, "*.arrow").Order(StringComparer.Ordinal).First();
        var length = new FileInfo(segment).Length;
        using (var stream = File.OpenWrite(segment))
            stream.SetLength(length - 1);
        Assert.Equal(
            $"has {length - 1} bytes and should have {length}; build the graph again",
            Assert.Throws<GraphFileException>(() => GraphFile.Open(GraphPath)).Problem);
        File.Delete(segment);
        Assert.Equal("is missing; build the graph again", Assert.Throws<GraphFileException>(() => GraphFile.Open(GraphPath)).Problem);
        Assert.Single(GraphFile.Check(GraphPath));
    }

    [Theory]
    [InlineData("", "is not the manifest of a graph")]
    [InlineData("{}", "is not the manifest of a graph")]
    [InlineData("name: something else", "is not the manifest of a graph")]
    [InlineData("{\"checksum\":\"00000000000000000000000000000000\",\"format\":\"other\"}", "is not the manifest of a graph")]
    [InlineData("{\"checksum\":\"00000000000000000000000000000000\",\"format\":\"graph\",\"version\":2}", "has format version 2, and this program reads version 1; build the graph again")]
    [InlineData("{\"checksum\":\"00000000000000000000000000000000\",\"format\":\"graph\",\"version\":1}", "is damaged; build the graph again")]
    [InlineData("{\"checksum\":\"00000000000000000000000000000000\",\"format\":\"gra", "is damaged; build the graph again")]
    [InlineData("{\"checksum\":\"ab\",\"format\":\"graph\",\"version\":1}", "is damaged; build the graph again")]
    public void ForeignManifestIsRefused(string manifest, string problem)
    {
        Directory.CreateDirectory(GraphPath);
        File.WriteAllText(Path.Combine(GraphPath, GraphFile.ManifestName), manifest);
        Assert.Equal(problem, Assert.Throws<GraphFileException>(() => GraphFile.Open(GraphPath)).Problem);
    }

    /// <summary>A manifest with a right checksum may still name what is no file of the graph.</summary>
    [Theory]
    [InlineData("\"../other\"")]
    [InlineData("\"/etc/hosts\"")]
    [InlineData("\"a\\u0000b\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void ASegmentNeverLiesOutsideTheFolder(string name)
    {
        Directory.CreateDirectory(GraphPath);
        var json = $"{{\"format\":\"graph\",\"version\":1,\"segments\":[{{\"name\":{name},\"length\":1,\"checksum\":\"00\"}}]}}";
        File.WriteAllBytes(Path.Combine(GraphPath, GraphFile.ManifestName), Manifest.Seal(System.Text.Encoding.UTF8.GetBytes(json)));
        Assert.Equal("is damaged; build the graph again", Assert.Throws<GraphFileException>(() => GraphFile.Open(GraphPath)).Problem);
    }

    /// <summary>A manifest with a right checksum may still count otherwise than its columns do, or name places that no file has.</summary>
    [Theory]
    [InlineData("nodes/0/count", "2")]
    [InlineData("nodes/0/count", "0")]
    [InlineData("nodes/1/count", "2147483647")]
    [InlineData("nodes/0/labels", "[7]")]
    [InlineData("nodes/0/labels", "[1, 0]")]
    [InlineData("nodes/1/columns/0/key", "null")]
    [InlineData("nodes/0/columns/0/count", "2")]
    [InlineData("nodes/1/columns/0/offsets/0", "99")]
    [InlineData("nodes/1/columns/0/offsets/2", "4")]
    [InlineData("nodes/1/columns/0/offsets/2", "7")]
    [InlineData("nodes/1/columns/0/blob/1", "9223372036854775807")]
    [InlineData("nodes/1/columns/0/blob/1", "-8")]
    [InlineData("nodes/1/columns/1/values/width", "\"4\"")]
    [InlineData("nodes/1/columns/1/values/width", "\"Int64\"")]
    [InlineData("nodes/1/columns/1/minimum", "99")]
    [InlineData("edges/0/count", "2")]
    [InlineData("edges/0/outgoing/firstNode", "-1")]
    [InlineData("edges/0/outgoing/firstNode", "2")]
    [InlineData("edges/0/incoming/edges", null)]
    [InlineData("edges/0/evidence/starts", null)]
    [InlineData("texts/0/articles/2", "0")]
    [InlineData("texts/0/sentences/lengths/at/2", "0")]
    [InlineData("foldedNames/hashes/2", "0")]
    [InlineData("labels", "[\"Article\", \"Article\"]")]
    [InlineData("segments", "{}")]
    public void AManifestWhoseCountsDoNotFitIsRefused(string place, string? json)
    {
        GraphFile.Write(BuildSmall("Oslo"), GraphPath);
        StoredManifest.Change(GraphPath, place, json);
        Assert.Matches("the manifest |^is damaged", Assert.Throws<GraphFileException>(() => GraphFile.Open(GraphPath)).Problem);
    }

    [Fact]
    public void EveryChangedByteOfTheManifestIsNoticed()
    {
        GraphFile.Write(BuildSmall("Oslo"), GraphPath);
        var path = Path.Combine(GraphPath, GraphFile.ManifestName);
        var content = File.ReadAllBytes(path);
        for (var i = 0; i < content.Length; i += 7)
        {
            content[i] ^= 1;
            File.WriteAllBytes(path, content);
            Assert.Throws<GraphFileException>(() => GraphFile.Open(GraphPath));
            content[i] ^= 1;
        }
    }

    [Fact]
    public void WhatIsNoGraphSaysSo()
    {
        Assert.Equal("is not there", Assert.Throws<GraphFileException>(() => GraphFile.Open(GraphPath)).Problem);
        Directory.CreateDirectory(GraphPath);
        AssertProblem(
            "is an empty folder and no stored graph; 'graph build' makes a stored graph of annotated files, and Load reads them without one");
        File.WriteAllText(Path.Combine(GraphPath, "a.md"), "");
        AssertProblem(
            "is a folder with 'a.md' and no stored graph; 'graph build' makes a stored graph of annotated files, and Load reads them without one");
        File.Move(Path.Combine(GraphPath, "a.md"), Path.Combine(GraphPath, "1.tmp"));
        AssertProblem("is not a graph: it has no manifest.json, as when it was not written to its end; build it again");
        Directory.Delete(GraphPath, recursive: true);
        File.WriteAllText(GraphPath, "");
        AssertProblem(
            "is a file, and a stored graph is a folder; 'graph build' makes a stored graph of annotated files, and Load reads them without one");
        File.Delete(GraphPath);

        void AssertProblem(string problem) =>
            Assert.Equal(problem, Assert.Throws<GraphFileException>(() => GraphFile.Open(GraphPath)).Problem);
    }

    [Fact]
    public void FolderWithOtherFilesIsNotWrittenTo()
    {
        Directory.CreateDirectory(GraphPath);
        File.WriteAllText(Path.Combine(GraphPath, "mine.arrow"), "mine");
        var exception = Assert.Throws<GraphFileException>(() => GraphFile.Write(BuildSmall("Oslo"), GraphPath));
        Assert.Equal("holds 'mine.arrow', which is no part of a graph; choose another folder", exception.Problem);
        Assert.Single(Directory.GetFiles(GraphPath));
    }

    /// <summary>What a process leaves that was killed: files of another name for the time, and segments that no manifest names.</summary>
    [Fact]
    public void WhatAKilledWriterLeftIsWrittenOver()
    {
        Assert.True(GraphFile.CanWrite(GraphPath));
        Directory.CreateDirectory(GraphPath);
        string[] left = ["7.tmp", "writing.lock", $"nodes-City-{new string('0', 32)}.arrow"];
        foreach (var name in left)
            File.WriteAllText(Path.Combine(GraphPath, name), "");
        Assert.True(GraphFile.CanWrite(GraphPath));
        GraphFile.Write(BuildSmall("Oslo"), GraphPath);
        Assert.DoesNotContain(left, name => File.Exists(Path.Combine(GraphPath, name)));
        File.WriteAllText(Path.Combine(GraphPath, "mine.txt"), "mine");
        Assert.False(GraphFile.CanWrite(GraphPath));
        Assert.False(GraphFile.CanWrite(Path.Combine(GraphPath, "mine.txt")));
    }

    [Fact]
    public void OneWriterAtATime()
    {
        GraphFileException? second = null;
        GraphFile.Write(
            BuildSmall("Oslo"), GraphPath,
            _ => second ??= Assert.Throws<GraphFileException>(() => GraphFile.Write(BuildSmall("Bergen"), GraphPath)));
        Assert.StartsWith("is being written by another process", second?.Problem, StringComparison.Ordinal);
        Assert.Equal([1], GraphFile.Open(GraphPath).FindNodes("name", "Oslo"));
    }

    private static void StopAfter(ref int remaining)
    {
        if (remaining-- == 0)
            throw new TimeoutException();
    }

    private static GraphStore BuildSmall(string name) => StoreGen.Build(builder =>
    {
        var city = builder.AddNode(["City"], [new("name", Value.FromString(name)), new("size", Value.FromInteger(name.Length))]);
        var article = builder.AddNode(["Article"], [new("published", Value.FromDate(Values.ValueGen.Parse("2022-01")))]);
        builder.SetText(article, $"{name} wacht.", [new TextSpan(0, name.Length + 7)]);
        builder.AddEdge("MENTIONS", article, city, [], new Evidence(article, new TextSpan(0, name.Length)));
    });

    private string ReadAll() => string.Join('\n', Directory.GetFiles(GraphPath).Order(StringComparer.Ordinal)
        .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(File.ReadAllBytes(file))}"));

    private static string Describe(GraphType type)
    {
        var text = new StringBuilder(type.Name);
        foreach (var node in type.NodeTypes)
            text.Append(
                $"; ({node.Name} {node.KeyLabel} {string.Join('&', node.Labels)} {node.IsAbstract} {Describe(node.Properties)} {Describe(node.Hints)})");
        foreach (var edge in type.EdgeTypes)
            text.Append($"; [{edge.Name} {edge.Label} {edge.Source}->{edge.Target} {Describe(edge.Properties)} {Describe(edge.Hints)}]");
        return text.ToString();
    }

    private static string Describe(IEnumerable<PropertyDefinition> properties) =>
        string.Join(", ", properties.Select(property => $"{property.Name} {property.Type} {Describe(property.Hints)}"));

    private static string Describe(SchemaHints hints) =>
        $"'{hints.Description}' {string.Join(' ', hints.Tags.Select(tag => $"@{tag.Name} {tag.Value}"))}";
}
