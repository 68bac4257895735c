using System.Globalization;

namespace Graph.Export;

/// <summary>
/// How many facts fall in each month, or year where they span many, by relation type; of a selection without dated facts, how many of its
/// articles. What is known less well than that counts where it may begin.
/// </summary>
internal static class SvgCounts
{
    private const double Margin = 24;
    private const double Left = 60;
    private const double PlotWidth = 760;
    private const double PlotHeight = 280;
    private const double Top = 30;
    private const int MostMonths = 60;
    private const string Articles = "articles";
    private const string OtherTypes = "other";

    public static ExportReport Write(GraphSelection selection, Stream output)
    {
        var losses = new LossLedger();
        var dated = FindDated(selection, losses);
        var series = ListSeries(dated);
        var rows = (series.Count + 3) / 4;
        var height = Top + PlotHeight + 40 + rows * 20 + Margin;
        using (var canvas = new SvgCanvas(
            output,
            default,
            new Extent(Left + PlotWidth + Margin, height),
            $"{dated.Count} {(series is [Articles] ? Articles : "facts")} over time",
            losses))
        {
            if (dated.Count == 0)
                canvas.Text(new Point(Left, Top + 20), "Nothing has a date.", 12, ("fill", SvgCanvas.Faint));
            else
                Draw(canvas, dated, series);
        }

        return ExportReport.Create(losses, series is [Articles] ? (dated.Count, "article", "articles") : (dated.Count, "fact", "facts"));
    }

    private static void Draw(SvgCanvas canvas, List<(CalendarDay Day, string Series)> dated, List<string> series)
    {
        var (first, last) = (dated.Min(item => item.Day), dated.Max(item => item.Day));
        var byYear = (last.Year - first.Year) * 12 + last.Month - first.Month >= MostMonths;
        var start = byYear ? first.Year : first.Year * 12 + first.Month - 1;
        var buckets = (byYear ? last.Year : last.Year * 12 + last.Month - 1) - start + 1;
        var counts = dated
            .GroupBy(item => (
                (byYear ? item.Day.Year : item.Day.Year * 12 + item.Day.Month - 1) - start,
                series.Contains(item.Series) ? item.Series : OtherTypes))
            .ToDictionary(group => group.Key, group => group.Count());
        var most = Enumerable.Range(0, buckets).Max(bucket => series.Sum(name => counts.GetValueOrDefault((bucket, name))));
        DrawScale(canvas, most);
        var step = PlotWidth / buckets;
        var every = (int)Math.Ceiling(58 / step);
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            var x = Left + bucket * step;
            DrawBar(
                canvas,
                series,
                name => counts.GetValueOrDefault((bucket, name)),
                x,
                Math.Min(step * 0.82, 60),
                most,
                Name(start + bucket, byYear));
            if (bucket % every == 0)
                canvas.Text(
                    new Point(x + Math.Min(step * 0.82, 60) / 2, Top + PlotHeight + 16),
                    Name(start + bucket, byYear),
                    10,
                    ("text-anchor", "middle"),
                    ("fill", SvgCanvas.Faint));
        }

        DrawSeries(canvas, series);
    }

    private static void DrawBar(
        SvgCanvas canvas, List<string> series, Func<string, int> count, double x, double width, int most, string period)
    {
        var y = Top + PlotHeight;
        for (var i = 0; i < series.Count; i++)
        {
            if (count(series[i]) is not (> 0 and var number))
                continue;

            var height = PlotHeight * number / most;
            y -= height;
            canvas.BeginGroup();
            canvas.Title(string.Create(CultureInfo.InvariantCulture, $"{period} {series[i]}: {number}"));
            canvas.Rectangle(
                new Point(x, y),
                new Extent(width, height),
                0,
                ("fill", ColorOf(series, i)),
                ("stroke", "#ffffff"),
                ("stroke-width", "0.6"));
            canvas.EndGroup();
        }
    }

    private static void DrawScale(SvgCanvas canvas, int most)
    {
        var steps = Enumerable.Range(0, 9).SelectMany(power => new[] { 1, 2, 5 }.Select(digit => digit * (int)Math.Pow(10, power)));
        var step = steps.First(step => most / step <= 6);
        for (var value = 0; value <= most; value += step)
        {
            var y = Top + PlotHeight - PlotHeight * value / most;
            canvas.Line(new Point(Left, y), new Point(Left + PlotWidth, y), ("stroke", "#dfe3e8"), ("stroke-width", "1"));
            canvas.Text(
                new Point(Left - 8, y + 3.5),
                value.ToString(CultureInfo.InvariantCulture),
                10,
                ("text-anchor", "end"),
                ("fill", SvgCanvas.Faint));
        }
    }

    private static void DrawSeries(SvgCanvas canvas, List<string> series)
    {
        for (var i = 0; i < series.Count; i++)
        {
            var place = new Point(Left + i % 4 * PlotWidth / 4, Top + PlotHeight + 34 + i / 4 * 20);
            canvas.Rectangle(place, new Extent(12, 12), 2, ("fill", ColorOf(series, i)));
            canvas.Text(place + new Point(18, 10), TextMeasure.Cut(series[i], 24), 10.5, ("fill", SvgCanvas.Ink));
        }
    }

    private static string ColorOf(List<string> series, int index) =>
        series[index] == OtherTypes ? SeriesColors.Other.Hex : SeriesColors.Get(index).Hex;

    private static string Name(int bucket, bool byYear) => byYear
        ? bucket.ToString("0000", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{bucket / 12:0000}-{bucket % 12 + 1:00}");

    private static List<(CalendarDay Day, string Series)> FindDated(GraphSelection selection, LossLedger losses)
    {
        var (facts, undated) = DatedFact.Find(selection);
        if (facts.Count > 0)
        {
            losses.Count("fact without a date is not counted", "facts without a date are not counted", undated);
            return [.. facts.Select(fact => (fact.Start, fact.Type))];
        }

        var published = selection.Nodes
            .ToArray()
            .Select(node => selection.Store.GetNodeProperty(node, "published"))
            .Where(value => value.Kind == ValueKind.Date);
        return [.. published.Select(value => (value.AsDate().Start, Articles))];
    }

    /// <summary>The types with the most facts; the rest together where they are more than there are colours.</summary>
    private static List<string> ListSeries(List<(CalendarDay Day, string Series)> dated)
    {
        var names = dated
            .GroupBy(item => item.Series)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key)
            .ToList();
        return names.Count <= SeriesColors.Count ? names : [.. names.Take(SeriesColors.Count - 1), OtherTypes];
    }
}
