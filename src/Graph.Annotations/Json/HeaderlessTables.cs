using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// The columns of tables that are published without a header: GDELT's events, known by the number of their columns and by the day in each
/// form that GDELT writes, <c>20220101</c>, <c>202201</c>, <c>2022</c>, <c>2022.0027</c>; the news of MIND, by an address before two lists.
/// </summary>
internal static class HeaderlessTables
{
    private const int Oldest = 57;
    private const int First = 58;
    private const int Second = 61;

    private static readonly string[] News =
        ["id", "category", "subcategory", "title", "abstract", "url", "title_entities", "abstract_entities"];

    private static readonly string[] Actor =
    [
        "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code",
        "Type3Code",
    ];

    private static readonly string[] Event =
    [
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources",
        "NumArticles", "AvgTone",
    ];

    private static readonly string[] Place = ["Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"];

    /// <summary>The names of the columns; null for a table whose first row is not one of these.</summary>
    public static string[]? Find(IReadOnlyList<string> row) => IsNews(row) ? News : FindEvents(row);

    private static bool IsNews(IReadOnlyList<string> row) =>
        row.Count == News.Length && row[^3].StartsWith("http", StringComparison.Ordinal)
        && row.Skip(News.Length - 2).All(list => list is ['[', .., ']']);

    private static string[]? FindEvents(IReadOnlyList<string> row) =>
        row.Count is Oldest or First or Second
            && Regex.IsMatch(row[0], @"^\d+$", RegexOptions.CultureInvariant)
            && Regex.IsMatch(row[1], @"^(19|20)\d{6}$", RegexOptions.CultureInvariant)
            && row[2] == row[1][..6] && row[3] == row[1][..4] && row[4].StartsWith($"{row[3]}.", StringComparison.Ordinal)
            ? Name(row.Count)
            : null;

    private static string[] Name(int columns)
    {
        var place = Place.Where(name => columns == Second || name != "ADM2Code").ToList();
        IEnumerable<string> names =
        [
            "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate",
            .. Actor.Select(name => $"Actor1{name}"), .. Actor.Select(name => $"Actor2{name}"), .. Event,
            .. new[] { "Actor1Geo_", "Actor2Geo_", "ActionGeo_" }.SelectMany(of => place.Select(name => of + name)), "DATEADDED",
            "SOURCEURL",
        ];
        return [.. names.Take(columns)];
    }
}
