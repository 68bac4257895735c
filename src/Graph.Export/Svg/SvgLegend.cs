using System.Globalization;

namespace Graph.Export;

/// <summary>What the looks of nodes and lines mean, below a picture; only those that it has.</summary>
internal sealed class SvgLegend
{
    private const double Margin = 24;
    private const double RowHeight = 22;
    private const double FontSize = 11;
    private const double Swatch = 26;
    private const double Gap = 18;

    private readonly List<(NodeLook? Look, FactStatus Status, string Text, Point Place)> entries = [];

    public SvgLegend(Picture picture)
    {
        var most = Math.Max(picture.Size.Width - 2 * Margin, 300);
        double x = 0, y = 0;
        foreach (var (look, status, text) in ListEntries(picture))
        {
            var width = Swatch + 6 + TextMeasure.GetWidth(text, FontSize) + Gap;
            if (x > 0 && x + width > most)
                (x, y) = (0, y + RowHeight);
            entries.Add((look, status, text, new Point(x, y)));
            x += width;
            Size = new Extent(Math.Max(Size.Width, x + 2 * Margin), y + RowHeight + Margin);
        }
    }

    public Extent Size { get; private set; }

    public void Draw(SvgCanvas canvas, Point corner)
    {
        canvas.BeginGroup();
        foreach (var (look, status, text, place) in entries)
        {
            var middle = corner + place + new Point(Margin + Swatch / 2, RowHeight / 2);
            if (look is not null)
                SvgPicture.DrawShape(canvas, look, new Box(middle, new Extent(Swatch, 15)));
            else
                SvgPicture.DrawLine(canvas, Curve.Arc(middle - new Point(Swatch / 2, 0), middle + new Point(Swatch / 2, 0), 0), status);
            canvas.Text(middle + new Point(Swatch / 2 + 6, 3.8), text, FontSize, ("fill", SvgCanvas.Ink));
        }

        canvas.EndGroup();
    }

    private static IEnumerable<(NodeLook? Look, FactStatus Status, string Text)> ListEntries(Picture picture)
    {
        foreach (var group in picture.Nodes.GroupBy(node => node.Look))
        {
            var count = group.Count().ToString(CultureInfo.InvariantCulture);
            yield return (group.Key, default, $"{TextMeasure.Cut(group.Key.Label, 40)} {count}");
        }

        if (picture.Edges.Any(edge => !edge.Status.IsStated && !edge.Status.IsNegated))
            yield return (null, new FactStatus("claimed", ""), "claimed or doubted");
        if (picture.Edges.Any(edge => edge.Status.IsNegated))
            yield return (null, new FactStatus("negated", ""), "denied");
    }
}
