using NodaTime;

namespace Graph.Query.Functions;

/// <summary>An offset from UTC, or a zone that gives one for each time.</summary>
internal readonly record struct Zone(int FixedOffset, DateTimeZone? Named)
{
    public static readonly Zone Utc = new(0, null);

    /// <summary>Reads <c>Z</c>, <c>+01:00</c> or the name of a zone.</summary>
    /// <exception cref="QueryException">There is no such zone.</exception>
    public static Zone Parse(string text)
    {
        if (TemporalParser.TryParseOffset(text, out var offset))
            return new Zone(offset, null);
        return TimeZones.TryFind(text, out var zone) ? new Zone(0, zone) : throw TemporalErrors.UnknownZone(text);
    }

    /// <summary>The zone that a time says it is in; null where it has none.</summary>
    public static Zone? Of(TemporalValue value)
    {
        if (!value.HasOffset)
            return null;
        return value.Zone is { } name ? Parse(name) : new Zone(value.Offset, null);
    }

    /// <summary>The point in time that a clock in the zone shows.</summary>
    public TemporalValue AtWall(CalendarDay day, long nanosecondOfDay) => Named is null
        ? TemporalValue.FromDateTime(day, nanosecondOfDay, FixedOffset, null)
        : TimeZones.AtWall(Named, day, nanosecondOfDay);

    /// <exception cref="QueryException">The instant is outside the calendar.</exception>
    public TemporalValue AtInstant(long epochSeconds, long nanosecond)
    {
        var offset = Named is null ? FixedOffset : TimeZones.GetOffset(Named, epochSeconds);
        var (day, time) = Clock.FromSeconds(epochSeconds + offset, nanosecond);
        return TemporalValue.FromDateTime(day, time, offset, Named?.Id);
    }

    /// <summary>The same instant on a clock in the zone.</summary>
    public TemporalValue Convert(TemporalValue time) =>
        AtInstant(time.EpochSeconds, time.NanosecondOfDay % TemporalValue.NanosecondsPerSecond);

    /// <summary>
    /// The same time of day on a clock with the offset of the zone, which is that of an instant where the zone has several.
    /// </summary>
    public TemporalValue ConvertTime(TemporalValue time, long epochSeconds)
    {
        var offset = Named is null ? FixedOffset : TimeZones.GetOffset(Named, epochSeconds);
        var shifted = time.NanosecondOfDay + ((offset - time.Offset) * TemporalValue.NanosecondsPerSecond);
        return TemporalValue.FromTime(Clock.FloorDivide(shifted, TemporalValue.NanosecondsPerDay).Remainder, offset);
    }
}
