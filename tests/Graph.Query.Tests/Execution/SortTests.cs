namespace Graph.Query.Tests.Execution;

/// <summary>
/// Values that are computed for each row are held while the rows are put in order, at the sizes where what holds them is full.
/// </summary>
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
        Assert.Equal(
            Texts(count).OrderDescending(StringComparer.Ordinal).Take(70_000), Ask($"{Rows} RETURN s ORDER BY s DESC LIMIT 70000", count));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void NullsComeLast(int count) => Assert.Equal(
        Texts(count).Select((text, index) => index % 2 == 0 ? null : text).Order(Comparer<string?>.Create(CompareNullLast)),
        Ask($"{Rows} RETURN CASE WHEN i % 2 = 0 THEN s END AS x ORDER BY x", count));

    /// <summary>
    /// Pieces of which values are made: the ends of what is held as bytes, of what texts may have in common, and of code points.
    /// </summary>
    private static readonly Dictionary<string, string[]> Pieces = new()
    {
        ["units and what comes beyond them"] = ["", "a", "\0", "z", "\u007F", "\u0080", "\uD7FF", "\uE000", "\uFFFF", "\U00010000",
            "\U0010FFFF"],
        ["one prefix"] = [new string('p', 6), new string('p', 7), new string('p', 8), "pppppppq", "ppppppppq"],
        ["bytes or an object"] = [new string('x', 127), new string('x', 128), new string('x', 129), new string('x', 129) + "y",
            new string('x', 128) + "\U00010000"],
        ["a prefix that is too long"] = [new string('é', 300), new string('é', 300) + "a", new string('é', 299) + "a",
            new string('é', 127) + "\U00010000"],
        ["long with little in common"] = [new string('a', 5000), "b" + new string('a', 5000), new string('a', 4999) + "b", "a"],
        ["half a pair in long ones"] = [new string('x', 130), new string('x', 130) + "\uD800", new string('x', 130) + "\uDC00",
            new string('x', 130) + "\uFFFF"],
        ["half a pair"] = ["a", "\uD800", "b\uDC00", new string('x', 200) + "\uD800", "\uFFFF", "\U00010000"],
    };

    /// <summary>Names only: half a surrogate pair does not come through as an argument.</summary>
    public static TheoryData<string> PieceNames => [.. Pieces.Keys];

    [Theory]
    [MemberData(nameof(PieceNames))]
    public void TextsOfAllSizesComeInOrder(string name)
    {
        var pieces = Pieces[name];
        var random = new Random(name.Length);
        var texts = Enumerable.Range(0, 3000).Select(_ => Value.FromString(Piece() + Piece())).ToList();

        AssertOrdered(texts);
        AssertOrdered([Value.Null, .. texts, Value.Null]);
        AssertOrdered([.. texts, Value.FromInteger(1), .. texts, Value.FromFloat(0.5), Value.FromBoolean(true)]);

        string Piece() => pieces[random.Next(pieces.Length)];
    }

    private static void AssertOrdered(List<Value> values)
    {
        var engine = new QueryEngine(TestGraph.Store);
        var parameters = new Dictionary<string, Value> { ["values"] = Value.FromList([.. values]) };
        foreach (var (order, sign) in (ReadOnlySpan<(string, int)>)[("", 1), ("DESC", -1)])
        {
            var expected = values.Order(Comparer<Value>.Create((left, right) => sign * ValueComparer.Compare(left, right))).ToList();
            Assert.Equal(expected, Ask($"UNWIND $values AS x RETURN x ORDER BY x {order}"));
            Assert.Equal(expected, Ask($"UNWIND $values AS x WITH x, x AS y RETURN x ORDER BY y {order}"));
            Assert.Equal(expected.Take(1500), Ask($"UNWIND $values AS x RETURN x ORDER BY x {order} LIMIT 1500"));
        }

        List<Value> Ask(string query) => [.. engine.Run(engine.Prepare(new SourceText(query)), parameters).Rows.Select(row => row[0])];
    }

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
        return engine.Run(engine.Prepare(new SourceText(query)), parameters).Rows
            .Select(row => row[0].IsNull ? null : row[0].AsString())
            .ToList();
    }
}
