namespace Graph.Cli.Repl;

/// <summary>A row with its column names.</summary>
internal sealed class ResultRow(string[] names, Value[] values)
{
    public IReadOnlyList<string> Names => names;

    public Value this[string name] => TryGet(name, out var value) ? value : Value.Null;

    /// <summary>The other row has equivalent values in all of this row's columns.</summary>
    public bool IsContainedIn(ResultRow other)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (!other.TryGet(names[i], out var value) || !ValueComparer.AreEquivalent(values[i], value))
                return false;
        }

        return true;
    }

    /// <summary>The nodes or the relations in the row's values, also those inside lists, maps and paths.</summary>
    public IEnumerable<Value> GetElements(ValueKind kind) => values.SelectMany(value => Flatten(value, kind));

    private bool TryGet(string name, out Value value)
    {
        var index = Array.IndexOf(names, name);
        value = index < 0 ? Value.Null : values[index];
        return index >= 0;
    }

    private static IEnumerable<Value> Flatten(Value value, ValueKind kind) => value.Kind switch
    {
        ValueKind.List => value.AsList().SelectMany(item => Flatten(item, kind)),
        ValueKind.Map => value.AsMap().SelectMany(entry => Flatten(entry.Value, kind)),
        ValueKind.Path when kind == ValueKind.Edge => value.AsPath().Edges.ToArray().Select(Value.FromEdge),
        ValueKind.Path => value.AsPath().Nodes.ToArray().Select(Value.FromNode),
        var other => other == kind ? [value] : [],
    };
}
