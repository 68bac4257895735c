using CsCheck;
using Graph.Core;

namespace Graph.Core.Tests.Values;

/// <summary>Times and durations as ISO 8601 writes them, in both directions, and the calendar by its other countings.</summary>
public sealed class TemporalTests
{
    [Fact]
    public void ATimeReadsBackAsItself() => ValueGen.Temporals.Sample(time =>
        TemporalParser.ParseStored(time.ToString(), time.Kind) is { } read && TemporalValue.Compare(time, read) == 0);

    [Fact]
    public void ADurationReadsBackAsItself() => ValueGen.Durations.Sample(duration =>
        DurationParser.TryParse(duration.ToString(), out var read) && DurationValue.AreEqual(duration, read));

    [Fact]
    public void OnlyTimesThatAreAlikeAreEqual() =>
        Gen.Select(ValueGen.Temporals, ValueGen.Temporals).Where((a, b) => a.Kind == b.Kind).Sample((a, b) =>
        (TemporalValue.Compare(a, b) == 0) == (a.ToString() == b.ToString()));

    [Theory]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1")]
    [InlineData("1D")]
    [InlineData("P1D1D")]
    [InlineData("P1DT")]
    [InlineData("P1H")]
    [InlineData("PT1D")]
    [InlineData("P2012-13-02")]
    [InlineData("P--1D")]
    [InlineData("P1.D2")]
    public void WhatIsNoDurationIsRefused(string text) => Assert.False(DurationParser.TryParse(text, out _));

    [Theory]
    [InlineData("2015-07-21T24:00", false)]
    [InlineData("2015-07-21T10:60", false)]
    [InlineData("2015-02-29", false)]
    [InlineData("2015-W54", false)]
    [InlineData("2015-W30-8", false)]
    [InlineData("2015-366", false)]
    [InlineData("2015-07-21T10:00+19:00", false)]
    [InlineData("2015-07-21T10:00[", false)]
    [InlineData("2015-07-21T10:00[Europe/London] ", false)]
    [InlineData("2015-07-21 10:00", false)]
    [InlineData("20150721 ", false)]
    [InlineData("21:40:32.", true)]
    [InlineData("2140:32", true)]
    [InlineData("", true)]
    [InlineData("", false)]
    public void WhatIsNoTimeIsRefused(string text, bool isTime) => Assert.False(TemporalParser.TryParse(text, isTime, out _));

    /// <summary>Every day of the calendar by its week and by its quarter, against the calendar of the platform.</summary>
    [Fact]
    public void WeeksAndQuartersRunThroughTheCalendar()
    {
        for (var day = DateOnly.MinValue; day < DateOnly.MaxValue; day = day.AddDays(1))
        {
            var date = CalendarDay.From(day);
            var (year, week) = Calendar.GetWeek(date);
            var time = day.ToDateTime(default);
            if (week != System.Globalization.ISOWeek.GetWeekOfYear(time) || (int)day.DayOfWeek != Calendar.DayOfWeek(date) % 7)
                Assert.Fail($"{day:O} is week {week}");
            if (year is > 0 and <= 9999 && (!Calendar.TryCreateWeek(year, week, Calendar.DayOfWeek(date), out var again) || again != date))
                Assert.Fail($"{day:O} is not day {Calendar.DayOfWeek(date)} of week {week}");
            if (!Calendar.TryCreateQuarter(day.Year, Calendar.Quarter(date), Calendar.DayOfQuarter(date), out var quarter)
                || quarter != date)
                Assert.Fail($"{day:O} is not in its quarter");
            if (Calendar.DayOfYear(date) != day.DayOfYear)
                Assert.Fail($"{day:O} is day {Calendar.DayOfYear(date)}");
        }
    }

    [Theory]
    [InlineData("2022-01-31", 1, "2022-02-28")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2022-01-31", -2, "2021-11-30")]
    [InlineData("0001-01-15", -12, "0000-01-15")]
    [InlineData("0000-01-15", -1, null)]
    [InlineData("9999-12-31", 1, null)]
    [InlineData("2022-01-31", long.MaxValue, null)]
    public void AMonthLaterIsTheSameDayOrTheLastOfTheMonth(string day, long months, string? expected)
    {
        var isInside = Calendar.TryAddMonths(ValueGen.Parse(day).Start, months, out var moved);
        Assert.Equal(expected, isInside ? moved.ToString() : null);
    }

    [Theory]
    [InlineData("2022-02-01", "2022-02-28", "2022-02")]
    [InlineData("2022-01-01", "2022-12-31", "2022")]
    [InlineData("2022-01-01", "2022-03-31", "2022-01-01/2022-03-31")]
    [InlineData("2021-12-01", "2022-12-31", "2021-12-01/2022-12-31")]
    [InlineData("2022-01-05", "2022-01-05", "2022-01-05")]
    public void DaysAreWrittenAsTheMonthOrYearThatTheyAre(string start, string end, string expected) =>
        Assert.Equal(expected, PartialDate.FromDays(ValueGen.Parse(start).Start, ValueGen.Parse(end).Start).Text);
}
