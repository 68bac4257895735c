namespace Graph.Query.Algorithms;

/// <summary>Parts of the graph that hang together; numbered from 0 in the order of their smallest node.</summary>
internal static class Components
{
    /// <summary>Nodes that are connected when edges are crossed either way, by union of disjoint sets.</summary>
    public static int[] ComputeWeak(GraphProjection graph, QueryBudget budget)
    {
        var parents = Enumerable.Range(0, graph.NodeCount).ToArray();
        for (var node = 0; node < parents.Length; node++)
        {
            if (node % QueryBudget.CheckInterval == 0)
                budget.Check();
            foreach (var target in graph.GetTargets(node))
                Union(parents, node, target);
        }

        return Number(Enumerable.Range(0, parents.Length).Select(node => Find(parents, node)));
    }

    /// <summary>Nodes that reach each other along arcs (Tarjan 1972, with a stack of its own instead of recursion).</summary>
    public static int[] ComputeStrong(GraphProjection graph, QueryBudget budget)
    {
        var search = new TarjanSearch(graph, budget);
        for (var node = 0; node < graph.NodeCount; node++)
            search.Visit(node);

        return Number(search.Components);
    }

    /// <summary>Numbers groups from 0 in the order in which they first occur.</summary>
    public static int[] Number(IEnumerable<int> groups)
    {
        var numbers = new Dictionary<int, int>();
        var numbered = new List<int>();
        foreach (var group in groups)
        {
            if (!numbers.TryGetValue(group, out var number))
                numbers.Add(group, number = numbers.Count);
            numbered.Add(number);
        }

        return [.. numbered];
    }

    private static int Find(int[] parents, int node)
    {
        while (parents[node] != node)
            node = parents[node] = parents[parents[node]];
        return node;
    }

    // The smaller root wins, so that depth stays low by path halving and the result does not depend on the order of edges.
    private static void Union(int[] parents, int left, int right)
    {
        var (a, b) = (Find(parents, left), Find(parents, right));
        parents[Math.Max(a, b)] = Math.Min(a, b);
    }
}

internal sealed class TarjanSearch(GraphProjection graph, QueryBudget budget)
{
    private readonly int[] indexes = new int[graph.NodeCount];
    private readonly int[] lowLinks = new int[graph.NodeCount];
    private readonly bool[] isOpen = new bool[graph.NodeCount];
    private readonly Stack<int> open = new();
    private readonly Stack<(int Node, int Arc)> calls = new();
    private int visited;

    /// <summary>Of each node some node of its component.</summary>
    public int[] Components { get; } = new int[graph.NodeCount];

    public void Visit(int root)
    {
        if (indexes[root] == 0)
            Enter(root);

        while (calls.TryPop(out var call))
        {
            var targets = graph.GetTargets(call.Node);
            if (call.Arc == targets.Length)
            {
                Leave(call.Node);
                continue;
            }

            calls.Push((call.Node, call.Arc + 1));
            var target = targets[call.Arc];
            if (indexes[target] == 0)
                Enter(target);
            else if (isOpen[target])
                lowLinks[call.Node] = Math.Min(lowLinks[call.Node], indexes[target]);
        }
    }

    private void Enter(int node)
    {
        if (visited % QueryBudget.CheckInterval == 0)
            budget.Check();
        indexes[node] = lowLinks[node] = ++visited;
        isOpen[node] = true;
        open.Push(node);
        calls.Push((node, 0));
    }

    private void Leave(int node)
    {
        if (lowLinks[node] == indexes[node])
        {
            int member;
            do
            {
                member = open.Pop();
                isOpen[member] = false;
                Components[member] = node;
            }
            while (member != node);
        }

        if (calls.TryPeek(out var caller))
            lowLinks[caller.Node] = Math.Min(lowLinks[caller.Node], lowLinks[node]);
    }
}
