using System.Globalization;
using Graph.Cli.Rendering;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>
/// How many facts of an entity fall in each month, or in each year where they span more, as bars of characters. A date that is known less
/// well than that has a line of its own, as wide as it is known.
/// </summary>
internal sealed class Timeline
{
    private const int MostMonths = 36;
    private const int LongestBar = 50;
    private const int LongestPause = 10;

    private readonly PromptContext context;
    private readonly List<FactTime> times = [];
    private readonly Dictionary<Span, int> dated = [];
    private readonly Dictionary<int, int> lasting = [];
    private readonly bool byYear;
    private int undated;

    private Timeline(PromptContext context, int node)
    {
        this.context = context;
        foreach (var table in context.Store.EdgeTables.Where(table => table.Type != StoreNames.MentionType))
        {
            Read(table, table.Outgoing, node, countsLoops: true);
            Read(table, table.Incoming, node, countsLoops: false);
        }

        var days = times.SelectMany(time => new[] { time.On, time.Since, time.Until }).OfType<PartialDate>().ToList();
        byYear = days.Count > 0 && GetMonth(days.Max(date => date.End)) - GetMonth(days.Min(date => date.Start)) >= MostMonths;
        foreach (var time in times)
            Count(time);
    }

    /// <summary>The first and the last period that a date may be in: months, or years, counted from the year 0.</summary>
    private readonly record struct Span(int First, int Last);

    /// <summary>False for an entity without dated facts.</summary>
    public static bool TryWrite(PromptContext context, int node)
    {
        var timeline = new Timeline(context, node);
        if (timeline.times.Count == 0)
            return false;

        timeline.Write();
        return true;
    }

    private void Read(EdgeTable table, Adjacency side, int node, bool countsLoops)
    {
        var view = side.View;
        var dates = new FactDates(table);
        var run = view.GetRun(node);
        for (var position = run.Start; position < run.End; position++)
        {
            if ((position & 0xFFF) == 0)
                context.Cancellation.ThrowIfCancellationRequested();
            if (!countsLoops && view.Neighbours[position] == node)
                continue;
            var found = dates.List(view.GetEdge(position));
            if (found.Count == 0 && FindEventDate(view.Neighbours[position]) is { } date)
                found.Add(new FactTime(date, null, null));
            times.AddRange(found);
            undated += found.Count == 0 ? 1 : 0;
        }
    }

    /// <summary>A part in an event is dated as that is.</summary>
    private PartialDate? FindEventDate(int node) =>
        context.Store.FindLabel("Event") is >= 0 and var label && context.Store.HasLabel(node, label)
            && context.Store.GetNodeProperty(node, "on") is { Kind: ValueKind.Date } date
                ? date.AsDate()
                : null;

    /// <summary>A fact that lasts counts where it begins, where it ends, and in every period that lies between for certain.</summary>
    private void Count(FactTime time)
    {
        var spans = new[] { time.On, time.Since, time.Until }.OfType<PartialDate>().Select(GetSpan).ToList();
        foreach (var span in spans.Distinct())
            dated[span] = dated.GetValueOrDefault(span) + 1;
        if (time is not { Since: not null, Until: not null })
            return;

        for (var period = spans[0].Last + 1; period < spans[1].First; period++)
            lasting[period] = lasting.GetValueOrDefault(period) + 1;
    }

    private Span GetSpan(PartialDate date) => new(GetPeriod(date.Start), GetPeriod(date.End));

    private int GetPeriod(CalendarDay day) => byYear ? day.Year : GetMonth(day);

    private static int GetMonth(CalendarDay day) => day.Year * 12 + day.Month - 1;

    private void Write()
    {
        var rows = ListRows();
        var most = rows.Max(row => row.Dated + row.Lasting);
        var labelWidth = Math.Max(7, rows.Max(row => row.Label.Length));
        var countWidth = rows.Max(row => row.Count.Length) + 2;
        var room = Math.Clamp((context.RenderOptions.Width ?? 80) - labelWidth - countWidth, 10, LongestBar);
        foreach (var row in rows)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var line = $"{row.Label.PadRight(labelWidth)} {DrawBar(row, room, most)} {row.Count}";
            context.Output.Write($"{line.TrimEnd()}\n");
        }

