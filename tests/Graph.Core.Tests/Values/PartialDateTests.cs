using System.Text;
using System.Text.Json;
using CsCheck;
using Graph.Core;

namespace Graph.Core.Tests.Values;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2022", "2022-01-01", "2022-12-31", DatePrecision.Year, 2022, null, null)]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", DatePrecision.Month, 2024, 2, null)]
    [InlineData("1900-02", "1900-02-01", "1900-02-28", DatePrecision.Month, 1900, 2, null)]
    [InlineData("2022-01-05", "2022-01-05", "2022-01-05", DatePrecision.Day, 2022, 1, 5)]
    [InlineData("2022-01/2022-03", "2022-01-01", "2022-03-31", DatePrecision.Interval, 2022, null, null)]
    [InlineData("2021/2022-01-05", "2021-01-01", "2022-01-05", DatePrecision.Interval, null, null, null)]
    [InlineData("2021-01/2022-01", "2021-01-01", "2022-01-31", DatePrecision.Interval, null, null, null)]
    [InlineData("2022-01-05/2022-01-05", "2022-01-05", "2022-01-05", DatePrecision.Interval, 2022, 1, 5)]
    [InlineData("0000", "0000-01-01", "0000-12-31", DatePrecision.Year, 0, null, null)]
    [InlineData("0000-02-29", "0000-02-29", "0000-02-29", DatePrecision.Day, 0, 2, 29)]
    [InlineData("0001-01-01", "0001-01-01", "0001-01-01", DatePrecision.Day, 1, 1, 1)]
    [InlineData("9999-12-31", "9999-12-31", "9999-12-31", DatePrecision.Day, 9999, 12, 31)]
    public void DateIsReadAndPrintsAsWritten(
        string text, string start, string end, DatePrecision precision, int? year, int? month, int? day)
    {
        Assert.True(PartialDate.TryParse(text, out var date, out _));
        Assert.Equal((text, start, end, precision), (date.ToString(), date.Start.ToString(), date.End.ToString(), date.Precision));
        Assert.Equal((year, month, day), (date.Year, date.Month, date.Day));
        Assert.Equal(precision == DatePrecision.Day, PartialDateParser.TryReadDay(Encoding.UTF8.GetBytes(text), out var read));
        Assert.Equal(precision == DatePrecision.Day ? date.Start : default, read);
    }

    [Theory]
    [InlineData("", "write YYYY, YYYY-MM or YYYY-MM-DD, or two of these with '/' between them")]
    [InlineData("22", "write YYYY, YYYY-MM or YYYY-MM-DD, or two of these with '/' between them")]
    [InlineData("2022/01", "write YYYY, YYYY-MM or YYYY-MM-DD, or two of these with '/' between them")]
    [InlineData("2022-1-05", "write YYYY, YYYY-MM or YYYY-MM-DD, or two of these with '/' between them")]
    [InlineData("05-01-2022", "write YYYY, YYYY-MM or YYYY-MM-DD, or two of these with '/' between them")]
    [InlineData("２０２２", "write YYYY, YYYY-MM or YYYY-MM-DD, or two of these with '/' between them")]
    [InlineData("2022-13", "there is no month 13")]
    [InlineData("2022-00-01", "there is no month 00")]
    [InlineData("2022-02-29", "2022-02 has no day 29")]
    [InlineData("2022-01-00", "2022-01 has no day 00")]
    [InlineData("2022/2021", "the interval ends before it starts")]
    [InlineData("2022-01-05T10:00", "a date has no time of day here")]
    [InlineData("2022/..", "an interval needs both ends; open ends belong to EDTF level 1, and only level 0 is read")]
    [InlineData("/2022", "an interval needs both ends; open ends belong to EDTF level 1, and only level 0 is read")]
    [InlineData("2022?", "uncertain and unspecified parts ('?', '~', '%', 'X') belong to EDTF levels 1 and 2, and only level 0 is read")]
    [InlineData("202X", "uncertain and unspecified parts ('?', '~', '%', 'X') belong to EDTF levels 1 and 2, and only level 0 is read")]
    public void WhatIsNoDateSaysWhy(string text, string reason)
    {
        Assert.False(PartialDate.TryParse(text, out _, out var actual));
        Assert.False(PartialDateParser.TryReadDay(Encoding.UTF8.GetBytes(text), out _));
        Assert.Equal(reason, actual);
    }

    [Fact]
    public void DatesAreKeysOfJsonObjects()
    {
        Dictionary<PartialDate, int> counts = new() { [PartialDate.Parse("2022")] = 1, [PartialDate.Parse("2022-01/2022-03")] = 2 };
        var text = JsonSerializer.Serialize(counts);
        Assert.Equal("""{"2022":1,"2022-01/2022-03":2}""", text);
        Assert.Equal(counts, JsonSerializer.Deserialize<Dictionary<PartialDate, int>>(text));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<PartialDate, int>>("""{"2022-13":1}"""));
    }

    [Fact]
    public void DateIsLessExactlyWhenEachOfItsDaysIs() => Gen.Select(ValueGen.Dates, ValueGen.Dates).Sample((a, b) =>
        (PartialDate.IsLess(a, b) == true) == (a.End < b.Start)
        && (PartialDate.IsLess(a, b) == false) == (PartialDate.AreEqual(a, b) || a.Start >= b.End));

    [Fact]
    public void WithinIsOverlappingWithNothingOutside() => Gen.Select(ValueGen.Dates, ValueGen.Dates).Sample((a, b) =>
        PartialDate.Overlaps(a, b) == PartialDate.Overlaps(b, a)
        && (!PartialDate.Within(a, b) || PartialDate.Overlaps(a, b))
        && (PartialDate.Within(a, b) && PartialDate.Within(b, a)) == PartialDate.AreEqual(a, b));

    [Fact]
    public void DayNumbersRunThroughTheCalendar()
    {
        var day = CalendarDay.From(0, 1, 1);
        Assert.Equal(0, day.DayNumber);
        for (; day.Year < 5; day = new CalendarDay(day.DayNumber + 1))
            Assert.Equal(day, CalendarDay.From(day.Year, day.Month, day.Day));
        Assert.Equal("0005-01-01", day.ToString());
        Assert.Equal(CalendarDay.From(2022, 1, 5), CalendarDay.From(new DateOnly(2022, 1, 5)));
    }
}
