using Graph.Query;
using Graph.Tck.Results;
using Graph.Tck.Running;
using Graph.Tck.Setup;

namespace Graph.Tck;

/// <summary>The statements that prepare the graph of a scenario.</summary>
public sealed class SetupTests
{
    [Theory]
    [InlineData("CREATE (a:A:B {x: 1 + 1})-[:T {y: 'z'}]->(), (a)<-[:S]-(a)", "MATCH (n)-[r]->(m) RETURN n, r, m",
        "(:A:B {x: 2}) | [:S {}] | (:A:B {x: 2})", "(:A:B {x: 2}) | [:T {y: 'z'}] | ( {})")]
    [InlineData("UNWIND range(1, 3) AS i CREATE ({i: i})", "MATCH (n) RETURN n.i", "1", "2", "3")]
    [InlineData("CREATE (:A {name: 'a'}); MATCH (a:A) CREATE (a)-[:T]->(:B {name: a.name + '0'})", "MATCH (:A)-->(b) RETURN b", "(:B {name: 'a0'})")]
    [InlineData("CREATE (a {i: 0}) WITH * UNWIND [1, 2] AS i CREATE (n {i: i}) WITH a, [a] + collect(n) AS all CREATE (a)-[:T {size: size(all)}]->(a)",
        "MATCH ()-[r]->() RETURN r", "[:T {size: 3}]")]
    [InlineData("CREATE (:A)-[:T]->(:B); MATCH (a)-[r]->(b) DELETE r CREATE (b)-[:S]->(a)", "MATCH (a)-[r]->(b) RETURN a, r, b", "(:B {}) | [:S {}] | (:A {})")]
    [InlineData("CREATE (:A)-[:T]->(:B); MATCH (a:A) DETACH DELETE a", "MATCH (n) RETURN n", "(:B {})")]
    [InlineData("CREATE ({text: 'CREATE; // WITH'}) /* DELETE */", "MATCH (n) RETURN n.text", "'CREATE; // WITH'")]
    [InlineData("CREATE (:A {x: null})", "MATCH (n) RETURN n", "(:A {})")]
    public void AStatementLeavesItsGraph(string setup, string query, params string[] rows)
    {
        var draft = new GraphDraft();
        new SetupInterpreter(draft).Execute(setup);
        var store = draft.Build();

        var run = QueryRun.Execute(new QueryEngine(store), query, ImmutableDictionary<string, Value>.Empty);

        var found = run.Rows.Select(
            row => string.Join(" | ", row.Select(value => TckValueReader.Read(store, value).ToText(anyListOrder: false))));
        Assert.Equal(rows, found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("MERGE (:A)", "The set-up interpreter has no MERGE.")]
    [InlineData("CREATE (:A)-[:T]->(:B); MATCH (a:A) DELETE a", "A node that still has relations cannot be deleted.")]
    [InlineData("CREATE ()-[:T]-()", "A relation is created with one type and one direction.")]
    [InlineData("CREATE ()-[:T|S]->()", "Only plain labels can be created.")]
    [InlineData("(:A)", "A set-up statement begins with a clause.")]
    public void WhatIsNotUnderstoodIsRefused(string setup, string message) =>
        Assert.Equal(message, Assert.Throws<SetupException>(() => new SetupInterpreter(new GraphDraft()).Execute(setup)).Message);
}
