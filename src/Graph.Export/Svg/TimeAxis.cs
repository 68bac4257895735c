using System.Globalization;

namespace Graph.Export;

/// <summary>Days from left to right, with a line at each year, month or day, whichever gives about ten.</summary>
internal sealed class TimeAxis(CalendarDay first, CalendarDay last, double left, double width)
{
    private const int MostTicks = 14;
    private static readonly int[] YearSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
    private static readonly int[] MonthSteps = [1, 3, 6];
    private static readonly int[] DaySteps = [1, 2, 7, 14];

    private readonly double days = Math.Max(1, last.DayNumber - first.DayNumber + 1);

    /// <summary>The left side of a day.</summary>
    public double GetX(int day) => left + (day - first.DayNumber) / days * width;

    public void Draw(SvgCanvas canvas, double top, double bottom)
    {
        foreach (var (day, label) in ListTicks())
        {
            var x = GetX(day.DayNumber);
            canvas.Line(new Point(x, top), new Point(x, bottom), ("stroke", "#dfe3e8"), ("stroke-width", "1"));
            canvas.Text(new Point(x, top - 6), label, 10, ("text-anchor", "middle"), ("fill", SvgCanvas.Faint));
        }
    }

    private IEnumerable<(CalendarDay Day, string Label)> ListTicks()
    {
        foreach (var step in DaySteps.Where(step => days / step <= MostTicks).Take(1))
            return Enumerable.Range(0, (int)days / step + 1)
                .Select(i => new CalendarDay(first.DayNumber + i * step))
                .Where(day => day <= last)
                .Select(day => (day, day.ToString()));

        var months = (last.Year - first.Year) * 12 + last.Month - first.Month + 1;
        foreach (var step in MonthSteps.Where(step => months / step <= MostTicks).Take(1))
            return ListMonths(step);
        var chosen = YearSteps.First(step => (last.Year - first.Year) / step <= MostTicks);
        return Enumerable.Range(first.Year, last.Year - first.Year + 1)
            .Where(year => year % chosen == 0)
            .Select(year => CalendarDay.From(year, 1, 1))
            .Where(day => day >= first).Select(day => (day, day.Year.ToString("0000", CultureInfo.InvariantCulture)));
    }

    private IEnumerable<(CalendarDay Day, string Label)> ListMonths(int step)
    {
        for (var month = first.Year * 12 + first.Month - 1; month <= last.Year * 12 + last.Month - 1; month++)
        {
            var day = CalendarDay.From(month / 12, month % 12 + 1, 1);
            if (month % 12 % step == 0 && day >= first)
                yield return (day, string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{month % 12 + 1:00}"));
        }
    }
}
