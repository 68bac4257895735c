using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Postgres;

/// <summary>Every walk from a node over a repeated part of a pattern: a recursive query that keeps the relations it has used.</summary>
internal sealed class WalkTranslation(TranslationContext context, ExpressionTranslator expressions, Frame frame, Repetition repetition)
{
    /// <summary>The walk begins at the right end of the pattern; its lists are in the order of the pattern all the same.</summary>
    public bool IsReversed { get; init; }

    /// <summary>No relation twice.</summary>
    public bool IsTrail { get; init; }

    /// <summary>Somebody asks for the nodes between.</summary>
    public bool NeedsTrace { get; init; }

    public ImmutableArray<int> Tables { get; private set; } = [];

    /// <summary>Adds the source; its columns are <c>node, depth, relations, trace, g0, g1 ...</c>.</summary>
    public string Add(string start)
    {
        var (alias, walk) = (context.CreateAlias("v"), context.CreateAlias("w"));
        var step = TranslateStep(walk, walk);
        var groups = repetition.Groups.Select((_, index) => $"g{index}").ToList();
        var names = string.Join(", ", groups.Prepend("trace").Prepend("relations").Prepend("depth").Prepend("node"));
        var nothing = string.Concat(groups.Select(_ => ", '{}'::bigint[]"));
        frame.Select.Add(new SelectSource(alias, () => $"""
            WITH RECURSIVE {walk}({names}) AS (
            SELECT {start}, 0, '{"{}"}'::bigint[], '{"{}"}'::bigint[]{nothing}
            UNION ALL {step.Render()})
            SELECT * FROM {walk} WHERE {walk}.depth >= {repetition.Minimum}
            """));
        return alias;
    }

    /// <summary>Adds the source of the nodes that can be reached, each once; its column is <c>node</c>.</summary>
    public string AddEnds(string start)
    {
        var (alias, walk) = (context.CreateAlias("v"), context.CreateAlias("w"));
        frame.Select.Add(new SelectSource(alias, repetition.Maximum is null ? ReachAll(start, walk) : ReachWithin(start, walk)));
        return alias;
    }

    private Func<string> ReachWithin(string start, string walk)
    {
        var inner = TranslateEnds(walk, walk, out var end);
        inner.AddColumn(end);
        inner.AddColumn($"{walk}.depth + 1");
        inner.Conditions.Add(string.Create(null, $"{walk}.depth < {repetition.Maximum}"));
        return () => $"""
            WITH RECURSIVE {walk}(node, depth) AS (SELECT {start}, 0 UNION {inner.Render()})
            SELECT DISTINCT {walk}.node FROM {walk} WHERE {walk}.depth >= {repetition.Minimum}
            """;
    }

    private Func<string> ReachAll(string start, string walk)
    {
        var first = TranslateEnds(walk, $"(SELECT {start} AS node)", out var firstEnd);
        first.AddColumn(firstEnd);
        var inner = TranslateEnds(walk, walk, out var end);
        inner.AddColumn(end);
        return () => $"""
            WITH RECURSIVE {walk}(node) AS ({(repetition.Minimum == 0 ? $"SELECT {start}" : first.Render())} UNION {inner.Render()})
            SELECT {walk}.node FROM {walk}
            """;
    }

    /// <summary>One step, without what it used.</summary>
    private Select TranslateEnds(string walk, string source, out string end)
    {
        var inner = new Frame(frame, new Select());
        inner.Select.Add(new NamedSource(walk, source));
        var (known, found) = IsReversed ? (repetition.LastNode, repetition.FirstNode) : (repetition.FirstNode, repetition.LastNode);
        inner.Bind(known, new SqlValue(SqlKind.Node, $"{walk}.node"));
        new PathTranslation(
            context,
            expressions,
            inner,
            new BoundPath(null, PathSelectorKind.All, null, PathMode.Walk, repetition.Elements),
            isDifferent: false).Translate([]);
        end = inner.Find(found).Value.Text;
        return inner.Select;
    }

    private Select TranslateStep(string walk, string source)
    {
        var inner = new Frame(frame, new Select());
        inner.Select.Add(new NamedSource(walk, source));
        var (known, found) = IsReversed ? (repetition.LastNode, repetition.FirstNode) : (repetition.FirstNode, repetition.LastNode);
        inner.Bind(known, new SqlValue(SqlKind.Node, $"{walk}.node"));
        var path = new PathTranslation(
            context, expressions, inner, new BoundPath(null, PathSelectorKind.All, null, PathMode.Walk, repetition.Elements), IsTrail);
        var used = new List<UsedRelations>();
        path.Translate(used);
        if (repetition.Where is { } where)
            inner.Select.Conditions.Add(expressions.Condition(where, inner, "WHERE"));

        Tables = [.. used.SelectMany(relations => relations.Tables).Distinct().Order()];
        Limit(inner.Select, used, walk);
        var ids = $"ARRAY[{string.Join(", ", used.Select(relations => relations.Ids))}]";
        inner.Select.AddColumn(inner.Find(found).Value.Text);
        inner.Select.AddColumn($"{walk}.depth + 1");
        inner.Select.AddColumn(Append($"{walk}.relations", ids));
        inner.Select.AddColumn(NeedsTrace ? Append($"{walk}.trace", string.Join(" || ", path.Pieces)) : $"{walk}.trace");
        for (var i = 0; i < repetition.Groups.Length; i++)
            inner.Select.AddColumn(Append($"{walk}.g{i}", $"ARRAY[{inner.Find(repetition.Groups[i].Inner).Value.Text}]"));
        return inner.Select;
    }

    private void Limit(Select select, List<UsedRelations> used, string walk)
    {
        if (repetition.Maximum is { } maximum)
            select.Conditions.Add(string.Create(null, $"{walk}.depth < {maximum}"));
        if (!IsTrail)
            return;

        UsedRelations.RequireDifferent(used, select);
        select.Conditions.AddRange(used.Select(relations => $"{relations.Ids} <> ALL({walk}.relations)"));
    }

    private string Append(string before, string added) => IsReversed ? $"{added} || {before}" : $"{before} || {added}";
}
