using Graph.Oracle.Generation;

namespace Graph.Oracle.Laws;

/// <summary>Random instances of the laws, with names and values of one graph.</summary>
internal sealed partial class LawWriter(GraphStore store, Random random)
{
    /// <summary>On a larger graph a pattern begins at a few of its nodes: rows by the million would only take time.</summary>
    private const int LargestWhole = 5_000;

    private readonly Chance chance = new(random);
    private readonly LawNames names = new(store, new Chance(random));

    public Law Write()
    {
        Func<Law>[] laws =
        [
            ConditionsPartition, PartsMakeTheWhole, ExistsIsOptionalWithCount, PredicateIsExists, SlicesMakeTheWhole, ReversedPattern,
            SplitPattern,
            RenamedVariables, WithStarBetween, LengthsAreAUnion, ShortestIsLeast, AllShortestAreTheLeast, GroupsAreTheLeastLengths,
            InlineIsWhere, DistinctIsGrouping, UnionIsDistinct, CountIsSize, NoneIsNotAny, .. WaysToPlan,
        ];
        return chance.Pick(laws)();
    }

    private Law ConditionsPartition()
    {
        var match = $"MATCH {Step("a", "r", "b")}";
        var condition = Condition("a", "b");
        return new Law(
            "WHERE p, NOT p and p IS NULL partition the rows",
            [$"{match} RETURN a, r, b"],
            [
                $"{match} WHERE {condition} RETURN a, r, b", $"{match} WHERE NOT ({condition}) RETURN a, r, b",
                $"{match} WHERE ({condition}) IS NULL RETURN a, r, b",
            ]);
    }

    private Law PartsMakeTheWhole()
    {
        var match = $"MATCH {Node("a")}";
        var (condition, key) = (Condition("a", "a"), names.NodeKey);
        return new Law(
            "UNION ALL of the parts is the whole",
            [$"{match} RETURN a.{key} AS x"],
            [
                $"{match} WHERE {condition} RETURN a.{key} AS x UNION ALL {match} WHERE NOT ({condition}) RETURN a.{key} AS x "
                + $"UNION ALL {match} WHERE ({condition}) IS NULL RETURN a.{key} AS x",
            ]);
    }

    private Law ExistsIsOptionalWithCount()
    {
        var node = $"MATCH {Node("a")}";
        var step = Step("a", "r", "b", startLabel: "");
        var condition = chance.OneIn(2) ? $" WHERE {names.ConditionOf("b")}" : "";
        var negated = chance.OneIn(3);
        return new Law(
            "EXISTS is OPTIONAL MATCH with a count",
            [$"{node} WHERE {(negated ? "NOT " : "")}EXISTS {{ MATCH {step}{condition} }} RETURN a"],
            [$"{node} OPTIONAL MATCH {step}{condition} WITH a, count(r) AS n WHERE n {(negated ? "= 0" : "> 0")} RETURN a"]);
    }

    private Law PredicateIsExists()
    {
        var (node, other) = (Step("c", "q", "a"), Node(""));
        var arrow = Arrow("", names.Type);
        return new Law(
            "a pattern predicate is EXISTS",
            [$"MATCH {node} WHERE (a){arrow}{other} RETURN c, q, a"],
            [$"MATCH {node} WHERE EXISTS {{ (a){arrow}{other} }} RETURN c, q, a"]);
    }

    private Law SlicesMakeTheWhole()
    {
        var query = $"MATCH {Step("a", "r", "b")} RETURN id(a) AS x, b.{names.NodeKey} AS y, id(r) AS z ORDER BY y{chance.Pick(["", " DESC"])}, z, x";
        var (first, second) = (chance.Below(6), chance.Below(2000));
        return new Law(
            "slices make the ordered whole",
            [query],
            [$"{query} LIMIT {first}", $"{query} SKIP {first} LIMIT {second}", $"{query} SKIP {first + second}"],
            IsOrdered: true);
    }

    private Law ReversedPattern()
    {
        var (start, end, last) = (Node("a"), Node("b"), Node("c"));
        var (first, second) = (names.Type, names.Type);
        var (one, two) = (chance.Below(3), chance.Below(3));
        return new Law(
            "a pattern read from its end means the same",
            [$"MATCH {start}{Arrow("r", first, one)}{end}{Arrow("s", second, two)}{last} RETURN a, r, b, s, c"],
            [$"MATCH {last}{Arrow("s", second, Turn(two))}{end}{Arrow("r", first, Turn(one))}{start} RETURN a, r, b, s, c"]);
    }