        WriteCaption(rows);
    }

    private string DrawBar(Row row, int room, int most)
    {
        var all = Scale(row.Dated + row.Lasting, room, most);
        var full = Math.Min(Scale(row.Dated, room, most), row.Lasting > 0 ? all - 1 : all);
        var (dark, light) = Marks;
        var bar = new string(dark, Math.Max(full, row.Dated > 0 ? 1 : 0)).PadRight(all, light);
        return bar.Length == 0 ? "" : Ansi.Paint(bar, TextStyle.Number, context.RenderOptions.UseColor);
    }

    private (char Dated, char Lasting) Marks => context.RenderOptions.IsAscii ? ('#', '-') : ('█', '░');

    private static int Scale(int count, int room, int most) => (int)Math.Ceiling((double)count * room / most);

    /// <summary>In the order of time, what is known less well first; long times in which nothing changes are one row.</summary>
    private List<Row> ListRows()
    {
        var rows = new List<Row>();
        var exact = dated.Keys.Where(span => span.First == span.Last).Select(span => span.First).Concat(lasting.Keys).ToHashSet();
        var wide = new Queue<Span>(
            dated.Keys.Where(span => span.First < span.Last).OrderBy(span => span.First).ThenByDescending(span => span.Last));
        var (first, last) = exact.Count > 0 ? (exact.Min(), exact.Max()) : (0, -1);
        for (var period = first; period <= last;)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            AddWide(rows, wide, period);
            var pause = CountUnchanged(period, Math.Min(last, wide.TryPeek(out var next) ? next.First - 1 : last));
            if (pause > LongestPause)
            {
                var light = lasting.GetValueOrDefault(period);
                var length = $"{pause.ToString("N0", CultureInfo.InvariantCulture)} {(byYear ? "years" : "months")}";
                rows.Add(new Row("...", 0, light, light > 0 ? $"{Format(light)}, for {length}" : length, false));
                period += pause;
                continue;
            }

            rows.Add(CreateRow(new Span(period, period)));
            period++;
        }

        AddWide(rows, wide, int.MaxValue);
        return rows;
    }

    private void AddWide(List<Row> rows, Queue<Span> wide, int period)
    {
        while (wide.TryPeek(out var span) && span.First <= period)
            rows.Add(CreateRow(wide.Dequeue()));
    }

    /// <summary>How many periods from here on have no date, and the same number of facts that last.</summary>
    private int CountUnchanged(int period, int last)
    {
        var end = period;
        while (end <= last && !dated.ContainsKey(new Span(end, end)) && lasting.GetValueOrDefault(end) == lasting.GetValueOrDefault(period))
            end++;
        return end - period;
    }

    private Row CreateRow(Span span)
    {
        var (count, light) = (dated.GetValueOrDefault(span), span.First == span.Last ? lasting.GetValueOrDefault(span.First) : 0);
        var text = (count, light) switch
        {
            (0, 0) => "",
            (_, 0) => Format(count),
            (0, _) => Format(light),
            _ => $"{Format(count)} + {Format(light)}",
        };
        return new Row(Describe(span), count, light, text, span.First < span.Last);
    }

    private static string Format(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>2022</c>, <c>2022-01</c>, <c>2022-01/2022-03</c>; twelve months that are a year are written as it.</summary>
    private string Describe(Span span)
    {
        if (!byYear && span.First % 12 == 0 && span.Last % 12 == 11)
            return DescribeEnds(span.First / 12, span.Last / 12, DescribeYear);
        return DescribeEnds(span.First, span.Last, byYear ? DescribeYear : DescribeMonth);
    }

    private static string DescribeYear(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    private static string DescribeMonth(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{month % 12 + 1:00}");

    private static string DescribeEnds(int first, int last, Func<int, string> describe) =>
        string.Join('/', new[] { first, last }.Distinct().Select(describe));

    private void WriteCaption(List<Row> rows)
    {
        var open = times.Count(time => time.On is null && (time.Since is null || time.Until is null));
        var unit = byYear ? "year" : "month";
        string?[] sentences =
        [
            rows.Find(row => row.IsWide) is { } wide ? $"{wide.Label}: the {unit} is not known, only this." : null,
            lasting.Count > 0 ? $"{Marks.Lasting}: lasts through it; {Marks.Dated}: happens, begins or ends in it." : null,
            open > 0 ? $"Of {Format(open)} only the beginning or the end is known, and counted." : null,
            undated > 0 ? $"Without a date, and not shown: {Format(undated)}." : null,
        ];
        foreach (var sentence in sentences.OfType<string>())
            context.WriteWrapped(sentence);
    }

    private sealed record Row(string Label, int Dated, int Lasting, string Count, bool IsWide);
}
