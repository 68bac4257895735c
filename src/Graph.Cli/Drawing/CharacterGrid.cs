using System.Globalization;
using System.Text;
using Graph.Cli.Rendering;

namespace Graph.Cli.Drawing;

/// <summary>The sides of a cell to which a line leads.</summary>
[Flags]
internal enum CellSides
{
    None = 0,
    Up = 1,
    Right = 2,
    Down = 4,
    Left = 8,
}

/// <summary>A sheet of cells as terminals have them: each holds nothing, lines, or text, of which a wide sign fills two.</summary>
internal sealed class CharacterGrid(int height, int width)
{
    private const string Lines = " │─╰││╭├─╯─┴╮┤┬┼";
    private const string AsciiLines = " |-+||++-+-++++++";

    private readonly CellSides[,] lines = new CellSides[height, width];
    private readonly bool[,] isDashed = new bool[height, width];

    /// <summary>Null for a cell without text; empty for the second cell of a wide sign.</summary>
    private readonly string?[,] texts = new string?[height, width];

    public bool Contains(GridCell cell) => cell.Row >= 0 && cell.Row < height && cell.Column >= 0 && cell.Column < width;

    public CellSides GetLines(GridCell cell) => lines[cell.Row, cell.Column];

    public bool HasText(GridCell cell) => texts[cell.Row, cell.Column] is not null;

    /// <summary>Whether so many cells from here to the right hold nothing.</summary>
    public bool IsFree(GridCell cell, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var next = cell with { Column = cell.Column + i };
            if (!Contains(next) || HasText(next) || GetLines(next) != CellSides.None)
                return false;
        }

        return true;
    }

    public void AddLine(GridCell cell, CellSides sides, bool dashed)
    {
        lines[cell.Row, cell.Column] |= sides;
        isDashed[cell.Row, cell.Column] = dashed;
    }

    /// <summary>Takes the place of whatever is there.</summary>
    public void Write(GridCell cell, string text)
    {
        var column = cell.Column;
        foreach (var element in ListElements(text))
        {
            var cells = CellText.Measure(element);
            if (cells == 0 || column + cells > width)
                continue;
            texts[cell.Row, column] = element;
            for (var i = 1; i < cells; i++)
                texts[cell.Row, column + i] = "";
            column += cells;
        }
    }

    /// <summary>The rows that hold anything, without blanks in front of all of them or at their ends.</summary>
    public IEnumerable<string> Render(bool isAscii)
    {
        var rows = Enumerable.Range(0, height).Select(row => RenderRow(row, isAscii)).ToList();
        var used = rows.Where(row => row.Length > 0).ToList();
        var indent = used.Select(row => row.Length - row.TrimStart().Length).DefaultIfEmpty(0).Min();
        return rows.SkipWhile(row => row.Length == 0).Reverse().SkipWhile(row => row.Length == 0).Reverse()
            .Select(row => row.Length > 0 ? row[indent..] : row);
    }

    private string RenderRow(int row, bool isAscii)
    {
        var text = new StringBuilder(width);
        for (var column = 0; column < width; column++)
            text.Append(texts[row, column] ?? GetSign(row, column, isAscii).ToString());
        return text.ToString().TrimEnd(' ');
    }

    private char GetSign(int row, int column, bool isAscii) => (lines[row, column], isDashed[row, column]) switch
    {
        (CellSides.Left | CellSides.Right, true) => isAscii ? '.' : '╌',
        (CellSides.Up | CellSides.Down, true) => isAscii ? ':' : '╎',
        var (sides, _) => (isAscii ? AsciiLines : Lines)[(int)sides],
    };

    private static IEnumerable<string> ListElements(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, i);
            yield return text.Substring(i, length);
            i += length;
        }
    }
}

internal readonly record struct GridCell(int Row, int Column)
{
    public GridCell Move(CellSides direction) => direction switch
    {
        CellSides.Up => this with { Row = Row - 1 },
        CellSides.Down => this with { Row = Row + 1 },
        CellSides.Left => this with { Column = Column - 1 },
        _ => this with { Column = Column + 1 },
    };
}
