using CsCheck;
using Graph.Query.Execution;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Planning;

/// <summary>
/// Random queries on random graphs: with every rewrite, with none, with each one left out, and in batches of any size, the same bag of
/// rows.
/// </summary>
public sealed class RewriteTests
{
    private static readonly string[] Labels = ["Person", "Place", "Article"];
    private static readonly string[] Types = ["KNOWS", "LIVES_IN", "MENTIONS"];
    private static readonly string[] Names = ["ada", "adam", "bob", "carl"];

    [Fact]
    public void EveryRewriteKeepsTheBagOfRows() => Gen.Int[0, int.MaxValue].Sample(seed => Check(new Random(seed)), iter: 100, threads: 1);

    /// <summary>A row that another condition drops must not stop the query, wherever the conditions are tested.</summary>
    [Theory]
    [InlineData("MATCH (p:Person)-[r:LEADS]->(o:Organization) WHERE r.date >= '2000' AND p.name = o.name AND 10 / (r.year - 2019) < 9 RETURN p.id")]
    [InlineData("MATCH (p:Person)-[r:LEADS]->(o:Organization) WHERE r.year = 2019 AND p.name = o.name AND 10 / (r.year - 2019) < 9 RETURN p.id")]
    [InlineData("MATCH (p:Person)-[r:LEADS]->(o:Organization) WHERE p.name = o.name AND 10 / (r.year - 2019) IN [9, 11] RETURN p.id")]
    [InlineData("MATCH (a:Person)-[rs:MET_WITH*1..2]->(b {name: a.name}) WHERE all(r IN rs WHERE 10 / (r.year - 2019) < 9) RETURN a.id, b.id")]
    public void ConditionsThatCanFailAreTestedLast(string query)
    {
        var store = NewsGraph.Create(articles: 400, entities: 400);
        Assert.Equal(
            PlannedRows.Of(store, RewriteSet.None, BufferSizes.Default, query).Order(StringComparer.Ordinal),
            PlannedRows.Of(store, RewriteSet.All, BufferSizes.Default, query).Order(StringComparer.Ordinal));
    }

    /// <summary>What chance decides of a row of one clause holds for all rows that the next clause makes of it.</summary>
    [Fact]
    public void ChanceIsTakenWhereItIsWritten()
    {
        const string Query = "MATCH (p:Person) WHERE rand() < 0.5 MATCH (p)-[:MET_WITH]-(q) WITH p, count(*) AS n "
            + "WHERE n <> COUNT { (p)-[:MET_WITH]-() } RETURN p.id";
        Assert.Empty(PlannedRows.Of(NewsGraph.Create(articles: 400, entities: 400), RewriteSet.All, BufferSizes.Default, Query));
    }

    /// <summary>One draw for all edges of a node would leave all of its rows or none.</summary>
    [Theory]
    [InlineData("MATCH (a:Article)-[:MENTIONS]->(e) WITH rand() < 0.5 AS half, count(*) AS n RETURN count(*) = 2")]
    [InlineData("MATCH (a:Article)-[:MENTIONS]->(e) WITH e, e.id * 0 + toInteger(rand() * 2) AS half, count(*) AS n WITH e, count(*) AS halves RETURN max(halves) = 2")]
    [InlineData("MATCH (a:Article)-[:MENTIONS]->(e) WHERE e.id * 0 + rand() < 0.5 WITH e, count(*) AS n RETURN any(x IN collect(n < COUNT { (e)<-[:MENTIONS]-() }) WHERE x)")]
    [InlineData("MATCH (a:Article)-[:MENTIONS]->(e) WHERE a.id * 0 + rand() < 0.5 WITH e, count(*) AS n RETURN any(x IN collect(n < COUNT { (e)<-[:MENTIONS]-() }) WHERE x)")]
    [InlineData("MATCH (a:Article)-[:MENTIONS]->(e WHERE e.id * 0 + rand() < 0.5) WITH e, count(a) AS n RETURN any(x IN collect(n < COUNT { (e)<-[:MENTIONS]-() }) WHERE x)")]
    [InlineData("MATCH (a:Article)-[:MENTIONS]->(e)<-[:MENTIONS]-(b) WHERE e.id * 0 + rand() < 0.5 WITH a, e, count(*) AS n RETURN any(x IN collect(n < COUNT { (e)<-[:MENTIONS]-() } - 1) WHERE x)")]
    [InlineData("MATCH (a:Article) OPTIONAL MATCH (a)-[:MENTIONS]->(e) WHERE e.id * 0 + rand() < 0.5 WITH e, count(*) AS n RETURN any(x IN collect(n < COUNT { (e)<-[:MENTIONS]-() }) WHERE x)")]
    [InlineData("MATCH (p:Person) WITH collect(p.id) AS ids UNWIND range(1, 100) AS i MATCH (q:Person) WHERE q.id = ids[toInteger(rand() * 2)] WITH i, count(*) AS n RETURN max(n) = 2")]
    public void ChanceIsTakenForEachRow(string query) => Assert.Equal(
        ["true"], PlannedRows.Of(NewsGraph.Create(articles: 400, entities: 400), RewriteSet.All, BufferSizes.Default, query));

