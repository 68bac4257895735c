using CsCheck;
using Graph.Query.Execution;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Planning;

/// <summary>
/// Random queries whose parts meet in values, in an order, or in a node: with and without each rewrite the same bag of rows.
/// </summary>
public sealed class JoinTests
{
    private static readonly string[] Labels = ["Person", "Place", "Org"];
    private static readonly string[] Types = ["KNOWS", "IN", "LEADS"];
    private static readonly string[] Rewritten = ["disjoint-ends", "count-matches", "join-parts", "choose-targets", "count-rows",
        "sum-by-node", "split-branches", "split-sides"];

    [Fact]
    public void EveryJoinKeepsTheBagOfRows() => Gen.Int[0, int.MaxValue].Sample(seed => Check(new Random(seed)), iter: 60, threads: 1);

    private static void Check(Random random)
    {
        var store = CreateGraph(random, random.Next(1, 12), random.Next(random.Next(3) == 0 ? 90 : 30));
        var query = CreateQuery(random);
        var expected = PlannedRows.Bag(store, RewriteSet.None, BufferSizes.Default, query);
        var sizes = random.Next(2) == 0 ? BufferSizes.Default : BufferSizes.Of(random.Next(1, 5), chunksInFlight: 2);
        foreach (var rewrites in Rewritten.Select(name => new RewriteSet(RewriteSet.All.Names.Remove(name))).Prepend(RewriteSet.All))
        {
            foreach (var least in new[] { 1L, long.MaxValue })
            {
                var set = new RewriteSet(rewrites.Names) { LeastParallelRows = least };
                var actual = PlannedRows.Bag(store, set, sizes, query);
                Assert.True(
                    expected == actual,
                    $"{query}\nwithout rewrites:\n{expected}\nwith:\n{actual}\n{PlannedRows.Explain(store, set, query)}");
            }
        }
    }

    private static GraphStore CreateGraph(Random random, int nodeCount, int edgeCount)
    {
        var builder = new GraphBuilder();
        for (var id = 0; id < nodeCount; id++)
            builder.AddNode([Pick(random, Labels)], CreateProperties(random, id));
        for (var i = 0; i < edgeCount; i++)
            builder.AddEdge(
                Pick(random, Types), random.Next(nodeCount), random.Next(nodeCount),
                [KeyValuePair.Create("a", Value.FromInteger(random.Next(3)))]);
        return builder.Build();
    }

    private static IEnumerable<KeyValuePair<string, Value>> CreateProperties(Random random, int id)
    {
        yield return KeyValuePair.Create("id", Value.FromInteger(id));
        if (random.Next(5) > 0)
            yield return KeyValuePair.Create("c", Value.FromString(Pick(random, ["x", "y", "z"])));
        switch (random.Next(9))
        {
            case 0:
                yield return KeyValuePair.Create("v", Value.FromFloat(random.Next(3)));
                break;
            case 1:
                yield return KeyValuePair.Create("v", Value.FromFloat(double.NaN));
                break;
            case 2:
                yield return KeyValuePair.Create("v", Value.FromString("x"));
                break;
            case 3:
                yield return KeyValuePair.Create("v", Value.True);
                break;
            case < 7:
                yield return KeyValuePair.Create("v", Value.FromInteger(random.Next(4)));
                break;
        }
    }

    private static string CreateQuery(Random random)
    {
        if (random.Next(4) == 0)
            return CreateOptionals(random);

        var pattern = random.Next(9) switch
        {
            0 => $"MATCH {Node(random, "p")}, {Node(random, "q")}",
            1 => $"MATCH {Step(random, "p", "r", "o")}, {Step(random, "q", "s", "x")}",
            2 => $"MATCH {Step(random, "p", "r", "o")} MATCH {Step(random, "q", "s", "x")}",
            3 => $"MATCH {Step(random, "p", "r", "o")}, {Step(random, "q", "s", "o")}",
            4 => $"MATCH {Step(random, "p", "r", "o")}, {Step(random, "o", "s", "q")}, {Step(random, "q", "t", "x")}",
            5 => $"MATCH {Step(random, "p", "r", "o")}, {Step(random, "o", "s", "q")}, {Step(random, "o", "t", "x")}",
            6 => $"MATCH {Step(random, "p", "r", "o")} WITH o, p, count(*) AS n MATCH {Step(random, "o", "s", "q")}",
            7 => $"MATCH {Step(random, "p", "r", "o")} OPTIONAL MATCH {Node(random, "q")}",
            _ => $"MATCH {Step(random, "p", "r", "o")}, {Step(random, "q", "s", "o")}, {Step(random, "q", "t", "p")}",
        };
        var conditions = Enumerable.Range(0, random.Next(1, 4)).Select(_ => CreateCondition(random));
        var exists = random.Next(8) == 0
            ? $" AND EXISTS {{ MATCH {Step(random, "k", "u", "m")} WHERE {CreateCondition(random).Replace("q.", "k.", StringComparison.Ordinal)} }}"
            : "";
        return $"{pattern} WHERE {string.Join(" AND ", conditions)}{exists} RETURN {CreateProjection(random)}";
    }

