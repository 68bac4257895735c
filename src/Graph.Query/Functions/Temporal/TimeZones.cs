using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Graph.Query.Functions;

/// <summary>The zones of the time zone database that the program carries, by their exact names.</summary>
internal static class TimeZones
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private static readonly int EpochDay = CalendarDay.From(1970, 1, 1).DayNumber;

    public static IEnumerable<string> Names => DateTimeZoneProviders.Tzdb.Ids;

    public static bool TryFind(string name, [NotNullWhen(true)] out DateTimeZone? zone)
    {
        zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);
        return zone is not null;
    }

    /// <summary>
    /// What a clock on the wall shows: the earlier time where clocks go back over it, and as much later as they go forward where no clock
    /// shows it.
    /// </summary>
    public static TemporalValue AtWall(DateTimeZone zone, CalendarDay day, long nanosecondOfDay)
    {
        var local = Epoch.PlusDays(day.DayNumber - EpochDay) + LocalTime.FromNanosecondsSinceMidnight(nanosecondOfDay);
        var time = zone.AtLeniently(local);
        var shownDay = Clock.Day(Period.DaysBetween(Epoch, time.Date) + EpochDay);
        return TemporalValue.FromDateTime(shownDay, time.TimeOfDay.NanosecondOfDay, time.Offset.Seconds, zone.Id);
    }

    /// <summary>Seconds ahead of UTC at an instant.</summary>
    public static int GetOffset(DateTimeZone zone, long epochSeconds)
    {
        var known = Math.Clamp(epochSeconds, Instant.MinValue.ToUnixTimeSeconds(), Instant.MaxValue.ToUnixTimeSeconds());
        return zone.GetUtcOffset(Instant.FromUnixTimeSeconds(known)).Seconds;
    }
}
