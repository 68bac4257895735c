namespace Graph.Oracle.Laws;

/// <summary>Laws whose sides are planned in different ways: joins, subqueries, sums by group, seeks, conditions in other places.</summary>
internal sealed partial class LawWriter
{
    /// <summary>So many nodes stand beside every row of a join.</summary>
    private const int JoinedNodes = 50;

    private Func<Law>[] WaysToPlan =>
    [
        LabelIsAPartOfItsOwn, LabelBehindRepetitionIsAPartOfItsOwn, ValueJoinIsAFilter, PartsAreMatches, CycleIsAClosingStep, MapIsWhere,
        ListIsUnwound, NamesAreFunctions, LateConditionIsEarly, CallIsMatch, CallKeepsTheFirst, CountSubqueryIsOptional,
        CollectSubqueryIsDistinct, MissingIsNotExists, SumsOfCounts, LeastIsFirst, FirstRowsAreASlice, RepeatedConditionIsAll,
        PathIsItsParts, UnionInCallIsBoth, LabelsCombine, NumberIsLookedUp,
    ];

    private Law LabelIsAPartOfItsOwn()
    {
        var (start, arrow, label) = (Node("a"), Arrow("r", names.Type), names.Label);
        var next = Arrow("s", names.Type);
        return new Law(
            "a label may stand in a part of its own",
            [$"MATCH {start}{arrow}(b{label}){next}(c) RETURN a, r, b, s, c"],
            [$"MATCH {start}{arrow}(b){next}(c), (b{label}) RETURN a, r, b, s, c"]);
    }

    private Law LabelBehindRepetitionIsAPartOfItsOwn()
    {
        var repeated = $"{Node("a")}((){Arrow("", names.Type)}()){{1,2}}";
        var (label, next) = (names.Label, Arrow("s", names.Type));
        return new Law(
            "a label behind a repetition may stand in a part of its own",
            [$"MATCH {repeated}(b{label}){next}(c) RETURN a, b, s, c"],
            [$"MATCH {repeated}(b){next}(c), (b{label}) RETURN a, b, s, c"]);
    }

    private Law ValueJoinIsAFilter()
    {
        var (step, other, key, otherKey) = (Step("a", "r", "b"), FewNodes("c"), names.NodeKey, names.NodeKey);
        return new Law(
            "a join on values is a condition on all pairs",
            [$"MATCH {step}, {other} WHERE b.{key} = c.{otherKey} RETURN a, r, b, c"],
            [$"MATCH {step} MATCH {other} WITH *, [b.{key}, c.{otherKey}] AS both WHERE both[0] = both[1] RETURN a, r, b, c"]);
    }

    private Law PartsAreMatches()
    {
        var (first, arrow) = (Step("a", "r", "b"), Arrow("s", names.Type));
        return new Law(
            "a part is a MATCH without the relations of the others",
            [$"MATCH {first}, (b){arrow}(c) RETURN a, r, b, s, c"],
            [$"MATCH {first} MATCH (b){arrow}(c) WHERE r <> s RETURN a, r, b, s, c"]);
    }

    private Law CycleIsAClosingStep()
    {
        var steps = $"MATCH {Step("a", "r", "b")}{Arrow("s", names.Type)}{Node("c")}{Arrow("t", names.Type)}";
        return new Law(
            "a cycle is a path whose end is its start",
            [$"{steps}(a) RETURN a, r, b, s, c, t"],
            [$"{steps}(d) WHERE d = a RETURN a, r, b, s, c, t"]);
    }

    private Law MapIsWhere()
    {
        var ((key, value), label) = (names.Sample, names.Label);
        var step = $"{Arrow("r", names.Type)}{Node("b")}";
        return new Law(
            "a map in a node is an equality",
            [$"MATCH (a{label} {{{key}: {value}}}){step} RETURN a, r, b"],
            [$"MATCH (a{label}){step} WHERE a.{key} = {value} RETURN a, r, b"]);
    }

    private Law ListIsUnwound()
    {
        var ((key, first), (_, second), label) = (names.Sample, names.Sample, names.Label);
        return new Law(
            "IN is the equality with each element",
            [$"MATCH (a{label}) WHERE a.{key} IN [{first}, {second}, null] RETURN a"],
            [$"UNWIND [{first}, {second}] AS x WITH DISTINCT x MATCH (a{label}) WHERE a.{key} = x RETURN a"]);
    }

