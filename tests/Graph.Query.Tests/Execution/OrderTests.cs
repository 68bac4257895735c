using CsCheck;

namespace Graph.Query.Tests.Execution;

/// <summary>ORDER BY, SKIP and LIMIT against the library's stable sort, over columns of every kind and of mixed ones.</summary>
public sealed class OrderTests
{
    private static readonly Func<Random, Value>[] Kinds =
    [
        random => Value.FromInteger(random.Next(40)),
        random => Value.FromInteger(random.Next(4) == 0 ? long.MaxValue - random.Next(2) : long.MinValue + random.Next(3)),
        random => Value.FromFloat(random.Next(6) == 0 ? double.NaN : random.Next(-4, 4) / 2.0),
        random => Value.FromFloat(random.Next(2) == 0 ? -0.0 : double.NegativeInfinity),
        random => Value.FromInteger((1L << 53) + random.Next(3)),
        random => Value.FromString(new string((char)('a' + random.Next(3)), random.Next(12))),
        random => Value.FromString($"Person number {random.Next(2000)}"),
        random => Value.FromString(random.Next(2) == 0 ? "\uFFFD" : "\U0001F600"),
        random => Value.FromBoolean(random.Next(2) == 0),
        random => Value.FromDate(Date(random.Next(3) switch { 0 => "2022", 1 => "2022-01", _ => $"2022-01-0{random.Next(1, 9)}" })),
        random => Value.FromList(Value.FromInteger(random.Next(2)), Value.Null),
    ];

    [Fact]
    public void RowsComeInTheOrderOfTheirValues() => Gen.Int[0, int.MaxValue].Sample(seed => Check(new Random(seed)), iter: 60, threads: 1);

    private static void Check(Random random)
    {
        var count = random.Next(5) == 0 ? random.Next(2000, 6000) : random.Next(1, 200);
        var (first, second) = (ChooseKinds(random), ChooseKinds(random));
        var rows = Enumerable.Range(0, count).Select(id => (Id: id, A: Create(random, first), B: Create(random, second))).ToList();
        var store = CreateGraph(rows);
        var (isFirstDescending, isSecondDescending) = (random.Next(2) == 0, random.Next(2) == 0);
        var sorted = Sort(rows, isFirstDescending, isSecondDescending);
        var (skip, limit) = (random.Next(count + 1), random.Next(count + 1));

        var order = $"ORDER BY n.a{(isFirstDescending ? " DESC" : "")}, n.b{(isSecondDescending ? " DESC" : "")}";
        Compare(store, $"MATCH (n) RETURN n.id {order}", sorted);
        Compare(store, $"MATCH (n) RETURN n.id {order} SKIP {skip} LIMIT {limit}", [.. sorted.Skip(skip).Take(limit)]);
        Compare(
            store, $"MATCH (n) WITH n.a AS a, n.b AS b, n.id AS id ORDER BY a{(isFirstDescending ? " DESC" : "")} LIMIT {limit} RETURN id",
            [.. Sort(rows, isFirstDescending, null).Take(limit)]);
    }

    private static void Compare(GraphStore store, string query, IReadOnlyList<int> expected) =>
        Assert.Equal(string.Join(' ', expected), string.Join(' ', Ask(store, query)));

    private static List<int> Sort(List<(int Id, Value A, Value B)> rows, bool isFirstDescending, bool? isSecondDescending)
    {
        var sorted = rows.OrderBy(row => row.A, Comparer(isFirstDescending));
        if (isSecondDescending is { } descending)
            sorted = sorted.ThenBy(row => row.B, Comparer(descending));
        return [.. sorted.Select(row => row.Id)];
    }

    private static Comparer<Value> Comparer(bool isDescending) =>
        Comparer<Value>.Create((left, right) => isDescending ? ValueComparer.Compare(right, left) : ValueComparer.Compare(left, right));

    private static Func<Random, Value>[] ChooseKinds(Random random) =>
        [.. Enumerable.Range(0, random.Next(2) == 0 ? 1 : 3).Select(_ => Kinds[random.Next(Kinds.Length)])];

    private static Value Create(Random random, Func<Random, Value>[] kinds) =>
        random.Next(8) == 0 ? Value.Null : kinds[random.Next(kinds.Length)](random);

    private static PartialDate Date(string text) =>
        PartialDate.TryParse(text, out var date, out var reason) ? date : throw new ArgumentException(reason);

    /// <summary>All nodes have one label, so that they keep the order they are added in.</summary>
    private static GraphStore CreateGraph(IEnumerable<(int Id, Value A, Value B)> rows)
    {
        var builder = new GraphBuilder();
        foreach (var (id, a, b) in rows)
        {
            KeyValuePair<string, Value>[] properties = [KeyValuePair.Create("id", Value.FromInteger(id)), KeyValuePair.Create("a", a),
                KeyValuePair.Create("b", b)];
            builder.AddNode(["Row"], properties.Where(property => !property.Value.IsNull));
        }

        return builder.Build();
    }

    private static IEnumerable<long> Ask(GraphStore store, string query)
    {
        var engine = new QueryEngine(store);
        var prepared = engine.Prepare(new SourceText(query));
        Assert.False(prepared.HasErrors, string.Join('\n', prepared.Diagnostics.Select(diagnostic => diagnostic.Message)));
        return from batch in engine.Run(prepared).Batches
               from row in Enumerable.Range(0, batch.Count)
               select batch.GetValue(0, row).AsInteger();
    }
}
