using Graph.Cli.Repl;

namespace Graph.Cli.Tests.Repl;

public sealed class NameIndexTests
{
    private static readonly string[] Syllables = ["a", "ba", "bé", "co", "da", "É", "fa", "Ga"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void NamesComeByMentionsWhateverLabelsHoldThem(int seed)
    {
        var store = CreateStore(new Random(seed), entities: 300, mentions: 600);
        var index = NameIndex.Create(store, CancellationToken.None);
        foreach (var begun in (string[])["", "b", "BE", "bea", "gaé", "x"])
        {
            foreach (var label in (string?[])[null, "Person", "Place", "Ship"])
            {
                var labels = label is null ? null : new Graph.Query.Binding.LabelName(label);
                Assert.Equal(FindSlowly(store, begun, label).Take(20), index.FindNames(begun, 20, labels));
            }
        }
    }

    /// <summary>However many names there are: what is looked at is counted, not timed.</summary>
    [Theory]
    [InlineData(1_000)]
    [InlineData(30_000)]
    public void ASearchLooksAtFewNames(int entities)
    {
        var index = NameIndex.Create(CreateStore(new Random(4), entities, mentions: entities), CancellationToken.None);
        foreach (var begun in (string[])["", "b", "ba"])
        {
            index.FindNames(begun, 100, null, out var lookedAt);
            Assert.InRange(lookedAt, 1, 1600);
        }
    }

    private static IEnumerable<string> FindSlowly(GraphStore store, string begun, string? label)
    {
        var prefix = NameFolding.Fold(begun);
        return Enumerable.Range(0, store.NodeCount)
            .Where(node => label is null || (store.FindLabel(label) is >= 0 and var id && store.HasLabel(node, id)))
            .Where(node => Names(node).Any(name => NameFolding.Fold(name).StartsWith(prefix, StringComparison.Ordinal)))
            .OrderByDescending(node => store.FindEdgeTable(StoreNames.MentionType)!.Incoming.View.GetRun(node).Count)
            .ThenBy(node => node)
            .Select(node => store.GetNodeProperty(node, StoreNames.Name).AsString())
            .Distinct(StringComparer.Ordinal);

        IEnumerable<string> Names(int node)
        {
            if (store.GetNodeProperty(node, StoreNames.Name) is { Kind: ValueKind.String } name)
                yield return name.AsString();
            if (store.GetNodeProperty(node, StoreNames.Aliases) is { Kind: ValueKind.List } aliases)
            {
                foreach (var alias in aliases.AsList())
                    yield return alias.AsString();
            }
        }
    }

    private static GraphStore CreateStore(Random random, int entities, int mentions)
    {
        var builder = new GraphBuilder();
        var article = builder.AddNode(["Article"], [new("key", Value.FromString("article"))]);
        string[][] labels = [["Person"], ["Place"], ["Actor", "Person"]];
        var nodes = Enumerable.Range(0, entities).Select(_ => builder.AddNode(
            labels[random.Next(labels.Length)],
            [
                new(StoreNames.Name, Value.FromString(Name(random))),
                new(StoreNames.Aliases, Value.FromList(
                    new ListValue([.. Enumerable.Range(0, random.Next(3)).Select(_ => Value.FromString(Name(random)))]))),
            ])).ToList();
        for (var mention = 0; mention < mentions; mention++)
            builder.AddEdge(StoreNames.MentionType, article, nodes[random.Next(nodes.Count) * random.Next(2)], []);
        return builder.Build();
    }

    private static string Name(Random random) =>
        string.Concat(Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Syllables[random.Next(Syllables.Length)]));
}
