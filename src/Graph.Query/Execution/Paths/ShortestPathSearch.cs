namespace Graph.Query.Execution;

/// <summary>
/// The shortest walk of a repeated edge between two different nodes: breadth first from both ends, always a whole length from the end with
/// fewer nodes. Among the shortest walks the one whose edge ids come first. A shortest walk repeats nothing, so every path mode allows it.
/// </summary>
internal sealed class ShortestPathSearch(ExecutionState state, EdgeStep step)
{
    private readonly EdgeStep backward = step with { Direction = Planning.EdgeDirections.Reverse(step.Direction) };
    private int untilCheck = ExecutionState.CheckInterval;

    /// <summary>The edges of the walk, or null where there is none that is short enough.</summary>
    public int[]? Find(int start, int end, long maximum)
    {
        var ahead = new Frontier(start);
        var behind = new Frontier(end);
        while (ahead.Levels.Count + behind.Levels.Count - 2 < maximum)
        {
            var smaller = ahead.Last.Count <= behind.Last.Count ? ahead : behind;
            var other = smaller == ahead ? behind : ahead;
            Grow(smaller, smaller == ahead ? step : backward);
            if (smaller.Last.Count == 0)
                return null;
            if (smaller.Last.Exists(other.Depths.ContainsKey))
                return Walk(start, ahead, behind);
        }

        return null;
    }

    private void Grow(Frontier frontier, EdgeStep along)
    {
        var next = new List<int>();
        var depth = frontier.Levels.Count;
        foreach (var node in frontier.Last)
        {
            foreach (var (_, neighbour) in GetSteps(node, along))
            {
                if (frontier.Depths.TryAdd(neighbour, depth))
                    next.Add(neighbour);
            }
        }

        state.Allocate(next.Count * 24L);
        frontier.Levels.Add(next);
    }

    /// <summary>From the start along the least edge that leads nearer to the end.</summary>
    private int[] Walk(int start, Frontier ahead, Frontier behind)
    {
        var length = ahead.Levels.Count + behind.Levels.Count - 2;
        MarkShortest(ahead, behind, length);
        var edges = new int[length];
        var node = start;
        for (var i = 0; i < length; i++)
        {
            var left = length - 1 - i;
            var (edge, neighbour) = GetSteps(node, step).Where(next => behind.Depths.TryGetValue(next.Node, out var depth) && depth == left).Min();
            edges[i] = edge;
            node = neighbour;
        }

        return edges;
    }

    /// <summary>Gives every node on a shortest walk, also those found from the start, its distance to the end.</summary>
    private void MarkShortest(Frontier ahead, Frontier behind, int length)
    {
        var level = ahead.Last.Where(behind.Depths.ContainsKey).ToList();
        for (var depth = ahead.Levels.Count - 2; depth >= 0; depth--)
        {
            var before = new List<int>();
            foreach (var node in level)
            {
                foreach (var (_, previous) in GetSteps(node, backward))
                {
                    if (ahead.Depths.TryGetValue(previous, out var found) && found == depth && behind.Depths.TryAdd(previous, length - depth))
                        before.Add(previous);
                }
            }

            level = before;
        }
    }

    private List<(int Edge, int Node)> GetSteps(int node, EdgeStep along)
    {
        var steps = new List<(int, int)>();
        foreach (var table in along.Tables)
        {
            if (along.FollowsOutgoing)
                AddSteps(table.Outgoing.View, node, steps);
            if (along.FollowsIncoming)
                AddSteps(table.Incoming.View, node, steps);
        }

        return steps;
    }

    private void AddSteps(AdjacencyView view, int node, List<(int, int)> steps)
    {
        var run = view.GetRun(node);
        untilCheck -= run.Count + 1;
        if (untilCheck <= 0)
        {
            state.Check();
            untilCheck = ExecutionState.CheckInterval;
        }

        for (var position = run.Start; position < run.End; position++)
            steps.Add((view.GetEdge(position), view.Neighbours[position]));
    }

    /// <summary>What was found from one end: the nodes of each distance, and the distance of each node.</summary>
    private sealed class Frontier(int start)
    {
        public List<List<int>> Levels { get; } = [[start]];

        public Dictionary<int, int> Depths { get; } = new() { [start] = 0 };

        public List<int> Last => Levels[^1];
    }
}