    private Law NamesAreFunctions()
    {
        var (label, type, anchor, direction) = (names.AnyLabel, names.AnyType, Anchor("a"), chance.Below(3));
        return new Law(
            "labels and types are what the functions say",
            [$"MATCH (a:{LawNames.Quote(label)}{anchor}){Arrow("r", $":{LawNames.Quote(type)}", direction)}(b) RETURN a, r, b"],
            [$"MATCH (a{anchor}){Arrow("r", "", direction)}(b) WHERE {Text(label)} IN labels(a) AND type(r) = {Text(type)} RETURN a, r, b"]);
    }

    private Law LateConditionIsEarly()
    {
        var (match, first, second) = ($"MATCH {Step("a", "r", "b")}", names.ConditionOf("a"), names.ConditionOf("b"));
        return new Law(
            "a condition may come later",
            [$"{match} WHERE {first} AND {second} RETURN a, r, b"],
            [$"{match} WITH a, r, b, id(r) AS i ORDER BY i WHERE {second} WITH a, r, b WHERE {first} RETURN a, r, b"]);
    }

    private Law CallIsMatch()
    {
        var (match, step) = ($"MATCH {Node("a")}", $"MATCH {Step("a", "r", "b", startLabel: "")} WHERE {names.ConditionOf("b")}");
        return new Law(
            "a subquery of each row is a MATCH",
            [$"{match} CALL (a) {{ {step} RETURN r, b }} RETURN a, r, b"],
            [$"{match} {step} RETURN a, r, b"]);
    }

    private Law CallKeepsTheFirst()
    {
        var (match, step, key) = ($"MATCH {Node("a")}", $"MATCH {Step("a", "r", "b", startLabel: "")}", names.NodeKey);
        var (order, count) = (chance.Pick(["", " DESC"]), chance.Below(4));
        return new Law(
            "LIMIT in a subquery counts for each row",
            [$"{match} CALL (a) {{ {step} RETURN id(r) AS z ORDER BY b.{key}{order}, z LIMIT {count} }} RETURN a, z"],
            [$"{match} {step} WITH a, id(r) AS z, b.{key} AS y ORDER BY y{order}, z WITH a, collect(z)[..{count}] AS zs UNWIND zs AS z RETURN a, z"]);
    }

    private Law CountSubqueryIsOptional()
    {
        var (match, step) = ($"MATCH {Node("a")}", $"{Step("a", "r", "b", startLabel: "")} WHERE {names.ConditionOf("b")}");
        return new Law(
            "COUNT { } is the count of an OPTIONAL MATCH",
            [$"{match} RETURN a, COUNT {{ MATCH {step} }} AS n"],
            [$"{match} OPTIONAL MATCH {step} RETURN a, count(r) AS n"]);
    }

    private Law CollectSubqueryIsDistinct()
    {
        var (match, step) = ($"MATCH {Node("a")}", Step("a", "r", "b", startLabel: ""));
        return new Law(
            "COLLECT { } of different nodes has as many as count(DISTINCT)",
            [$"{match} RETURN a, size(COLLECT {{ MATCH {step} RETURN DISTINCT b }}) AS n"],
            [$"{match} OPTIONAL MATCH {step} RETURN a, count(DISTINCT b) AS n"]);
    }

    private Law MissingIsNotExists()
    {
        var (match, step) = ($"MATCH {Node("a")}", $"MATCH {Step("a", "r", "b", startLabel: "")} WHERE {names.ConditionOf("b")}");
        return new Law(
            "NOT EXISTS is an OPTIONAL MATCH without a row",
            [$"{match} WHERE NOT EXISTS {{ {step} }} RETURN a"],
            [$"{match} OPTIONAL {step} WITH a, r WHERE r IS NULL RETURN a"]);
    }

    private Law SumsOfCounts()
    {
        var (first, arrow, last, key) = (Step("a", "r", "b"), Arrow("s", names.Type), Node("c"), names.NodeKey);
        return new Law(
            "a count over two steps is the sum of the counts of the second",
            [$"MATCH {first}{arrow}{last} RETURN a.{key} AS x, count(*) AS n"],
            [$"MATCH {first} MATCH (b){arrow}{last} WHERE r <> s WITH a, r, b, count(*) AS m RETURN a.{key} AS x, sum(m) AS n"]);
    }

    private Law LeastIsFirst()
    {
        var (match, key) = ($"MATCH {Step("a", "r", "b")}", names.NodeKey);
        var (function, order) = chance.OneIn(2) ? ("min", "") : ("max", " DESC");
        return new Law(
            "the least value is the first in order",
            [$"{match} RETURN a, {function}(b.{key}) AS x"],
            [$"{match} WITH a, b.{key} AS x ORDER BY x{order} RETURN a, head(collect(x)) AS x"]);
    }

