using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>Points on the globe and on a plane: how they are made, what they have, how far they are apart.</summary>
internal static class PointFunctions
{
    /// <summary>The names of the parts of a point.</summary>
    public static readonly ImmutableArray<string> Components = ["x", "y", "z", "longitude", "latitude", "height", "srid", "crs"];

    /// <summary>Of the earth at the equator, in metres, as Neo4j has it.</summary>
    private const double EarthRadius = 6_378_140.0;

    public static readonly ImmutableArray<Function> All =
    [
        new("point", [Signature.Of(StaticType.Point, StaticType.Map)], (_, a) => Create(a[0])),
        new("point.distance", OfTwo, (_, a) => GetDistance(a[0], a[1])),
        new("distance", OfTwo, (_, a) => GetDistance(a[0], a[1])),
        new(
            "point.withinBBox",
            [Signature.Of(StaticType.Boolean, StaticType.Point, StaticType.Point, StaticType.Point)],
            (_, a) => IsWithin(a)),
    ];

    private static ImmutableArray<Signature> OfTwo => [Signature.Of(StaticType.Float, StaticType.Point, StaticType.Point)];

    /// <summary>The type of a part, or null where points have no such part.</summary>
    public static StaticType? FindComponent(string name) => name switch
    {
        "srid" => StaticType.Integer,
        "crs" => StaticType.String,
        _ when Components.Contains(name) => StaticType.Float,
        _ => null,
    };

    /// <summary>Null where this point has no such part.</summary>
    public static Value GetComponent(PointValue point, string name) => name switch
    {
        "x" => Value.FromFloat(point.X),
        "y" => Value.FromFloat(point.Y),
        "z" when point.HasHeight => Value.FromFloat(point.Z),
        "longitude" when point.IsOnGlobe => Value.FromFloat(point.X),
        "latitude" when point.IsOnGlobe => Value.FromFloat(point.Y),
        "height" when point is { IsOnGlobe: true, HasHeight: true } => Value.FromFloat(point.Z),
        "srid" => Value.FromInteger(point.Srid),
        "crs" => Value.FromString(point.SystemName),
        _ => Value.Null,
    };

    private static Value Create(Value argument)
    {
        if (argument.Kind != ValueKind.Map)
            throw RuntimeErrors.WrongOperand("point", "a map", argument);

        var map = argument.AsMap();
        var isOnGlobe = map.TryGet("longitude", out _) || map.TryGet("latitude", out _);
        var (first, second) = isOnGlobe ? ("longitude", "latitude") : ("x", "y");
        if (!map.TryGet(first, out var x) || !map.TryGet(second, out var y))
            throw RuntimeErrors.WrongOperand("point", "a map with x and y, or longitude and latitude", argument);

        var hasHeight = map.TryGet("height", out var z) || map.TryGet("z", out z);
        if (x.IsNull || y.IsNull || (hasHeight && z.IsNull))
            return Value.Null;

        var srid = ReadSystem(map, isOnGlobe, hasHeight);
        return Value.FromPoint(Checked(new PointValue(srid, Coordinate(x), Coordinate(y), hasHeight ? Coordinate(z) : 0)));
    }

    private static int ReadSystem(MapValue map, bool isOnGlobe, bool hasHeight)
    {
        var inferred = (isOnGlobe, hasHeight) switch
        {
            (true, true) => PointValue.GlobeWithHeight,
            (true, false) => PointValue.Globe,
            (false, true) => PointValue.Space,
            _ => PointValue.Plane,
        };
        if (map.TryGet("crs", out var name) && !name.IsNull)
        {
            if (name.Kind != ValueKind.String || !PointValue.TryFindSystem(name.AsString(), out var found))
                throw RuntimeErrors.InvalidSetting(
                    "point", "crs", ValueText.Format(name), "'wgs-84', 'wgs-84-3d', 'cartesian' or 'cartesian-3d'");
            inferred = Fitting(found.Value, isOnGlobe, hasHeight);
        }

        if (!map.TryGet("srid", out var number) || number.IsNull)
            return inferred;
        if (!number.IsInteger
            || number.AsInteger() is not (PointValue.Globe or PointValue.GlobeWithHeight or PointValue.Plane or PointValue.Space))
            throw RuntimeErrors.InvalidSetting("point", "srid", ValueText.Format(number), "4326, 4979, 7203 or 9157");
        return Fitting((int)number.AsInteger(), isOnGlobe, hasHeight);
    }

