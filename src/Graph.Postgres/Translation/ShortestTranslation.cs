using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Postgres;

/// <summary>
/// The shortest walks between two nodes. Levels are found from the last node back to the first; then the walk goes from level to level, so
/// that of several the one whose relations have the least ids comes first.
/// </summary>
internal sealed class ShortestTranslation(
    TranslationContext context, ExpressionTranslator expressions, Frame frame, Repetition repetition, bool wantsAll)
{
    public ImmutableArray<int> Tables { get; private set; } = [];

    /// <summary>Adds the source; its columns are <c>relations, trace, g0, g1 ...</c>.</summary>
    public string Add(string start, string end)
    {
        if (repetition.Minimum > 1 || repetition.Elements.Length != 3)
            throw new RefusalException(default, "a shortest path of at least two steps, or of several relations a step, has no SQL");

        var (alias, level, walk) = (context.CreateAlias("v"), context.CreateAlias("b"), context.CreateAlias("w"));
        var back = TranslateBack(level);
        var forth = TranslateForth(walk, level);
        var groups = string.Concat(repetition.Groups.Select((_, index) => $", g{index}"));
        var noGroups = string.Concat(repetition.Groups.Select(_ => ", '{}'::bigint[]"));
        var nextGroups = string.Concat(repetition.Groups.Select((_, index) => $", {walk}.g{index} || s.c{index + 2}"));
        var isUndirected = ((BoundEdge)repetition.Elements[1]).Direction == EdgeDirection.Both;
        var begin = repetition.Minimum == 0 ? $"ARRAY[{end}]" : "'{}'::bigint[]";
        var goesOn = repetition.Minimum == 0 ? "" : $"{level}.depth = 0 OR ";
        var limit = repetition.Maximum is { } maximum ? string.Create(null, $" AND {level}.depth < {maximum}") : "";
        var refusal = isUndirected && repetition.Minimum == 1
            ? $" WHERE CASE WHEN {start} = {end} THEN _fail('GR8002', 0, "
                + $"{context.AddText("PostgreSQL finds no shortest way from a node back to itself without a direction.")}) IS NULL ELSE "
                + $"true END"
            : "";
        frame.Select.Add(new SelectSource(alias, () => $"""
            WITH RECURSIVE {level}(depth, nodes, passed) AS (
            SELECT 0, ARRAY[{end}], {begin}{refusal}
            UNION ALL SELECT {level}.depth + 1, s.nodes, {level}.passed || s.nodes FROM {level} CROSS JOIN LATERAL (
            SELECT array_agg(DISTINCT f.c0) AS nodes FROM ({back.Render()}) AS f
            LEFT JOIN unnest({level}.passed) AS p(node) ON p.node = f.c0 WHERE p.node IS NULL) AS s
            WHERE s.nodes IS NOT NULL AND ({goesOn}{start} <> ALL({level}.nodes)){limit}),
            {walk}(node, depth, relations, trace{groups}) AS (
            (SELECT {start}, {level}.depth, '{"{}"}'::bigint[], '{"{}"}'::bigint[]{noGroups} FROM {level}
            WHERE {start} = ANY({level}.nodes) AND {level}.depth >= {repetition.Minimum} ORDER BY {level}.depth LIMIT 1)
            UNION ALL SELECT s.c1, {walk}.depth - 1, {walk}.relations || s.c0, {walk}.trace || s.c0 || s.c1{nextGroups}
            FROM {walk} CROSS JOIN LATERAL (
            {forth.Render()}) AS s WHERE {walk}.depth > 0)
            SELECT * FROM {walk} WHERE {walk}.depth = 0
            """));
        return alias;
    }

    /// <summary>The nodes from which one step leads to a node of a level.</summary>
    private Select TranslateBack(string level)
    {
        var nodes = context.CreateAlias("x");
        var inner = new Frame(frame, new Select());
        inner.Select.Add(new FunctionSource(nodes, $"unnest({level}.nodes)", "(node)"));
        inner.Bind(repetition.LastNode, new SqlValue(SqlKind.Node, $"{nodes}.node"));
        TranslateStep(inner);
        inner.Select.AddColumn(inner.Find(repetition.FirstNode).Value.Text);
        return inner.Select;
    }

    /// <summary>The steps from the end of a walk to the level before.</summary>
    private Select TranslateForth(string walk, string level)
    {
        var inner = new Frame(frame, new Select());
        inner.Bind(repetition.FirstNode, new SqlValue(SqlKind.Node, $"{walk}.node"));
        var used = TranslateStep(inner);
        Tables = used.Tables;
        var next = inner.Find(repetition.LastNode).Value.Text;
        inner.Select.Conditions.Add(
            $"{next} = ANY(ARRAY(SELECT unnest({level}.nodes) FROM {level} WHERE {level}.depth = {walk}.depth - 1))");
        inner.Select.AddColumn(used.Ids);
        inner.Select.AddColumn(next);
        foreach (var group in repetition.Groups)
            inner.Select.AddColumn(inner.Find(group.Inner).Value.Text);
        if (!wantsAll)
        {
            inner.Select.OrderBy.Add(used.Ids);
            inner.Select.Limit = "1";
        }

        return inner.Select;
    }

    private UsedRelations TranslateStep(Frame inner)
    {
        var used = new List<UsedRelations>();
        new PathTranslation(
            context,
            expressions,
            inner,
            new BoundPath(null, PathSelectorKind.All, null, PathMode.Walk, repetition.Elements),
            isDifferent: true).Translate(used);
        if (repetition.Where is { } where)
            inner.Select.Conditions.Add(expressions.Condition(where, inner, "WHERE"));
        return used[0];
    }
}
