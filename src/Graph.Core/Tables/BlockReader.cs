using System.Text;

namespace Graph.Core;

/// <summary>Reads the wanted cells of a block.</summary>
internal sealed class BlockReader
{
    private readonly TableLayout layout;
    private readonly List<TableProblem> problems = [];
    private readonly int[] indexes;
    private readonly CellBuffer[] buffers;
    private byte[] unescaped = new byte[64];

    private BlockReader(TableLayout layout)
    {
        this.layout = layout;
        indexes = [.. layout.Columns.Select(column => column.Index)];
        buffers = [.. layout.Columns.Select(column => CellBuffer.Create(column.Request.Type))];
    }

    public IReadOnlyList<CellBuffer> Cells => buffers;

    /// <summary>Lines counted from 1 within the block.</summary>
    public IReadOnlyList<TableProblem> Problems => problems;

    /// <summary>Counted from 1 within the block.</summary>
    public RowLines Lines { get; } = new();

    public int LineCount { get; private set; }

    public static BlockReader Read(TableLayout layout, RecordBlock block)
    {
        var reader = new BlockReader(layout);
        reader.Read(block.Content, isFirst: block.Index == 0);
        foreach (var cells in reader.buffers)
            cells.Complete();
        return reader;
    }

    private void Read(ReadOnlySpan<byte> content, bool isFirst)
    {
        var records = new RecordReader(content, layout.Delimiter);
        var cells = new CellSpan[layout.CellCount];
        if (isFirst)
            records.Read(cells, out _);
        while (records.Read(cells, out var count))
        {
            if (count == 1 && cells[0].Start >= cells[0].End && !cells[0].IsQuoted)
                continue;
            if (records.IsMalformed)
                problems.Add(new TableProblem(records.Line + 1, null, "a quote is not closed, or text follows the closing one"));
            else
                AddRow(content, cells, count, records.Line + 1);
        }

        LineCount = records.LineCount;
    }

    /// <summary>A row with other cells than the header has is kept; those that are not there are empty.</summary>
    private void AddRow(ReadOnlySpan<byte> content, CellSpan[] cells, int count, int line)
    {
        if (count < layout.CellCount)
        {
            problems.Add(new TableProblem(
                line, null, $"it has {count} cells, and the header has {layout.CellCount}; the others count as empty", IsKept: true));
            Array.Clear(cells, count, cells.Length - count);
        }
        else if (count > layout.CellCount)
        {
            problems.Add(new TableProblem(
                line, null, $"it has {count} cells, and the header has {layout.CellCount}; those beyond count as nothing", IsKept: true));
        }

        Lines.Add(line);
        for (var i = 0; i < buffers.Length; i++)
        {
            var text = GetText(content, cells[indexes[i]]);
            if (!buffers[i].Add(text))
                problems.Add(CreateProblem(line, layout.Columns[i].Request, text));
        }
    }

    private static TableProblem CreateProblem(int line, TableColumnRequest column, ReadOnlySpan<byte> text)
    {
        var cell = Encoding.UTF8.GetString(text);
        var message = column.Type switch
        {
            TableColumnType.String or TableColumnType.Inferred or TableColumnType.Identifier => $"'{cell}' is not UTF-8",
            TableColumnType.Date => PartialDate.TryParse(cell, out _, out var reason)
                ? $"'{cell}' is not UTF-8"
                : $"'{cell}' is no date: {reason}",
            _ => $"'{cell}' is no {column.Type.ToString().ToUpperInvariant()}",
        };
        return new TableProblem(line, column.Name, message);
    }

    private ReadOnlySpan<byte> GetText(ReadOnlySpan<byte> content, CellSpan cell)
    {
        var text = content[cell.Start..cell.End];
        if (text.IsEmpty)
            return text;
        if (cell.IsQuoted)
            return text.Contains((byte)'"') ? Unescape(text) : text;
        if (text[0] <= ' ' || text[^1] <= ' ')
            text = text.Trim(" \t"u8);
        return IsNull(text) ? default : text;
    }

    private bool IsNull(ReadOnlySpan<byte> text)
    {
        foreach (var spelling in layout.Nulls)
        {
            if (text.SequenceEqual(spelling))
                return true;
        }

        return false;
    }

    private ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> text)
    {
        if (unescaped.Length < text.Length)
            unescaped = new byte[text.Length * 2];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            unescaped[length++] = text[i];
            if (text[i] == (byte)'"')
                i++;
        }

        return unescaped.AsSpan(0, length);
    }
}

/// <summary>Which cells of a record are wanted.</summary>
/// <param name="Nulls">What stands in a cell without quotes that has no value, beside nothing.</param>
internal sealed record TableLayout(
    byte Delimiter, int CellCount, ImmutableArray<(TableColumnRequest Request, int Index)> Columns, ImmutableArray<byte[]> Nulls);

/// <summary>The line of each row: nearly always the one after that of the row before, so only where that is not so it is kept.</summary>
internal sealed class RowLines
{
    private readonly List<(int Row, int Line)> starts = [];

    public int Count { get; private set; }

    public int this[int row]
    {
        get
        {
            var index = starts.Count - 1;
            while (starts[index].Row > row)
                index--;
            return starts[index].Line + row - starts[index].Row;
        }
    }

    public void Add(int line)
    {
        if (starts.Count == 0 || line != starts[^1].Line + Count - starts[^1].Row)
            starts.Add((Count, line));
        Count++;
    }
}
