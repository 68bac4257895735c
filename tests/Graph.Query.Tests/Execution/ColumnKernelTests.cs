using CsCheck;

namespace Graph.Query.Tests.Execution;

/// <summary>
/// What is done on whole columns gives what is done value by value: <c>n.a</c> is read from its column, <c>head([n.a])</c> is not.
/// </summary>
public sealed class ColumnKernelTests
{
    private const string Column = "n.a";
    private const string Values = "head([n.a])";

    private static readonly string[] Constants =
        ["0", "3", "-1.5", "3.0", "9223372036854775807", "-9.3e18", "9007199254740993", "0.0 / 0.0", "'b'", "'Bern'", "''", "true", "null",
            "date('2022-01')", "date('2022-01-05')", "date('2022-02-01/2022-02-01')", "[1]"];

    private static readonly string[] Conditions =
    [
        "{x} = {c}", "{x} <> {c}", "{x} < {c}", "{x} <= {c}", "{x} > {c}", "{x} >= {c}", "{c} < {x}",
        "{x} IN [{c}, {c}]", "NOT {x} IN [{c}, null]", "{x} IN [{c}]", "{x} IN [{c}, {c}, {c}]", "{x} IN [{c}, {c}, {c}, {c}, null]", "NOT {x} IN [{c}, {c}, {c}]", "{x} IN range(-2, 40, 3)", "{x} IN []",
        "{x} = {c} OR {x} = {c} OR {x} IN [{c}, {c}]", "{x} = {c} OR n.id = 3 OR {x} = {c}",
        "{x} = n.b", "{x} <> n.b", "{x} < n.b", "n.b <= {x}", "{x} > n.b", "date({x}) >= n.b",
        "{x} IS NULL", "{x} IS NOT NULL", "toString({x}) STARTS WITH 'b'", "toUpper(toString({x})) ENDS WITH 'N'",
        "toString({x}) =~ '[a-c]+.*'", "toString({x}) =~ '.*(e|o)[a-z]{2,3}$'", "toLower(toString({x})) =~ '(name|b).*'", "date({x}) < {c}", "date({x}).year = 2022",
        "CASE {x} WHEN {c} THEN true WHEN {c} THEN null ELSE false END", "coalesce({x}, 7) = {c}",
    ];

    private static readonly string[] Results =
    [
        "count({x})", "count(DISTINCT {x})", "min({x})", "max({x})", "sum({x})", "avg({x})", "n.group AS g, min({x})",
        "n.group AS g, sum({x})", "n.group AS g, max({x}), count({x})", "toString({x}) AS s, count(*)", "{x} AS x, count(*)",
        "{x} AS x, n.group AS g, n.b AS b, count(*)", "n.group AS g, collect(DISTINCT {x})", "n.id, {x} ORDER BY {x}, n.id SKIP 3 LIMIT 20",
    ];

    /// <summary>What is made of strings, and what is asked of it.</summary>
    private static readonly string[] Texts =
    [
        "left({x}, {n})", "right({x}, {n})", "substring({x}, {n})", "substring({x}, {n}, 3)", "trim({x})", "lTrim({x})", "rTrim({x})",
        "toLower({x})", "toUpper({x})", "replace({x}, 'a', 'Łó')", "replace({x}, 'an', '')", "{x} + ' ' + {x}", "'<' + {x}", "{x} + m.t",
        "split({x}, ' ')[{n}]", "head(split({x}, 'n'))", "last(split({x}, 'aa'))", "split({x}, '')[0]", "toLower(left({x}, {n}))", "reverse({x})", "{x}",
    ];

    private static readonly string[] TextResults =
    [
        "{t} AS t, count(*)", "m.t AS t, {t} AS u, n.group AS g, count(*)", "count(DISTINCT {t}), min({t}), max({t})",
        "n.group AS g, count(DISTINCT {t})", "n.id, {t} ORDER BY {t} DESC, n.id LIMIT 9", "n.id, size({t})", "n.id, {t} CONTAINS 'a'",
        "n.id, {t} STARTS WITH 'b' OR {t} ENDS WITH 'N'", "n.id, {t} < 'a'", "n.id, {t} = 'Bern'", "n.id, {t} <> 3",
        "n.id, {t} IN ['a', 'b', null]", "n.id, {t} CONTAINS m.t", "n.id, m.t CONTAINS {t}", "n.id, {t} STARTS WITH m.t OR m.t ENDS WITH {t}",
        "n.id, {t} =~ '[a-z]+.*'", "n.id, {t} IS NULL",
    ];

