namespace Graph.Cli.Drawing;

/// <summary>A box around a caption, by its outermost cells.</summary>
internal readonly record struct GridBox(int Top, int Left, int Height, int Width)
{
    public int Bottom => Top + Height - 1;

    public int Right => Left + Width - 1;
}

/// <summary>The way of a line: its cells from the source to the target, and where it goes on from each.</summary>
internal sealed record LineWay(IReadOnlyList<(GridCell Cell, CellSides Entered, CellSides Left)> Steps);

/// <summary>
/// Finds ways for lines through free cells with few turns. A line may cross another, straight, and never runs along one.
/// </summary>
internal sealed class LineRouting(CharacterGrid grid)
{
    private const int Turn = 3;
    private const int Crossing = 4;
    private const int OtherSide = 2;
    private static readonly CellSides[] Directions = [CellSides.Right, CellSides.Down, CellSides.Up, CellSides.Left];

    /// <summary>Null where everything is in the way.</summary>
    public LineWay? Find(GridBox source, GridBox target)
    {
        var isLoop = source == target;
        var ends = ListPorts(target, isLoop ? CellSides.Up : null).ToDictionary(
            port => (port.Cell, Opposite(port.Outward)), port => port.Cost + (port.Outward == CellSides.Left ? 0 : OtherSide));
        var costs = new Dictionary<(GridCell Cell, CellSides Direction), int>();
        var before = new Dictionary<(GridCell, CellSides), (GridCell, CellSides)?>();
        var queue = new PriorityQueue<(GridCell Cell, CellSides Direction, bool IsEnd), (int Cost, int Number)>();
        var number = 0;
        foreach (var (cell, outward, cost) in ListPorts(source, isLoop ? CellSides.Right : null))
        {
            if (IsFree(cell))
                Reach((cell, outward), cost + (outward == CellSides.Right ? 0 : OtherSide), null);
        }

        while (queue.TryDequeue(out var reached, out var rank))
        {
            var state = (reached.Cell, reached.Direction);
            if (reached.IsEnd)
                return Trace(state, before);
            if (rank.Cost > costs[state])
                continue;
            foreach (var direction in Directions)
                Step(state, direction, rank.Cost);
        }

        return null;

        void Reach((GridCell Cell, CellSides Direction) state, int cost, (GridCell, CellSides)? from)
        {
            if (costs.TryGetValue(state, out var known) && known <= cost)
                return;
            costs[state] = cost;
            before[state] = from;
            queue.Enqueue((state.Cell, state.Direction, false), (cost, number++));
            // The last cell holds the arrow, so nothing may cross it.
            if (ends.TryGetValue(state, out var end) && IsFree(state.Cell))
                queue.Enqueue((state.Cell, state.Direction, true), (cost + end, number++));
        }

        void Step((GridCell Cell, CellSides Direction) state, CellSides direction, int cost)
        {
            var isTurn = direction != state.Direction;
            if (direction == Opposite(state.Direction) || (isTurn && !IsFree(state.Cell)))
                return;
            var next = state.Cell.Move(direction);
            if (!grid.Contains(next) || grid.HasText(next) || !(IsFree(next) || IsCrossed(next, direction)))
                return;
            Reach((next, direction), cost + 1 + (isTurn ? Turn : 0) + (IsFree(next) ? 0 : Crossing), state);
        }
    }

    private bool IsFree(GridCell cell) => grid.Contains(cell) && !grid.HasText(cell) && grid.GetLines(cell) == CellSides.None;

    private bool IsCrossed(GridCell cell, CellSides direction) => grid.GetLines(cell) == (direction is CellSides.Left or CellSides.Right
        ? CellSides.Up | CellSides.Down
        : CellSides.Left | CellSides.Right);

    private static CellSides Opposite(CellSides side) => side switch
    {
        CellSides.Up => CellSides.Down,
        CellSides.Down => CellSides.Up,
        CellSides.Left => CellSides.Right,
        _ => CellSides.Left,
    };

    private static LineWay Trace(
        (GridCell Cell, CellSides Direction) end, Dictionary<(GridCell, CellSides), (GridCell Cell, CellSides Direction)?> before)
    {
        var steps = new List<(GridCell, CellSides, CellSides)>();
        var left = end.Direction;
        for ((GridCell Cell, CellSides Direction)? state = end; state is { } current; state = before[current])
        {
            steps.Add((current.Cell, Opposite(current.Direction), left));
            left = current.Direction;
        }

        steps.Reverse();
        return new LineWay(steps);
    }

    /// <summary>The cells beside a box, the middle of each side first; corners have none.</summary>
    private static IEnumerable<(GridCell Cell, CellSides Outward, int Cost)> ListPorts(GridBox box, CellSides? only)
    {
        for (var row = box.Top + 1; row < box.Bottom; row++)
        {
            var cost = Math.Abs(2 * row - box.Top - box.Bottom) / 2;
            if (only is null or CellSides.Right)
                yield return (new GridCell(row, box.Right + 1), CellSides.Right, cost);
            if (only is null or CellSides.Left)
                yield return (new GridCell(row, box.Left - 1), CellSides.Left, cost);
        }

        for (var column = box.Left + 1; column < box.Right; column++)
        {
            var cost = Math.Abs(2 * column - box.Left - box.Right) / 4;
            if (only is null or CellSides.Up)
                yield return (new GridCell(box.Top - 1, column), CellSides.Up, cost);
            if (only is null or CellSides.Down)
                yield return (new GridCell(box.Bottom + 1, column), CellSides.Down, cost);
        }
    }
}
