using Graph.Cli.Rendering;
using Graph.Core;
using Graph.Export;
using Graph.Terminal;

namespace Graph.Cli.Drawing;

/// <summary>
/// A small graph drawn with characters: a box for each node, lines with arrows for relations, dashed where the article does not state
/// them. What a line says stands on it or beside it; where there is no room, a sign, which a list below explains.
/// </summary>
internal sealed class CharacterDrawing
{
    public const int MostNodes = 12;
    public const int MostEdges = 35;

    private const string Signs = "123456789abcdefghijklmnopqrstuvwxyz";
    private const string Indent = "   ";
    private const int LegendIndent = 3;
    private const int MostWidth = 120;
    private const int CaptionWidth = 22;
    private const int LeastCaptionWidth = 6;
    private const int CaptionLines = 3;
    private const int Margin = 4;
    private const int LeastGap = 9;
    private const int RowGap = 2;
    private const int MostRowGap = 5;

    private readonly bool isAscii;
    private readonly List<DrawnNode> nodes;
    private readonly List<DrawnEdge> edges;

    private CharacterDrawing(GraphSelection selection, int width, bool isAscii)
    {
        this.isAscii = isAscii;
        var store = selection.Store;
        var captionWidth = Math.Clamp(width - 2 * Margin - 4, LeastCaptionWidth, CaptionWidth);
        var labels = new NodeLabels(store);
        nodes = [.. selection.Nodes.ToArray().Select(node => DrawnNode.Create(store, labels, node, captionWidth, CaptionLines, isAscii))];
        var index = nodes.Select((node, i) => (node.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        edges = [.. selection.Edges.ToArray().Select(edge => DrawnEdge.Create(store, edge, index))];
    }

    /// <param name="width">The cells of a line; the lines of the drawing are no longer, however little fits.</param>
    public static IEnumerable<string> Draw(GraphSelection selection, int width, bool isAscii)
    {
        var most = Math.Clamp(width, 2 * Margin + LeastCaptionWidth + 4, MostWidth);
        return new CharacterDrawing(selection, most, isAscii).Draw(most);
    }

    /// <summary>In as many columns as leave most room to what lines say.</summary>
    private IEnumerable<string> Draw(int width)
    {
        var widest = nodes.Max(node => node.Width);
        var fitting = Math.Max(1, (width - 2 * Margin + LeastGap) / (widest + LeastGap));
        var usual = nodes.Count < 4 ? nodes.Count : (int)Math.Ceiling(Math.Sqrt(nodes.Count * 1.4));
        var most = Math.Min(fitting, usual);
        return Enumerable.Range(0, Math.Min(most, 3)).Select(fewer => Draw(width, most - fewer)).MinBy(drawn => drawn.Unsaid).Lines;
    }

    /// <returns>The lines, and how many relations have no room for what they say.</returns>
    private (IEnumerable<string> Lines, int Unsaid) Draw(int width, int columns)
    {
        var links = edges.ConvertAll(edge => (edge.Source, edge.Target)).Where(link => link.Source != link.Target).ToList();
        var places = GridArrangement.Find(nodes.Count, columns, links);

        // Lines that find no way get more room between the rows.
        for (var gap = RowGap; ; gap++)
        {
            var boxes = FindBoxes(places, width, gap, out var size);
            var grid = new CharacterGrid(size.Row, size.Column);
            for (var i = 0; i < nodes.Count; i++)
                WriteBox(grid, boxes[i], nodes[i]);
            var ways = FindWays(grid, boxes);
            if (ways.Count < edges.Count && gap < MostRowGap)
                continue;

            var legend = WriteLabels(grid, ways);
            var lines = legend.SelectMany(
                line => CellText.Wrap(line, width - LegendIndent).Select((part, i) => i == 0 ? part : Indent + part));
            return ([.. grid.Render(isAscii), .. legend.Count > 0 ? lines.Prepend("") : []], legend.Count);
        }
    }

    private GridBox[] FindBoxes(GridCell[] places, int width, int rowGap, out GridCell size)
    {
        var widths = new int[places.Max(place => place.Column) + 1];
        var heights = new int[places.Max(place => place.Row) + 1];
        for (var i = 0; i < places.Length; i++)
        {
            widths[places[i].Column] = Math.Max(widths[places[i].Column], nodes[i].Width);
            heights[places[i].Row] = Math.Max(heights[places[i].Row], nodes[i].Height);
        }

        var room = widths.Length > 1 ? (width - 2 * Margin - widths.Sum()) / (widths.Length - 1) : 0;
        var wanted = edges.Select(edge => CellText.Measure(edge.Label) + 6).DefaultIfEmpty(0).Max();
        var columnGap = Math.Min(room, Math.Max(LeastGap, wanted));
        var lefts = FindStarts(widths, columnGap);
        var tops = FindStarts(heights, rowGap);
        size = new GridCell(tops[^1] + heights[^1] + Margin, lefts[^1] + widths[^1] + Margin);
        return [
            .. places.Select((place, i) => new GridBox(
                tops[place.Row] + (heights[place.Row] - nodes[i].Height) / 2,
                lefts[place.Column] + (widths[place.Column] - nodes[i].Width) / 2,
                nodes[i].Height,
                nodes[i].Width))
        ];
    }

    private static int[] FindStarts(int[] sizes, int gap)
    {
        var starts = new int[sizes.Length];
        starts[0] = Margin;
        for (var i = 1; i < sizes.Length; i++)
            starts[i] = starts[i - 1] + sizes[i - 1] + (sizes[i - 1] > 0 ? gap : 0);
        return starts;
    }

    private void WriteBox(CharacterGrid grid, GridBox box, DrawnNode node)
    {
        var frame = TableFrame.Of(isAscii);
        var inner = node.Width - 4;
        grid.Write(new GridCell(box.Top, box.Left), frame.Top([inner]).TrimEnd('\n'));
        for (var i = 0; i < node.Lines.Count; i++)
            grid.Write(new GridCell(box.Top + 1 + i, box.Left), $"{frame.Vertical} {CellText.Pad(node.Lines[i], inner)} {frame.Vertical}");
        grid.Write(new GridCell(box.Bottom, box.Left), frame.Bottom([inner]).TrimEnd('\n'));
    }

    /// <summary>Those of near nodes first, which have the least choice.</summary>
    private Dictionary<DrawnEdge, LineWay> FindWays(CharacterGrid grid, GridBox[] boxes)
    {
        var ways = new Dictionary<DrawnEdge, LineWay>();
        var routing = new LineRouting(grid);
        foreach (var edge in edges.OrderBy(edge => Measure(boxes[edge.Source], boxes[edge.Target])).ThenBy(edge => edge.Id))
        {
            if (routing.Find(boxes[edge.Source], boxes[edge.Target]) is not { } way)
                continue;

            ways.Add(edge, way);
            foreach (var (cell, entered, left) in way.Steps)
                grid.AddLine(cell, entered | left, edge.IsDashed);
            grid.Write(way.Steps[^1].Cell, GetArrow(way.Steps[^1].Left));
        }

        return ways;
    }

    private static int Measure(GridBox source, GridBox target) => Math.Abs(source.Left - target.Left) + Math.Abs(source.Top - target.Top);

    private string GetArrow(CellSides direction) => direction switch
    {
        CellSides.Up => isAscii ? "^" : "▲",
        CellSides.Down => isAscii ? "v" : "▼",
        CellSides.Left => isAscii ? "<" : "◀",
        _ => isAscii ? ">" : "▶",
    };

    /// <summary>Gives a line for each relation that has no room for what it says.</summary>
    private List<string> WriteLabels(CharacterGrid grid, Dictionary<DrawnEdge, LineWay> ways)
    {
        var legend = new List<string>();
        var next = 0;
        foreach (var edge in edges)
        {
            if (ways.TryGetValue(edge, out var way) && LabelWriting.TryWrite(grid, way, edge.Label))
                continue;

            // A line without a way is told in words all the same.
            var sign = way is not null && LabelWriting.TryWriteSign(grid, way, Signs[next].ToString()) ? Signs[next++] : '-';
            legend.Add($"{sign}  {nodes[edge.Source].Name} {(isAscii ? "->" : "→")} {nodes[edge.Target].Name}: {edge.Label}");
        }

        return legend;
    }
}

/// <param name="Name">The whole caption; <paramref name="Lines"/> are what the box shows.</param>
internal sealed record DrawnNode(int Id, string Name, IReadOnlyList<string> Lines)
{
    public int Width => Lines.Max(CellText.Measure) + 4;

    public int Height => Lines.Count + 2;

    public static DrawnNode Create(GraphStore store, NodeLabels labels, int node, int width, int mostLines, bool isAscii)
    {
        var ellipsis = TableFrame.Of(isAscii).Ellipsis;
        var name = string.Join(
            ' ', VisibleText.Show(Captions.Get(store, node)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var caption = CellText.Wrap(name, width).ToList();
        if (caption.Count > mostLines)
            caption = [.. caption.Take(mostLines - 1), CellText.Cut(string.Join(' ', caption.Skip(mostLines - 1)), width, ellipsis)];
        var label = VisibleText.Show(string.Join(", ", labels.GetSpecific(node)));
        return new DrawnNode(node, name, label.Length == 0 ? caption : [.. caption, CellText.Cut(label, width, ellipsis)]);
    }
}

/// <param name="Source">The index of a node of the drawing.</param>
/// <param name="Target">The index of a node of the drawing.</param>
/// <param name="Label">The type, when it was, and who says so.</param>
/// <param name="IsDashed">The article does not state it.</param>
internal sealed record DrawnEdge(int Id, int Source, int Target, string Label, bool IsDashed)
{
    public static DrawnEdge Create(GraphStore store, int edge, Dictionary<int, int> index)
    {
        var table = store.GetEdgeTable(edge);
        var status = FactStatus.Of(store, edge);
        string[] parts = [table.Type, FactPeriod.Describe(store, edge), status.Remark];
        var label = VisibleText.Show(string.Join(", ", parts.Skip(1).Where(part => part.Length > 0)) is { Length: > 0 } details
            ? $"{parts[0]} {details}"
            : parts[0]);
        return new DrawnEdge(edge, index[table.GetSource(edge)], index[table.GetTarget(edge)], label, !status.IsStated);
    }
}
