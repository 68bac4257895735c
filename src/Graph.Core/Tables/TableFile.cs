using System.Collections.Concurrent;
using System.Text;

namespace Graph.Core;

/// <summary>
/// A table in a UTF-8 file with a header line, read into typed columns on all cores. Blanks around a cell without quotes do not count, and
/// an empty cell is no value. A name that stands twice in the header gets a number the second time.
/// </summary>
public sealed class TableFile
{
    private readonly ImmutableArray<TableBlock> blocks;

    private TableFile(ImmutableArray<PropertyColumn> columns, ImmutableArray<TableProblem> problems, ImmutableArray<TableBlock> blocks)
    {
        Columns = columns;
        Problems = problems;
        this.blocks = blocks;
        RowCount = blocks.IsEmpty ? 0 : blocks[^1].FirstRow + blocks[^1].Lines.Count;
    }

    public int RowCount { get; }

    /// <summary>In the order they were asked for.</summary>
    public ImmutableArray<PropertyColumn> Columns { get; }

    /// <summary>By line.</summary>
    public ImmutableArray<TableProblem> Problems { get; }

    /// <summary>The names in the first line; empty for an empty file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ImmutableArray<string> ReadHeader(Func<Stream> open, char delimiter = ',')
    {
        using var stream = open();
        return ReadHeader(stream, (byte)delimiter, RecordBlocks.DefaultLength);
    }

