using Graph.Annotations;
using Graph.Query;
using Graph.Query.Algorithms;
using Graph.Query.Functions;
using Graph.Query.Syntax;

namespace Graph.Cli.Repl;

/// <param name="Example">A statement or command that runs on what is loaded; empty for none.</param>
internal sealed record HelpTopic(string Text, string Example);

/// <summary>What the help says about clauses, functions, procedures, commands and files.</summary>
internal static class HelpTopics
{
    private static readonly ImmutableArray<(string Name, string Text, Func<Words, string> Example)> Written =
    [
        ("MATCH", "MATCH finds a pattern: nodes in round brackets, relations in square ones.\n(n:Label {key: "
            + "'value'})-[r:TYPE|OTHER]->(m) ; -[*1..4]-> walks several relations.", words =>
                $"MATCH (a:{words.Source})-[r:{words.Relation}]->(b:{words.Target}) RETURN a, r, b LIMIT 5;"),
        ("OPTIONAL", "OPTIONAL MATCH keeps the row, with nulls, where the pattern is not found.", words =>
            $"MATCH (a:{words.Source}) OPTIONAL MATCH (a)-[r:{words.Relation}]->(b) RETURN a, r, b LIMIT 5;"),
        ("WHERE", "WHERE keeps the rows that fulfil a condition: = <> < > AND OR NOT IN, STARTS WITH, CONTAINS, IS NULL.\n~= ignores case "
            + "and accents, on a name also looks at the aliases; =~ is a regular expression.", words =>
                $"MATCH (n) WHERE n.name ~= '{words.Name}' RETURN n;"),
        ("RETURN", "RETURN says what the columns are; with count, sum, collect and the like, rows are grouped by the other columns.",
            words => $"MATCH (a:{words.Source})-[r:{words.Relation}]->() RETURN a.name, count(r) AS facts ORDER BY facts DESC;"),
        ("WITH", "WITH passes rows on to the next clause, as RETURN would show them.", words =>
            $"MATCH (a:{words.Source})-[r:{words.Relation}]->() WITH a, count(r) AS facts WHERE facts > 1 RETURN a.name, facts;"),
        ("ORDER", "ORDER BY sorts; DESC turns the order round; SKIP and LIMIT take a part. They follow RETURN and WITH, or stand as "
            + "clauses.", words => $"MATCH (n:{words.Source}) RETURN n.name ORDER BY n.name DESC LIMIT 5;"),
        ("LIMIT", "LIMIT takes the first rows; SKIP leaves out the first.", words =>
            $"MATCH (n:{words.Source}) RETURN n.name ORDER BY n.name SKIP 1 LIMIT 5;"),
        ("UNWIND", "UNWIND makes a row of each element of a list.", _ => "UNWIND [1, 2, 3] AS n RETURN n;"),
        ("FOR", "FOR x IN list makes a row of each element of a list, as UNWIND list AS x does.\nWITH ORDINALITY i counts them from 1, "
            + "WITH OFFSET i from 0.", _ => "FOR n IN ['a', 'b'] WITH ORDINALITY i RETURN n, i;"),
        ("LET", "LET gives names to values; the rows keep what they have.", words =>
            $"MATCH (n:{words.Source}) LET letters = size(n.name) RETURN n.name, letters ORDER BY letters DESC LIMIT 5;"),
        ("FILTER", "FILTER keeps the rows that fulfil a condition, after any clause.", words =>
            $"MATCH (a:{words.Source})-[r:{words.Relation}]->() WITH a, count(r) AS facts FILTER facts > 1 RETURN a.name, facts;"),
        ("NEXT", "NEXT hands the rows of one query to another.", words =>
            $"MATCH (a:{words.Source})-[r:{words.Relation}]->() RETURN a, count(r) AS facts NEXT RETURN a.name, facts ORDER BY facts DESC "
                + $"LIMIT 5;"),
        ("UNION", "UNION puts results with the same columns together; UNION ALL keeps duplicates.", words =>
            $"MATCH (n:{words.Source}) RETURN n.name AS name UNION MATCH (n:{words.Target}) RETURN n.name AS name;"),
        ("CALL", "CALL runs a graph algorithm; YIELD names its columns. Procedures: "
            + string.Join(", ", ProcedureRegistry.BuiltIn.Names)
            + ".", _ => "CALL graph.pageRank({}) YIELD node, score RETURN node, score ORDER BY score DESC LIMIT 5;"),
        ("EXISTS", "EXISTS { } is true where the pattern inside is found.", words =>
            $"MATCH (a:{words.Source}) WHERE EXISTS {{ (a)-[:{words.Relation}]->() }} RETURN a.name;"),
        ("COUNT", "COUNT { } is the number of rows of the pattern or query inside; count(x) counts over a group of rows.", words =>
            $"MATCH (a:{words.Source}) RETURN a.name, COUNT {{ (a)-[:{words.Relation}]->() }} AS facts ORDER BY facts DESC LIMIT 5;"),
        ("COLLECT", "COLLECT { } is the list of the only column of the query inside; collect(x) makes a list over a group of rows.",
            words => $"MATCH (a:{words.Source}) RETURN a.name, "
                + $"COLLECT {{ MATCH (a)-[:{words.Relation}]->(b) RETURN b.name ORDER BY b.name }} AS others LIMIT 5;"),
        ("subqueries", "EXISTS { }, COUNT { } and COLLECT { } ask something of each row; CALL (x) { } gives rows for each.", words =>
            $"MATCH (a:{words.Source}) CALL (a) {{ MATCH (a)-[r:{words.Relation}]->(b) RETURN b ORDER BY b.name LIMIT 1 }} RETURN a, b;"),
        ("IS", "x IS NULL, x IS :: INTEGER (or LIST<STRING>, FLOAT | STRING, NOT NULL), x IS NORMALIZED, n IS Label; NOT after IS turns "
            + "each round.", words => $"MATCH (n:{words.Source}) WHERE n.name IS :: STRING NOT NULL RETURN n.name LIMIT 5;"),
        ("||", "|| puts texts or lists one after the other; + does too, and takes numbers and single elements.", words =>
            $"MATCH (n:{words.Source}) RETURN n.name || '!' AS name LIMIT 5;"),
        ("SHOW", "SHOW FUNCTIONS and SHOW PROCEDURES list what the language brings along; YIELD and WHERE choose.", _ =>
            "SHOW FUNCTIONS YIELD name, category, signature WHERE category = 'points' RETURN name, signature;"),
        ("points", "point({latitude: 52.4, longitude: 4.9}) is a place on the globe, point({x: 1, y: 2}) one on a "
            + "plane.\npoint.distance(a, b) is in metres on the globe; point.withinBBox(p, low, high); .latitude .longitude .x .y .srid",
            _ => "RETURN point.distance(point({latitude: 52.4, longitude: 4.9}), point({latitude: 52.5, longitude: 13.4})) / 1000 AS km;"),
        ("CASE", "CASE chooses a value by conditions; CASE x WHEN < 2, IS NULL, 7 THEN compares one value.", _ =>
            "UNWIND [1, 2, 3] AS n RETURN CASE WHEN n > 2 THEN 'many' ELSE 'few' END AS word;"),
        ("EXPLAIN", "EXPLAIN shows the plan of a query without running it, EXPLAIN VERBOSE also how each rewrite changed it;\nPROFILE "
            + "runs the query and shows rows and time. Each stands before the whole query.", words =>
                $"EXPLAIN MATCH (a:{words.Source})-[r:{words.Relation}]->(b) RETURN a, b;"),
        ("shortestPath", "ANY SHORTEST, ALL SHORTEST and shortestPath() find shortest paths between two nodes.", words =>
            $"MATCH (a:{words.Source}), (b:{words.Target}) WHERE a <> b MATCH p = ANY SHORTEST (a)-[]-{{1,4}}(b) RETURN p LIMIT 3;"),
        ("paths", "-[:TYPE*1..3]-> and -[:TYPE]->{1,3} walk several relations; p = (a)-->(b) gives the path a name; nodes(p), "
            + "relationships(p), length(p).", words => $"MATCH p = (a:{words.Source})-[*1..2]->(b) RETURN p LIMIT 3;"),
        ("labels", "Labels combine: (n:A|B), (n:A&B), (n:!A). ':schema' lists them.", words =>
            $"MATCH (n:{words.Source}|{words.Target}) RETURN n LIMIT 5;"),
        ("parameters", "$name stands for a value that ':param name = value' sets.", _ => "UNWIND [1, 2, 3] AS n RETURN n;"),
        ("dates", "A date may be partial: date('2022'), date('2022-01'), date('2022-01-06'), an interval '2021/2022'.\nwithin(a, b), "
            + "overlaps(a, b), a < b, .year .month .day .start .end .precision", words => words.Dated is { } dated
                ? $"MATCH (a)-[r:{dated}]->(b) WHERE r.on >= date('1900') RETURN a.name, b.name, r.on ORDER BY r.on LIMIT 5;"
                : "RETURN date('2022-01').month AS month;"),
        ("times", "datetime, localdatetime, localtime, time and duration, from texts such as datetime('2022-01-06T10:00+01:00') or maps "
            + "of their parts.\ndate.truncate('month', d), d + duration('P1M'), duration.between(a, b), .hour .timezone .days", _ =>
                "RETURN duration.between(date('2022-01-06'), date('2022-02-24')).days AS days;"),
        ("provenance", "sources(x) are the articles of a fact, sentence(x) and quote(x) its words, mentions(x) every place. ':why N' "
            + "shows them for a row.", words => $"MATCH (a)-[r:{words.Relation}]->(b) RETURN a.name, b.name, sentence(r) LIMIT 3;"),
        ("corpus.yaml", $"A corpus.yaml says how to read the files in its folder and below. All keys:\n{CorpusHelp.Settings}\n'graph "
            + $"check FOLDER --init' writes a first one with what it found; ':reload' reads the data anew.", _ => ":schema"),
        ("articles.csv", $"Says of articles what their files do not, by file or by id. All columns:\n{CorpusHelp.Articles}", _ =>
            ":articles"),
        ("aliases.csv", $"Says which entity a form of a name means, in its folder and below. All columns:\n{CorpusHelp.Aliases}", _ => ""),
        ("articles", "Articles are Markdown with front matter, or files of annotation tools; ':articles WORDS' finds them, ':article ID' "
            + "shows one.", _ => ":articles"),
        ("keys", "Tab completes; Right takes what is shown dimmed. Up and Down walk through the history, Ctrl-R searches it.\nCtrl-A "
            + "Ctrl-E Alt-B Alt-F move, Ctrl-W Ctrl-U Ctrl-K Ctrl-Y cut and paste, Ctrl-_ undoes, Alt-Enter begins a line.\nCtrl-C stops "
            + "a query, Ctrl-Z suspends the program, Ctrl-D leaves.", _ => ""),
    ];

