using CsCheck;
using Graph.Core;
using Graph.Core.Tests.Store;

namespace Graph.Core.Tests.Typed;

/// <summary>What is found once in a store reads the same as what is looked up each time, in built graphs and in mapped ones.</summary>
public sealed class BindingTests : IDisposable
{
    private static readonly string[] Keys = ["any", "name", "scalar", "on", "nothing"];

    private readonly string folder = Directory.CreateTempSubdirectory("graph-binding-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void PropertiesReadTheSame() => ForEachStore(store =>
    {
        foreach (var (key, label) in Keys.SelectMany(key => new[] { (key, "A"), (key, "C"), (key, "none") }))
        {
            var property = ElementProperty.OfNodes(store, label, key);
            for (var node = 0; node < store.NodeCount; node++)
                AssertReads(store.GetNodeProperty(node, key), property, node);
            Assert.Throws<ArgumentOutOfRangeException>(() => property.Get(store.NodeCount));
            Assert.Throws<ArgumentOutOfRangeException>(() => property.Get(-1));
        }

        foreach (var table in store.EdgeTables)
        {
            foreach (var key in Keys)
            {
                var property = ElementProperty.OfEdges(store, table.Type, key);
                for (var edge = table.FirstEdge; edge < table.EndEdge; edge++)
                    AssertReads(store.GetEdgeProperty(edge, key), property, edge);
            }
        }
    });

    [Fact]
    public void EdgesRunTheSame() => ForEachStore(store =>
    {
        var (all, some) = (new LabelNodes(store, null), new LabelNodes(store, "A"));
        foreach (var table in store.EdgeTables)
        {
            var outgoing = new TypeEdges(store, table.Type, outgoing: true, all, some);
            for (var edge = table.FirstEdge; edge < table.EndEdge; edge++)
                Assert.Equal((table.GetSource(edge), table.GetTarget(edge)), (outgoing.GetSource(edge), outgoing.GetTarget(edge)));
            var ids = Enumerable.Range(table.FirstEdge, table.Count).ToList();
            var label = new LabelTest(store, "A");
            Assert.Equal(ids.Where(edge => label.Accepts(table.GetTarget(edge))), outgoing.All<Known>().Select(edge => edge.EdgeId));
            Assert.Equal(
                ids.Where(edge => label.Accepts(table.GetSource(edge))),
                new TypeEdges(store, table.Type, outgoing: true, some, all).All<Known>().Select(edge => edge.EdgeId));
            for (var node = 0; node < store.NodeCount; node++)
            {
                var ends = ids.Where(edge => table.GetSource(edge) == node).Select(table.GetTarget).Where(label.Accepts);
                Assert.Equal(ends, outgoing.From<Known, AnyNode>(node).Select(end => end.NodeId));
                var starts = ids.Where(edge => table.GetTarget(edge) == node).Select(table.GetSource).Where(label.Accepts).Order();
                var incoming = new TypeEdges(store, table.Type, outgoing: false, all, some);
                Assert.Equal(starts, incoming.From<Known, AnyNode>(node).Select(start => start.NodeId));
            }
        }
    });

    [Fact]
    public void BeforeTheFirstStepAndAfterTheLastIsNoNode() => ForEachStore(store =>
    {
        var (all, some) = (new LabelNodes(store, null), new LabelNodes(store, "A"));
        foreach (var edges in store.EdgeTables.Select(table => new TypeEdges(store, table.Type, outgoing: true, all, some)))
        {
            for (var node = 0; node < store.NodeCount; node++)
            {
                var steps = edges.From<Known, AnyNode>(node).GetEnumerator();
                Assert.Equal(-1, steps.Current.NodeId);
                while (steps.MoveNext())
                    Assert.InRange(steps.Current.NodeId, 0, store.NodeCount - 1);
                Assert.Equal((-1, false, -1), (steps.Current.NodeId, steps.MoveNext(), steps.Current.NodeId));
            }
        }
    });

    /// <summary>Steps are not asked for bounds each, so those of a run must lie in the file, whatever the file says.</summary>
    [Theory]
    [InlineData(0, -1)]
    [InlineData(1, 4)]
    [InlineData(1, int.MaxValue)]
    [InlineData(1, int.MinValue)]
    public void RunsBesideTheFileAreNeverRead(int offset, int value)
    {
        var path = Path.Combine(folder, "damaged.graph");
        var whole = StoreGen.Build(builder =>
        {
            builder.AddNode(["A"], []);
            for (var i = 0; i < 3; i++)
                builder.AddEdge("KNOWS", 0, 0, []);
        });
        GraphFile.Write(whole, path);
        StoredManifest.SetNumber(path, "edges/0/outgoing/offsets", offset, value);

        var store = GraphFile.Open(path);
        var all = new LabelNodes(store, null);
        var edges = new TypeEdges(store, "KNOWS", outgoing: true, all, all);
        if (value == int.MinValue)
            Assert.Empty(edges.From<Known, AnyNode>(0));
        else
            Assert.Throws<InvalidDataException>(() => edges.From<Known, AnyNode>(0).Count());
    }

