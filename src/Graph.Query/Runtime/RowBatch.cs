namespace Graph.Query;

/// <summary>Some rows of a result, read by column and row.</summary>
public abstract class RowBatch
{
    public abstract int Count { get; }

    public abstract Value GetValue(int column, int row);
}