    private static readonly ImmutableArray<(string Other, string Name)> OtherNames =
        [("OPTIONAL MATCH", "OPTIONAL"), ("ORDER BY", "ORDER"), ("SKIP", "LIMIT"), ("YIELD", "CALL"), ("PROFILE", "EXPLAIN"),
            ("EXPLAIN VERBOSE", "EXPLAIN"), ("VERBOSE", "EXPLAIN"), ("ANY SHORTEST", "shortestPath"), ("ALL SHORTEST", "shortestPath"),
            ("allShortestPaths", "shortestPath"), ("date", "dates"), ("point", "points"), ("FUNCTIONS", "SHOW"), ("types", "IS"),
            ("param", "parameters"), ("path", "paths"), ("label", "labels"), ("evidence", "provenance"), ("sources", "provenance"),
            ("corpus", "corpus.yaml")];

    public static IEnumerable<string> Names =>
        Written.Select(topic => topic.Name)
            .Concat(OtherNames.Select(pair => pair.Other))
            .Concat(PromptCommands.All.Select(command => command.Name))
            .Concat(FunctionRegistry.Names)
            .Concat(AggregateFunctions.Names)
            .Concat(ProcedureRegistry.BuiltIn.Names)
            .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for a word that nothing is known about.</summary>
    public static HelpTopic? Find(string topic, LoadedExamples loaded)
    {
        var words = new Words(loaded);
        var name = OtherNames.FirstOrDefault(pair => Is(pair.Other, topic)).Name ?? topic;
        if (Written.FirstOrDefault(known => Is(known.Name, name)) is { Name: not null } written)
            return new HelpTopic(written.Text, written.Example(words));
        if (PromptCommands.All.FirstOrDefault(command => Is(command.Name, topic) || Is(command.Name, $":{topic}")) is { } command)
            return new HelpTopic($"{command.Name} {command.Argument}\n{command.Description}", CommandExample(command.Name, words));
        if (FunctionRegistry.Names.Concat(AggregateFunctions.Names).FirstOrDefault(function => Is(function, topic)) is { } found)
            return DescribeFunction(found, words);
        return ProcedureRegistry.BuiltIn.TryGet(topic, out var procedure) ? Describe(procedure) : null;
    }

