namespace Graph.Query.Execution;

/// <summary>Every path of a pattern from one node, depth first.</summary>
internal static class PathEnumeration
{
    public static IEnumerable<PathState> Enumerate(PathStepper stepper, int start)
    {
        var stack = new Stack<PathState>();
        stack.Push(PathStepper.Start(start));
        var waiting = new List<PathState>();
        var accepted = new List<PathState>();
        var moved = new List<PathState>();
        while (stack.TryPop(out var at))
        {
            waiting.Clear();
            accepted.Clear();
            stepper.Settle(at, waiting, accepted);
            foreach (var path in accepted)
                yield return path;

            moved.Clear();
            foreach (var state in waiting)
                stepper.Move(state, moved);
            for (var i = moved.Count - 1; i >= 0; i--)
                stack.Push(moved[i]);
        }
    }
}
