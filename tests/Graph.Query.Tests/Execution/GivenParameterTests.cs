using Graph.Query.Schema;

namespace Graph.Query.Tests.Execution;

/// <summary>What is given for parameters that nothing declares, held against what the query uses them as.</summary>
public sealed class GivenParameterTests
{
    private static readonly QueryEngine Engine = Build();

    [Theory]
    [InlineData("MATCH (n) WHERE n.on >= $x RETURN n.number AS n", "2021", "3")]
    [InlineData("MATCH (n) WHERE n.on >= $x RETURN n.number AS n", "'2021-06'", "3")]
    [InlineData("MATCH (n) WHERE n.on IN $x RETURN n.number AS n", "[2020, '2022']", "2\n3")]
    [InlineData("MATCH (n) WHERE within(n.on, $x) RETURN n.number AS n", "2020", "2")]
    [InlineData("MATCH (n) WHERE n.on.year = $x RETURN n.number AS n", "2020", "2")]
    [InlineData("MATCH (n) WHERE n.number < $x RETURN n.number AS n", "2020", "1\n2\n3")]
    public void ANumberThatIsAYearIsADateWhereOneIsAskedFor(string query, string value, string answer) =>
        Assert.Equal((answer, ""), Ask(query, value));

    [Theory]
    [InlineData("MATCH (n) WHERE n.on >= $x RETURN n.number AS n", "5", "GR2021 1:25 Parameter '$x' is used as DATE, but its value is INTEGER NOT NULL.")]
    [InlineData("MATCH (n) WHERE n.name = $x RETURN n.number AS n", "9", "GR2021 1:26 Parameter '$x' is used as STRING, but its value is INTEGER NOT NULL.")]
    [InlineData("MATCH (n) WHERE n.name CONTAINS $x RETURN n.number AS n", "9", "GR2021 1:33 Parameter '$x' is used as STRING, but its value is INTEGER NOT NULL.")]
    [InlineData("MATCH (n {number: $x}) RETURN n.number AS n", "'1'", "GR2021 1:19 Parameter '$x' is used as INTEGER, but its value is STRING NOT NULL.")]
    [InlineData("MATCH (n) WHERE n.number IN $x RETURN n.number AS n", "['1', 9]", "GR2021 1:29 Parameter '$x' is used as LIST<INTEGER>, but its value is LIST<STRING NOT NULL | INTEGER NOT NULL> NOT NULL.")]
    [InlineData("MATCH (n) WHERE n.number = $x RETURN n.number AS n", "7.0", "")]
    [InlineData("MATCH (n) WHERE n.number = $x RETURN n.number AS n", "null", "")]
    [InlineData("MATCH (n) WHERE n.number IN $x RETURN n.number AS n", "[null, 9.5]", "")]
    [InlineData("MATCH (n) WHERE n = $x RETURN n.number AS n", "[]", "GR2021 1:21 Parameter '$x' is used as NODE, but its value is LIST<NOTHING> NOT NULL.")]
    [InlineData("MATCH (n) WHERE n.name = $x OR n.number = $x RETURN n.number AS n", "true", "")]
    public void AValueThatNoUseOfItFitsIsAWarning(string query, string value, string warning) =>
        Assert.Equal(("", warning), Ask(query, value));

    private static (string Answer, string Warnings) Ask(string query, string value)
    {
        var given = new Dictionary<string, Value> { ["x"] = Engine.Run(Engine.Prepare(new SourceText($"RETURN {value} AS x"))).Rows.First()[0] };
        var result = Engine.Run(Engine.Prepare(new SourceText(query)), given);
        var warnings = result.Warnings.Select(
            warning => $"{warning.Id} {warning.Location.Line}:{warning.Location.Column} {warning.Message}");
        return (string.Join('\n', TestGraph.Rows(result)), string.Join('\n', warnings));
    }

    private static QueryEngine Build()
    {
        var type = SchemaReader.Read(new SourceText("CREATE GRAPH TYPE T AS { (:A => {number INTEGER, name STRING, `on` DATE}) }")).Type;
        var builder = new GraphBuilder(type);
        foreach (var (number, on) in new[] { (1, "2019-05-01"), (2, "2020"), (3, "2022") })
        {
            builder.AddNode(
                ["A"],
                [
                    new("number", Value.FromInteger(number)), new("name", Value.FromString($"n{number}")),
                    new("on", Value.FromDate(PartialDate.Parse(on))),
                ]);
        }

        return new QueryEngine(builder.Build());
    }
}
