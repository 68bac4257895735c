namespace Graph.Export;

/// <summary>A place in a picture, in pixels to the right and down.</summary>
internal readonly record struct Point(double X, double Y)
{
    public double Length => Math.Sqrt(X * X + Y * Y);

    /// <summary>A quarter turn.</summary>
    public Point Normal => new(-Y, X);

    /// <summary>The same direction, one pixel long; the x axis for no direction.</summary>
    public Point Unit => Length is > 1e-9 and var length ? new Point(X / length, Y / length) : new Point(1, 0);

    public static Point operator +(Point left, Point right) => new(left.X + right.X, left.Y + right.Y);

    public static Point operator -(Point left, Point right) => new(left.X - right.X, left.Y - right.Y);

    public static Point operator *(Point point, double factor) => new(point.X * factor, point.Y * factor);
}

internal readonly record struct Extent(double Width, double Height);

/// <summary>A rectangle around a centre, turned by an angle in radians.</summary>
internal readonly record struct Box(Point Center, Extent Size, double Angle = 0)
{
    /// <summary>Neither of the four sides separates the two.</summary>
    public bool Overlaps(Box other)
    {
        var distance = other.Center - Center;
        if (distance.Length > (Size.Width + Size.Height + other.Size.Width + other.Size.Height) / 2)
            return false;

        foreach (var angle in stackalloc[] { Angle, Angle + Math.PI / 2, other.Angle, other.Angle + Math.PI / 2 })
        {
            var axis = new Point(Math.Cos(angle), Math.Sin(angle));
            if (Math.Abs(distance.X * axis.X + distance.Y * axis.Y) >= ReachAlong(axis) + other.ReachAlong(axis))
                return false;
        }

        return true;
    }

    private double ReachAlong(Point axis)
    {
        var (sine, cosine) = Math.SinCos(Angle);
        return (Math.Abs(axis.X * cosine + axis.Y * sine) * Size.Width + Math.Abs(axis.Y * cosine - axis.X * sine) * Size.Height) / 2;
    }
}
