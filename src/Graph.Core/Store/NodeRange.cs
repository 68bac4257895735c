namespace Graph.Core;

/// <summary>The nodes that carry exactly the same labels: ids <c>Start..End-1</c>, with one column per property key.</summary>
public sealed class NodeRange
{
    internal NodeRange(int start, int count, ImmutableArray<int> labels, ImmutableArray<PropertyColumn> columns)
    {
        Start = start;
        Count = count;
        Labels = labels;
        Columns = columns;
    }

    public int Start { get; }

    public int Count { get; }

    public int End => Start + Count;

    /// <summary>Label ids of the store, ascending.</summary>
    public ImmutableArray<int> Labels { get; }

    /// <summary>In the order of <see cref="GraphStore.PropertyKeys"/>.</summary>
    public ImmutableArray<PropertyColumn> Columns { get; }

    /// <summary>The column of a key, its rows counted from <see cref="Start"/>; null where no node of the range has the property.</summary>
    public PropertyColumn? FindColumn(string key)
    {
        foreach (var column in Columns)
        {
            if (column.Key == key)
                return column;
        }

        return null;
    }
}