    private Law SplitPattern()
    {
        var (first, arrow, last) = (Step("a", "r", "b"), Arrow("s", names.Type), Node("c"));
        return new Law(
            "a pattern split over two MATCH means the same",
            [$"MATCH {first}{arrow}{last} RETURN a, r, b, s, c"],
            [$"MATCH {first} MATCH (b){arrow}{last} WHERE r <> s RETURN a, r, b, s, c"]);
    }

    private Law RenamedVariables()
    {
        var (arrow, label, condition) = (chance.Below(3), names.Label, names.ConditionOf("@"));
        var (type, start) = (names.Type, Anchor("@"));
        return new Law("names of variables mean nothing", [Ask("a", "r", "b")], [Ask("zebra", "b", "a")]);

        string Ask(string a, string r, string b) =>
            $"MATCH ({a}{label}{Name(start, a)}){Arrow(r, type, arrow)}({b}) WHERE {Name(condition, a)} RETURN {a} AS x, {r} AS y, {b} AS z";

        static string Name(string text, string name) => text.Replace("@", name, StringComparison.Ordinal);
    }

    private Law WithStarBetween()
    {
        var (first, second) = ($"MATCH {Step("a", "r", "b")}", $"MATCH {Step("b", "s", "c", startLabel: "")}");
        return new Law(
            "WITH * changes nothing", [$"{first} {second} RETURN a, r, b, s, c"], [$"{first} WITH * {second} WITH * RETURN a, r, b, s, c"]);
    }

    private Law LengthsAreAUnion()
    {
        var (start, end, type, turn) = (Node("a"), Node("b"), names.Type, chance.Below(3));
        return new Law(
            "*1..2 is the union of both lengths",
            [$"MATCH {start}{Arrow("r", $"{type}*1..2", turn)}{end} RETURN a, r, b"],
            [$"MATCH {start}{Arrow("r", $"{type}*1", turn)}{end} RETURN a, r, b",
                $"MATCH {start}{Arrow("r", $"{type}*2", turn)}{end} RETURN a, r, b"]);
    }

    private Law ShortestIsLeast()
    {
        var (path, ends) = Walks();
        var selector = chance.Pick(["ANY SHORTEST", "SHORTEST 1", "ANY SHORTEST TRAIL"]);
        return new Law(
            "a shortest path has the least length",
            [$"MATCH {ends} MATCH p = {selector} {path} RETURN a, b, length(p) AS n"],
            [$"MATCH {ends} MATCH p = {path} RETURN a, b, min(length(p)) AS n"]);
    }

    private Law AllShortestAreTheLeast()
    {
        var (path, ends) = Walks();
        return new Law(
            "ALL SHORTEST are the paths of the least length",
            [$"MATCH {ends} MATCH p = ALL SHORTEST {path} RETURN a, b, length(p) AS n, count(*) AS m"],
            [$"MATCH {ends} MATCH p = {path} WITH a, b, length(p) AS n, count(*) AS m ORDER BY n WITH a, b, collect([n, m])[0] AS f RETURN a, b, f[0] AS n, f[1] AS m"]);
    }

    private Law GroupsAreTheLeastLengths()
    {
        var (path, ends) = Walks();
        return new Law(
            "SHORTEST 2 GROUPS are the paths of the two least lengths",
            [$"MATCH {ends} MATCH p = SHORTEST 2 GROUPS {path} RETURN a, b, length(p) AS n, count(*) AS m"],
            [$"MATCH {ends} MATCH p = {path} WITH a, b, length(p) AS n, count(*) AS m ORDER BY n WITH a, b, collect([n, m])[..2] AS f UNWIND f AS g RETURN a, b, g[0] AS n, g[1] AS m"]);
    }

    private Law InlineIsWhere()
    {
        var condition = names.ConditionOf("a");
        var (before, arrow, end) = ($"MATCH {Node("a")}", Arrow("r", names.Type), Node("b"));
        return new Law(
            "a condition inside a node is a condition of the clause",
            [$"{before} MATCH (a WHERE {condition}){arrow}{end} RETURN a, r, b"],
            [$"{before} MATCH (a){arrow}{end} WHERE {condition} RETURN a, r, b"]);
    }