    private static bool Is(string name, string topic) => name.Equals(topic, StringComparison.OrdinalIgnoreCase);

    private static HelpTopic DescribeFunction(string name, Words words)
    {
        var (text, example) = FunctionDescriptions.Get(name);
        return new HelpTopic(
            string.Join('\n', [text, .. ListingProcedures.DescribeAll(name)]),
            example.Length > 0 ? $"RETURN {example} AS result;" : GraphExample(name, words));
    }

    private static HelpTopic Describe(Procedure procedure)
    {
        var columns = string.Join(", ", procedure.Columns.Select(column => column.Name));
        var parameters = string.Join(
            ", ", procedure.Parameters.Select(parameter => parameter.IsOptional ? $"[{parameter.Name}]" : parameter.Name));
        var needsNodes = procedure.Parameters.Any(parameter => !parameter.IsOptional);
        return new HelpTopic(
            $"{procedure.Name}({parameters}) gives {columns}. Settings: {string.Join(", ", ProcedureWords.GetSettings(procedure.Name))}.",
            needsNodes ? "" : $"CALL {procedure.Name}() YIELD {columns} RETURN {columns} LIMIT 5;");
    }

    private static string CommandExample(string command, Words words) => command switch
    {
        ":open" or ":aliases" or ":timeline" => $"{command} {words.Name}",
        ":schema" => $":schema {words.Source}",
        ":param" => ":param name = 'value'",
        ":help" => ":help MATCH",
        ":mode" => ":mode line",
        ":rows" => ":rows all",
        ":timeout" => ":timeout 10s",
        ":why" => $"MATCH (a)-[r:{words.Relation}]->(b) RETURN a, b;\n:why 1",
        ":articles" or ":history" or ":set" or ":props" or ":timing" or ":warnings" or ":reload" => command,
        _ => "",
    };