    [Fact]
    public void APatternOfMoreRowsThanNumbersTellIsPlanned()
    {
        var steps = string.Concat(Enumerable.Range(0, 700).Select(index => $"-[:MET_WITH]-(p{index}:Person)"));
        var plan = PlannedRows.Explain(NewsGraph.Create(articles: 400, entities: 400), RewriteSet.All, $"MATCH (p:Person){steps} RETURN p699.id");
        Assert.Equal(700, plan.Split('\n').Count(step => step.Contains("Expand", StringComparison.Ordinal)));
    }

    private static void Check(Random random)
    {
        var store = CreateGraph(random, random.Next(1, 9), random.Next(14));
        var query = CreateQuery(random);
        var expected = PlannedRows.Bag(store, RewriteSet.None, BufferSizes.Default, query);
        var smallest = BufferSizes.Of(1, 2);
        var variants = RewriteSet.All.Names.Select(name => (Rewrites: Without(name), Sizes: smallest))
            .Append((RewriteSet.All, BufferSizes.Default))
            .Append((RewriteSet.All, BufferSizes.Of(2, 1)))
            .Append((RewriteSet.None, BufferSizes.Of(3, 1)))
            .Append((RewriteSet.All, BufferSizes.Of(7, 1)));
        foreach (var (rewrites, sizes) in variants)
        {
            var actual = PlannedRows.Bag(store, rewrites, sizes, query);
            Assert.True(
                expected == actual,
                $"{query}\nwithout rewrites:\n{expected}\nwith {string.Join(", ", rewrites.Names)} and {sizes}:\n{actual}\n{PlannedRows.Explain(store, rewrites, query)}");
        }
    }

    private static RewriteSet Without(string name) => new(RewriteSet.All.Names.Remove(name)) { LeastParallelRows = 1 };

    private static GraphStore CreateGraph(Random random, int nodeCount, int edgeCount)
    {
        var builder = new GraphBuilder();
        var nodes = Enumerable.Range(0, nodeCount)
            .Select(id => builder.AddNode(CreateLabels(random), CreateProperties(random, id)))
            .ToArray();
        for (var i = 0; i < edgeCount; i++)
        {
            builder.AddEdge(
                Pick(random, Types),
                nodes[random.Next(nodeCount)],
                nodes[random.Next(nodeCount)],
                random.Next(4) == 0 ? [] : [KeyValuePair.Create("year", Value.FromInteger(random.Next(3)))]);
        }

        return builder.Build();
    }

    private static string[] CreateLabels(Random random) => random.Next(4) == 0 ? [Pick(random, Labels), "Entity"] : [Pick(random, Labels)];

    private static IEnumerable<KeyValuePair<string, Value>> CreateProperties(Random random, int id)
    {
        yield return KeyValuePair.Create("id", Value.FromInteger(id));
        if (random.Next(6) > 0)
            yield return KeyValuePair.Create("name", Value.FromString(Pick(random, Names)));
        if (random.Next(3) > 0)
            yield return KeyValuePair.Create("age", random.Next(8) == 0 ? Value.FromFloat(1.5) : Value.FromInteger(random.Next(3)));
    }

