
namespace Graph.Core;

/// <summary>The nodes that carry exactly the same labels: ids <c>Start..End-1</c>, with one column per property key.</summary>
public sealed class NodeRange(int start, int count, ImmutableArray<int> labels, ImmutableArray<PropertyColumn> columns)
{
    public int Start => start;

    public int Count => count;

    public int End => start + count;

    /// <summary>Label ids of the store, ascending.</summary>
    public ImmutableArray<int> Labels => labels;

    public ImmutableArray<PropertyColumn> Columns => columns;

    /// <summary>The column of a key, its rows counted from <see cref="Start"/>; null where no node of the range has the property.</summary>
    public PropertyColumn? FindColumn(string key)
    {
        foreach (var column in columns)
        {
            if (column.Key == key)
                return column;
        }

        return null;
    }
}
