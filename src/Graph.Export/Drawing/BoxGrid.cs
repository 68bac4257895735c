namespace Graph.Export;

/// <summary>Boxes by the cells of a grid that they touch, so that those near a place are found without looking at all.</summary>
internal sealed class BoxGrid
{
    private const double CellSize = 128;

    private readonly Dictionary<(int Column, int Row), List<Box>> cells = [];

    public void Add(Box box)
    {
        var (low, high) = FindCells(box);
        for (var column = low.Column; column <= high.Column; column++)
        {
            for (var row = low.Row; row <= high.Row; row++)
            {
                if (!cells.TryGetValue((column, row), out var boxes))
                    cells.Add((column, row), boxes = []);
                boxes.Add(box);
            }
        }
    }

    /// <summary>Whether a box overlaps any that was added.</summary>
    public bool Overlaps(Box box)
    {
        var (low, high) = FindCells(box);
        for (var column = low.Column; column <= high.Column; column++)
        {
            for (var row = low.Row; row <= high.Row; row++)
            {
                if (cells.TryGetValue((column, row), out var boxes) && boxes.Exists(box.Overlaps))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Those of the upright box around it, however it is turned.</summary>
    private static ((int Column, int Row) Low, (int Column, int Row) High) FindCells(Box box)
    {
        var (sine, cosine) = Math.SinCos(box.Angle);
        var across = (Math.Abs(cosine) * box.Size.Width + Math.Abs(sine) * box.Size.Height) / 2;
        var down = (Math.Abs(sine) * box.Size.Width + Math.Abs(cosine) * box.Size.Height) / 2;
        return (Find(box.Center.X - across, box.Center.Y - down), Find(box.Center.X + across, box.Center.Y + down));
    }

    private static (int Column, int Row) Find(double x, double y) => ((int)Math.Floor(x / CellSize), (int)Math.Floor(y / CellSize));
}