    [Fact]
    public void LabelsHoldTheSame() => ForEachStore(store =>
    {
        foreach (var name in new[] { null, "A", "B", "C", "none" })
        {
            var (nodes, test) = (new LabelNodes(store, name), new LabelTest(store, name));
            var expected = Enumerable.Range(0, store.NodeCount).Where(test.Accepts).ToList();
            Assert.Equal(expected, nodes.All<AnyNode>().Select(node => node.NodeId));
            Assert.Equal(expected.Count, nodes.Count);
            Assert.Equal(expected, Enumerable.Range(-1, store.NodeCount + 2).Where(nodes.Contains));
        }
    });

    [Fact]
    public void KeysFindTheSameHoweverManyAreSought() => ForEachStore(store =>
    {
        var nodes = new LabelNodes(store, "A");
        var lookup = new KeyLookup(store, nodes, "name");
        string[] texts = [.. nodes.All<AnyNode>()
            .Select(node => node["name"])
            .Where(name => name.Kind == ValueKind.String)
            .Select(name => name.AsString()), "no", ""];
        for (var round = 0; round < 40; round++)
        {
            foreach (var text in texts)
                Assert.Equal(store.FindNodes("name", text).Where(nodes.Contains).DefaultIfEmpty(-1).First(), lookup.Find(text));
        }
    });

    [Fact]
    public void SourcesAreFoundAmongManyRowsWithoutEdges()
    {
        var builder = new GraphBuilder();
        for (var i = 0; i < 5000; i++)
            builder.AddNode(["N"], []);
        for (var i = 0; i < 5000; i += 1 + (i / 40))
        {
            for (var j = 0; j < i % 90; j++)
                builder.AddEdge("KNOWS", i, j, []);
        }

        var store = builder.Build();
        var all = new LabelNodes(store, null);
        var edges = new TypeEdges(store, "KNOWS", outgoing: true, all, all);
        var table = store.EdgeTables[0];
        Assert.All(Enumerable.Range(0, table.Count), edge => Assert.Equal(table.GetSource(edge), edges.GetSource(edge)));
    }

    [Fact]
    public void NothingIsReadAfterAStoreWasClosed()
    {
        var path = Path.Combine(folder, "closed.graph");
        GraphFile.Write(
            StoreGen.Build(builder => builder.AddNode(["A"], [new("name", Value.FromString("x")), new("scalar", Value.FromInteger(7))])),
            path);
        var store = GraphFile.Open(path);
        var number = ElementProperty.OfNodes(store, "A", "scalar");
        Assert.Equal(("x", 7), (store.GetNodeProperty(0, "name").AsString(), number.GetInteger(0)));

        store.Close();

        Assert.Throws<ObjectDisposedException>(() => number.GetInteger(0));

        Assert.Throws<ObjectDisposedException>(() => store.GetNodeProperty(0, "name"));
        Assert.Throws<ObjectDisposedException>(() => store.Bind(_ => "anything"));
    }

    /// <summary>As it was built, and as it is mapped from a file.</summary>
    private void ForEachStore(Action<GraphStore> check) => StoreGen.Graphs.Sample(
        fill =>
        {
            var path = Path.Combine(folder, "test.graph");
            var store = StoreGen.Build(fill);
            check(store);
            GraphFile.Write(store, path);
            var mapped = GraphFile.Open(path);
            check(mapped);
            mapped.Close();
        },
        iter: 25,
        threads: 1);

    private static void AssertReads(Value expected, ElementProperty property, int element)
    {
        Assert.Equal(expected, property.Get(element));
        switch (expected.Kind)
        {
            case ValueKind.Integer:
                Assert.Equal(
                (expected.AsInteger(), expected.AsNumber()), (property.GetInteger(element), property.GetFloat(element))); break;
            case ValueKind.Float: Assert.Equal(expected.AsFloat(), property.GetFloat(element)); break;
            case ValueKind.Boolean: Assert.Equal(expected.AsBoolean(), property.GetBoolean(element)); break;
            case ValueKind.String: Assert.Equal(expected.AsString(), property.GetString(element)); break;
            case ValueKind.Date: Assert.Equal(expected.AsDate().Text, property.GetDate(element)?.Text); break;
            case ValueKind.Null:
                Assert.Null(property.GetInteger(element));
                Assert.Null(property.GetString(element));
                Assert.Throws<MissingPropertyException>(() => property.RequireString(element));
                break;
        }
    }
}
