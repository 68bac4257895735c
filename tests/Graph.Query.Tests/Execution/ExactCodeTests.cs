namespace Graph.Query.Tests.Execution;

/// <summary>Values that are grouped by codes are those that are equal: across labels, and however a date is written.</summary>
public sealed class ExactCodeTests
{
    private static readonly QueryEngine Engine = new(CreateGraph());

    [Theory]
    [InlineData("MATCH (a:Report) RETURN DISTINCT a.date AS d", "2020 | 2021-05")]
    [InlineData("MATCH (a:Report) RETURN count(DISTINCT a.date) AS n", "2")]
    [InlineData("MATCH (a:Report) RETURN a.date AS d, count(*) AS n", "2020, 2 | 2021-05, 2")]
    [InlineData("MATCH (a:Report) RETURN DISTINCT a.written AS d", "2020 | 2021-05")]
    [InlineData("MATCH (a:Report) RETURN count(DISTINCT a.written) AS n", "2")]
    [InlineData("MATCH (a:Report) RETURN a.written AS d, count(*) AS n", "2020, 2 | 2021-05, 2")]
    [InlineData("MATCH (a:Letter) RETURN DISTINCT a.sent AS d UNION MATCH (a:Report) RETURN a.written AS d", "2021-05 | 1999 | 2020")]
    [InlineData("MATCH (a:Report) RETURN min(a.written) AS a, max(a.written) AS b, min(a.date) AS c, max(a.date) AS d", "2020, 2021-05, 2020, 2021-05")]
    [InlineData("MATCH (a:Letter) RETURN min(a.sent) AS a, max(a.sent) AS b, min(a.name) AS c, max(a.name) AS d, min(a.written) AS e", "1999, 2021-05, one, two, null")]
    [InlineData("MATCH (a) RETURN a.name AS n, min(a.sent) AS s, max(a.written) AS w", "one, 2021-05, 2021-05 | two, 1999, 2020-01-01/2020-12-31 | null, null, 2021-05")]
    [InlineData("MATCH (a) UNWIND [a.sent, a.written] AS d RETURN min(d) AS a, max(d) AS b", "1999, 2021-05")]
    [InlineData("MATCH (a:Letter) RETURN DISTINCT a.date AS d", "2021-05 | 1999")]
    [InlineData("MATCH (a) RETURN DISTINCT a.date AS d", "2021-05 | 1999 | null | 2020")]
    [InlineData("MATCH (a:Letter) RETURN a.date AS d UNION MATCH (a:Report) RETURN a.date AS d", "2021-05 | 1999 | 2020")]
    [InlineData("MATCH (a:Letter|Report) RETURN a.name AS n, count(*) AS c", "one, 3 | two, 2 | null, 1")]
    [InlineData("MATCH (a:Letter|Report) RETURN a.name AS n, a.date AS d, count(*) AS c", "one, 2021-05, 2 | two, 1999, 1 | one, 2020, 1 | two, 2020-01-01/2020-12-31, 1 | null, 2021-05, 1")]
    [InlineData("MATCH (a:Volume) RETURN a.large AS l, a.title AS t, count(*) AS c", "9223372036854775807, null, 1 | null, one, 1")]
    [InlineData("MATCH (a:Letter) WITH a.name AS n MATCH (b:Report) WHERE b.name = n RETURN DISTINCT n, b.date AS d", "one, 2020 | one, 2021-05 | two, 2020-01-01/2020-12-31")]
    [InlineData("MATCH (a) RETURN DISTINCT a.number AS n", "1 | null | 2.5")]
    [InlineData("UNWIND [1, 1.0, 2, null, 2.0, null] AS n RETURN DISTINCT n", "1 | 2 | null")]
    [InlineData("MATCH (a:Report) RETURN DISTINCT size(a.name) AS n UNION UNWIND [3.0, 4.0] AS n RETURN n", "3 | null | 4.0")]
    [InlineData("MATCH (a:Letter|Report) WITH DISTINCT a.name + '!' AS n RETURN n UNION RETURN 'one!' AS n", "one! | two! | null")]
    public void EqualValuesAreOneGroup(string query, string rows)
    {
        var result = Engine.Run(Engine.Prepare(new SourceText(query)));
        Assert.Equal(
            rows, string.Join(
                " | ", result.Rows.Select(row => string.Join(", ", row.ToArray()).Replace("'", "", StringComparison.Ordinal))));
    }

