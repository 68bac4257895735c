namespace Graph.Query.Tests.Execution;

/// <summary>Values that are computed for each row are held while the rows are put in order, at the sizes where what holds them is full.</summary>
public sealed class SortTests
{
    private const string Rows = "UNWIND range(1, $n) AS i WITH toString((i * 7919) % $n) AS s, i";

    public static TheoryData<int> Sizes => [0, 1, 16, 17, 1024, 1025, 65_535, 65_536, 65_537, 131_072, 131_073];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void ComputedTextsComeInOrder(int count) =>
        Assert.Equal(Texts(count).Order(StringComparer.Ordinal), Ask($"{Rows} RETURN s ORDER BY s", count));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void TheFirstAreThoseOfAll(int count) =>
        Assert.Equal(Texts(count).OrderDescending(StringComparer.Ordinal).Take(70_000), Ask($"{Rows} RETURN s ORDER BY s DESC LIMIT 70000", count));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void NullsComeLast(int count) => Assert.Equal(
        Texts(count).Select((text, index) => index % 2 == 0 ? null : text).Order(Comparer<string?>.Create(CompareNullLast)),
        Ask($"{Rows} RETURN CASE WHEN i % 2 = 0 THEN s END AS x ORDER BY x", count));

    private static int CompareNullLast(string? left, string? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ => string.CompareOrdinal(left, right),
    };

    private static IEnumerable<string> Texts(int count) =>
        Enumerable.Range(1, count).Select(i => (i * 7919L % count).ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<string?> Ask(string query, int count)
    {
        var engine = new QueryEngine(TestGraph.Store);
        var parameters = new Dictionary<string, Value> { ["n"] = Value.FromInteger(count) };
        return engine.Run(engine.Prepare(new SourceText(query)), parameters).Rows.Select(row => row[0].IsNull ? null : row[0].AsString()).ToList();
    }
}
