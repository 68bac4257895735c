using System.Diagnostics.CodeAnalysis;

namespace Graph.Core;

/// <summary>A place by its coordinates, on the globe or on a plane, with a height or without.</summary>
/// <param name="Srid">The coordinate system: 4326 and 4979 on the globe (WGS 84), 7203 and 9157 on a plane; the second of each has a third
/// coordinate.</param>
/// <param name="X">On the globe the longitude in degrees, east positive.</param>
/// <param name="Y">On the globe the latitude in degrees, north positive.</param>
/// <param name="Z">On the globe the height in metres; 0 where the system has none.</param>
public sealed record PointValue(int Srid, double X, double Y, double Z)
{
    public const int Globe = 4326;
    public const int GlobeWithHeight = 4979;
    public const int Plane = 7203;
    public const int Space = 9157;

    public bool IsOnGlobe => Srid is Globe or GlobeWithHeight;

    public bool HasHeight => Srid is GlobeWithHeight or Space;

    /// <summary>The name of the coordinate system: <c>wgs-84</c>.</summary>
    public string SystemName => Srid switch
    {
        Globe => "wgs-84",
        GlobeWithHeight => "wgs-84-3d",
        Plane => "cartesian",
        _ => "cartesian-3d",
    };

    public static bool TryFindSystem(string name, [NotNullWhen(true)] out int? srid)
    {
        srid = name.ToLowerInvariant() switch
        {
            "wgs-84" => Globe,
            "wgs-84-3d" => GlobeWithHeight,
            "cartesian" => Plane,
            "cartesian-3d" => Space,
            _ => null,
        };
        return srid is not null;
    }

    /// <summary>By system, then from the first coordinate to the last.</summary>
    public static int Compare(PointValue left, PointValue right)
    {
        var order = left.Srid.CompareTo(right.Srid);
        order = order != 0 ? order : left.X.CompareTo(right.X);
        order = order != 0 ? order : left.Y.CompareTo(right.Y);
        return order != 0 ? order : left.Z.CompareTo(right.Z);
    }

    /// <summary>As a query makes it: <c>point({srid: 7203, x: 3.0, y: 4.0})</c>.</summary>
    public override string ToString()
    {
        var z = HasHeight ? $", z: {ValueText.FormatFloat(Z)}" : "";
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"point({{srid: {Srid}, x: {ValueText.FormatFloat(X)}, y: {ValueText.FormatFloat(Y)}{z}}})");
    }
}
