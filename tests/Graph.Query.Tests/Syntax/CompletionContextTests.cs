using Graph.Query.Parsing;
using Graph.Query.Syntax;

namespace Graph.Query.Tests.Syntax;

public sealed class CompletionContextTests
{
    [Theory]
    [InlineData("|", "EXPLAIN PROFILE RETURN OPTIONAL MATCH UNWIND WITH CALL")]
    [InlineData("MATCH (n) WH|", "',' WHERE OPTIONAL MATCH UNWIND WITH CALL RETURN UNION")]
    [InlineData("MATCH (n:|", "label")]
    [InlineData("MATCH (n:Pers|on)", "label")]
    [InlineData("MATCH (n)-[r:A|B|", "relation type")]
    [InlineData("MATCH (n) WHERE n.na|", "property")]
    [InlineData("MATCH (n {na|", "property")]
    [InlineData("MATCH (|", "variable")]
    [InlineData("MATCH (n) RETURN n ORDER |", "BY")]
    [InlineData("CALL graph.|", "procedure")]
    [InlineData("MATCH p = ANY |", "SHORTEST WALK TRAIL ACYCLIC SIMPLE PATH PATHS parameter")]
    [InlineData("RETURN 'it is |", "")]
    [InlineData("RETURN 1 // and |", "")]
    [InlineData("RETRUN x WHERE |", "")]
    [InlineData("RETURN 1; MATCH (n) RETURN n ORDER |", "BY")]
    public void GrammarSaysWhatMayStandAtTheCursor(string marked, string expected)
    {
        var context = At(marked);
        var names = context.Expected.Select(Describe).Where(name => name.Length > 0).Distinct();
        foreach (var name in expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => name.Trim('\'')))
            Assert.Contains(name, string.Join(' ', names).Split(' '));
        Assert.Equal(expected.Length == 0, context.Expected.IsEmpty);
    }

    [Fact]
    public void ExpressionMayBeginWithVariablesFunctionsParametersAndKeywords()
    {
        var context = At("MATCH (n) RETURN |");
        foreach (var kind in new[] { ExpectationKind.Variable, ExpectationKind.Function, ExpectationKind.Parameter, ExpectationKind.Literal, ExpectationKind.Keyword })
            Assert.True(context.Expects(kind), kind.ToString());
        Assert.False(context.Expects(ExpectationKind.Label));
    }

    [Theory]
    [InlineData("MATCH p = (a:A)-[r:R|S]->(b:B&!C) UNWIND xs AS x WITH a, x AS y RETURN |", "p a:A r:R,S b:B,C x y")]
    [InlineData("MATCH (a:A) MATCH (a:B) WHERE any(i IN a.xs WHERE |", "a:A,B i")]
    [InlineData("CALL graph.pageRank() YIELD node, score AS s RETURN |", "node s")]
    [InlineData("RETURN 1 AS one; MATCH (n) RETURN |", "n")]
    public void NamesBeforeTheCursorAreKnown(string marked, string variables) =>
        Assert.Equal(variables, string.Join(' ', At(marked).Variables.Select(Describe)));

    [Theory]
    [InlineData("MATCH (a:A), (b:B) RETURN a . |", "a:A")]
    [InlineData("MATCH (a:A), (b:B) RETURN a.x + b.|", "b:B")]
    [InlineData("MATCH (a:A {x: 1, |", "a:A")]
    [InlineData("MATCH (a:A)-[:R {|", ":R")]
    [InlineData("MATCH (a:A) RETURN {|", null)]
    [InlineData("MATCH (a:A) RETURN f(a).|", null)]
    public void OwnerOfAPropertyIsKnown(string marked, string? owner) =>
        Assert.Equal(owner, At(marked).Owner is { } found ? Describe(found) : null);

    private static CompletionContext At(string marked) =>
        CompletionContext.At(new SourceText(marked.Remove(Cursor(marked), 1)), Cursor(marked));

    // The last bar before the word's end: relation types have bars of their own.
    private static int Cursor(string marked) => marked.EndsWith('|') ? marked.Length - 1 : marked.IndexOf('|');

    private static string Describe(Expectation expected) => expected.Kind switch
    {
        ExpectationKind.Keyword or ExpectationKind.Symbol => expected.Text,
        ExpectationKind.NewVariable => "variable",
        ExpectationKind.RelationType => "relation type",
        ExpectationKind.Operator or ExpectationKind.Literal => "",
        _ => expected.Kind.ToString().ToLowerInvariant(),
    };

    private static string Describe(CompletionVariable variable) =>
        variable.Labels.IsEmpty ? variable.Name : $"{variable.Name}:{string.Join(',', variable.Labels)}";
}
