using Graph.Query.Syntax;

namespace Graph.Query.Tests.Syntax;

public sealed class FactTests
{
    [Theory]
    [InlineData("(#russia)-[:SENT_TROOPS_TO {on: '2022-01', claimedBy: #tokayev}]->(#kazakhstan)")]
    [InlineData("(#a.b-c)<-[:R]-(#`x y`:Event {kind: 'visit', tags: [1, -2.5, null, [#a]]})-[:AGENT]->(:Person:Actor)")]
    [InlineData("(#`-x`)-[:`a b`]->({`key 1`: true})")]
    public void FactIsPrintedAsItWasWritten(string text)
    {
        var fact = QueryParser.ParseFact(new SourceText(text));
        Assert.Empty(fact.Diagnostics);
        Assert.Equal(text, fact.Syntax!.ToString());
    }

    [Fact]
    public void ReferencesAreEntitiesOfTheArticle()
    {
        var fact = QueryParser.ParseFact(new SourceText("(#russia)-[:R {claimedBy: #tokayev}]->(#kazakhstan)")).Syntax!;
        Assert.Equal(["russia", "kazakhstan"], fact.Nodes.Select(node => node.Entity!.Key));
        Assert.Equal(new EntityReferenceSyntax("tokayev"), fact.Relations[0].Properties!.Entries[0].Value);
    }

    [Theory]
    [InlineData("(#a)-[:R]-(#b)", 10, "Unexpected '-'; expected '->'.")]
    [InlineData("(#a)", 5, "Unexpected end of text; expected '-' or '<-'.")]
    [InlineData("(#a)-[:R {x: y}]->(#b)", 14, "Unexpected 'y'; expected a value.")]
    [InlineData("(#a)-[:R*]->(#b)", 9, "Unexpected '*'; expected '{' or ']'.")]
    [InlineData("(#a)-[:R]->(b)", 13, "Unexpected 'b'; expected an entity such as '#name', ':', '{' or ')'.")]
    public void MistakeInAFactIsMarked(string text, int column, string message)
    {
        var diagnostic = Assert.Single(QueryParser.ParseFact(new SourceText(text)).Diagnostics);
        Assert.Equal((column, message), (diagnostic.Location.Column, diagnostic.Message));
    }

    [Fact]
    public void FactStandsAnywhereInAnArticle()
    {
        var source = new SourceText("text\n(#a)-[:R]->(#b) text", "a.md");
        Assert.Equal("(#a)-[:R]->(#b)", QueryParser.ParseFact(source, new TextSpan(5, 15)).Syntax!.ToString());
        var diagnostic = Assert.Single(QueryParser.ParseFact(source, new TextSpan(5, 12)).Diagnostics);
        Assert.Equal((2, 13), (diagnostic.Location.Line, diagnostic.Location.Column));
    }
}
