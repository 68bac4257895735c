namespace Graph.Export;

/// <summary>The list of all formats of tables that are files of their own kind; texts are written by whoever shows results.</summary>
public static class TableFormats
{
    public static readonly ImmutableArray<TableFormat> All =
    [
        new("parquet", [".parquet"], true, (output, columns, losses) => new ParquetTable(output, columns, losses)),
        new("arrow", [".arrow", ".feather"], true, ArrowTable.OpenFile) { NeedsFile = true },
        new("arrows", [".arrows"], true, ArrowTable.OpenStream),
        new("xlsx", [".xlsx"], false, (output, columns, losses) => new XlsxTable(output, columns, losses)),
    ];

    public static TableFormat? FindByName(string name) => All.FirstOrDefault(format => format.Name == name);

    /// <summary>By the ending of a file name, whatever its case.</summary>
    public static TableFormat? FindByEnding(string path) =>
        All.FirstOrDefault(format => format.Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
}
