namespace Graph.Postgres;

/// <summary>The years in which the articles of a store were published.</summary>
internal sealed class ArticleYears
{
    /// <summary>Of articles whose year is not known, and of what no article states.</summary>
    public const int Unknown = 0;

    public const string ArticleLabel = "Article";
    private static readonly string[] Published = ["published", "date"];

    private readonly List<(int Start, int[] Years)> ranges = [];

    public ArticleYears(GraphStore store)
    {
        var label = store.FindLabel(ArticleLabel);
        foreach (var range in store.NodeRanges.Where(range => range.Labels.Contains(label)))
        {
            var columns = Published.Select(range.FindColumn).OfType<PropertyColumn>().ToArray();
            ranges.Add((range.Start, [.. Enumerable.Range(0, range.Count).Select(row => FindYear(columns, row))]));
        }
    }

    /// <summary>Every year there may be, ascending.</summary>
    public ImmutableArray<int> All => [.. ranges.SelectMany(range => range.Years).Append(Unknown).Distinct().Order()];

    public static bool HasArticles(NodeTable table) => table.Labels.Contains(ArticleLabel);

    public int Get(int article)
    {
        foreach (var (start, years) in ranges)
        {
            if (article >= start && article < start + years.Length)
                return years[article - start];
        }

        return Unknown;
    }

    private static int FindYear(PropertyColumn[] columns, int row)
    {
        foreach (var column in columns)
        {
            if (column.HasValue(row) && column.GetValue(row) is { Kind: ValueKind.Date } date)
                return date.AsDate().Start.Year;
        }

        return Unknown;
    }
}
