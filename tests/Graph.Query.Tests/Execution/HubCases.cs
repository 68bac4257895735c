namespace Graph.Query.Tests.Execution;

/// <summary>
/// Query and answer, over graphs whose rows and neighbours fill several batches and buffers: what a step remembers of one row, batch or
/// part of a query must not reach the next one.
/// </summary>
public sealed class HubCases
{
    /// <summary>Each of many people knows the next ones, and all follow one hub, which follows them back.</summary>
    private static readonly GraphStore Ring = BuildRing(people: 300, known: 70);

    /// <summary>Columns, relation types, nodes and relations that have the same codes: numbers from 0 on.</summary>
    private static readonly GraphStore Codes = BuildCodes();

    [Theory]
    [InlineData("MATCH (p:Person) WHERE EXISTS { (p)-[:KNOWS]->() } RETURN count(*)", "300")]
    [InlineData("MATCH (p:Person) WHERE EXISTS { (p)<-[:KNOWS]-() } RETURN count(*)", "300")]
    [InlineData("MATCH (p:Person) WHERE EXISTS { (p)-[:KNOWS]-() } RETURN count(*)", "300")]
    [InlineData("MATCH (p) WHERE EXISTS { (p)--() } RETURN count(*)", "301")]
    [InlineData("MATCH (p) WHERE NOT (p)-->() RETURN count(*)", "0")]
    [InlineData("MATCH (p) WHERE NOT (p)<-[:FOLLOWS]-() RETURN count(*)", "0")]
    [InlineData("MATCH (p:Person) WHERE EXISTS { (p)-[:KNOWS]->(q)-[:FOLLOWS]->(h:Hub)-[:FOLLOWS]->(p) } RETURN count(*)", "300")]
    [InlineData("MATCH (p:Person) WHERE EXISTS { (p)-[:KNOWS*1..2]->(q) WHERE q.number = p.number + 1 OR q.number = 0 } RETURN count(*)", "300")]
    [InlineData("MATCH (p:Person) RETURN sum(CASE WHEN (p)-[:FOLLOWS]-() THEN 1 ELSE 0 END)", "300")]
    [InlineData("MATCH (p:Person) OPTIONAL MATCH (p)-[:KNOWS]->(q) WHERE NOT (q)-[:FOLLOWS]->(:Hub) RETURN count(p), count(q)", "300, 0")]
    [InlineData("MATCH (p:Person) WHERE size([(p)-[:KNOWS]-(q) | q]) = 140 RETURN count(*)", "300")]
    public void RowsAfterAnAnsweredOneAreSearchedWhole(string query, string answer) =>
        Assert.Equal(answer, TestGraph.Ask(new QueryEngine(Ring), query));

    [Theory]
    [InlineData("MATCH (a:A) RETURN a.name AS x UNION MATCH ()-[r]->() RETURN r.w AS x", "'a0'\n'a1'\n'a2'\n0\n1\n2")]
    [InlineData("MATCH (a:A) RETURN a.name AS x UNION MATCH (a:A) RETURN a.lang AS x", "'a0'\n'a1'\n'a2'\n'b0'\n'b1'\n'b2'")]
    [InlineData("MATCH (a:A) RETURN a.number AS x UNION MATCH (a:A) RETURN a.name AS x", "0\n1\n2\n'a0'\n'a1'\n'a2'")]
    [InlineData("MATCH (a:A) RETURN a.name AS x UNION MATCH ()-[r]->() RETURN type(r) AS x", "'a0'\n'a1'\n'a2'\n'R'")]
    [InlineData("MATCH ()-[r]->() RETURN type(r) AS x UNION MATCH ()-[r]->() RETURN r.w AS x", "'R'\n0\n1\n2")]
    [InlineData("MATCH (a:A) RETURN a AS x, a.number AS y UNION MATCH (a:A) RETURN a.number AS x, a AS y", "(a0), 0\n(a1), 1\n(a2), 2\n0, (a0)\n1, (a1)\n2, (a2)")]
    [InlineData("MATCH (a:A) RETURN a AS x UNION MATCH ()-[r]->() RETURN r AS x", "(a0)\n(a1)\n(a2)\n[R]\n[R]\n[R]")]
    [InlineData("MATCH (a:A) RETURN a.number AS x UNION MATCH (a:A) RETURN a AS x", "0\n1\n2\n(a0)\n(a1)\n(a2)")]
    [InlineData("MATCH (a:A) RETURN a.name AS x, a.size AS y UNION MATCH (a:A) RETURN a.lang AS x, a.size AS y", "'a0', 0.5\n'a1', 0.5\n'a2', 0.5\n'b0', 0.5\n'b1', 0.5\n'b2', 0.5")]
    [InlineData("MATCH (a:A) RETURN a.number AS x UNION MATCH ()-[r]->() RETURN r.w AS x", "0\n1\n2")]
    public void UnionTellsColumnsOfDifferentCodesApart(string query, string answer) => Assert.Equal(answer, Ask(query));

