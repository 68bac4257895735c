using System.Text;

namespace Graph.Query.Tests.Planning;

/// <summary>
/// The plan of each kind of query that is measured, and the rows that each operator makes, over a small graph of news by a seed: a query
/// that becomes slower shows here as more rows, on any machine.
/// </summary>
public sealed class WorkTests
{
    [Fact]
    public void EachQueryMakesNoMoreRowsThanPinned()
    {
        var engine = new QueryEngine(NewsGraph.Create(articles: 400, entities: 400));
        var script = new SourceText(File.ReadAllText(Repository.GetPath("tests", "Graph.Query.Tests", "Planning", "Work.cypher")));
        var text = new StringBuilder();
        foreach (var query in engine.PrepareScript(script))
        {
            Assert.False(query.HasErrors, string.Join('\n', query.Diagnostics.Select(diagnostic => diagnostic.Message)));
            var statement = script.GetText(query.Syntax!.Span);
            text.Append(statement).Append('\n');
            AppendPlan(engine, statement, text);
        }

        Verifier.Verify(text.ToString());
    }

    private static void AppendPlan(QueryEngine engine, string query, StringBuilder text)
    {
        foreach (var row in engine.Run(engine.Prepare(new SourceText($"PROFILE {query}"))).Rows)
            text.Append($"{(row[1].IsNull ? "" : row[1].ToString()),7}  {row[0].AsString()}\n");
    }
}
