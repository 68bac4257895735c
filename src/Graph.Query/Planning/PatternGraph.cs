using System.Diagnostics;
using Graph.Query.Binding;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>A node of a pattern, with everything that its occurrences in the MATCH ask of it.</summary>
internal sealed class PatternNode(BoundVariable variable)
{
    public BoundVariable Variable => variable;

    public List<LabelExpression> Labels { get; } = [];

    public List<BoundExpression> Conditions { get; } = [];

    /// <summary>All labels that are asked for, or null for none.</summary>
    public LabelExpression? LabelExpression => Labels switch
    {
        [] => null,
        [var only] => only,
        _ => new LabelAnd([.. Labels]),
    };
}

/// <summary>A step of a pattern between two of its nodes: an edge, a walk, or a whole path that is searched as one.</summary>
internal abstract record PatternStep(PatternNode From, PatternNode To)
{
    /// <inheritdoc cref="BoundPath.Clause"/>
    public int Clause { get; init; }
}

internal sealed record PatternEdge(PatternNode From, PatternNode To, BoundEdge Element) : PatternStep(From, To);

internal sealed record PatternWalk(PatternNode From, PatternNode To, BoundVariableLengthEdge Element) : PatternStep(From, To);

/// <param name="Walked">The variable for all edges of the path.</param>
internal sealed record PatternPath(PatternNode From, PatternNode To, BoundPath Path, BoundVariable Walked) : PatternStep(From, To);

/// <summary>
/// The path patterns of a MATCH as one graph, in which paths that need no search of their own are taken apart into edges.
/// </summary>
internal sealed class PatternGraph
{
    private readonly Dictionary<BoundVariable, PatternNode> nodes = [];
    private readonly List<PatternNode> nodeOrder = [];
    private readonly MatchMode mode;

    public PatternGraph(BoundMatch match)
    {
        mode = match.Mode;
        foreach (var path in match.Paths)
            AddPath(path);
    }

    /// <summary>In text order.</summary>
    public IReadOnlyList<PatternNode> Nodes => nodeOrder;

    public List<PatternStep> Steps { get; } = [];

    /// <summary>The path variables, with the first node and the edges of each.</summary>
    public List<(BoundVariable Path, BoundVariable Start, ImmutableArray<BoundVariable> Edges)> Paths { get; } = [];

    /// <summary>Everything that the pattern binds, or meets again.</summary>
    public IEnumerable<BoundVariable> Variables =>
        nodeOrder.Select(node => node.Variable).Concat(Steps.SelectMany(GetVariables)).Concat(Paths.Select(path => path.Path));

    /// <summary>
    /// The nodes that are known after a step; a search binds those on its way too, of which only some stand elsewhere as well.
    /// </summary>
    public IEnumerable<PatternNode> GetNodes(PatternStep step)
    {
        var inner = step is PatternPath search ? search.Path.Elements.OfType<BoundNode>().Select(node => node.Variable) : [];
        return inner.Where(nodes.ContainsKey).Select(variable => nodes[variable]).Prepend(step.To).Prepend(step.From).Distinct();
    }

    private static IEnumerable<BoundVariable> GetVariables(PatternStep step) => step switch
    {
        PatternEdge edge => [edge.Element.Variable],
        PatternWalk walk => [walk.Element.Variable],
        PatternPath search => PatternVariables.Of(search.Path.Elements).Append(search.Walked),
        _ => [],
    };

    private void AddPath(BoundPath path)
    {
        var isSearch = path.Selector != PathSelectorKind.All
            || path.Elements.Any(element => element is BoundQuantifiedPath)
            || path.Mode is PathMode.Acyclic or PathMode.Simple
            || (path.Mode == PathMode.Trail && mode == MatchMode.RepeatableElements);
        if (isSearch)
            AddSearch(path);
        else
            AddSteps(path);
    }

    private void AddSearch(BoundPath path)
    {
        var from = AddNode((BoundNode)path.Elements[0]);
        var to = AddNode((BoundNode)path.Elements[^1]);
        var walked = new BoundVariable("walked", StaticType.ListOf(StaticType.Edge), isAnonymous: true);
        Steps.Add(new PatternPath(from, to, path, walked) { Clause = path.Clause });
        if (path.Variable is not null)
            Paths.Add((path.Variable, from.Variable, [walked]));
    }

    private void AddSteps(BoundPath path)
    {
        var start = AddNode((BoundNode)path.Elements[0]);
        var from = start;
        var edges = ImmutableArray.CreateBuilder<BoundVariable>();
        for (var i = 1; i < path.Elements.Length; i += 2)
        {
            var to = AddNode((BoundNode)path.Elements[i + 1]);
            Steps.Add(CreateStep(from, to, path.Elements[i], edges) with { Clause = path.Clause });
            from = to;
        }

        if (path.Variable is not null)
            Paths.Add((path.Variable, start.Variable, edges.ToImmutable()));
    }

    private static PatternStep CreateStep(
        PatternNode from, PatternNode to, BoundPathElement element, ImmutableArray<BoundVariable>.Builder edges)
    {
        switch (element)
        {
            case BoundEdge edge:
                edges.Add(edge.Variable);
                return new PatternEdge(from, to, edge);
            case BoundVariableLengthEdge walk:
                edges.Add(walk.Variable);
                return new PatternWalk(from, to, walk);
            default:
                throw new UnreachableException();
        }
    }

    private PatternNode AddNode(BoundNode element)
    {
        Preparation.Count();
        if (!nodes.TryGetValue(element.Variable, out var node))
        {
            node = new PatternNode(element.Variable);
            nodes.Add(element.Variable, node);
            nodeOrder.Add(node);
        }

        if (element.Labels is not null)
            node.Labels.Add(element.Labels);
        node.Conditions.AddRange(ExpressionVariables.SplitConjunction(element.Where));
        return node;
    }
}