    /// <summary>Reads columns that the header has.</summary>
    /// <param name="open">Opens the table, which is UTF-8; called more than once.</param>
    /// <exception cref="ArgumentException">The header does not have a column.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TableFile Read(
        Func<Stream> open, IReadOnlyList<TableColumnRequest> columns, TableDialect dialect, CancellationToken cancellation = default) =>
        Read(open, columns, dialect, RecordBlocks.DefaultLength, cancellation);

    /// <summary>Reads columns of a table whose cells stand between commas.</summary>
    /// <exception cref="ArgumentException">The header does not have a column.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TableFile Read(
        Func<Stream> open, IReadOnlyList<TableColumnRequest> columns, char delimiter = ',', CancellationToken cancellation = default) =>
        Read(open, columns, new TableDialect(delimiter), cancellation);

    /// <summary>
    /// Opens a file for <see cref="Read(Func{Stream}, IReadOnlyList{TableColumnRequest}, TableDialect, CancellationToken)"/>.
    /// </summary>
    public static Stream Open(string path) =>
        new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);

    internal static TableFile Read(
        Func<Stream> open,
        IReadOnlyList<TableColumnRequest> columns,
        char delimiter,
        int blockLength,
        CancellationToken cancellation = default) =>
        Read(open, columns, new TableDialect(delimiter), blockLength, cancellation);

    private static TableFile Read(
        Func<Stream> open, IReadOnlyList<TableColumnRequest> columns, TableDialect dialect, int blockLength, CancellationToken cancellation)
    {
        // The first block shows most of what is text, and only what turns out to be text later is read once more.
        var asked = ReadLayout(open, columns, dialect, blockLength);
        var layout = InferTypes(asked, ReadFirstBlock(open, asked, blockLength), TableColumnType.String);
        var readers = ReadBlocks(open, layout, blockLength, cancellation);
        var inferred = InferTypes(
            layout, readers, TableColumnType.String, TableColumnType.Float, TableColumnType.Boolean, TableColumnType.Date);
        if (inferred != layout)
            readers = ReadBlocks(open, inferred, blockLength, cancellation);
        return Create(inferred, readers);
    }

    /// <summary>The line of a row, counted from 1.</summary>
    public int GetLine(int row)
    {
        var index = blocks.Length - 1;
        while (blocks[index].FirstRow > row)
            index--;
        return blocks[index].FirstLine + blocks[index].Lines[row - blocks[index].FirstRow];
    }

    private static TableLayout ReadLayout(
        Func<Stream> open, IReadOnlyList<TableColumnRequest> columns, TableDialect dialect, int blockLength)
    {
        using var stream = open();
        var header = ReadHeader(stream, (byte)dialect.Delimiter, blockLength);
        var indexed = columns.Select(column => (column, Index: header.IndexOf(column.Name))).ToImmutableArray();
        var missing = indexed.FirstOrDefault(column => column.Index < 0).column;
        return missing is null
            ? new TableLayout((byte)dialect.Delimiter, header.Length, indexed, [.. dialect.Nulls.Select(Encoding.UTF8.GetBytes)])
            : throw new ArgumentException($"The table has no column '{missing.Name}'.");
    }

    private static ImmutableArray<string> ReadHeader(Stream stream, byte delimiter, int blockLength) =>
        RecordBlocks.Read(stream, delimiter, blockLength).Select(block => ReadHeader(block.Content, delimiter)).FirstOrDefault([]);

    private static ImmutableArray<string> ReadHeader(ReadOnlySpan<byte> content, byte delimiter)
    {
        new RecordReader(content, delimiter).Read([], out var count);
        var cells = new CellSpan[count];
        new RecordReader(content, delimiter).Read(cells, out _);
        var names = ImmutableArray.CreateBuilder<string>(count);
        foreach (var cell in cells)
        {
            var name = Encoding.UTF8.GetString(content[cell.Start..cell.End]).Replace("\"\"", "\"", StringComparison.Ordinal).Trim();
            var unique = name;
            for (var number = 2; names.Contains(unique); number++)
                unique = $"{name} {number}";
            names.Add(unique);
        }

        return names.MoveToImmutable();
    }

    private static BlockReader[] ReadFirstBlock(Func<Stream> open, TableLayout layout, int blockLength)
    {
        using var stream = open();
        return [.. RecordBlocks.Read(stream, layout.Delimiter, blockLength).Take(1).Select(block => BlockReader.Read(layout, block))];
    }

    private static BlockReader[] ReadBlocks(Func<Stream> open, TableLayout layout, int blockLength, CancellationToken cancellation)
    {
        using var stream = open();
        var readers = new SortedDictionary<int, BlockReader>();
        var blocks = Partitioner.Create(RecordBlocks.Read(stream, layout.Delimiter, blockLength), EnumerablePartitionerOptions.NoBuffering);
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Workers.Run(() => Parallel.ForEach(blocks, options, block =>
        {
            var reader = BlockReader.Read(layout, block);
            block.Return();
            lock (readers)
                readers.Add(block.Index, reader);
        }));
        return [.. readers.Values];
    }

    /// <summary>Gives the columns that are inferred to be of one of the types that type; others stay as they are.</summary>
    private static TableLayout InferTypes(TableLayout layout, BlockReader[] readers, params ReadOnlySpan<TableColumnType> types)
    {
        var columns = layout.Columns.ToBuilder();
        var isChanged = false;
        for (var i = 0; i < columns.Count; i++)
        {
            var found = readers.Select(reader => reader.Cells[i]).OfType<InferredCells>().Select(cells => cells.Types).ToList();
            if (found.Count == 0)
                continue;
            var type = InferredCells.Choose(found.Aggregate(static (left, right) => left & right));
            if (!types.Contains(type))
                continue;
            columns[i] = (columns[i].Request with { Type = type }, columns[i].Index);
            isChanged = true;
        }

        return isChanged ? layout with { Columns = columns.ToImmutable() } : layout;
    }

    private static TableFile Create(TableLayout layout, BlockReader[] readers)
    {
        var columns = new PropertyColumn[layout.Columns.Length];
        Parallel.For(
            0,
            columns.Length,
            i => columns[i] = CellMerger.Merge(layout.Columns[i].Request.Key, [.. readers.Select(reader => reader.Cells[i])]));

        var blocks = ImmutableArray.CreateBuilder<TableBlock>(readers.Length);
        var problems = ImmutableArray.CreateBuilder<TableProblem>();
        var (row, line) = (0, 0);
        foreach (var reader in readers)
        {
            blocks.Add(new TableBlock(row, line, reader.Lines));
            foreach (var problem in reader.Problems)
                problems.Add(problem with { Line = line + problem.Line });
            (row, line) = (row + reader.Lines.Count, line + reader.LineCount);
        }

        return new TableFile(ImmutableArray.Create(columns), problems.ToImmutable(), blocks.ToImmutable());
    }

    /// <param name="FirstLine">How many lines stand before the block.</param>
    private sealed record TableBlock(int FirstRow, int FirstLine, RowLines Lines);
}