    private Law DistinctIsGrouping()
    {
        var (match, key, other) = ($"MATCH {Step("a", "r", "b")}", names.NodeKey, names.NodeKey);
        return new Law(
            "DISTINCT keeps one row of each group",
            [$"{match} WITH DISTINCT a.{key} AS x, b.{other} AS y RETURN count(*) AS n"],
            [$"{match} WITH a.{key} AS x, b.{other} AS y, count(*) AS m RETURN count(*) AS n"]);
    }

    private Law UnionIsDistinct()
    {
        var (first, second) = ($"MATCH {Node("a")}", $"MATCH {Step("a", "r", "b")}");
        var (x, y) = ($"a.{names.NodeKey}", chance.Pick(["type(r)", $"b.{names.NodeKey}", "a", "r"]));
        return new Law(
            "UNION has each value of both parts once",
            [$"{first} RETURN {x} AS x UNION {second} RETURN {y} AS x"],
            [
                $"{first} WITH collect(DISTINCT {x}) AS left, count(CASE WHEN {x} IS NULL THEN 1 END) AS nulls "
                + $"OPTIONAL {second} WITH left, nulls, collect(DISTINCT CASE WHEN r IS NOT NULL THEN {y} END) AS right, "
                + $"nulls + count(CASE WHEN r IS NOT NULL AND {y} IS NULL THEN 1 END) AS unknown "
                + "UNWIND left + right + CASE WHEN unknown > 0 THEN [null] ELSE [] END AS x RETURN DISTINCT x",
            ]);
    }

    private Law CountIsSize()
    {
        var (match, key) = ($"MATCH {Step("a", "r", "b")}", names.NodeKey);
        return new Law(
            "count is the size of what is collected",
            [$"{match} RETURN a, count(b.{key}) AS n, count(DISTINCT b.{key}) AS m"],
            [$"{match} WITH a, collect(b.{key}) AS x, collect(DISTINCT b.{key}) AS y RETURN a, size(x) AS n, size(y) AS m"]);
    }

    private Law NoneIsNotAny()
    {
        var (match, condition) = ($"MATCH {Node("a")} OPTIONAL MATCH {Step("a", "r", "b", startLabel: "")} WITH a, collect(b) AS bs",
            names.ConditionOf("x"));
        return new Law(
            "none is NOT any",
            [$"{match} RETURN a, none(x IN bs WHERE {condition}) AS y"],
            [$"{match} RETURN a, NOT any(x IN bs WHERE {condition}) AS y"]);
    }

    /// <summary>A repeated edge between two nodes that are given before.</summary>
    private (string Path, string Ends) Walks()
    {
        var ends = store.NodeCount > 200
            ? $"(a), (b) WHERE id(a) = {chance.Below(store.NodeCount)} AND id(b) = {chance.Below(store.NodeCount)}"
            : $"{Node("a")}, {Node("b")}";
        return ($"(a){Arrow("", names.Type)}{{1,{chance.Pick([2, 3])}}}(b)", ends);
    }

    private string Condition(string first, string second) =>
        chance.OneIn(2)
            ? names.ConditionOf(first)
            : $"{names.ConditionOf(first)} {chance.Pick(["AND", "OR", "XOR"])} {names.ConditionOf(second)}";

    private string Node(string name) => $"({name}{names.Label}{(name == "a" ? Anchor(name) : "")})";

    private string Step(string start, string edge, string end, string? startLabel = null) =>
        $"{(startLabel is null ? Node(start) : $"({start}{startLabel})")}{Arrow(edge, names.Type)}{Node(end)}";

    private string Anchor(string name)
    {
        if (store.NodeCount <= LargestWhole)
            return "";
        var first = chance.Below(store.NodeCount);
        return $" WHERE id({name}) >= {first} AND id({name}) < {first + chance.Below(LargestWhole) + 1}";
    }

    private string Arrow(string name, string type) => Arrow(name, type, chance.Below(3));

    private static string Arrow(string name, string type, int direction) => direction switch
    {
        0 => $"-[{name}{type}]->",
        1 => $"<-[{name}{type}]-",
        _ => $"-[{name}{type}]-",
    };

    private static int Turn(int direction) => direction switch
    {
        0 => 1,
        1 => 0,
        _ => 2,
    };
}
