using Graph.Query.Schema;

namespace Graph.Query.Algorithms;

/// <summary>Which way a procedure crosses edges.</summary>
internal enum TraversalDirection
{
    Out,
    In,
    Both,
}

/// <summary>The configuration map of a call: every key must be one that the procedure has, every value of the right type.</summary>
internal sealed class ProcedureSettings
{
    private readonly string procedure;
    private readonly GraphStore store;
    private readonly MapValue map;

    /// <exception cref="QueryException">The map has an unknown key.</exception>
    public ProcedureSettings(string procedure, GraphStore store, Value configuration, params ReadOnlySpan<string> keys)
    {
        this.procedure = procedure;
        this.store = store;
        map = configuration.IsNull ? MapValue.Empty : configuration.AsMap();
        var known = keys.ToArray();
        foreach (var (key, _) in map)
        {
            if (!known.Contains(key))
                throw RuntimeErrors.UnknownSetting(procedure, key, NearestName.Find(key, known));
        }
    }

    /// <summary>Names of labels, or null for all nodes. On a closed graph each must be declared or occur in the data.</summary>
    public IReadOnlyList<string>? GetLabels() =>
        GetNames("labels", store.Labels.Concat(store.Type?.Labels ?? []), RuntimeErrors.UnknownLabel);

    /// <summary>Names of relation types, or null for all; known as labels are.</summary>
    public IReadOnlyList<string>? GetTypes() =>
        GetNames(
            "types",
            store.EdgeTables.Select(table => table.Type).Concat(store.Type?.RelationTypes ?? []),
            RuntimeErrors.UnknownRelationType);

    public TraversalDirection GetDirection(TraversalDirection fallback) => GetText("direction") switch
    {
        null => fallback,
        "out" => TraversalDirection.Out,
        "in" => TraversalDirection.In,
        "both" => TraversalDirection.Both,
        var other => throw InvalidChoice("direction", other, "'out', 'in' or 'both'"),
    };

    /// <summary>The property that edges are weighed by, or null for none; known as labels are.</summary>
    public string? GetWeight()
    {
        if (GetText("weight") is not { } weight
            || store.Type is not { } type
            || store.EdgeTables.Any(table => table.FindColumn(weight) is not null))
            return GetText("weight");
        var declared = type.EdgeTypes.SelectMany(edge => edge.Properties).Concat(ImplicitProperties.OfEdges).Select(known => known.Name);
        if (declared.Contains(weight))
            return weight;
        var stored = store.EdgeTables.SelectMany(table => table.Columns).Select(column => column.Key);
        throw RuntimeErrors.UnknownProperty(weight, type.Name, NearestName.Find(weight, declared.Concat(stored)));
    }

    /// <summary>One of two words; true for the second.</summary>
    public bool IsSecond(string key, string first, string second) => GetText(key) switch
    {
        null => false,
        var word when word == first => false,
        var word when word == second => true,
        var other => throw InvalidChoice(key, other, $"'{first}' or '{second}'"),
    };

    public string? GetText(string key)
    {
        var value = map[key];
        return value.Kind switch
        {
            ValueKind.Null => null,
            ValueKind.String => value.AsString(),
            _ => throw InvalidType(key, "a string", value),
        };
    }

    public bool GetBoolean(string key, bool fallback)
    {
        var value = map[key];
        return value.Kind switch
        {
            ValueKind.Null => fallback,
            ValueKind.Boolean => value.AsBoolean(),
            _ => throw InvalidType(key, "a truth value", value),
        };
    }

    public double GetNumber(string key, double fallback, double minimum, double maximum)
    {
        var value = map[key];
        if (value.IsNull)
            return fallback;
        if (!value.IsNumber)
            throw InvalidType(key, "a number", value);

        // Written so that NaN is out of range.
        return value.AsNumber() >= minimum && value.AsNumber() <= maximum
            ? value.AsNumber()
            : throw RuntimeErrors.OutOfRange(key, procedure);
    }

    /// <param name="minimum">The least value; there is no greatest below that of an INTEGER.</param>
    public long? GetInteger(string key, long minimum)
    {
        var value = map[key];
        if (value.IsNull)
            return null;
        if (!value.IsInteger)
            throw InvalidType(key, "an integer", value);

        return value.AsInteger() >= minimum ? value.AsInteger() : throw RuntimeErrors.OutOfRange(key, procedure);
    }

    private List<string>? GetNames(string key, IEnumerable<string> known, Func<string, string, string?, QueryException> unknown)
    {
        var value = map[key];
        if (value.IsNull)
            return null;
        if (value.Kind != ValueKind.List)
            throw InvalidType(key, "a list of names", value);

        var names = new List<string>();
        var candidates = known.ToList();
        foreach (var item in value.AsList())
        {
            if (item.Kind != ValueKind.String)
                throw InvalidType(key, "a list of names", item);
            if (store.Type is { } type && !candidates.Contains(item.AsString()))
                throw unknown(item.AsString(), type.Name, NearestName.Find(item.AsString(), candidates));
            names.Add(item.AsString());
        }

        return names;
    }

    private QueryException InvalidType(string key, string expected, Value value) =>
        RuntimeErrors.WrongArgument($"{key} of {procedure}", expected, value);

    private QueryException InvalidChoice(string key, string word, string choices) =>
        RuntimeErrors.InvalidSetting(procedure, key, word, choices);
}
