using Graph.Oracle.Generation;

namespace Graph.Oracle.Laws;

/// <summary>Labels, relation types, properties and values that occur in a graph, as query text.</summary>
internal sealed class LawNames(GraphStore store, Chance chance)
{
    /// <summary>Nothing, or a condition on labels.</summary>
    public string Label => store.Labels.IsEmpty || chance.OneIn(3) ? "" : $":{Quote(chance.Pick(store.Labels))}";

    public string Type => store.EdgeTables.IsEmpty || chance.OneIn(3) ? "" : $":{Quote(chance.Pick(store.EdgeTables).Type)}";

    /// <summary>The name of a label, of the graph where it has any.</summary>
    public string AnyLabel => store.Labels.IsEmpty ? "Nothing" : chance.Pick(store.Labels);

    /// <summary>The name of a relation type, of the graph where it has any.</summary>
    public string AnyType => store.EdgeTables.IsEmpty ? "NOTHING" : chance.Pick(store.EdgeTables).Type;

    /// <summary>A property of a node and its value, as query text.</summary>
    public (string Key, string Value) Sample
    {
        get
        {
            if (store.NodeCount == 0)
                return ("id", "0");
            var node = chance.Below(store.NodeCount);
            var known = new List<(string, string)>();
            foreach (var column in store.GetRange(node).Columns)
            {
                if (Literal(store.GetNodeProperty(node, column.Key)) is { } value)
                    known.Add((Quote(column.Key), value));
            }

            return known.Count == 0 ? ("id", "0") : chance.Pick(known);
        }
    }

    /// <summary>A condition on a node, with a value that some node has.</summary>
    public string ConditionOf(string node)
    {
        if (store.NodeCount == 0)
            return $"{node}:Nothing";
        var sample = chance.Below(store.NodeCount);
        var keys = store.GetRange(sample).Columns
            .Select(column => column.Key)
            .Where(key => !store.GetNodeProperty(sample, key).IsNull)
            .ToList();
        if (keys.Count == 0 || chance.OneIn(6))
            return store.Labels.IsEmpty ? $"{node} IS NOT NULL" : $"{node}:{Quote(chance.Pick(store.Labels))}";

        var key = chance.Pick(keys);
        var property = $"{node}.{Quote(key)}";
        var value = store.GetNodeProperty(sample, key);
        if (value.Kind == ValueKind.String && chance.OneIn(2))
            return $"{property} {chance.Pick(["STARTS WITH", "CONTAINS", "ENDS WITH"])} {Value.FromString(Part(value.AsString()))}";
        return Literal(value) is { } literal
            ? $"{property} {chance.Pick(["=", "<>", "<", ">=", "IN"])} {literal}".Replace(
                $"IN {literal}", $"IN [{literal}, null]", StringComparison.Ordinal)
            : $"{property} IS {chance.Pick(["", "NOT "])}NULL";
    }

    /// <summary>The name of a property that nodes have.</summary>
    public string NodeKey
    {
        get
        {
            var keys = store.NodeRanges.SelectMany(range => range.Columns).Select(column => column.Key).Distinct().ToList();
            return keys.Count == 0 ? "id" : Quote(chance.Pick(keys));
        }
    }

    private static string? Literal(Value value) => value.Kind switch
    {
        ValueKind.Integer or ValueKind.Boolean => value.ToString(),
        ValueKind.Float when double.IsFinite(value.AsFloat()) => value.ToString(),
        ValueKind.String => Value.FromString(value.AsString()).ToString(),
        ValueKind.Duration => $"duration('{value}')",
        ValueKind.DateTime or ValueKind.LocalDateTime or ValueKind.Time or ValueKind.LocalTime =>
            $"{value.Kind.ToString().ToLowerInvariant()}('{value}')",
        ValueKind.Date => $"date('{value.AsDate().Text}')",
        _ => null,
    };

    // Cut between code points.
    private static string Part(string text) => string.Concat(text.EnumerateRunes().Take(2).Select(point => point.ToString()));

    public static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
}
