using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Postgres;

/// <summary>One path pattern, from left to right.</summary>
internal sealed class PathTranslation(
    TranslationContext context, ExpressionTranslator expressions, Frame frame, BoundPath path, bool isDifferent)
{
    private readonly List<UsedRelations> used = [];

    /// <summary>A node between two steps is met twice; its conditions stand once.</summary>
    private readonly HashSet<BoundNode> seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>Of a walk only the nodes at its ends count, each pair once.</summary>
    public bool OnlyEnds { get; init; }

    /// <summary>The ids after the first node, in walking order, as arrays.</summary>
    public List<string> Pieces { get; } = [];

    /// <param name="all">What the whole clause uses; the path adds to it.</param>
    public void Translate(List<UsedRelations> all)
    {
        if (path.Selector != PathSelectorKind.All)
            TranslateShortest();
        else
            TranslateSteps();

        if (!isDifferent && path.Mode == PathMode.Trail)
            UsedRelations.RequireDifferent(used, frame.Select);
        all.AddRange(used);
        if (path.Variable is { } variable)
            frame.Bind(
                variable, SqlValue.Json($"jsonb_build_object('p', to_jsonb({string.Join(" || ", Pieces.Prepend($"ARRAY[{StartId}]"))}))"));
    }

    private string StartId => FindId(((BoundNode)path.Elements[0]).Variable);

    /// <summary>The id of a node or relation; its variable may come from a list or be null.</summary>
    private string FindId(BoundVariable variable) => IdOf(frame.Find(variable).Value);

    private static string IdOf(SqlValue value) => value.Kind switch
    {
        SqlKind.Node or SqlKind.Relation => value.Text,
        SqlKind.Json => $"coalesce({value.Text}->>'n', {value.Text}->>'e')::bigint",
        _ => "NULL::bigint",
    };

    private TextSpan Span => path.Where?.Span ?? path.Count?.Span ?? default;

    private void TranslateSteps()
    {
        if (path.Mode is PathMode.Acyclic or PathMode.Simple)
            throw new RefusalException(Span, $"the path mode {path.Mode.ToString().ToUpperInvariant()} has no SQL here");

        var elements = path.Elements;
        if (elements.Length == 1)
            BindNode((BoundNode)elements[0], null, null);
        for (var i = 1; i < elements.Length; i += 2)
            TranslateStep((BoundNode)elements[i - 1], elements[i], (BoundNode)elements[i + 1]);
    }

    private void TranslateStep(BoundNode left, BoundPathElement step, BoundNode right)
    {
        switch (step)
        {
            case BoundEdge edge:
                TranslateEdge(left, edge, right);
                break;
            case BoundVariableLengthEdge or BoundQuantifiedPath:
                TranslateRepeated(left, Repetition.Of(step), right);
                break;
            default:
                throw new RefusalException(default, "this pattern has no SQL");
        }
    }

    private void TranslateEdge(BoundNode left, BoundEdge edge, BoundNode right)
    {
        var tables = context.FindRelationTables(edge.Types);
        var source = new RelationSource(
            context.CreateAlias("r"), Prune(tables, left, edge.Direction, right), edge.Direction == EdgeDirection.Both, context);
        frame.Select.Add(source);
        if (frame.Knows(edge.Variable))
            frame.Select.Conditions.Add($"{source.Id.Text} = {FindId(edge.Variable)}");
        else
            frame.Bind(edge.Variable, new Binding(source.Id, frame) { Source = source, Tables = source.Tables });

        var (from, to) = GetEnds(source, edge.Direction);
        BindNode(left, from, FindEnds(source.Tables, edge.Direction, isRight: false));
        BindNode(right, to, FindEnds(source.Tables, edge.Direction, isRight: true));
        if (edge.Where is { } where)
            frame.Select.Conditions.Add(expressions.Condition(where, frame, "WHERE"));
        used.Add(new UsedRelations(source.Id.Text, false, source.Tables));
        Pieces.Add($"ARRAY[{source.Id.Text}, {to}]");
    }

    /// <summary>The column of the left node and that of the right one.</summary>
    private static (string From, string To) GetEnds(RelationSource source, EdgeDirection direction) => direction switch
    {
        EdgeDirection.Right => (source.Source, source.Target),
        EdgeDirection.Left => (source.Target, source.Source),
        _ => (source.From, source.To),
    };

    private ImmutableArray<int> FindEnds(ImmutableArray<int> tables, EdgeDirection direction, bool isRight)
    {
        var ends = tables.SelectMany(table => context.Layout.RelationTables[table].Ends);
        var nodes = direction == EdgeDirection.Both
            ? ends.SelectMany(pair => new[] { pair.Source, pair.Target })
            : ends.Select(pair => (direction == EdgeDirection.Right) == isRight ? pair.Target : pair.Source);
        return [.. nodes.Distinct().Order()];
    }

    /// <summary>The relation types that can join what is known of the two nodes.</summary>
    private ImmutableArray<int> Prune(ImmutableArray<int> tables, BoundNode left, EdgeDirection direction, BoundNode right)
    {
        var (lefts, rights) = (FindTables(left), FindTables(right));
        return [.. tables.Where(table => context.Layout.RelationTables[table].Ends.Any(Fits))];

        bool Fits(TableEnds ends) =>
            (direction != EdgeDirection.Left && lefts.Contains(ends.Source) && rights.Contains(ends.Target))
            || (direction != EdgeDirection.Right && lefts.Contains(ends.Target) && rights.Contains(ends.Source));
    }

    private ImmutableArray<int> FindTables(BoundNode node)
    {
        var byLabels = context.FindNodeTables(node.Labels);
        var known = frame.Knows(node.Variable) ? frame.Find(node.Variable).Tables : null;
        return known is null ? byLabels : [.. byLabels.Where(table => known.Value.Contains(table))];
    }

    /// <summary>Makes sure that a node is there and is what the pattern says.</summary>
    /// <param name="id">The expression that its id is; null where the node stands for itself.</param>
    /// <param name="ends">The tables that <paramref name="id"/> can be in; null for any.</param>
    private void BindNode(BoundNode node, string? id, ImmutableArray<int>? ends)
    {
        var isFirst = seen.Add(node);
        if (frame.Knows(node.Variable))
            RequireKnown(node, id, isFirst);
        else if (id is null || !IsProved(node, ends))
            AddNode(node, id, ends);
        else
            frame.Bind(node.Variable, new Binding(new SqlValue(SqlKind.Node, id), frame) { Tables = ends });

        if (isFirst && node.Where is { } where)
            frame.Select.Conditions.Add(expressions.Condition(where, frame, "WHERE"));
    }

    /// <summary>Every node at that end has the labels, and nothing else is asked of it here.</summary>
    private bool IsProved(BoundNode node, ImmutableArray<int>? ends) =>
        node.Where is null && (node.Labels is null || (ends is { } possible && possible.All(context.FindNodeTables(node.Labels).Contains)));

    private void AddNode(BoundNode node, string? id, ImmutableArray<int>? ends)
    {
        var tables = context.FindNodeTables(node.Labels);
        var source = new NodeSource(
            context.CreateAlias("n"), ends is null ? tables : [.. tables.Where(table => ends.Value.Contains(table))], context);
        frame.Select.Add(source);
        if (id is not null)
            frame.Select.Conditions.Add($"{source.Id.Text} = {id}");
        frame.Bind(node.Variable, new Binding(source.Id, frame) { Source = source, Tables = source.Tables });
    }

    private void RequireKnown(BoundNode node, string? id, bool isFirst)
    {
        var binding = frame.Find(node.Variable);
        var known = IdOf(binding.Value);
        if (id is not null && id != known)
            frame.Select.Conditions.Add($"{id} = {known}");
        if (isFirst && node.Labels is not null)
            RequireLabels(node, binding);
        if (isFirst && id is null)
            frame.Select.Conditions.Add($"{known} IS NOT NULL");
    }

    private void RequireLabels(BoundNode node, Binding binding)
    {
        var wanted = context.FindNodeTables(node.Labels);
        var possible = binding.Tables ?? context.FindNodeTables(null);
        if (possible.All(wanted.Contains))
            return;

        var test = new BoundLabelTest(new BoundReference(node.Variable, default), node.Labels!, default);
        frame.Select.Conditions.Add(expressions.Condition(test, frame, "WHERE"));
    }

    /// <summary>A walk of unknown length, as a recursive query beside the rows so far.</summary>
    private void TranslateRepeated(BoundNode left, Repetition repetition, BoundNode right)
    {
        var isReversed = !frame.Knows(left.Variable) && (frame.Knows(right.Variable) || (left.Where is null && right.Where is not null));
        var (start, end) = isReversed ? (right, left) : (left, right);
        BindNode(start, null, null);
        var walk = new WalkTranslation(context, expressions, frame, repetition)
        {
            IsReversed = isReversed,
            IsTrail = isDifferent || path.Mode == PathMode.Trail,
            NeedsTrace = path.Variable is not null,
        };
        if (OnlyEnds)
        {
            BindNode(end, $"{walk.AddEnds(FindId(start.Variable))}.node", null);
            return;
        }

        var alias = walk.Add(FindId(start.Variable));
        BindNode(end, $"{alias}.node", null);
        Use(walk.Tables, repetition, alias);
    }

    private void Use(ImmutableArray<int> tables, Repetition repetition, string alias)
    {
        repetition.BindLists(frame, alias);
        used.Add(new UsedRelations($"{alias}.relations", true, tables));
        Pieces.Add($"{alias}.trace");
    }

    private void TranslateShortest()
    {
        if (path.Selector is not (PathSelectorKind.Shortest or PathSelectorKind.AllShortest)
            || path.Count is not null
            || path.Where is not null
            || path.Elements is not [BoundNode left, BoundVariableLengthEdge or BoundQuantifiedPath or BoundEdge, BoundNode right]
            || path.Mode is PathMode.Acyclic or PathMode.Simple)
            throw new RefusalException(Span, "of shortest paths only ANY SHORTEST and ALL SHORTEST over one repeated relation have SQL");

        if (path.Elements[1] is BoundEdge)
            throw new RefusalException(Span, "a shortest path of one relation has no SQL");
        var repetition = Repetition.Of(path.Elements[1]);
        BindNode(left, null, null);
        BindNode(right, null, null);
        var search = new ShortestTranslation(context, expressions, frame, repetition, path.Selector == PathSelectorKind.AllShortest);
        var alias = search.Add(FindId(left.Variable), FindId(right.Variable));
        Use(search.Tables, repetition, alias);
    }
}
