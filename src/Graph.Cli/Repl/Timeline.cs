using System.Globalization;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>How many facts of an entity fall in each month, or in each year where they span more, as bars of characters.</summary>
internal static class Timeline
{
    private const int MostMonths = 36;
    private const int LongestBar = 50;
    private const int LabelWidth = 16;

    public static bool TryWrite(PromptContext context, int node)
    {
        var dates = FindDates(context, node);
        if (dates.Count == 0)
            return false;

        var (first, last) = (dates.Min(), dates.Max());
        var byYear = (last / 100 - first / 100) * 12 + last % 100 - first % 100 >= MostMonths;
        var counts = dates.GroupBy(month => byYear ? month / 100 : month).ToDictionary(group => group.Key, group => group.Count());
        var most = counts.Values.Max();
        var room = Math.Clamp((context.RenderOptions.Width ?? 80) - LabelWidth, 10, LongestBar);
        for (var period = byYear ? first / 100 : first; period <= (byYear ? last / 100 : last); period = Next(period, byYear))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var count = counts.GetValueOrDefault(period);
            var bar = new string(context.RenderOptions.IsAscii ? '#' : '█', (int)Math.Ceiling((double)count * room / most));
            var label = byYear
                ? period.ToString("0000", CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{period / 100:0000}-{period % 100:00}");
            context.Output.Write(
                $"{label,-7} {Ansi.Paint(bar, TextStyle.Number, context.RenderOptions.UseColor)}{(count > 0 ? $" {count}" : "")}".TrimEnd());
            context.Output.Write('\n');
        }

        return true;
    }

    private static int Next(int period, bool byYear) => byYear ? period + 1 : period % 100 == 12 ? period + 89 : period + 1;

    /// <summary>Year times 100 plus month. A date that is only a year counts for its first month.</summary>
    private static List<int> FindDates(PromptContext context, int node)
    {
        var dates = new List<int>();
        foreach (var table in context.Store.EdgeTables.Where(table => table.Type != StoreNames.MentionType))
        {
            if (table.FindColumn("on") is not { } column)
                continue;

            foreach (var view in new[] { table.Outgoing, table.Incoming })
                AddDates(context, table, view, column, node, dates);
        }

        return dates;
    }

    private static void AddDates(PromptContext context, EdgeTable table, Adjacency side, PropertyColumn column, int node, List<int> dates)
    {
        var view = side.View;
        var run = view.GetRun(node);
        for (var position = run.Start; position < run.End; position++)
        {
            if ((position & 0xFFF) == 0)
                context.Cancellation.ThrowIfCancellationRequested();
            if (column.GetValue(view.GetEdge(position) - table.FirstEdge) is { Kind: ValueKind.Date } date)
                dates.Add(date.AsDate().Start.Year * 100 + date.AsDate().Start.Month);
        }
    }
}
