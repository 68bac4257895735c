namespace Graph.Export;

/// <summary>Finds the way of each relation: straight where it can be, beside its parallels, around nodes that stand in between.</summary>
internal sealed class EdgeRouting(ImmutableArray<PictureNode> nodes, IReadOnlyDictionary<(int Source, int Target), Point[]> bends)
{
    private const double ParallelDistance = 24;
    private const double LoopSize = 34;
    private const int Samples = 24;

    /// <summary>
    /// More nodes than this are not gone around: nobody follows single lines there, and each is looked at for each relation.
    /// </summary>
    private const int MostAvoided = 400;

    private static readonly double[] Detours = [0, 36, -36, 72, -72, 120, -120];

    public Curve[] Route(IReadOnlyList<(int Source, int Target)> ends)
    {
        var curves = new Curve[ends.Count];
        var pairs = Enumerable.Range(0, ends.Count)
            .GroupBy(i => (Math.Min(ends[i].Source, ends[i].Target), Math.Max(ends[i].Source, ends[i].Target)));
        foreach (var pair in pairs)
        {
            var parallels = pair.ToList();
            for (var i = 0; i < parallels.Count; i++)
                curves[parallels[i]] = Route(ends[parallels[i]], pair.Key.Item1, i, parallels.Count);
        }

        return curves;
    }

    private Curve Route((int Source, int Target) end, int first, int number, int count)
    {
        if (end.Source == end.Target)
            return Loop(nodes[end.Source].Box, number);

        var side = (number - (count - 1) / 2.0) * ParallelDistance * (end.Source == first ? 1 : -1);
        if (bends.TryGetValue(end, out var way))
            return FollowBends(end, way, side);

        var (source, target) = (nodes[end.Source].Box, nodes[end.Target].Box);
        var candidates = (nodes.Length <= MostAvoided ? Detours : [0.0])
            .Select(detour => Curve.Arc(source.Center, target.Center, side + detour))
            .ToList();
        var chosen = candidates.Find(curve => !Crosses(curve, end)) ?? candidates[0];
        return chosen.Clip(source, target);
    }

    private Curve FollowBends((int Source, int Target) end, Point[] way, double side)
    {
        var (source, target) = (nodes[end.Source].Box, nodes[end.Target].Box);
        var direction = Math.Sign(way[0].X - source.Center.X);
        var start = source.Center + new Point(direction * source.Size.Width / 2, 0);
        var finish = target.Center - new Point(direction * target.Size.Width / 2, 0);
        return Curve.Through([start, .. way.Select(point => point + new Point(0, side)), finish]);
    }

    private bool Crosses(Curve curve, (int Source, int Target) end)
    {
        for (var i = 1; i < Samples; i++)
        {
            var point = curve.At((double)i / Samples);
            for (var node = 0; node < nodes.Length; node++)
            {
                var (center, size, _) = nodes[node].Box;
                if (node != end.Source
                    && node != end.Target
                    && Math.Abs(point.X - center.X) < size.Width / 2 + 3
                    && Math.Abs(point.Y - center.Y) < size.Height / 2 + 3)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Out of the upper side and back into it, each larger than the one before.</summary>
    private static Curve Loop(Box box, int number)
    {
        var top = box.Center.Y - box.Size.Height / 2;
        var (half, height) = (10.0 + number * 8, LoopSize + number * 24.0);
        var reach = half + 16;
        var (left, right) = (new Point(box.Center.X - half, top), new Point(box.Center.X + half, top));
        return new Curve([
            left, new Point(box.Center.X - reach, top - height * 1.33), new Point(box.Center.X + reach, top - height * 1.33), right
        ]);
    }
}