    /// <summary>Days of several relation types are one group each, and stand in order with each other.</summary>
    [Theory]
    [InlineData("MATCH ()-[r]->() RETURN DISTINCT r.day AS d", "2020-01-31 | 2020-03-01 | null")]
    [InlineData("MATCH ()-[r]->() RETURN r.day AS d, count(*) AS n", "2020-01-31, 2 | 2020-03-01, 2 | null, 1")]
    [InlineData("MATCH ()-[r]->() RETURN r.day AS d, type(r) AS t, count(*) AS n", "2020-01-31, LEFT, 1 | 2020-03-01, LEFT, 1 | null, LEFT, 1 | 2020-03-01, MET, 1 | 2020-01-31, MET, 1")]
    [InlineData("MATCH (a)-[r]->() RETURN a.name AS a, min(r.day) AS f, max(r.day) AS l, count(DISTINCT r.day) AS n", "one, 2020-01-31, 2020-03-01, 2")]
    [InlineData("MATCH ()-[r]->() WHERE r.day < date('2020-02') RETURN count(*) AS n", "2")]
    [InlineData("MATCH ()-[r]->() WHERE r.day <= '2020-01-31' RETURN count(*) AS n", "2")]
    [InlineData("MATCH ()-[r]->() WHERE r.day > '2020-01-31' AND r.day <= date('2020-03-01') RETURN count(*) AS n", "2")]
    [InlineData("MATCH ()-[r]->() WHERE r.day <> '2020-02-15' RETURN count(*) AS n", "4")]
    [InlineData("MATCH ()-[r]->() WHERE r.day >= '2020-03' RETURN count(*) AS n", "0")]
    [InlineData("MATCH ()-[r]->() WHERE r.day >= '2020' RETURN count(*) AS n", "0")]
    [InlineData("MATCH ()-[r:MET]->(), ()-[s:LEFT]->() WHERE r.day = s.day RETURN count(*) AS n", "2")]
    [InlineData("MATCH ()-[r:MET]->(), ()-[s:LEFT]->() WHERE date(r.day) < s.day RETURN r.day AS a, s.day AS b", "2020-01-31, 2020-03-01")]
    public void DaysOfSeveralTypesAreOneOrder(string query, string rows)
    {
        var builder = new GraphBuilder();
        var (one, two) = (builder.AddNode(["Letter"], [KeyValuePair.Create("name", Value.FromString("one"))]),
            builder.AddNode(["Letter"], []));
        foreach (var (type, day) in new[] { ("MET", "2020-03-01"), ("MET", "2020-01-31"), ("LEFT", "2020-01-31"), ("LEFT", "2020-03-01") })
            builder.AddEdge(type, one, two, [KeyValuePair.Create("day", Value.FromDate(PartialDate.Parse(day)))]);
        builder.AddEdge("LEFT", one, two, []);
        var engine = new QueryEngine(builder.Build());
        Assert.Equal(
            rows, string.Join(
                " | ",
                engine.Run(engine.Prepare(new SourceText(query))).Rows.Select(
                    row => string.Join(", ", row.ToArray()).Replace("'", "", StringComparison.Ordinal))));
    }

    /// <summary>Reports write one year in two ways; letters share a month with them, and names.</summary>
    private static GraphStore CreateGraph()
    {
        var builder = new GraphBuilder();
        Add("Report", "one", "2020", Value.FromInteger(1));
        Add("Report", "two", "2020-01-01/2020-12-31", Value.FromFloat(1.0));
        Add("Report", "one", "2021-05", Value.FromFloat(2.5));
        Add("Report", null, "2021-05", Value.Null);
        Add("Letter", "one", "2021-05", Value.FromInteger(1));
        Add("Letter", "two", "1999", Value.Null);
        builder.AddNode(["Volume"], [KeyValuePair.Create("large", Value.FromInteger(long.MaxValue))]);
        builder.AddNode(["Volume"], [KeyValuePair.Create("title", Value.FromString("one"))]);
        builder.AddNode(["Note"], [KeyValuePair.Create("text", Value.FromString("without a date"))]);
        return builder.Build();

        void Add(string label, string? name, string date, Value number) => builder.AddNode(
            [label],
            [
                .. name is null ? Array.Empty<KeyValuePair<string, Value>>() : [KeyValuePair.Create("name", Value.FromString(name))],
                KeyValuePair.Create("date", Value.FromDate(PartialDate.Parse(date))),
                KeyValuePair.Create(label == "Report" ? "written" : "sent", Value.FromDate(PartialDate.Parse(date))),
                .. number.IsNull ? Array.Empty<KeyValuePair<string, Value>>() : [KeyValuePair.Create("number", number)],
            ]);
    }
}
