using System.Text.Json;

namespace Graph.Annotations;

/// <summary>The days that records give, in the ways in which services and tables write them.</summary>
internal static class JsonDates
{
    // Where services write when an article appeared; what is no date there is counted as not read.
    private static readonly string[] Others =
        ["published_at", "publishedAt", "published_date", "publish_date", "publication_date", "pub_date", "pubDate", "datePublished",
            "date_published"];

    private const int LongestTime = 35;

    public static bool IsOther(string field) => Others.Contains(field);

    /// <summary>The day in one of these fields; null where none has one.</summary>
    public static PartialDate? FindOther(JsonElement record) =>
        Others.Select(name => Read(record.Text(name))).FirstOrDefault(date => date is not null);

    /// <summary>Whether a text is a date with a time and nothing else.</summary>
    public static bool IsTime(string text) => text.Length <= LongestTime && Read(text) is not null;

    /// <summary>A date, also with a time behind it or without marks between; null for anything else.</summary>
    public static PartialDate? Read(string? text)
    {
        if (text is null)
            return null;
        if (text.Length > 10 && text[10] is 'T' or ' ')
            text = text[..10];
        return PartialDate.TryParse(WithMarks(text), out var date, out _) ? date : null;
    }

    /// <summary>A date, or a diagnostic; tables write the year 2021 as <c>2021.0</c>.</summary>
    public static PartialDate? Parse(string? text, SourcePlace place, ReadingLog log)
    {
        if (text is null)
            return null;
        if (text.EndsWith(".0", StringComparison.Ordinal) && text.Length == 6)
            text = text[..^2];
        return Read(text) ?? MetadataDate.Parse(text, place, log);
    }

    /// <summary><c>20180101</c> as <c>2018-01-01</c>.</summary>
    private static string WithMarks(string text) =>
        text.Length == 8 && text.All(char.IsAsciiDigit) && text[..2] is "18" or "19" or "20"
            ? $"{text[..4]}-{text[4..6]}-{text[6..]}"
            : text;
}