    private static string CreateOptionals(Random random)
    {
        var where = random.Next(2) == 0 ? "" : $" WHERE {Pick(random, ["q.c = 'x'", "q.v < o.v", "s.a = 1"])}";
        var more = random.Next(3) == 0 ? $" OPTIONAL MATCH {Step(random, Pick(random, ["o", "p"]), "t", "x")}" : "";
        return $"MATCH {Node(random, "o")} OPTIONAL MATCH {Step(random, "o", "r", "p")} OPTIONAL MATCH {Step(random, "o", "s", "q")}{where}{more} RETURN {CreateOptionalProjection(random)}";
    }

    private static string CreateOptionalProjection(Random random)
    {
        string[] items =
        [
            "count(*)", "count(DISTINCT p)", "count(DISTINCT q.c)", "count(p)", "count(q.id)", "sum(q.id)", "sum(o.id)",
            "count(DISTINCT o.id)", "min(p.c)", "max(o.c)", "count(r)", "avg(p.id)", "count(s.a + 1)", "count(coalesce(p.c, 'z'))",
            "sum(p.id + o.id)", "count(o.c)",
        ];
        var aggregates = Enumerable.Range(0, random.Next(1, 5)).Select(index => $"{Pick(random, items)} AS n{index}");
        return string.Join(", ", aggregates.Prepend(Pick(random, ["o.c", "o", "1 AS one", "o.id, o.c", "p.c"])));
    }

    private static string Node(Random random, string name) => random.Next(4) == 0 ? $"({name})" : $"({name}:{Pick(random, Labels)})";

    private static string Step(Random random, string from, string edge, string to)
    {
        var type = random.Next(4) == 0
            ? ""
            : random.Next(4) == 0 ? $":{Pick(random, Types)}|{Pick(random, Types)}" : $":{Pick(random, Types)}";
        var (left, right) = random.Next(5) switch
        {
            0 => ("-", "-"),
            1 or 2 => ("<-", "-"),
            _ => ("-", "->"),
        };
        return $"{Node(random, from)}{left}[{edge}{type}]{right}{Node(random, to)}";
    }

    private static string CreateCondition(Random random) => random.Next(15) switch
    {
        0 => "p.c = q.c",
        1 => "p.v = q.v",
        2 => $"p.v {Pick(random, ["=", "<", "<=", ">", ">=", "<>"])} q.id",
        3 => $"p.v {Pick(random, ["<", "<=", ">", ">=", "<>"])} q.v",
        4 => $"q.id {Pick(random, ["<", "<=", ">", ">=", "<>"])} p.id",
        5 => "p = q",
        6 => "[p.v, 1] = [q.v, 1]",
        7 => $"q.c = '{Pick(random, ["x", "y"])}'",
        8 => $"p.c = '{Pick(random, ["x", "y"])}'",
        9 => "p.c + 'x' = q.c + 'x'",
        10 => "p.c <> q.c",
        11 => "p <> q",
        12 => $"p.id {Pick(random, ["<", "<=", ">", ">=", "<>", "="])} q.id + p.id",
        13 => "q.id < size([(p)--(k) WHERE k.id < q.id | k])",
        _ => "true",
    };

    private static string CreateProjection(Random random) => random.Next(11) switch
    {
        0 => "p.id, q.id",
        1 => "count(*) AS n",
        2 => "p.c, count(*) AS n",
        3 => "q.c, count(*) AS n, sum(q.id) AS s",
        4 => "count(q.c) AS n, sum(p.id) AS s, min(p.id) AS m, avg(p.id) AS a",
        5 => "p.c, count(DISTINCT q.c) AS n, count(q) AS m",
        6 => "q, count(p) AS n",
        7 => "DISTINCT p.c",
        8 => "p.id AS x, q.id AS y ORDER BY x, y LIMIT 4",
        9 => "count(DISTINCT p) AS n, max(q.id) AS m",
        _ => "p.c, q.c, count(*) AS n",
    };

    private static string Pick(Random random, string[] items) => items[random.Next(items.Length)];
}
