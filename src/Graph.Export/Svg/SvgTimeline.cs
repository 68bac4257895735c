using System.Globalization;

namespace Graph.Export;

/// <summary>What facts are put together by.</summary>
public enum FactGrouping
{
    Type,
    Entity,
}

/// <summary>Facts over time: a bar each, as long as the time is that it may have happened in, below what they have in common.</summary>
internal static class SvgTimeline
{
    private const double Margin = 24;
    private const double AxisWidth = 620;
    private const double LabelWidth = 300;
    private const double RowHeight = 19;
    private const double GroupHeight = 28;
    private const double Top = 50;
    private const double ShortestBar = 5;

    public static ExportReport Write(GraphSelection selection, FactGrouping grouping, Stream output)
    {
        var losses = new LossLedger();
        var (facts, undated) = DatedFact.Find(selection);
        losses.Count("fact without a date is not shown", "facts without a date are not shown", undated);
        var groups = Group(selection.Store, facts, grouping);
        var rows = groups.Sum(group => group.Facts.Count);
        var height = Top + groups.Count * GroupHeight + rows * RowHeight + Margin;
        using (var canvas = new SvgCanvas(
            output, default, new Extent(2 * Margin + AxisWidth + LabelWidth, height), $"{facts.Count} facts over time", losses))
        {
            if (facts.Count == 0)
                canvas.Text(new Point(Margin, Top), "No fact has a date.", 12, ("fill", SvgCanvas.Faint));
            else
                Draw(
                    canvas,
                    selection.Store,
                    groups,
                    new TimeAxis(facts.Min(fact => fact.Start), facts.Max(fact => fact.End), Margin, AxisWidth),
                    height);
        }

        return ExportReport.Create(losses, (facts.Count, "fact", "facts"), (groups.Count, "group", "groups"));
    }

    private static void Draw(
        SvgCanvas canvas, GraphStore store, List<(string Name, Color Color, List<DatedFact> Facts)> groups, TimeAxis axis, double height)
    {
        axis.Draw(canvas, Top - 16, height - Margin);
        var y = Top;
        foreach (var (name, color, facts) in groups)
        {
            canvas.Text(
                new Point(Margin, y + 14),
                string.Create(CultureInfo.InvariantCulture, $"{TextMeasure.Cut(name, 60)} ({facts.Count})"),
                12,
                ("fill", SvgCanvas.Ink),
                ("font-weight", "bold"));
            y += GroupHeight;
            foreach (var fact in facts)
            {
                DrawFact(canvas, store, fact, color, axis, y);
                y += RowHeight;
            }
        }
    }

    private static void DrawFact(SvgCanvas canvas, GraphStore store, DatedFact fact, Color color, TimeAxis axis, double y)
    {
        var table = store.GetEdgeTable(fact.Edge);
        var status = FactStatus.Of(store, fact.Edge);
        var (start, end) = (axis.GetX(fact.Start.DayNumber), axis.GetX(fact.End.DayNumber + 1));
        if (end - start < ShortestBar)
            (start, end) = ((start + end - ShortestBar) / 2, (start + end + ShortestBar) / 2);
        canvas.BeginGroup();
        canvas.Title(FactTexts.DescribeEdge(store, fact.Edge));
        (string, string) dashes = status.IsStated ? ("stroke-width", "1") : ("stroke-dasharray", "4 3");
        canvas.Rectangle(
            new Point(start, y), new Extent(end - start, RowHeight - 7), 3,
            ("fill", color.Hex),
            ("fill-opacity", fact.IsOpen ? "0.35" : status.IsStated ? "0.9" : "0.5"),
            ("stroke", color.Darker.Hex),
            dashes);
        var words = string.Join(" · ", new[]
        {
            $"{TextMeasure.Cut(Captions.Get(store, table.GetSource(fact.Edge)), 24)} → "
                + $"{TextMeasure.Cut(Captions.Get(store, table.GetTarget(fact.Edge)), 24)}", FactPeriod.Describe(store, fact.Edge),
            status.Remark,
        }.Where(part => part.Length > 0));
        (string, string) decoration = status.IsNegated ? ("text-decoration", "line-through") : ("unicode-bidi", "isolate");
        canvas.Text(new Point(Margin + AxisWidth + 10, y + 9.5), TextMeasure.Cut(words, 62), 9.5, ("fill", SvgCanvas.Ink), decoration);
        canvas.EndGroup();
    }

    /// <summary>
    /// By relation type in the order of the graph, or by entity, the one with the most facts first; a fact is below both its ends then.
    /// </summary>
    private static List<(string Name, Color Color, List<DatedFact> Facts)> Group(
        GraphStore store, List<DatedFact> facts, FactGrouping grouping)
    {
        if (grouping == FactGrouping.Type)
            return [
                .. facts
                    .GroupBy(fact => fact.Type)
                    .OrderBy(group => store.FindEdgeTable(group.Key)!.FirstEdge)
                    .Select((group, i) => (group.Key, SeriesColors.Get(i), group.ToList()))
            ];

        var palette = new LabelPalette(store);
        return
        [
            .. facts.SelectMany(fact => ListEnds(store, fact.Edge).Select(node => (Node: node, Fact: fact)))
                .GroupBy(pair => pair.Node)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
                .Select(group => (Captions.Get(store, group.Key), palette.GetColor(group.Key), group.Select(pair => pair.Fact).ToList())),
        ];
    }

    private static IEnumerable<int> ListEnds(GraphStore store, int edge) =>
        new[] { store.GetEdgeTable(edge).GetSource(edge), store.GetEdgeTable(edge).GetTarget(edge) }.Distinct();
}