    /// <summary>A node or relation is read from its column as <c>x</c>, and from a value as <c>head([x])</c>.</summary>
    private static readonly string[] ElementResults =
    [
        "labels({n}) AS l, count(*)", "labels({n})[-1] AS l, count(*), count(DISTINCT n.id)", "keys({n}) AS k, count(*)",
        "size(keys({n})) AS k, count(*)", "'Row' IN labels({n}) AS t, 'b' IN keys({n}) AS u, n.id",
        "n.id, [k IN keys({n}) WHERE k < 'c' | k + '!'] AS k", "count(DISTINCT labels({n})), count(DISTINCT keys({n})[2])",
        "type({r}) AS t, count(*)", "keys({r}) AS k, count(*)", "keys({r})[0] + type({r}) AS k, count(r)",
        "left(type({r}), 1) AS t, min(type({r})), count(*)",
        "CASE WHEN size(keys({r})) > 1 THEN type({r}) ELSE labels({n}) END AS c, count(*)",
    ];

    private static readonly string[] ElementLists = ["keys({n})", "labels({n})", "keys({r})", "split(type({r}), 'A')",
        "CASE n.group WHEN 0 THEN keys({n}) WHEN 1 THEN keys({r}) END"];

    private static readonly Func<Random, Value>[] Kinds =
    [
        random => Value.FromInteger(random.Next(-2, 5)),
        random => Value.FromInteger(random.Next(2) == 0 ? long.MaxValue : (1L << 53) + random.Next(3)),
        random => Value.FromFloat(random.Next(5) == 0 ? double.NaN : random.Next(-3, 8) / 2.0),
        random => Value.FromString(((string[])["", "a", "b", "Bern", "bern", "Łódź"])[random.Next(6)]),
        random => Value.FromString($"name {random.Next(100000)}"),
        random => Value.FromBoolean(random.Next(2) == 0),
        random => Value.FromDate(random.Next(2) == 0 ? January : Year),
        random => Value.FromDate(Date($"2022-0{random.Next(1, 3)}-0{random.Next(1, 8)}")),
    ];

    private static readonly PartialDate January = Date("2022-01");
    private static readonly PartialDate Year = Date("2022");

    [Fact]
    public void ColumnsAnswerAsTheirValuesDo() => Gen.Int[0, int.MaxValue].Sample(seed => Check(new Random(seed)), iter: 30, threads: 1);

    private static void Check(Random random)
    {
        var store = CreateGraph(random);
        for (var i = 0; i < 8; i++)
        {
            var condition = Fill(random, Conditions[random.Next(Conditions.Length)]);
            var query = $"MATCH (n{(random.Next(3) == 0 ? ":Row" : "")}) WHERE {condition} RETURN {Results[random.Next(Results.Length)]}";
            Compare(store, query);
            Compare(store, $"MATCH (n) RETURN {Results[random.Next(Results.Length)]}");
            Compare(store, $"MATCH (n) RETURN {condition} AS c, count(*)");
        }
    }

    [Fact]
    public void TextsAnswerAsTheirValuesDo() => Gen.Int[0, int.MaxValue].Sample(seed => CheckTexts(new Random(seed)), iter: 40, threads: 1);

    private static void CheckTexts(Random random)
    {
        var builder = new GraphBuilder();
        for (var id = 0; id < 40; id++)
        {
            var text = ((string[])["", " a b ", "banana", "Bern N", "aaaa", "Łódź an", "\u2003x \ud83d\ude00 y",
                $"name {random.Next(100000)}"])[random.Next(8)];
            var properties = new List<KeyValuePair<string, Value>> { new("id", Value.FromInteger(id)),
                new("group", Value.FromInteger(id % 3)) };
            if (random.Next(6) > 0)
                properties.Add(new("t", Value.FromString(text)));
            builder.AddNode(random.Next(3) == 0 ? ["Row"] : ["Other"], properties);
        }

        var store = builder.Build();
        for (var i = 0; i < 12; i++)
        {
            var made = Texts[random.Next(Texts.Length)].Replace("{n}", $"{random.Next(4)}", StringComparison.Ordinal);
            var result = TextResults[random.Next(TextResults.Length)].Replace("{t}", made, StringComparison.Ordinal);
            var query = $"MATCH (n), (m:Row) WHERE m.id < 9 RETURN {result}";
            var columns = Ask(store, query.Replace("{x}", "n.t", StringComparison.Ordinal));
            var values = Ask(store, query.Replace("{x}", "head([n.t])", StringComparison.Ordinal));
            Assert.True(columns == values, $"{query}\nby column:\n{columns}\nby value:\n{values}");
        }
    }

    [Fact]
    public void ElementsAnswerAsTheirValuesDo() =>
        Gen.Int[0, int.MaxValue].Sample(seed => CheckElements(new Random(seed)), iter: 30, threads: 1);

