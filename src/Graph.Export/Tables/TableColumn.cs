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
public sealed record TableFormat
{
    internal TableFormat(
        string name,
        ImmutableArray<string> endings,
        bool holdsGraphs,
        Func<Stream, ImmutableArray<TableColumn>, LossLedger, ITableWriter> open) =>
        (Name, Endings, HoldsGraphs, Open) = (name, endings, holdsGraphs, open);

    /// <summary>The word that names it on a command line.</summary>
    public string Name { get; }

    /// <summary>Of files in the format; the first is the usual one.</summary>
    public ImmutableArray<string> Endings { get; }

    /// <summary>A whole graph can be a folder of such tables.</summary>
    public bool HoldsGraphs { get; }

    /// <summary>It is written by going back to its beginning, which an output to another program cannot.</summary>
    public bool NeedsFile { get; internal init; }

    internal Func<Stream, ImmutableArray<TableColumn>, LossLedger, ITableWriter> Open { get; }
}
