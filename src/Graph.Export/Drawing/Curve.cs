namespace Graph.Export;

/// <summary>The way of a relation: Bézier curves of the third degree, each from the end of the one before.</summary>
/// <param name="Points">A start, then two controls and an end for each curve.</param>
internal sealed record Curve(ImmutableArray<Point> Points)
{
    private const int Halvings = 24;

    /// <summary>How far the middle of an arc lies beside the straight way.</summary>
    public double Bend { get; private init; }

    public Point End => Points[^1];

    private int Count => (Points.Length - 1) / 3;

    /// <summary>An arc whose middle lies so far beside the straight way, to the left of its direction.</summary>
    public static Curve Arc(Point start, Point end, double bend)
    {
        var control = (start + end) * 0.5 + (end - start).Unit.Normal * (2 * bend);
        return new Curve([start, start + (control - start) * (2.0 / 3), end + (control - end) * (2.0 / 3), end]) { Bend = bend };
    }

    /// <summary>Through all points, without corners.</summary>
    public static Curve Through(IReadOnlyList<Point> points)
    {
        var result = ImmutableArray.CreateBuilder<Point>();
        result.Add(points[0]);
        for (var i = 0; i + 1 < points.Count; i++)
        {
            var reach = (points[i + 1].X - points[i].X) * 0.45;
            result.Add(points[i] + new Point(reach, 0));
            result.Add(points[i + 1] - new Point(reach, 0));
            result.Add(points[i + 1]);
        }

        return new Curve(result.ToImmutable());
    }

    /// <summary>The place at a part of the way, from 0 to 1.</summary>
    public Point At(double part)
    {
        var curve = Math.Min((int)(part * Count), Count - 1);
        var t = part * Count - curve;
        var s = 1 - t;
        var first = curve * 3;
        return Points[first] * (s * s * s)
            + Points[first + 1] * (3 * s * s * t)
            + Points[first + 2] * (3 * s * t * t)
            + Points[first + 3] * (t * t * t);
    }

    /// <summary>The direction at a part of the way.</summary>
    public Point DirectionAt(double part) => (At(Math.Min(1, part + 0.01)) - At(Math.Max(0, part - 0.01))).Unit;

    /// <summary>A single curve without what lies inside the boxes at its ends.</summary>
    public Curve Clip(Box source, Box target)
    {
        var start = FindBorder(source, 0, 0.5);
        var end = FindBorder(target, 1, 0.5);
        return start < end ? Cut(start, end) : this;
    }

    private double FindBorder(Box box, double inside, double outside)
    {
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (inside + outside) / 2;
            var offset = At(middle) - box.Center;
            if (Math.Abs(offset.X) < box.Size.Width / 2 && Math.Abs(offset.Y) < box.Size.Height / 2)
                inside = middle;
            else
                outside = middle;
        }

        return outside;
    }

    private Curve Cut(double start, double end)
    {
        var front = Split(Points, end).Front;
        return this with { Points = [.. Split(front, start / end).Back] };
    }

    private static (Point[] Front, Point[] Back) Split(IReadOnlyList<Point> points, double t)
    {
        var (ab, bc, cd) = (Mix(points[0], points[1], t), Mix(points[1], points[2], t), Mix(points[2], points[3], t));
        var (abc, bcd) = (Mix(ab, bc, t), Mix(bc, cd, t));
        var middle = Mix(abc, bcd, t);
        return ([points[0], ab, abc, middle], [middle, bcd, cd, points[3]]);
    }

    private static Point Mix(Point left, Point right, double t) => left * (1 - t) + right * t;
}
