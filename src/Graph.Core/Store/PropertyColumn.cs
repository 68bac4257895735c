namespace Graph.Core;

/// <summary>The values of one property over the rows of a node range or an edge table.</summary>
public abstract class PropertyColumn(string key, int count)
{
    public string Key => key;

    public int Count => count;

    /// <summary>The kind of every value that is there; null for a column that mixes kinds.</summary>
    public abstract ValueKind? Kind { get; }

    public abstract bool HasValue(int row);

    /// <summary>The value at a row, counted from 0 in the range or table; null where there is none.</summary>
    public abstract Value GetValue(int row);
}
