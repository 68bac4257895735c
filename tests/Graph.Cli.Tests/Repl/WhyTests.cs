namespace Graph.Cli.Tests.Repl;

/// <summary><c>:why</c> leads from a row to the sentences that say it.</summary>
public sealed class WhyTests : PromptTest
{
    [Theory]
    [InlineData("MATCH (c:Country)-[:MEMBER_OF]->() WITH c RETURN c.name AS n;", "Southland denies")]
    [InlineData("MATCH (c:Country)-[:MEMBER_OF]->() RETURN count(*) AS n;", "member")]
    [InlineData("MATCH (c:Country)-[:MEMBER_OF]->() WITH DISTINCT c.key AS k ORDER BY k LIMIT 1 RETURN k;", "[the Polar Union]")]
    [InlineData("CALL { MATCH (c:Country)-[r:MEMBER_OF]->(a) RETURN c, r } RETURN c;", "-[:MEMBER_OF]->")]
    [InlineData("MATCH (c:Country) CALL (c) { MATCH (c)-[:MEMBER_OF]->() RETURN count(*) AS n } RETURN n ORDER BY n DESC;", "-[:MEMBER_OF]->")]
    [InlineData("CALL { MATCH (c)-[:MEMBER_OF]->() RETURN c.name AS n UNION MATCH ()-[:PRESIDENT_OF]->(c) RETURN c.name AS n } RETURN n ORDER BY n;", "-[:MEMBER_OF]->")]
    [InlineData("CALL { MATCH (c)-[:MEMBER_OF]->() RETURN count(c) AS n UNION ALL MATCH (c:City) RETURN count(c) AS n } RETURN n ORDER BY n DESC;", "-[:MEMBER_OF]->")]
    [InlineData("MATCH (c:Country) CALL (c) { CALL (c) { MATCH (c)-[:MEMBER_OF]->(a) RETURN a } RETURN a } RETURN DISTINCT c.name AS n;", "-[:MEMBER_OF]->")]
    [InlineData("MATCH (c:Country) RETURN COUNT { (c)-[:MEMBER_OF]->() } AS n ORDER BY n DESC;", "-[:MEMBER_OF]->")]
    [InlineData("MATCH (c:Country) WHERE EXISTS { (c)-[:MEMBER_OF]->() } WITH c.name AS n RETURN n;", "-[:MEMBER_OF]->")]
    [InlineData("MATCH (c:Country) WHERE (c)-[:MEMBER_OF]->() RETURN count(*) AS n;", "-[:MEMBER_OF]->")]
    [InlineData("MATCH (c:Country) RETURN [(c)-[:MEMBER_OF]->(a) | a.name] AS n ORDER BY size(n) DESC;", "-[:MEMBER_OF]->")]
    [InlineData("MATCH (p:Person) RETURN p.name AS n;", "[Ada Berg]")]
    [InlineData("MATCH p = (:Person)-->(:Country)-[:MEMBER_OF]->(a) RETURN length(p) AS n;", "[Northland]")]
    [InlineData("MATCH (:Person)-[*2]->(a:Alliance) RETURN *;", "[the Polar Union]")]
    [InlineData("MATCH (a:Person) RETURN a.key AS k UNION MATCH (a:Alliance) RETURN a.key AS k;", "Ada Berg")]
    [InlineData("OPTIONAL MATCH (a:City)-[r]->(b) WITH count(r) AS n MATCH (:Country)-[:MEMBER_OF]->() RETURN n;", "[Northland]")]
    public void WhyFollowsTheRowThroughEveryClause(string query, string part) => Assert.Contains(part, Ask($"{query}\n:why 1\n"));

    [Fact]
    public void WhyTellsEqualRowsApart()
    {
        var output = Ask("MATCH (z)-[r:REQUESTED_HELP_FROM]->(n) RETURN z.key AS k;\n:why 1\n");
        var second = Ask("MATCH (z)-[r:REQUESTED_HELP_FROM]->(n) RETURN z.key AS k;\n:why 2\n");
        Assert.NotEqual(output, second);
    }

    /// <summary>What tables state has no sentence, and what mentions its ends is none.</summary>
    [Theory]
    [InlineData("RETURN r LIMIT 1", "This fact names no sentence:\n  r: Ann -[:SUED]-> Bob (year 0)\n")]
    [InlineData("RETURN count(r) AS n", "These facts name no sentence:\n  Ann -[:SUED]-> Bob (year 0)\n")]
    [InlineData("RETURN count(r) AS n", "(year 19)\nand 5 more facts\n")]
    [InlineData("RETURN b.name AS n, count(*) AS c", "and 5 more facts\n")]
    public void WhyShowsFactsThatNameNoSentence(string result, string part)
    {
        var graph = Path.Combine(State, "sued.graph");
        var builder = new GraphBuilder();
        builder.AddNode(["Person"], [new("key", Value.FromString("a")), new("name", Value.FromString("Ann"))]);
        builder.AddNode(["Person"], [new("key", Value.FromString("b")), new("name", Value.FromString("Bob"))]);
        for (var year = 0; year < 25; year++)
            builder.AddEdge("SUED", 0, 1, [new("year", Value.FromInteger(year))]);
        GraphFile.Write(builder.Build(), graph);

        Assert.Contains(part, TestHost.Run([graph], $"MATCH (a)-[r:SUED]->(b) {result};\n:why 1\n").Output);
    }
}