    private static string CreateQuery(Random random)
    {
        var condition = random.Next(3) == 0 ? "true" : CreateCondition(random, "a");
        var match = $"MATCH {CreatePattern(random, "a", "r", "b")}";
        var clauses = random.Next(7);
        var more = clauses switch
        {
            0 => $"{match}, {CreatePattern(random, "b", "s", "c")} WHERE {condition}",
            1 => $"{match}, {CreatePattern(random, "b", "s", "c")}, {CreatePattern(random, "c", "t", "a")} WHERE {condition}",
            2 => $"{match} WHERE {condition} OPTIONAL MATCH {CreatePattern(random, "b", "s", "c")}",
            3 => $"{match} MATCH (c:{Pick(random, Labels)}) WHERE c.id = b.age AND {condition}",
            4 => $"{match} MATCH (c:{Pick(random, Labels)} {{name: a.name}}) WHERE {condition}",
            5 => $"{match} MATCH {CreatePattern(random, "b", "s", "c")} WHERE {condition}",
            _ => $"{match} WHERE {condition}",
        };
        return $"{more} RETURN {CreateProjection(random, last: clauses == 6 ? "b" : "c")}";
    }

    private static string CreatePattern(Random random, string from, string edge, string to)
    {
        var (left, right) = random.Next(3) switch
        {
            0 => ("-", "->"),
            1 => ("<-", "-"),
            _ => ("-", "-"),
        };
        var type = random.Next(3) == 0 ? "" : $":{Pick(random, Types)}";
        var length = random.Next(8) switch
        {
            0 => "*1..2",
            1 => "*0..3",
            _ => "",
        };
        return $"({from}{CreateNodeTest(random)}){left}[{(length.Length > 0 ? "" : edge)}{type}{length}]{right}({to}{CreateNodeTest(random)})";
    }

    private static string CreateNodeTest(Random random) => random.Next(4) switch
    {
        0 => "",
        1 => $":{Pick(random, Labels)} {{name: '{Pick(random, Names)}'}}",
        _ => $":{Pick(random, Labels)}",
    };

    private static string CreateCondition(Random random, string node) => random.Next(9) switch
    {
        0 => $"{node}.id = {random.Next(8)}",
        1 => $"{node}.age >= 1",
        2 => $"{node}.name STARTS WITH 'ad'",
        3 => $"{node}.name CONTAINS 'a' AND {node}.id < 6",
        4 => $"NOT {node}.name = 'bob'",
        5 => $"({node})-[:KNOWS]->()",
        6 => $"EXISTS {{ MATCH ({node})-[:LIVES_IN*1..2]->(x) WHERE x.id <> {node}.id }}",
        7 => $"({node}.name <> 'ada' OR {node}.age IS NULL)",
        _ => $"{node}.name > 'adam'",
    };

    private static string CreateProjection(Random random, string last) => random.Next(13) switch
    {
        0 => "a.id, b.id",
        1 => "count(*) AS n",
        2 => "b.id, b.name, count(*) AS n",
        3 => "DISTINCT b.id, b.name",
        4 => "count(DISTINCT b.id) AS n, min(b.name) AS m",
        5 => "a.name AS x, count(DISTINCT b) AS n, sum(a.id) AS s ORDER BY x, n, s LIMIT 2",
        6 => "a.id AS x, b.id AS y ORDER BY y DESC, x SKIP 1 LIMIT 3",
        7 => "b.name AS x, count(b) AS n, max(a.id) AS m",
        8 => $"DISTINCT {last}.id AS x",
        9 => $"count(DISTINCT {last}) AS n, count(DISTINCT {last}.id) AS m",
        10 => $"count(DISTINCT {last}.name) AS n, max({last}.id) AS m",
        11 => $"a.id, count({last}) AS n",
        _ => "DISTINCT a.name AS x ORDER BY x",
    };

    private static string Pick(Random random, string[] items) => items[random.Next(items.Length)];
}
