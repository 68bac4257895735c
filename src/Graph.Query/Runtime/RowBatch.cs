namespace Graph.Query;

/// <summary>Some rows of a result, read by column and row.</summary>
internal abstract class RowBatch
{
    public abstract int Count { get; }

    public abstract Value GetValue(int column, int row);
}
