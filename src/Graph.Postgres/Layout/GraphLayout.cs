namespace Graph.Postgres;

/// <summary>The tables of a graph: one for each set of labels and one for each relation type.</summary>
/// <param name="Type">The graph type, or null for an open graph.</param>
internal sealed record GraphLayout(GraphType? Type, ImmutableArray<NodeTable> NodeTables, ImmutableArray<RelationTable> RelationTables);

/// <summary>The nodes that carry exactly these labels, in the order of the store.</summary>
internal sealed record NodeTable(string Name, ImmutableArray<string> Labels, ImmutableArray<TableProperty> Properties)
{
    public TableProperty? Find(string key) => Properties.FirstOrDefault(property => property.Key == key);
}

/// <param name="Ends">The pairs of node tables, by index, that its relations join.</param>
/// <param name="HasEvidence">Some of its relations stand in articles.</param>
internal sealed record RelationTable(
    string Name, string Type, ImmutableArray<TableProperty> Properties, ImmutableArray<TableEnds> Ends, bool HasEvidence)
{
    public TableProperty? Find(string key) => Properties.FirstOrDefault(property => property.Key == key);
}

internal readonly record struct TableEnds(int Source, int Target) : IComparable<TableEnds>
{
    public int CompareTo(TableEnds other) => Source != other.Source ? Source.CompareTo(other.Source) : Target.CompareTo(other.Target);
}

/// <param name="Column">The name of its column; a date has two more, with its first and last day.</param>
/// <param name="Kinds">The kinds of its values: several only in an open graph.</param>
internal sealed record TableProperty(string Key, string Column, ImmutableArray<ValueKind> Kinds)
{
    public ColumnKind Kind => Kinds is not [var kind] ? ColumnKind.Any : kind switch
    {
        ValueKind.Boolean => ColumnKind.Boolean,
        ValueKind.Integer => ColumnKind.Integer,
        ValueKind.Float => ColumnKind.Float,
        ValueKind.String => ColumnKind.Text,
        ValueKind.Date => ColumnKind.Date,
        _ => ColumnKind.Any,
    };

    public string First => $"{Column}_first";

    public string Last => $"{Column}_last";
}

/// <summary>How PostgreSQL holds a property.</summary>
internal enum ColumnKind
{
    Boolean,
    Integer,
    Float,
    Text,

    /// <summary>The text as written, and the first and the last day.</summary>
    Date,

    /// <summary>jsonb in the form of <see cref="ValueJson"/>: lists, and properties of several kinds.</summary>
    Any,
}
