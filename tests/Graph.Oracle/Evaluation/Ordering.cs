namespace Graph.Oracle.Evaluation;

/// <summary>The total order of ORDER BY, min and max.</summary>
internal static class Ordering
{
    private static readonly ValueKind[] Ranks =
    [
        ValueKind.Map, ValueKind.Node, ValueKind.Edge, ValueKind.List, ValueKind.Path, ValueKind.Point, ValueKind.DateTime,
        ValueKind.LocalDateTime,
        ValueKind.Date, ValueKind.Time, ValueKind.LocalTime, ValueKind.Duration, ValueKind.String, ValueKind.Boolean,
        ValueKind.Integer, ValueKind.Null,
    ];

    public static int Compare(Value left, Value right)
    {
        var order = Rank(left).CompareTo(Rank(right));
        if (order != 0)
            return order;
        return left.Kind switch
        {
            ValueKind.Null => 0,
            ValueKind.Integer or ValueKind.Float => Numbers.Order(left, right),
            ValueKind.Boolean => left.IsTrue.CompareTo(right.IsTrue),
            ValueKind.String => CompareTexts(left.AsString(), right.AsString()),
            ValueKind.Date => CompareDates(left.AsDate(), right.AsDate()),
            ValueKind.Duration => Times.Compare(left.AsDuration(), right.AsDuration()),
            ValueKind.Point => CompareInTurn(Coordinates(left.AsPoint()), Coordinates(right.AsPoint()), (a, b) => a.CompareTo(b)),
            _ when left.IsTemporal => Times.Compare(left.AsTemporal(), right.AsTemporal()),
            ValueKind.Node => left.AsNode().CompareTo(right.AsNode()),
            ValueKind.Edge => left.AsEdge().CompareTo(right.AsEdge()),
            ValueKind.List => CompareInTurn(left.AsList(), right.AsList(), Compare),
            ValueKind.Path => CompareInTurn(Elements(left.AsPath()), Elements(right.AsPath()), (a, b) => a.CompareTo(b)),
            _ => CompareMaps(left.AsMap(), right.AsMap()),
        };
    }

    private static double[] Coordinates(PointValue point) => [point.Srid, point.X, point.Y, point.Z];

    public static int CompareTexts(string left, string right) =>
        CompareInTurn(
            left.EnumerateRunes().Select(rune => rune.Value), right.EnumerateRunes().Select(rune => rune.Value), (a, b) => a.CompareTo(b));

    private static int Rank(Value value) => Array.IndexOf(Ranks, value.IsFloat ? ValueKind.Integer : value.Kind);

    private static int CompareDates(PartialDate left, PartialDate right) =>
        left.Start != right.Start ? left.Start.CompareTo(right.Start) : right.End.CompareTo(left.End);

    private static int CompareMaps(MapValue left, MapValue right)
    {
        var (first, second) = (Sorted(left), Sorted(right));
        var keys = CompareInTurn(first, second, (a, b) => CompareTexts(a.Key, b.Key));
        return keys != 0 ? keys : CompareInTurn(first, second, (a, b) => Compare(a.Value, b.Value));
    }

    private static List<KeyValuePair<string, Value>> Sorted(MapValue map)
    {
        var entries = map.ToList();
        entries.Sort((left, right) => CompareTexts(left.Key, right.Key));
        return entries;
    }

    private static IEnumerable<int> Elements(PathValue path)
    {
        var elements = new List<int> { path.Nodes[0] };
        for (var i = 0; i < path.Length; i++)
            elements.AddRange([path.Edges[i], path.Nodes[i + 1]]);
        return elements;
    }

    private static int CompareInTurn<T>(IEnumerable<T> left, IEnumerable<T> right, Func<T, T, int> compare)
    {
        var (first, second) = (left.ToList(), right.ToList());
        for (var i = 0; i < Math.Min(first.Count, second.Count); i++)
        {
            var order = compare(first[i], second[i]);
            if (order != 0)
                return order;
        }

        return first.Count.CompareTo(second.Count);
    }
}
