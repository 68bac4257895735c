namespace Graph.Cli.Repl;

/// <summary>A date of a fact, or the two between which it lasts, of which one may not be said.</summary>
internal readonly record struct FactTime(PartialDate? On, PartialDate? Since, PartialDate? Until)
{
    /// <summary><c>2022-01</c>, <c>since 2019</c>, <c>2019 to 2021-05</c></summary>
    public override string ToString() => (On, Since, Until) switch
    {
        ({ } on, _, _) => on.Text,
        (_, { } since, { } until) => $"{since.Text} to {until.Text}",
        (_, { } since, _) => $"since {since.Text}",
        _ => $"until {Until?.Text}",
    };
}

/// <summary>
/// Where the facts of a relation type say when: in <c>since</c> and <c>until</c>, in any other property that is a date, and where a fact
/// has none of these, in a text <c>date</c> that reads as one.
/// </summary>
internal sealed class FactDates(EdgeTable table)
{
    private const string Since = "since";
    private const string Until = "until";
    private const string Text = "date";

    private readonly PropertyColumn? since = table.FindColumn(Since);
    private readonly PropertyColumn? until = table.FindColumn(Until);
    private readonly PropertyColumn? text = table.FindColumn(Text);

    private readonly PropertyColumn[] dates =
        [.. table.Columns.Where(column => column.Key is not (Since or Until) && column.Kind is (null or ValueKind.Date))];

    /// <summary>None for a fact without a date.</summary>
    public List<FactTime> List(int edge)
    {
        var row = edge - table.FirstEdge;
        var times = new List<FactTime>();
        foreach (var column in dates)
        {
            if (ReadDate(column, row) is { } date)
                times.Add(new FactTime(date, null, null));
        }

        var (start, end) = (ReadDate(since, row), ReadDate(until, row));
        if (start is not null || end is not null)
            times.Add(new FactTime(null, start, end));
        if (times.Count == 0 && ReadText(row) is { } read)
            times.Add(new FactTime(read, null, null));
        return times;
    }

    private static PartialDate? ReadDate(PropertyColumn? column, int row) =>
        column?.GetValue(row) is { Kind: ValueKind.Date } date ? date.AsDate() : null;

    private PartialDate? ReadText(int row) =>
        text?.GetValue(row) is { Kind: ValueKind.String } written && PartialDate.TryParse(written.AsString(), out var date, out _)
            ? date
            : null;
}
