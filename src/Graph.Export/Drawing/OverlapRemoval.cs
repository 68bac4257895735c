namespace Graph.Export;

/// <summary>Moves nodes apart that stand on each other, as little as may be.</summary>
internal static class OverlapRemoval
{
    private const double Gap = 16;
    private const double Growth = 1.12;
    private const int MostGrowths = 12;
    private const int MostRounds = 400;

    public static void Run(Point[] points, IReadOnlyList<Extent> extents)
    {
        Extent[] sizes = [.. extents];
        for (var growth = 0; growth < MostGrowths && PushApart(points, sizes, move: false) > points.Length / 3; growth++)
        {
            for (var i = 0; i < points.Length; i++)
                points[i] *= Growth;
        }

        for (var round = 0; round < MostRounds && PushApart(points, sizes, move: true) > 0; round++)
        {
        }
    }

    /// <summary>The pairs that overlap, found by a sweep from left to right.</summary>
    private static int PushApart(Point[] points, Extent[] sizes, bool move)
    {
        var (order, sides) = (new int[points.Length], new double[points.Length]);
        for (var i = 0; i < order.Length; i++)
            (order[i], sides[i]) = (i, points[i].X - sizes[i].Width / 2);
        Array.Sort(sides, order);
        var count = 0;
        for (var i = 0; i < order.Length; i++)
        {
            for (var j = i + 1; j < order.Length; j++)
            {
                var (left, right) = (order[i], order[j]);
                if (sides[j] > sides[i] + sizes[left].Width + Gap)
                    break;
                if (PushApart(points, sizes, left, right, move))
                    count++;
            }
        }

        return count;
    }

    private static bool PushApart(Point[] points, Extent[] sizes, int left, int right, bool move)
    {
        var difference = points[right] - points[left];
        var across = (sizes[left].Width + sizes[right].Width) / 2 + Gap - Math.Abs(difference.X);
        var down = (sizes[left].Height + sizes[right].Height) / 2 + Gap - Math.Abs(difference.Y);
        if (across <= 0.01 || down <= 0.01)
            return false;
        if (!move)
            return true;

        var step = down <= across
            ? new Point(0, (difference.Y >= 0 ? 1 : -1) * (down / 2 + 0.1))
            : new Point((difference.X >= 0 ? 1 : -1) * (across / 2 + 0.1), 0);
        points[left] -= step;
        points[right] += step;
        return true;
    }
}
