using System.Text;

namespace Graph.Core;

/// <summary>The rows of a column that hold a string, by the cheapest way the column allows.</summary>
internal static class StringSearch
{
    public static void AddRows(PropertyColumn column, string value, int firstRow, List<int> found)
    {
        switch (column)
        {
            case StringColumn { HasIndex: true } indexed:
                foreach (var row in indexed.FindRows(value))
                    found.Add(firstRow + row);
                break;
            case StringColumn { IsIdentity: false } strings:
                AddRowsById(strings, Encoding.UTF8.GetBytes(value), firstRow, found);
                break;
            case StringColumn strings:
                AddRowsByText(strings, Encoding.UTF8.GetBytes(value), firstRow, found);
                break;
            case MixedColumn:
                AddRowsByValue(column, value, firstRow, found);
                break;
        }
    }

    private static void AddRowsById(StringColumn column, byte[] utf8, int firstRow, List<int> found)
    {
        var id = column.Dictionary.FindId(utf8);
        if (id < 0)
            return;
        for (var row = 0; row < column.Count; row++)
        {
            if (column.HasValue(row) && column.GetId(row) == id)
                found.Add(firstRow + row);
        }
    }

    private static void AddRowsByText(StringColumn column, byte[] utf8, int firstRow, List<int> found)
    {
        for (var row = 0; row < column.Count; row++)
        {
            if (column.HasValue(row) && column.GetUtf8(row).SequenceEqual(utf8))
                found.Add(firstRow + row);
        }
    }

    private static void AddRowsByValue(PropertyColumn column, string value, int firstRow, List<int> found)
    {
        for (var row = 0; row < column.Count; row++)
        {
            if (column.GetValue(row) is { Kind: ValueKind.String } text && text.AsString() == value)
                found.Add(firstRow + row);
        }
    }
}
