namespace Graph.Query.Execution;

/// <summary>
/// The shortest walk of a repeated edge between two different nodes: breadth first from both ends, always a whole length from the end with
/// fewer nodes. Among the shortest walks the one whose edge ids come first. A shortest walk repeats nothing, so every path mode allows it.
/// One search serves all rows of a query, as its sets are as large as the graph.
/// </summary>
internal sealed class BidirectionalSearch(ExecutionState state, EdgeStep step)
{
    private readonly EdgeStep backward = step.Reverse();
    private readonly NodeBits metAhead = new(state);
    private readonly NodeBits metBehind = new(state);
    private readonly NodeBits level = new(state);
    private StepMeter meter = new(state);

    /// <summary>The edges of the walk, or null where there is none that is short enough.</summary>
    public int[]? Find(int start, int end, long maximum) =>
        FindDistances(start, end, maximum) is var (length, distances) ? Walk(start, length, distances) : null;

    /// <summary>The edges of every shortest walk that is short enough, in the order of edge ids.</summary>
    public IEnumerable<int[]> FindAll(int start, int end, long maximum) =>
        FindDistances(start, end, maximum) is var (length, distances) ? WalkAll(start, length, distances) : [];

    /// <summary>
    /// The length of a shortest walk, and of every node on one the distance to the end; null where there is none that is short enough.
    /// </summary>
    private (int Length, Dictionary<int, int> Distances)? FindDistances(int start, int end, long maximum)
    {
        var ahead = new Frontier(state, metAhead, start);
        var behind = new Frontier(state, metBehind, end);
        var length = Meet(ahead, behind, maximum);
        (int, Dictionary<int, int>)? found = length < 0 ? null : (length, FindDistances(ahead, behind, length));
        ahead.Clear();
        behind.Clear();
        return found;
    }

    public void Release()
    {
        metAhead.Release();
        metBehind.Release();
        level.Release();
    }

    /// <summary>The length of a shortest walk, or -1.</summary>
    private int Meet(Frontier ahead, Frontier behind, long maximum)
    {
        while (ahead.Depth + behind.Depth < maximum)
        {
            var (smaller, other, along) = ahead.Last.Count <= behind.Last.Count ? (ahead, behind, step) : (behind, ahead, backward);
            var next = Follow(smaller.Last, along, smaller.Met, isIn: false);
            smaller.AddLevel(next);
            if (next.Count == 0)
                return -1;
            if (next.Exists(other.Met.Contains))
                return ahead.Depth + behind.Depth;
        }

        return -1;
    }

    /// <summary>Every node on a shortest walk with its distance to the end.</summary>
    private Dictionary<int, int> FindDistances(Frontier ahead, Frontier behind, int length)
    {
        var distances = new Dictionary<int, int>();
        var middle = ahead.Last.FindAll(behind.Met.Contains);
        foreach (var node in middle)
            distances.Add(node, behind.Depth);

        AddDistances(distances, middle, behind, step, depth => depth);
        AddDistances(distances, middle, ahead, backward, depth => length - depth);
        return distances;
    }

    /// <summary>From the nodes where both sides met back to where one side began, through its levels.</summary>
    private void AddDistances(
        Dictionary<int, int> distances, List<int> middle, Frontier frontier, EdgeStep along, Func<int, int> getDistance)
    {
        var nodes = middle;
        for (var depth = frontier.Depth - 1; depth >= 0; depth--)
        {
            level.AddAll(frontier.Levels[depth]);
            nodes = Follow(nodes, along, level, isIn: true);
            level.RemoveAll(frontier.Levels[depth]);
            foreach (var node in nodes)
                distances.Add(node, getDistance(depth));
        }
    }

    /// <summary>From the start along the least edge that leads nearer to the end.</summary>
    private int[] Walk(int start, int length, Dictionary<int, int> distances)
    {
        var edges = new int[length];
        var node = start;
        for (var i = 0; i < length; i++)
            (edges[i], node) = FindLeast(node, length - 1 - i, distances);
        return edges;
    }

