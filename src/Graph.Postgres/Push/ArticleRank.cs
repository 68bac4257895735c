using System.Globalization;

namespace Graph.Postgres;

/// <summary>
/// Where the evidence of an article is told: by date, then by key. A text whose order by code point is that order, so that articles which
/// come later find their place between those that are there.
/// </summary>
internal static class ArticleRank
{
    private const string Published = "published";
    private const string Undated = "J";
    private const int LastDay = 9_999_999;

    public static string Get(GraphStore store, int article)
    {
        var date = store.GetNodeProperty(article, Published);
        var key = store.GetNodeProperty(article, StoreNames.Key);
        return (date.Kind == ValueKind.Date ? Get(date.AsDate()) : Undated) + Get(key);
    }

    /// <summary>The earlier first day, then the later last day: as dates are sorted.</summary>
    private static string Get(PartialDate date) =>
        string.Create(CultureInfo.InvariantCulture, $"F{date.Start.DayNumber:0000000}{LastDay - date.End.DayNumber:0000000}");

    /// <summary>Texts before numbers before none. A number goes in 16 digits, the negative ones first.</summary>
    private static string Get(Value key) => key.Kind switch
    {
        ValueKind.String => $"G{key.AsString()}",
        ValueKind.Integer => string.Create(CultureInfo.InvariantCulture, $"I{(ulong)key.AsInteger() ^ (1UL << 63):x16}"),
        ValueKind.Null => Undated,
        _ => $"H{ValueText.Format(key)}",
    };
}
