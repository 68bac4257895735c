using CsCheck;
using Graph.Core;
using Graph.Core.Tests.Store;

namespace Graph.Core.Tests.Typed;

/// <summary>The operators over nodes and relations answer as LINQ's do over a list of the same elements.</summary>
public sealed class ElementSequenceTests
{
    [Fact]
    public void EachOperatorAnswersAsOverAList() => ForEachNode((ends, list) =>
    {
        foreach (var divisor in new[] { 1, 2, 3, 1000 })
        {
            bool IsChosen(AnyNode node) => node.NodeId % divisor == 0;
            Assert.Equal(list.Where(IsChosen), ends.Where(IsChosen));
            Assert.Equal(list.Where(IsChosen).Select(node => node.NodeId), ends.Where(IsChosen).Select(node => node.NodeId).ToArray());
            Assert.Equal(list.Count(IsChosen), ends.Count(IsChosen));
            Assert.Equal(list.Any(IsChosen), ends.Any(IsChosen));
            Assert.Equal(list.All(IsChosen), ends.All(IsChosen));
            Assert.Equal(
                list.Sum(node => IsChosen(node) ? node.NodeId : null as long?),
                ends.Sum(node => IsChosen(node) ? node.NodeId : null as long?));
        }

        Assert.Equal(list, ends.ToList());
        Assert.Equal(list.Count, ends.Count());
        Assert.Equal(list.Count > 0, ends.Any());
        Assert.Equal(list.Sum(node => node.NodeId), ends.Sum(node => node.NodeId));
        Assert.Equal(list.Sum(node => node.NodeId / 2.0), ends.Sum(node => node.NodeId / 2.0));
    });

    [Fact]
    public void AStepFromEachElementIsAnsweredAsOverAList() => ForEachNode((ends, list, step) =>
    {
        Assert.Equal(list.SelectMany(node => step(node).AsEnumerable()), ends.SelectMany(node => step(node)));
        Assert.Equal(
            from node in list from next in step(node).AsEnumerable() select (node.NodeId, next.NodeId),
            from node in ends from next in step(node) select (node.NodeId, next.NodeId));
    });

    [Fact]
    public void ConditionsAreAddedToTheSameVariable() => ForEachNode((ends, list, step) =>
    {
        bool IsEven(AnyNode node) => node.NodeId % 2 == 0;
        bool IsThird(AnyNode node) => node.NodeId % 3 == 0;
        foreach (var isAsked in new[] { false, true })
        {
            var chosen = isAsked ? ends.Where(IsEven) : ends;
            if (isAsked)
                chosen = chosen.Where(IsThird);
            Assert.Equal(isAsked ? list.Where(IsEven).Where(IsThird) : list, chosen);

            var flat = isAsked ? ends.SelectMany(node => step(node)).Where(IsEven) : ends.SelectMany(node => step(node));
            var projected = isAsked ? ends.Select(node => node) : ends.Select(node => node).Where(IsEven);
            var edges = isAsked ? ends.Edges : ends.Edges.Where(edge => edge.EdgeId % 2 == 0);
            IEnumerable<AnyNode> any = ends;
            if (isAsked)
                any = any.Where(IsThird);
            Assert.Equal(list.SelectMany(node => step(node).AsEnumerable()).Where(node => !isAsked || IsEven(node)), flat.Where(_ => true));
            Assert.Equal(list.Where(node => isAsked || IsEven(node)), projected);
            Assert.Equal(Enumerable.ToList(ends.Edges).Where(edge => isAsked || edge.EdgeId % 2 == 0), edges);
            Assert.Equal(list.Where(node => !isAsked || IsThird(node)), any);
        }
    });

    [Fact]
    public void QueriesOfLinqAreAnsweredAsOverAList() => ForEachNode((ends, list, step) =>
    {
        Assert.Equal(list, ends.AsQueryable());
        Assert.Equal(
            list.Where(node => node.NodeId > 1).Select(node => node.NodeId),
            ends.Where(_ => true).AsQueryable().Where(node => node.NodeId > 1).Select(node => node.NodeId));
        Assert.Equal(
            list.Count,
            ends.SelectMany(node => step(node))
                .AsQueryable()
                .Select(_ => 1)
                .Concat(list.Select(_ => 1))
                .Count() - list.Sum(node => step(node).Count()));
    });

    [Fact]
    public void OtherOperatorsOfLinqGoOn() => ForEachNode((ends, list) =>
    {
        Assert.Equal(list.Distinct(), ends.Distinct());
        Assert.Equal(list.OrderDescending(ById), ends.Where(_ => true).OrderDescending(ById));
        Assert.Equal(list.Skip(1), ends.Select(node => node).Skip(1));
        Assert.Equal(list, Enumerable.ToList(ends));
    });

    [Fact]
    public void ASumBeyondItsNumbersIsAnError() => ForEachNode((ends, list) =>
    {
        if (list.Count > 1)
            Assert.Throws<OverflowException>(() => ends.Sum(_ => int.MaxValue));
    });

    private static Comparer<AnyNode> ById => Comparer<AnyNode>.Create((left, right) => left.NodeId.CompareTo(right.NodeId));

    private static void ForEachNode(Action<Traversal<Known, AnyNode>, List<AnyNode>> test) =>
        ForEachNode((ends, list, _) => test(ends, list));

    /// <summary>The ends of each node's edges of each type in random graphs, as they are walked and as a list.</summary>
    private static void ForEachNode(Action<Traversal<Known, AnyNode>, List<AnyNode>, Func<AnyNode, Traversal<Known, AnyNode>>> test) =>
        StoreGen.Graphs.Sample(
            fill =>
            {
                var store = StoreGen.Build(fill);
                foreach (var table in store.EdgeTables)
                {
                    var edges = new TypeEdges(store, table.Type, outgoing: true, new LabelNodes(store, null), new LabelNodes(store, "A"));
                    for (var node = 0; node < store.NodeCount; node++)
                    {
                        var ends = edges.From<Known, AnyNode>(node);
                        var list = new List<AnyNode>();
                        foreach (var end in ends)
                            list.Add(end);
                        test(ends, list, next => edges.From<Known, AnyNode>(next.NodeId));
                    }
                }
            },
            iter: 30);
}