    /// <summary>From the start along every edge that leads nearer to the end, the least one first.</summary>
    private IEnumerable<int[]> WalkAll(int start, int length, Dictionary<int, int> distances)
    {
        var edges = new int[length];
        var nearer = new Stack<(List<(int Edge, int Node)> Steps, int Next)>();
        nearer.Push((ListNearer(start, length - 1, distances), 0));
        while (nearer.TryPop(out var top))
        {
            if (top.Next == top.Steps.Count)
                continue;

            state.Check();
            nearer.Push(top with { Next = top.Next + 1 });
            edges[nearer.Count - 1] = top.Steps[top.Next].Edge;
            if (nearer.Count == length)
                yield return [.. edges];
            else
                nearer.Push((ListNearer(top.Steps[top.Next].Node, length - nearer.Count - 1, distances), 0));
        }
    }

    /// <summary>The edges to nodes at a distance from the end, by id.</summary>
    private List<(int Edge, int Node)> ListNearer(int node, int distance, Dictionary<int, int> distances)
    {
        var steps = new List<(int Edge, int Node)>();
        foreach (var run in step.Runs)
        {
            var view = run.View;
            var (start, end) = view.GetRun(node);
            for (var position = start; position < end; position++)
            {
                if (distances.TryGetValue(view.Neighbours[position], out var found) && found == distance)
                    steps.Add((view.GetEdge(position), view.Neighbours[position]));
            }
        }

        steps.Sort();
        return steps;
    }

    private (int Edge, int Node) FindLeast(int node, int distance, Dictionary<int, int> distances)
    {
        var least = (Edge: int.MaxValue, Node: -1);
        foreach (var table in step.Tables)
        {
            if (step.FollowsOutgoing)
                FindLeast(table.Outgoing.View, node, distance, distances, ref least);
            if (step.FollowsIncoming)
                FindLeast(table.Incoming.View, node, distance, distances, ref least);
        }

        return least;
    }

    private static void FindLeast(
        AdjacencyView view, int node, int distance, Dictionary<int, int> distances, ref (int Edge, int Node) least)
    {
        var run = view.GetRun(node);
        for (var position = run.Start; position < run.End; position++)
        {
            var neighbour = view.Neighbours[position];
            if (view.GetEdge(position) < least.Edge && distances.TryGetValue(neighbour, out var found) && found == distance)
                least = (view.GetEdge(position), neighbour);
        }
    }

    /// <summary>
    /// The nodes one step further, once each: those in a set, which are taken out of it, or those not in it, which are added to it.
    /// </summary>
    private List<int> Follow(List<int> nodes, EdgeStep along, NodeBits set, bool isIn)
    {
        var next = new List<int>();
        foreach (var node in nodes)
        {
            foreach (var table in along.Tables)
            {
                if (along.FollowsOutgoing)
                    Follow(table.Outgoing.View.GetNeighbours(node), set, isIn, next);
                if (along.FollowsIncoming)
                    Follow(table.Incoming.View.GetNeighbours(node), set, isIn, next);
            }
        }

        return next;
    }

    private void Follow(ReadOnlySpan<int> neighbours, NodeBits set, bool isIn, List<int> next)
    {
        meter.Count(neighbours.Length + 1);
        if (isIn)
            set.Remove(neighbours, next);
        else
            set.Add(neighbours, next);
    }

    /// <summary>What was found from one end: the nodes of each distance.</summary>
    private sealed class Frontier
    {
        private readonly ExecutionState state;

        /// <param name="met">An empty set.</param>
        public Frontier(ExecutionState state, NodeBits met, int start)
        {
            this.state = state;
            Met = met;
            Met.Add(start);
            Levels = [[start]];
        }

        public List<List<int>> Levels { get; }

        public NodeBits Met { get; }

        public int Depth => Levels.Count - 1;

        public List<int> Last => Levels[^1];

        public void AddLevel(List<int> nodes)
        {
            state.Allocate(nodes.Count * sizeof(int));
            Levels.Add(nodes);
        }

        /// <summary>Leaves the set empty for the next search.</summary>
        public void Clear()
        {
            state.Release(Levels.Skip(1).Sum(nodes => nodes.Count * sizeof(int)));
            foreach (var nodes in Levels)
                Met.RemoveAll(nodes);
        }
    }
}
