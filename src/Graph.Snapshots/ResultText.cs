using Graph.Query;

namespace Graph.Snapshots;

/// <summary>
/// Rows as a Markdown table that is stable and small in a review: no padding, elements by their keys, and rows sorted by their text where
/// the query leaves the order open.
/// </summary>
public static class ResultText
{
    /// <param name="isOrdered">The query says the order of its rows.</param>
    /// <returns>The number of rows.</returns>
    /// <exception cref="QueryException">A run-time error or a limit.</exception>
    public static long Write(
        QueryResult result, GraphStore store, bool isOrdered, TextWriter output, CancellationToken cancellation = default)
    {
        var elements = new ElementText(store);
        var rows = new List<string>();
        foreach (var row in result.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            rows.Add(Join(row.ToArray().Select(elements.FormatCell)));
        }

        if (!isOrdered)
            rows.Sort(StringComparer.Ordinal);
        output.Write($"{Join(result.Columns.Select(column => column.Name))}\n{string.Concat(result.Columns.Select(_ => "|---"))}|\n");
        foreach (var row in rows)
            output.Write($"{row}\n");
        return rows.Count;
    }

    private static string Join(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(ElementText.Escape))} |";
}
