using Graph.Cli.Rendering;

namespace Graph.Cli.Drawing;

/// <summary>Finds room for what lines say: in a level part of the line, above or below it, or beside an upright part.</summary>
internal static class LabelWriting
{
    private const CellSides Level = CellSides.Left | CellSides.Right;
    private const CellSides Upright = CellSides.Up | CellSides.Down;

    public static bool TryWrite(CharacterGrid grid, LineWay way, string label)
    {
        var length = CellText.Measure(label);
        foreach (var (start, count) in ListLevelParts(grid, way).OrderByDescending(part => part.Count))
        {
            if (count >= length + 4)
            {
                grid.Write(start with { Column = start.Column + (count - length - 2) / 2 }, $" {label} ");
                return true;
            }

            var middle = start.Column + (count - length) / 2;
            foreach (var row in new[] { start.Row - 1, start.Row + 1 })
            {
                if (count >= length / 2 && TryWrite(grid, new GridCell(row, middle), label, length))
                    return true;
            }
        }

        var upright = way.Steps
            .Where(step => grid.Contains(step.Cell) && grid.GetLines(step.Cell) == Upright)
            .Select(step => step.Cell)
            .ToList();
        return upright.OrderBy(cell => Math.Abs(cell.Row * 2 - upright[0].Row - upright[^1].Row))
            .Any(cell => TryWrite(grid, cell with { Column = cell.Column + 2 }, label, length));
    }

    /// <summary>A single sign on the line itself, where nothing crosses it.</summary>
    public static bool TryWriteSign(CharacterGrid grid, LineWay way, string sign)
    {
        var cells = way.Steps
            .Where(step => !grid.HasText(step.Cell) && grid.GetLines(step.Cell) is Level or Upright)
            .Select(step => step.Cell)
            .ToList();
        if (cells.Count == 0)
            return false;
        grid.Write(cells[cells.Count / 2], sign);
        return true;
    }

    /// <summary>With a blank on each side, so that it is not read together with what stands there.</summary>
    private static bool TryWrite(CharacterGrid grid, GridCell cell, string label, int length)
    {
        if (!grid.IsFree(cell with { Column = cell.Column - 1 }, length + 2))
            return false;
        grid.Write(cell, label);
        return true;
    }

    private static IEnumerable<(GridCell Start, int Count)> ListLevelParts(CharacterGrid grid, LineWay way)
    {
        var cells = way.Steps.Select(step => step.Cell).Where(cell => grid.GetLines(cell) == Level && !grid.HasText(cell))
            .OrderBy(cell => cell.Row).ThenBy(cell => cell.Column).ToList();
        for (var i = 0; i < cells.Count;)
        {
            var count = 1;
            while (i + count < cells.Count && cells[i + count] == cells[i] with { Column = cells[i].Column + count })
                count++;
            yield return (cells[i], count);
            i += count;
        }
    }
}
