using Graph.Annotations;
using Graph.Cli.Commands;
using Graph.Cli.Rendering;
using Graph.Cli.Repl;
using Graph.Cli.Sessions;
using Graph.News;
using Graph.Query;

namespace Graph.Cli.Tests.Repl;

public sealed class CompletionTests
{
    private static readonly PromptCompletion Completion = Create();

    [Theory]
    [InlineData("mat", "MATCH")]
    [InlineData("MATCH (n) RET", "RETURN")]
    [InlineData("MATCH (n:Cou", "Country")]
    [InlineData("MATCH (n:Country|Pla", "Place")]
    [InlineData("MATCH (n)-[:SENT_", "SENT_TROOPS_TO")]
    [InlineData("MATCH (n)-[r:MEMBER_OF|PRES", "PRESIDENT_OF")]
    [InlineData("MATCH (n:Country) WHERE n.is", "iso")]
    [InlineData("MATCH (n:Person) WHERE n.is", "")]
    [InlineData("MATCH (n:Country {is", "iso")]
    [InlineData("MATCH ()-[r:SENT_TROOPS_TO]->() WHERE r.tr", "troops")]
    [InlineData("MATCH (country:Country) RETURN cou", "country count(")]
    [InlineData("MATCH (n) RETURN n.name AS who ORDER BY wh", "who")]
    [InlineData("MATCH (n) RETURN senten", "sentence(")]
    [InlineData("MATCH (n) RETURN n ORDER BY n.name DE", "DESCENDING DESC")]
    [InlineData("CALL graph.page", "graph.pageRank")]
    [InlineData("CALL graph.pageRank({da", "damping: ")]
    [InlineData("CALL graph.pageRank({damping: 0.5, ite", "iterations: ")]
    [InlineData("CALL graph.pageRank({labels: ['da", "")]
    [InlineData("CALL graph.pageRank({}) YIELD ", "node score")]
    [InlineData("CALL graph.pageRank({}) YIELD node, sc", "score")]
    [InlineData("MATCH (n {name: 'noor", "Noordland'")]
    [InlineData("MATCH (n) WHERE n.name = \"SOUTH", "Zuidland\"")]
    [InlineData("MATCH (n) WHERE n.name ~= 'northl", "Noordland'")]
    [InlineData("MATCH (n) WHERE n.key = 'noor", "")]
    [InlineData("MATCH (p:Person {name: 'noor", "")]
    [InlineData("MATCH (n) WHERE n.name IN ['noor", "Noordland'")]
    [InlineData("MATCH (n) WHERE n.name IN [\"Zuid, 'x'\", 'y', 'noor", "Noordland'")]
    [InlineData("MATCH (n) WHERE n.key IN ['noor", "")]
    [InlineData("UNWIND ['noor", "")]
    [InlineData("CALL graph.pageRank({labels: ['Cou", "Country'")]
    [InlineData("CALL graph.pageRank({labels: ['Person', 'Cou", "Country'")]
    [InlineData("CALL graph.pageRank({types: ['PRES", "PRESIDENT_OF'")]
    [InlineData("CALL graph.pageRank({direction: 'o", "out'")]
    [InlineData("MATCH (n {direction: 'o", "")]
    [InlineData("MATCH (p:Person&Country|Country {name: 'noor", "Noordland'")]
    [InlineData("MATCH (p:Person) WHERE p.name = '", "Ada Berg'")]
    [InlineData("MATCH (p:!Person&Actor) WHERE p.name = '", "Noordland' Zuidland' the Polar Union'")]
    [InlineData("MATCH (a:Alliance)<-[:M", "MENTIONS MEMBER_OF")]
    [InlineData("MATCH (a:Alliance)-[:ME", "MENTIONS MEMBER_OF")]
    [InlineData("MATCH (a:Article) MATCH (a)-[:", "MENTIONS")]
    [InlineData("MATCH (a:Person {key: 'x'})-[r:PRESIDENT_OF|M", "MENTIONS")]
    [InlineData("MATCH (a:Person)-[:PRESIDENT_OF]->(b:", "Entity Actor Place Country")]
    [InlineData("MATCH (a:Person)-[:PRESIDENT_OF]->(:C", "Country")]
    [InlineData("MATCH (a)<-[:PRESIDENT_OF]-(b:", "Entity Actor Person")]
    [InlineData("MATCH (a:Country) <-[ r:PRESIDENT_OF ]- (b IS ", "Entity Actor Person")]
    [InlineData("MATCH (a)-[:PRESIDENT_OF]-(b:", "Entity Actor Place Person Country")]
    [InlineData("MATCH (a:Person)-[:PRESIDENT_OF]-(b:", "Entity Actor Place Country")]
    [InlineData("MATCH (a)-[:PRESIDENT_OF|MEMBER_OF]->(b:", "Entity Actor Place Organization Country Alliance")]
    [InlineData("MATCH (a)-[:PRESIDENT_OF*1..3]->(b:", "Entity Actor Place Country")]
    [InlineData("MATCH (a:Country)-[:PRESIDENT_OF]->{1,3}(b:", "Entity Actor Place Country")]
    [InlineData("MATCH (a:Person)-[:PRESIDENT_OF*0..3]->(b:", "Entity Actor Place Person Country")]
    [InlineData("MATCH (a:Person)-[:PRESIDENT_OF]->*(b:", "Entity Actor Place Person Country")]
    [InlineData("MATCH (a:Person)-[:PRESIDENT_OF]->+(b:", "Entity Actor Place Country")]
    [InlineData("MATCH (a:Person)-->(b:", "Entity Actor Place Country")]
    [InlineData("MATCH (a:Country)<--(b:", "Article Entity Actor Place Person Country")]
    [InlineData("MATCH (a:Person)-[:PRESIDENT_OF]->(c)-[:MEMBER_OF]->(b:", "Entity Actor Organization Alliance")]
    [InlineData("MATCH (a:Person)-[:PRESIDENT_OF /* of ( */]->(b:Country|", "Entity Actor Place Country")]
    [InlineData("MATCH (a) WHERE EXISTS { (a:Person)-[:PRESIDENT_OF]->(:", "Entity Actor Place Country")]
    [InlineData("MATCH (a:Alliance)-[:BASED_IN]->(b:Ci", "City")]
    [InlineData("MATCH (a:Person)-[:BASED_IN]->(b:Pe", "")]
    [InlineData("MATCH (a)-[:PRESIDENT_OF]->(b), (c:Per", "Person")]
    [InlineData("MATCH (a)-[:PRESIDENT_OF]->(b WHERE a:Per", "Person")]
    [InlineData("MATCH (a)-[:PRESIDENT_OF]->(b {name: 'x'}) WHERE a:Per", "Person")]
    [InlineData("MATCH p = shortestP", "shortestPath(")]
    [InlineData("MATCH p = allS", "allShortestPaths(")]
    [InlineData("MATCH p = sho", "SHORTEST shortestPath(")]
    [InlineData("MATCH (a), (b) RETURN shortestP", "shortestPath(")]
    [InlineData("MATCH (c:Person)-[r]->(m) RETURN m.i", "iso")]
    [InlineData("MATCH (c:Person)-[r:PRESIDENT_OF]->(m) RETURN m.is", "iso")]
    [InlineData("MATCH (m)-[r:PRESIDENT_OF]->(c:Country) RETURN m.is", "")]
    [InlineData("MATCH (m)<-[r:PRESIDENT_OF]-(c:Person) RETURN m.is", "iso")]
    [InlineData("MATCH (c:Person)-[r]->(m) RETURN m.troo", "")]
    [InlineData("MATCH ()-[r]->(m) RETURN r.troo", "troops")]
    [InlineData("MATCH ()-[r]->(m) RETURN r.is", "")]
    [InlineData("WITH {iso: 1} AS m RETURN m.is", "iso")]
    [InlineData("MATCH (n) RETURN [m IN [n] | m.is", "iso")]
    [InlineData("MATCH (n) RETURN n.name.is", "iso")]
    [InlineData("RETURN date.tru", "date.truncate(")]
    [InlineData("RETURN duration.bet", "duration.between(")]
    [InlineData("MATCH (n) RETURN x.", "")]
    [InlineData(":article acc", "accord")]
    [InlineData(":article ACC", "accord")]
    [InlineData(":open noor", "Noordland")]
    [InlineData(":mode j", "json jsonl")]
    [InlineData(":timing o", "on off")]
    [InlineData(":set pa", "pager ")]
    [InlineData(":set mode j", "json jsonl")]
    [InlineData(":path noor", "Noordland")]
    [InlineData(":path Noordland the", "\"the Polar Union\"")]
    [InlineData(":path Noordland 'the P", "the Polar Union'")]
    [InlineData(":path \"Ada Berg\" \"the P", "the Polar Union\"")]
    [InlineData(":path \"Ada Berg\" zui", "Zuidland")]
    [InlineData(":set pager ", "auto on off")]
    [InlineData(":set nothing ", "mode  rows  props  timing  timeout  pager ")]
    [InlineData("SHOW ", "ALL BUILT FUNCTIONS FUNCTION PROCEDURES PROCEDURE")]
    [InlineData("SHOW FUNCTIONS Y", "YIELD")]
    [InlineData("RETURN $w", "who")]
    [InlineData("RETURN 'mat", "")]
    [InlineData("RETURN 1; MAT", "MATCH")]
    [InlineData("RETRUN 1 MAT", "")]
    [InlineData(":sch", ":schema ")]
    [InlineData(":schema Countr", "Country")]
    public void OffersWhatMayStandAtTheCursor(string text, string items) =>
        Assert.Equal(items, string.Join(' ', Completion.Complete(text, text.Length).Items.Select(item => item.Text)));

    [Fact]
    public void AnOpenedCallGoesOnWithItsSettings() => Assert.Equal(
        Completion.Complete("CALL graph.pageRank({", 21).Items.Select(item => $"{{{item.Text}"),
        Completion.Complete("CALL graph.pageRank(", 20).Items.Select(item => item.Text));

    private static PromptCompletion Create()
    {
        var loaded = GraphLoader.Load([TestHost.Articles], new LoadOptions(NewsSchema.GraphType));
        var parameters = new Dictionary<string, Value> { ["who"] = Value.True };
        var load = new LoadSettings([TestHost.Articles], null, false, new DisplaySettings(), null);
        var settings = new QuerySettings(load, OutputFormat.Table, [parameters], new QueryLimits(), FailAtEnd: false);
        var completion = new PromptCompletion(new PromptState(new Session(loaded.Store, loaded), settings));
        completion.PrepareNow();
        return completion;
    }
}
