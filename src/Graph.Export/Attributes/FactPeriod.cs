namespace Graph.Export;

/// <summary>The days that a fact is dated to: from the first to the last possible day; open where nothing is said.</summary>
internal sealed record FactPeriod(CalendarDay? Start, CalendarDay? End)
{
    public const string On = "on";
    public const string Since = "since";
    public const string Until = "until";

    /// <summary>Of an edge with <c>on</c>, or with <c>since</c> or <c>until</c>; null for any other.</summary>
    public static FactPeriod? Find(GraphStore store, int edge)
    {
        if (GetDate(store, edge, On) is { } on)
            return new FactPeriod(on.Start, on.End);

        var (since, until) = (GetDate(store, edge, Since), GetDate(store, edge, Until));
        return since is null && until is null ? null : new FactPeriod(since?.Start, until?.End);
    }

    /// <summary><c>2022-01</c>, <c>since 2019</c>, <c>2019 to 2021-05</c>; empty for a fact without a date.</summary>
    public static string Describe(GraphStore store, int edge)
    {
        if (GetDate(store, edge, On) is { } on)
            return on.Text;

        return (GetDate(store, edge, Since), GetDate(store, edge, Until)) switch
        {
            ({ } since, { } until) => $"{since.Text} to {until.Text}",
            ({ } since, null) => $"since {since.Text}",
            (null, { } until) => $"until {until.Text}",
            _ => "",
        };
    }

    private static PartialDate? GetDate(GraphStore store, int edge, string key) =>
        store.GetEdgeProperty(edge, key) is { Kind: ValueKind.Date } date ? date.AsDate() : null;
}
