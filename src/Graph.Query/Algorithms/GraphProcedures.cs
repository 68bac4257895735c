using Graph.Query.Algorithms;
using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Algorithms;

/// <summary>The procedures of the namespace <c>graph</c>. Rows come in the order of node ids, or of the index.</summary>
internal static class GraphProcedures
{
    private const string PageRankName = "graph.pageRank";
    private const string BetweennessName = "graph.betweenness";
    private const string ComponentsName = "graph.components";
    private const string CommunitiesName = "graph.communities";
    private const string ShortestName = "graph.kShortest";

    private static readonly ImmutableArray<string> PageRankSettings =
    [
        "labels", "types", "direction", "damping", "iterations", "tolerance"
    ];
    private static readonly ImmutableArray<string> BetweennessSettings = ["labels", "types", "direction", "normalized"];
    private static readonly ImmutableArray<string> ComponentsSettings = ["labels", "types", "mode"];
    private static readonly ImmutableArray<string> CommunitiesSettings = ["labels", "types", "weight", "resolution"];
    private static readonly ImmutableArray<string> ShortestSettings = ["types", "direction", "weight", "maxLength"];

    private static readonly ProcedureParameter Configuration = new("config", StaticType.Map, IsOptional: true);
    private static readonly BoundColumn Node = new("node", StaticType.Node);
    private static readonly BoundColumn Score = new("score", StaticType.Float);

    public static readonly ImmutableArray<Procedure> All =
    [
        new(PageRankName, [Configuration], [Node, Score], RunPageRank) { Settings = PageRankSettings },
        new(BetweennessName, [Configuration], [Node, Score], RunBetweenness) { Settings = BetweennessSettings },
        new(ComponentsName, [Configuration], [Node, new("component", StaticType.Integer)], RunComponents) { Settings = ComponentsSettings },
        new(CommunitiesName, [Configuration], [Node, new("community", StaticType.Integer)], RunCommunities)
        {
            Settings = CommunitiesSettings
        },
        new(
            ShortestName,
            [new("source", StaticType.Node), new("target", StaticType.Node), new("k", StaticType.Integer), Configuration],
            [new("index", StaticType.Integer), new("path", StaticType.Path), new("cost", StaticType.Float)],
            RunShortest)
        {
            Settings = ShortestSettings,
        },
    ];

    private static IEnumerable<Value[]> RunPageRank(ExecutionState context, IReadOnlyList<Value> arguments)
    {
        var settings = new ProcedureSettings(
            PageRankName, context.Store, GetOptional(arguments, 0), PageRankSettings.AsSpan());
        var graph = Project(context, settings, settings.GetDirection(TraversalDirection.Out));
        var damping = settings.GetNumber("damping", 0.85, 0, 1);
        var iterations = settings.GetInteger("iterations", minimum: 0) ?? 20;
        var tolerance = settings.GetNumber("tolerance", 1e-9, 0, double.MaxValue);
        return ToRows(graph, PageRank.Compute(graph, damping, iterations, tolerance, context.Budget), Value.FromFloat);
    }

    private static IEnumerable<Value[]> RunBetweenness(ExecutionState context, IReadOnlyList<Value> arguments)
    {
        var settings = new ProcedureSettings(BetweennessName, context.Store, GetOptional(arguments, 0), BetweennessSettings.AsSpan());
        var direction = settings.GetDirection(TraversalDirection.Out);
        var graph = Project(context, settings, direction);
        var normalized = settings.GetBoolean("normalized", fallback: false);
        return ToRows(graph, Betweenness.Compute(graph, direction == TraversalDirection.Both, normalized, context.Budget), Value.FromFloat);
    }

    private static IEnumerable<Value[]> RunComponents(ExecutionState context, IReadOnlyList<Value> arguments)
    {
        var settings = new ProcedureSettings(ComponentsName, context.Store, GetOptional(arguments, 0), ComponentsSettings.AsSpan());
        var isStrong = settings.IsSecond("mode", "weak", "strong");
        var graph = Project(context, settings, TraversalDirection.Out);
        var components = isStrong
            ? Components.ComputeStrong(graph, context.Budget)
            : Components.ComputeWeak(graph, context.Budget);
        return ToRows(graph, components, number => Value.FromInteger(number));
    }

    private static IEnumerable<Value[]> RunCommunities(ExecutionState context, IReadOnlyList<Value> arguments)
    {
        var settings = new ProcedureSettings(CommunitiesName, context.Store, GetOptional(arguments, 0), CommunitiesSettings.AsSpan());
        var graph = Project(context, settings, TraversalDirection.Both);
        var weight = EdgeWeight.Create(CommunitiesName, context.Store, settings.GetWeight());
        var resolution = settings.GetNumber("resolution", 1, 0, double.MaxValue);
        return ToRows(graph, Communities.Compute(graph, weight, resolution, context.Budget), number => Value.FromInteger(number));
    }

    private static IEnumerable<Value[]> RunShortest(ExecutionState context, IReadOnlyList<Value> arguments)
    {
        if (arguments[0].IsNull || arguments[1].IsNull || arguments[2].IsNull)
            return [];

        var (source, target, count) = (ExpectNode(arguments[0]), ExpectNode(arguments[1]), ExpectCount(arguments[2]));
        var settings = new ProcedureSettings(ShortestName, context.Store, GetOptional(arguments, 3), ShortestSettings.AsSpan());
        var weight = EdgeWeight.Create(ShortestName, context.Store, settings.GetWeight());
        var tables = GraphProjection.SelectTables(context.Store, settings.GetTypes());
        var explorer = new ArcExplorer(tables, settings.GetDirection(TraversalDirection.Both), weight);
        var maximumLength = (int)Math.Min(settings.GetInteger("maxLength", minimum: 0) ?? int.MaxValue, int.MaxValue);
        return new ShortestPaths(explorer, maximumLength, context.Budget)
            .Enumerate(source, target)
            .Take((int)Math.Min(count, int.MaxValue))
            .Select((path, index) => new[] { Value.FromInteger(index), Value.FromPath(path.ToValue()), Value.FromFloat(path.Cost.Cost) });
    }

    private static GraphProjection Project(ExecutionState context, ProcedureSettings settings, TraversalDirection direction) =>
        GraphProjection.Create(context.Store, settings.GetLabels(), settings.GetTypes(), direction, context.Budget);

    private static IEnumerable<Value[]> ToRows<T>(GraphProjection graph, T[] results, Converter<T, Value> toValue) =>
        graph.Nodes.Zip(results, (node, result) => new[] { Value.FromNode(node), toValue(result) });

    private static Value GetOptional(IReadOnlyList<Value> arguments, int index)
    {
        var value = index < arguments.Count ? arguments[index] : Value.Null;
        return value.Kind is ValueKind.Map or ValueKind.Null ? value : throw RuntimeErrors.InvalidArgument("config", value);
    }

    private static int ExpectNode(Value value) => value.IsNode ? value.AsNode() : throw RuntimeErrors.InvalidArgument(ShortestName, value);

    private static long ExpectCount(Value value)
    {
        if (!value.IsInteger)
            throw RuntimeErrors.InvalidArgument(ShortestName, value);

        return value.AsInteger() >= 1 ? value.AsInteger() : throw RuntimeErrors.OutOfRange("k", ShortestName);
    }
}
