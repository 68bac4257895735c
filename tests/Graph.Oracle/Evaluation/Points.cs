namespace Graph.Oracle.Evaluation;

/// <summary>Points: made of maps, and how far they are apart.</summary>
internal static class Points
{
    private const double EarthRadius = 6_378_140;

    public static Value? Call(string name, Value[] a) => name switch
    {
        "point" => Create(a[0]),
        "distance" or "point.distance" => Distance(Expect(a[0]), Expect(a[1])),
        "point.withinBBox" => IsWithin(Expect(a[0]), Expect(a[1]), Expect(a[2])),
        _ => null,
    };

    public static Value Component(PointValue point, string key) => (key, point.Srid) switch
    {
        ("x", _) or ("longitude", 4326 or 4979) => Value.FromFloat(point.X),
        ("y", _) or ("latitude", 4326 or 4979) => Value.FromFloat(point.Y),
        ("z", 4979 or 9157) or ("height", 4979) => Value.FromFloat(point.Z),
        ("srid", _) => Value.FromInteger(point.Srid),
        ("crs", var srid) =>
            Value.FromString(srid == 4326 ? "wgs-84" : srid == 4979 ? "wgs-84-3d" : srid == 7203 ? "cartesian" : "cartesian-3d"),
        _ => Value.Null,
    };

    // The generated maps have no other keys.
    private static Value Create(Value argument)
    {
        var map = argument.Kind == ValueKind.Map ? argument.AsMap() : throw new ExpectedErrorException("no map");
        var isOnGlobe = map.TryGet("latitude", out var y) & map.TryGet("longitude", out var x);
        if (!isOnGlobe && !(map.TryGet("x", out x) && map.TryGet("y", out y)))
            throw new ExpectedErrorException("no coordinates");
        if (x.IsNull || y.IsNull)
            return Value.Null;
        var (first, second) = (Numbers.Expect(x).AsNumber(), Numbers.Expect(y).AsNumber());
        if (isOnGlobe && (!(Math.Abs(second) <= 90) || !double.IsFinite(first)))
            throw new ExpectedErrorException("beyond the globe");
        while (isOnGlobe && Math.Abs(first) > 180 && Math.Abs(first) < 100_000)
            first -= 360 * Math.Sign(first);
        return Math.Abs(first) > 100_000 && isOnGlobe
            ? throw new TooLargeException()
            : Value.FromPoint(new PointValue(isOnGlobe ? 4326 : 7203, first, second, 0));
    }

    private static Value Distance(PointValue left, PointValue right)
    {
        if (left.Srid != right.Srid)
            return Value.Null;
        if (left.Srid is 7203)
            return Value.FromFloat(Math.Sqrt(Math.Pow(left.X - right.X, 2) + Math.Pow(left.Y - right.Y, 2)));

        // Step by step as the engine goes: a last digit that differs would stand at the front of what % leaves.
        var (north, east) = (double.DegreesToRadians(right.Y - left.Y), double.DegreesToRadians(right.X - left.X));
        var (up, aside) = (Math.Sin(north / 2), Math.Sin(east / 2));
        var haversine = (up * up)
            + (aside * aside * Math.Cos(double.DegreesToRadians(left.Y)) * Math.Cos(double.DegreesToRadians(right.Y)));
        return Value.FromFloat(EarthRadius * (2 * Math.Atan2(Math.Sqrt(haversine), Math.Sqrt(1 - haversine))));
    }

    private static Value IsWithin(PointValue point, PointValue low, PointValue high)
    {
        if (point.Srid != low.Srid || point.Srid != high.Srid)
            return Value.Null;
        var isInside = point.Srid == 4326 && low.X > high.X
            ? !(high.X < point.X && point.X < low.X)
            : low.X <= point.X && point.X <= high.X;
        return Value.FromBoolean(isInside && low.Y <= point.Y && point.Y <= high.Y);
    }

    private static PointValue Expect(Value value) =>
        value.Kind == ValueKind.Point ? value.AsPoint() : throw new ExpectedErrorException($"{value} is no point");
}