    private static void CheckElements(Random random)
    {
        var store = CreateGraph(random);
        for (var i = 0; i < 8; i++)
        {
            var pattern = ((string[])["MATCH (n)", "MATCH (n)-[r]->()", "MATCH (n) OPTIONAL MATCH (n)<-[r]-()"])[random.Next(3)];
            if (pattern == "MATCH (n)")
                pattern += " WITH n, null AS r";
            var list = ElementLists[random.Next(ElementLists.Length)];
            CompareElements(store, $"{pattern} RETURN {ElementResults[random.Next(ElementResults.Length)]}");
            CompareElements(store, $"{pattern} UNWIND {list} AS k RETURN k, count(*), min(n.id)");
            CompareElements(store, $"{pattern} UNWIND {list} AS k WITH k, n WHERE k <> 'id' RETURN n.id, n.group, k");
        }
    }

    private static void CompareElements(GraphStore store, string query)
    {
        var byColumn = Ask(store, query.Replace("{n}", "n").Replace("{r}", "r"));
        var byValue = Ask(store, query.Replace("{n}", "head([n])").Replace("{r}", "head([r])"));
        Assert.True(byValue == byColumn, $"{query}\nby value:\n{byValue}\nby column:\n{byColumn}");
    }

    private static string Fill(Random random, string template)
    {
        while (template.Contains("{c}"))
        {
            var at = template.IndexOf("{c}", StringComparison.Ordinal);
            template = template[..at] + Constants[random.Next(Constants.Length)] + template[(at + 3)..];
        }

        return template;
    }

    private static void Compare(GraphStore store, string query)
    {
        var (byColumn, byValue) = (query.Replace("{x}", Column), query.Replace("{x}", Values));
        Assert.True(
            Ask(store, byValue) == Ask(store, byColumn),
            $"{byColumn}\nby value:\n{Ask(store, byValue)}\nby column:\n{Ask(store, byColumn)}");
    }

    private static GraphStore CreateGraph(Random random)
    {
        var builder = new GraphBuilder();
        var nodes = new List<int>();
        var common = random.Next(4) == 0 ? Kinds[random.Next(Kinds.Length)] : null;
        foreach (var labels in new string[][] { ["Row"], ["Row", "Other"], ["Other"] })
        {
            var kinds = Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => common ?? Kinds[random.Next(Kinds.Length)]).ToArray();
            var isSparse = random.Next(2) == 0;
            var count = random.Next(4) == 0 ? 0 : random.Next(10) == 0 ? random.Next(2000, 5000) : random.Next(1, 90);
            for (var id = 0; id < count; id++)
            {
                List<KeyValuePair<string, Value>> properties = [KeyValuePair.Create("id", Value.FromInteger(id)),
                    KeyValuePair.Create("group", Value.FromInteger(random.Next(3)))];
                if (!isSparse || random.Next(3) > 0)
                    properties.Add(KeyValuePair.Create("a", kinds[random.Next(kinds.Length)](random)));
                if (!isSparse || random.Next(3) > 0)
                    properties.Add(KeyValuePair.Create("b", kinds[random.Next(kinds.Length)](random)));
                nodes.Add(builder.AddNode(labels, properties));
            }
        }

        for (var edge = nodes.Count == 0 ? 0 : random.Next(200); edge > 0; edge--)
        {
            List<KeyValuePair<string, Value>> properties = random.Next(2) == 0
                ? []
                : [KeyValuePair.Create("a", Value.FromInteger(edge % 3))];
            if (random.Next(3) == 0)
                properties.Add(KeyValuePair.Create("b", Value.FromString("b")));
            var type = ((string[])["MADE", "NAMED", "PLAYS"])[random.Next(3)];
            builder.AddEdge(type, nodes[random.Next(nodes.Count)], nodes[random.Next(nodes.Count)], properties);
        }

        return builder.Build();
    }

    private static PartialDate Date(string text) =>
        PartialDate.TryParse(text, out var date, out var reason) ? date : throw new ArgumentException(reason);

    private static string Ask(GraphStore store, string query)
    {
        var engine = new QueryEngine(store);
        var prepared = engine.Prepare(new SourceText(query));
        if (prepared.HasErrors)
            return string.Join('\n', prepared.Diagnostics.Select(diagnostic => diagnostic.Id));

        try
        {
            var result = engine.Run(prepared);
            var rows = from batch in result.Batches
                       from row in Enumerable.Range(0, batch.Count)
                       select string.Join(", ", Enumerable.Range(0, result.Columns.Length).Select(column => batch.GetValue(column, row)));
            return string.Join('\n', rows);
        }
        catch (QueryException error)
        {
            return error.Diagnostic.Id.ToString();
        }
    }
}