    [Theory]
    [InlineData("MATCH (a:A), (b:A) WHERE a.name = b.number RETURN count(*)", "0")]
    [InlineData("MATCH (a:A), (b:A) WHERE a.number = b.lang RETURN count(*)", "0")]
    [InlineData("MATCH (a:A), (b:A) WHERE a.name = b.lang RETURN count(*)", "0")]
    [InlineData("MATCH (a:A), (b:A) WHERE a.name = b.name RETURN count(*)", "3")]
    [InlineData("MATCH (a:A), (b:A) WHERE a.number = b.number RETURN count(*)", "3")]
    [InlineData("MATCH (a:A), ()-[r]->() WHERE a.name = r.w RETURN count(*)", "0")]
    [InlineData("MATCH (a:A), ()-[r]->() WHERE a.name = type(r) RETURN count(*)", "0")]
    public void JoinsTellColumnsOfDifferentCodesApart(string query, string answer) => Assert.Equal(answer, Ask(query));

    [Theory]
    [InlineData("MATCH (n)--(), (()-[:R]->()){1}(n)--() RETURN count(*)", "6")]
    [InlineData("MATCH (n)-[a]-(), (()-[b]->()){1}(n)-[c]-() RETURN count(DISTINCT [a, b, c])", "6")]
    [InlineData("MATCH (()-->()){1}(n)--() RETURN count(*)", "6")]
    public void ANodeThatASearchBindsIsNotScannedAgain(string query, string answer)
    {
        var builder = new GraphBuilder();
        var node = builder.AddNode(["A"], []);
        builder.AddNode(["B"], []);
        for (var i = 0; i < 3; i++)
            builder.AddEdge("R", node, node, []);
        Assert.Equal(answer, TestGraph.Ask(new QueryEngine(builder.Build()), query));
    }

    [Theory]
    [InlineData("MATCH (a:A) MATCH (b:A) WHERE a.number < b.number * a.number RETURN count(*)", "2")]
    [InlineData("MATCH (a:A) MATCH (b:A) WHERE a.number * b.number <> a.number RETURN count(*)", "4")]
    [InlineData("MATCH (a:A)-[:R]->(h)<-[:R]-(b:A) WHERE a.number <= b.number - a.number RETURN count(a.name), count(b.name)", "0, 0")]
    public void AComparisonThatNeedsBothPartsForOneSideIsLeftAbove(string query, string answer) => Assert.Equal(answer, Ask(query));

    private static string Ask(string query)
    {
        var engine = new QueryEngine(Codes);
        var result = engine.Run(engine.Prepare(new SourceText(query)));
        var rows =
            from batch in result.Batches
            from row in Enumerable.Range(0, batch.Count)
            select string.Join(", ", Enumerable.Range(0, result.Columns.Length).Select(column => Format(batch.GetValue(column, row))));
        return string.Join('\n', rows);
    }

    private static string Format(Value value) => value.Kind switch
    {
        ValueKind.Node => $"({Codes.GetNodeProperty(value.AsNode(), "name").AsString()})",
        ValueKind.Edge => $"[{Codes.GetEdgeTable(value.AsEdge()).Type}]",
        _ => value.ToString(),
    };

    private static GraphStore BuildRing(int people, int known)
    {
        var builder = new GraphBuilder();
        var nodes = Enumerable.Range(0, people)
            .Select(i => builder.AddNode(["Person"], [KeyValuePair.Create("number", Value.FromInteger(i))]))
            .ToArray();
        var hub = builder.AddNode(["Hub"], []);
        for (var i = 0; i < people; i++)
        {
            for (var next = 1; next <= known; next++)
                builder.AddEdge("KNOWS", nodes[i], nodes[(i + next) % people], []);
            builder.AddEdge("FOLLOWS", nodes[i], hub, []);
            builder.AddEdge("FOLLOWS", hub, nodes[i], []);
        }

        return builder.Build();
    }

    private static GraphStore BuildCodes()
    {
        var builder = new GraphBuilder();
        var nodes = Enumerable.Range(0, 3).Select(i => builder.AddNode(["A"],
        [
            KeyValuePair.Create("name", Value.FromString($"a{i}")),
            KeyValuePair.Create("lang", Value.FromString($"b{i}")),
            KeyValuePair.Create("number", Value.FromInteger(i)),
            KeyValuePair.Create("size", Value.FromFloat(0.5)),
        ])).ToArray();
        for (var i = 0; i < 3; i++)
            builder.AddEdge("R", nodes[i], nodes[(i + 1) % 3], [KeyValuePair.Create("w", Value.FromInteger(i))]);
        return builder.Build();
    }
}
