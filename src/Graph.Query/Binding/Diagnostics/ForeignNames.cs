namespace Graph.Query.Binding;

/// <summary>Functions and procedures of Neo4j and its libraries that Graph does not have, by the front of their names, with what does it here.</summary>
internal static class ForeignNames
{
    // The longer fronts stand before the shorter ones.
    private static readonly (string Front, string Hint)[] Hints =
    [
        ("randomUUID", "an answer has nothing random in it; elementId(n) or the key of a node tells it apart"),
        ("apoc.create.uuid", "an answer has nothing random in it; elementId(n) or the key of a node tells it apart"),
        ("gds.graph.", "no projection is needed: algorithms take {labels, types} of the graph itself"),
        ("gds.pageRank", "write CALL graph.pageRank({}) YIELD node, score"),
        ("gds.betweenness", "write CALL graph.betweenness({}) YIELD node, score"),
        ("gds.wcc", "write CALL graph.components({}) YIELD node, component"),
        ("gds.scc", "write CALL graph.components({mode: 'strong'}) YIELD node, component"),
        ("gds.louvain", "write CALL graph.communities({}) YIELD node, community"),
        ("gds.leiden", "write CALL graph.communities({}) YIELD node, community"),
        ("gds.labelPropagation", "write CALL graph.communities({}) YIELD node, community"),
        ("gds.degree", "write COUNT { (n)--() }"),
        ("gds.shortestPath", "write ANY SHORTEST (a)-[]-+(b), or CALL graph.kShortest(a, b, 1, {weight: 'key'})"),
        ("gds.util.asNode", "algorithms yield nodes, not their ids"),
        ("gds.", "the algorithms here are graph.pageRank, graph.betweenness, graph.components, graph.communities and graph.kShortest"),
        ("algo.", "the algorithms here are graph.pageRank, graph.betweenness, graph.components, graph.communities and graph.kShortest"),
        ("apoc.algo.dijkstra", "write CALL graph.kShortest(a, b, 1, {weight: 'key'}) YIELD path, cost"),
        ("apoc.algo.", "the algorithms here are graph.pageRank, graph.betweenness, graph.components, graph.communities and graph.kShortest"),
        ("apoc.coll.toSet", "write toSet(list)"),
        ("apoc.coll.sum", "write reduce(sum = 0, x IN list | sum + x)"),
        ("apoc.coll.sort", "write COLLECT { UNWIND list AS x RETURN x ORDER BY x }"),
        ("apoc.coll.contains", "write x IN list"),
        ("apoc.coll.flatten", "write reduce(all = [], part IN list | all + part)"),
        ("apoc.coll.", "write a list comprehension, reduce, or COLLECT { UNWIND list AS x RETURN ... }"),
        ("apoc.text.join", "write reduce(text = head(list), x IN tail(list) | text + ', ' + x)"),
        ("apoc.text.clean", "write fold(text)"),
        ("apoc.text.", "write the string functions, '=~' for regular expressions, or fold and '~=' to compare without case and accents"),
        ("apoc.date.", "write date, datetime and duration, and toString for their text"),
        ("apoc.temporal.", "write date, datetime and duration, and toString for their text"),
        ("apoc.convert.", "write toInteger, toFloat, toString, toBoolean or their OrNull forms"),
        ("apoc.map.", "write a map, or a map projection such as n {.name, key: value}"),
        ("apoc.math.", "write the functions of numbers, such as round, abs and sqrt"),
        ("apoc.number.", "write the functions of numbers, such as round, abs and sqrt"),
        ("apoc.node.degree", "write COUNT { (n)--() }"),
        ("apoc.node.", "write a pattern, COUNT { } or properties(n)"),
        ("apoc.path.", "write a path with a quantifier, such as (a)-[:R]->{1,3}(b)"),
        ("apoc.neighbors.", "write a path with a quantifier, such as (a)-[:R]->{1,3}(b)"),
        ("apoc.cypher.", "write CALL { } with a query inside"),
        ("apoc.case", "write CASE WHEN ... THEN ... END, or CALL { } with a query inside"),
        ("apoc.when", "write CASE WHEN ... THEN ... END, or CALL { } with a query inside"),
        ("apoc.do.", "Graph reads only"),
        ("apoc.agg.", "write collect and the list functions"),
        ("apoc.meta.", "':schema' shows the labels, relations and properties"),
        ("apoc.load.", "data is loaded before the query runs"),
        ("apoc.import.", "data is loaded before the query runs"),
        ("apoc.export.", "the output format of the program writes results to files"),
        ("apoc.create.", "Graph reads only"),
        ("apoc.merge.", "Graph reads only"),
        ("apoc.refactor.", "Graph reads only"),
        ("apoc.periodic.", "Graph reads only, and one query needs no batches"),
        ("apoc.", "Graph has no APOC; ':help' lists its functions"),
        ("db.schema.", "':schema' shows the labels, relations and properties"),
        ("db.index.fulltext.", "write WHERE n.name ~= 'text' or n.name CONTAINS 'text'"),
        ("db.", "':schema' shows the labels, relations and properties"),
        ("dbms.", "there is no server to ask"),
    ];

    /// <summary>What to write instead, or null.</summary>
    public static string? FindHint(string name) =>
        Array.Find(Hints, hint => name.StartsWith(hint.Front, StringComparison.OrdinalIgnoreCase)).Hint;
}