    // x and y may be those of the globe; longitude and latitude are never those of a plane.
    private static int Fitting(int srid, bool isOnGlobe, bool hasHeight)
    {
        var isGlobe = srid is PointValue.Globe or PointValue.GlobeWithHeight;
        var needsHeight = srid is PointValue.GlobeWithHeight or PointValue.Space;
        return needsHeight == hasHeight && (isGlobe || !isOnGlobe)
            ? srid
            : throw RuntimeErrors.InvalidSetting("point", "The coordinate system", $"{srid}", "one that has the coordinates of the map");
    }

    private static double Coordinate(Value value) =>
        value.IsNumber ? value.AsNumber() : throw RuntimeErrors.WrongOperand("point", "numbers as coordinates", value);

    // A longitude goes round the globe, a latitude ends at the poles.
    private static PointValue Checked(PointValue point)
    {
        if (!point.IsOnGlobe)
            return point;
        if (point.Y is not (>= -90 and <= 90))
            throw RuntimeErrors.OutOfRange("The latitude", "point");
        if (!double.IsFinite(point.X))
            throw RuntimeErrors.OutOfRange("The longitude", "point");
        return point.X is >= -180 and <= 180 ? point : point with { X = point.X - (360 * Math.Floor((point.X + 180) / 360)) };
    }

    private static Value GetDistance(Value left, Value right)
    {
        var (a, b) = (Expect("distance", left), Expect("distance", right));
        if (a.Srid != b.Srid)
            return Value.Null;
        if (!a.IsOnGlobe)
            return Value.FromFloat(Math.Sqrt(Square(a.X - b.X) + Square(a.Y - b.Y) + Square(a.Z - b.Z)));

        var (north, east) = (double.DegreesToRadians(b.Y - a.Y), double.DegreesToRadians(b.X - a.X));
        var chord = Square(Math.Sin(north / 2))
            + (Square(Math.Sin(east / 2)) * Math.Cos(double.DegreesToRadians(a.Y)) * Math.Cos(double.DegreesToRadians(b.Y)));
        var angle = 2 * Math.Atan2(Math.Sqrt(chord), Math.Sqrt(1 - chord));
        return Value.FromFloat(Math.Sqrt(Square((EarthRadius + ((a.Z + b.Z) / 2)) * angle) + Square(a.Z - b.Z)));
    }

    private static Value IsWithin(ReadOnlySpan<Value> arguments)
    {
        var point = Expect("point.withinBBox", arguments[0]);
        var low = Expect("point.withinBBox", arguments[1]);
        var high = Expect("point.withinBBox", arguments[2]);
        if (point.Srid != low.Srid || point.Srid != high.Srid)
            return Value.Null;

        // A box of the globe may cross the line where the longitudes meet.
        var isBetween = point.IsOnGlobe && low.X > high.X ? point.X >= low.X || point.X <= high.X : low.X <= point.X && point.X <= high.X;
        return Value.FromBoolean(isBetween && low.Y <= point.Y && point.Y <= high.Y && low.Z <= point.Z && point.Z <= high.Z);
    }

    private static PointValue Expect(string function, Value value) =>
        value.Kind == ValueKind.Point ? value.AsPoint() : throw RuntimeErrors.WrongOperand(function, "points", value);

    private static double Square(double number) => number * number;
}