    /// <summary>What is asked of nodes, relations, paths and groups is shown with some.</summary>
    private static string GraphExample(string function, Words words) => function switch
    {
        "labels" or "keys" or "id" or "elementId" or "properties" => $"MATCH (n:{words.Source}) RETURN {function}(n) LIMIT 3;",
        "nodes" or "relationships" or "length" => $"MATCH p = ()-[:{words.Relation}]->() RETURN {function}(p) LIMIT 3;",
        "exists" => $"MATCH (n:{words.Source}) RETURN n.name, exists(n.name) LIMIT 3;",
        "count" or "collect" or "min" or "max" => $"MATCH (n:{words.Source}) RETURN {function}(n.name);",
        "percentileCont" or "percentileDisc" => $"MATCH (n:{words.Source}) RETURN {function}(size(n.name), 0.5);",
        _ when AggregateFunctions.TryGet(function, out _) => $"MATCH (n:{words.Source}) RETURN {function}(size(n.name));",
        _ => $"MATCH ()-[r:{words.Relation}]->() RETURN {function}(r) LIMIT 3;",
    };

    /// <summary>The names of the examples, as they must stand in a query; some that every graph accepts where nothing is loaded.</summary>
    internal sealed class Words(LoadedExamples loaded)
    {
        public string Name =>
            (loaded.EntityName ?? "name").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);

        public string Source => QueryWords.Quote(loaded.SourceLabel ?? loaded.EntityLabel ?? "Entity");

        public string Target => QueryWords.Quote(loaded.TargetLabel ?? loaded.EntityLabel ?? "Entity");

        public string Relation => QueryWords.Quote(loaded.RelationType ?? StoreNames.MentionType);

        public string? Dated => loaded.DatedRelation is { } type ? QueryWords.Quote(type) : null;
    }
}
