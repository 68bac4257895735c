namespace Graph.Core;

public enum TableColumnType : byte
{
    /// <summary>
    /// INTEGER where every cell is written as one, FLOAT where every cell is a number, BOOLEAN where every cell is true or false, DATE
    /// where every cell is a day such as 2022-01-06, else STRING.
    /// </summary>
    Inferred,

    /// <summary>INTEGER where every cell is written as one, else STRING, so that no cell loses its form.</summary>
    Identifier,
    String,
    Boolean,
    Integer,
    Float,
    Date,
}

/// <summary>A column to be read from a table.</summary>
/// <param name="Name">As the header of the table has it.</param>
/// <param name="Key">The property that it becomes.</param>
public sealed record TableColumnRequest(string Name, string Key, TableColumnType Type = TableColumnType.Inferred);

/// <summary>A cell or a record that could not be read. A cell counts as empty then; a record is left out unless it is kept.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">The name in the header; null where the whole record is meant.</param>
/// <param name="IsKept">Whether the record is there all the same, as far as it goes.</param>
public readonly record struct TableProblem(int Line, string? Column, string Message, bool IsKept = false);

/// <summary>How a table is written.</summary>
/// <param name="Delimiter">An ASCII character other than the quote.</param>
public sealed record TableDialect(char Delimiter = ',')
{
    /// <summary>What stands in a cell without quotes that has no value, beside nothing; such as <c>NULL</c>.</summary>
    public ImmutableArray<string> Nulls { get; init; } = [];
}
