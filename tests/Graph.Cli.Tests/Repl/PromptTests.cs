using Graph.Cli.Commands;

namespace Graph.Cli.Tests.Repl;

public sealed class PromptTests : IDisposable
{
    private readonly string state = Directory.CreateTempSubdirectory("graph-state").FullName;

    public void Dispose() => Directory.Delete(state, recursive: true);

    [Fact]
    public void ATerminalSessionAsSeen() => Verifier.Verify(Type(
        """
        MATCH (a:Actor)-[:SENT_TROOPS_TO]->(p:Place)<Enter>RETURN a.name, p.name;<Enter>
        :why 1<Enter>
        MATCH (c:Contry) RETURN nothing;<Enter>
        MATCH (n) RET<C-c>
        :format csv<Enter>
        match (c:Cou<Tab> {na<Tab>: 'Zuidland'})-[r:REQ<Tab>]->() return c.name, r.certainty as certainty order by certainty;<Enter>
        :aliases zuidland<Enter>
        <Up><Up><Enter>
        :quit<Enter>
        """));

    [Fact]
    public void ARedirectedSessionAsWritten()
    {
        var (code, output, error) = TestHost.Run([TestHost.Articles], """
            // a comment, and a statement over two lines
            MATCH (c:Country)

            RETURN c ORDER BY c.name; MATCH (a:Alliance) RETURN a.name;
            :format json
            MATCH (z)-[r:REQUESTED_HELP_FROM]->(n)
            RETURN z.name AS who, r, ';' AS semicolon;
            :why 2
            :why 3
            :param who=Noordland
            :param
            MATCH (c {name: $who}) RETURN c.key;
            :format pdf
            :schema MEMBER_OF
            :warnings
            :nonsense
            RETURN 1 AS last
            """);
        Assert.Equal(ExitCode.Failure, code);
        Verifier.Verify($"{output}--- stderr\n{error}");
    }

    [Fact]
    public void TheSchemaShowsWhatIsThereAndWhatIsDeclared() => Verifier.Verify(Ask(":schema\n:schema Country\n"));

    [Theory]
    [InlineData("MATCH (c:Country)-[:MEMBER_OF]->() WITH c RETURN c.name AS n;", "Southland denies")]
    [InlineData("MATCH (c:Country)-[:MEMBER_OF]->() RETURN count(*) AS n;", "member")]
    [InlineData("MATCH (c:Country)-[:MEMBER_OF]->() WITH DISTINCT c.key AS k ORDER BY k LIMIT 1 RETURN k;", "[the Polar Union]")]
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

    [Fact]
    public void TheHistoryIsKeptOverSessions()
    {
        Type("RETURN 1 AS one;<Enter>:quit<Enter>");
        Assert.Contains("│ one │", Type("<Up><Up><Enter><C-d>"));
    }

    [Fact]
    public void AnEmptyLineEndsAStatementAtThePrompt() => Assert.Contains("│ one │", Type("RETURN 1 AS one<Enter><Enter><C-d>"));

    private static string Ask(string input) => TestHost.Run([TestHost.Articles], input).Output;

    private string Type(string keys) => TestHost.RunPrompt([TestHost.Articles], keys.ReplaceLineEndings(""), state);
}
