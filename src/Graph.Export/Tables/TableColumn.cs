namespace Graph.Export;

internal enum ColumnKind
{
    Boolean,
    Integer,
    Float,
    Text,
    TextList,
}

/// <param name="Kind">Of all values of the column; a value that is something else is written as text.</param>
internal sealed record TableColumn(string Name, ColumnKind Kind);

/// <summary>Writes rows below columns, many at a time. What was written is whole once it is disposed.</summary>
internal interface ITableWriter : IDisposable
{
    /// <param name="columns">In the order of the columns; each holds at least so many values.</param>
    void Write(IReadOnlyList<Value[]> columns, int rows);
}

/// <summary>A way to write rows into one file.</summary>
/// <param name="Name">The word that names it on a command line.</param>
/// <param name="Endings">Of files in the format; the first is the usual one.</param>
/// <param name="HoldsGraphs">A whole graph can be a folder of such tables.</param>
public sealed record TableFormat
{
    internal TableFormat(string name, ImmutableArray<string> endings, bool holdsGraphs, Func<Stream, ImmutableArray<TableColumn>, LossLedger, ITableWriter> open) =>
        (Name, Endings, HoldsGraphs, Open) = (name, endings, holdsGraphs, open);

    public string Name { get; }

    public ImmutableArray<string> Endings { get; }

    public bool HoldsGraphs { get; }

    internal Func<Stream, ImmutableArray<TableColumn>, LossLedger, ITableWriter> Open { get; }
}