    private Law FirstRowsAreASlice()
    {
        var (match, key, order) = ($"MATCH {Step("a", "r", "b")}", names.NodeKey, chance.Pick(["", " DESC"]));
        var (skipped, count) = (chance.Below(3), chance.Below(1500));
        return new Law(
            "the first rows are a slice of all in order",
            [$"{match} RETURN id(r) AS z ORDER BY b.{key}{order}, z SKIP {skipped} LIMIT {count}"],
            [$"{match} WITH id(r) AS z, b.{key} AS y ORDER BY y{order}, z WITH collect(z) AS zs UNWIND zs[{skipped}..{skipped + count}] AS z RETURN z"],
            IsOrdered: true);
    }

    private Law RepeatedConditionIsAll()
    {
        var (start, type, direction, condition) = (Node("a"), names.Type, chance.Below(3), names.ConditionOf("y"));
        return new Law(
            "a condition of each repetition is one of all nodes",
            [$"MATCH {start}((x){Arrow("r", type, direction)}(y) WHERE {condition}){{1,2}}(b) RETURN a, b"],
            [$"MATCH p = {start}{Arrow("", $"{type}*1..2", direction)}(b) WHERE all(y IN tail(nodes(p)) WHERE {condition}) RETURN a, b"]);
    }

    private Law PathIsItsParts()
    {
        var path = $"{Step("a", "r", "b")}{Arrow("s", names.Type)}{Node("c")}";
        return new Law(
            "a path is its nodes and relations",
            [$"MATCH p = {path} RETURN nodes(p) AS n, relationships(p) AS e, length(p) AS l"],
            [$"MATCH {path} RETURN [a, b, c] AS n, [r, s] AS e, 2 AS l"]);
    }

    private Law UnionInCallIsBoth()
    {
        var (match, first, second) = ($"MATCH {Node("a")}", Arrow("", names.Type), Arrow("", names.Type));
        return new Law(
            "UNION ALL in a subquery is both of its parts",
            [$"{match} CALL (a) {{ MATCH (a){first}(b) RETURN b UNION ALL MATCH (a){second}(b) RETURN b }} RETURN a, b"],
            [$"{match} MATCH (a){first}(b) RETURN a, b", $"{match} MATCH (a){second}(b) RETURN a, b"]);
    }

    private Law LabelsCombine()
    {
        var (one, two, step) = (LawNames.Quote(names.AnyLabel), LawNames.Quote(names.AnyLabel), $"{Arrow("r", names.Type)}(b)");
        var (together, apart) = chance.Pick(
            [
                ($"{one}|{two}", $"a:{one} OR a:{two}"), ($"{one}&{two}", $"a:{one} AND a:{two}"), ($"!{one}", $"NOT a:{one}"),
                ($"{one}&!{two}", $"a:{one} AND NOT a:{two}"), ($"!({one}|{two})", $"NOT (a:{one} OR a:{two})"),
            ]);
        var anchor = Anchor("a");
        return new Law(
            "labels combine as their conditions do",
            [$"MATCH (a:{together}{anchor}){step} RETURN a, r, b"],
            [$"MATCH (a{anchor}){step} WHERE {apart} RETURN a, r, b"]);
    }

    private Law NumberIsLookedUp()
    {
        var (first, second) = (chance.Below(store.NodeCount + 2) - 1, chance.Below(store.NodeCount + 2) - 1);
        var (label, step) = (names.Label, $"{Arrow("r", names.Type)}{Node("b")}");
        var found = chance.Pick([$"id(a) = {first}", $"{first}.0 = id(a)", $"id(a) IN [{first}, null, {second}, {first}, 'x']"]);
        return new Law(
            "a node that is looked up by its number is the one that a scan finds",
            [$"MATCH (a{label}){step} WHERE {found} RETURN a, r, b"],
            [$"MATCH (a{label}){step} WITH *, {found.Replace("id(a)", "id(a) + 0", StringComparison.Ordinal)} AS f WHERE f RETURN a, r, b"]);
    }

    private string FewNodes(string name)
    {
        var first = chance.Below(Math.Max(1, store.NodeCount));
        return $"({name}{names.Label} WHERE id({name}) >= {first} AND id({name}) < {first + JoinedNodes})";
    }

    private static string Text(string text) => Value.FromString(text).ToString();
}
