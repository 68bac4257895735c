using System.Collections.Concurrent;
using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Selection;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// What the planner knows of a graph's sizes: exact counts, and shares from evenly spaced samples, so that a plan is always the same.
/// </summary>
internal sealed class GraphStatistics(GraphStore store)
{
    private const int SampleSize = 64;
    private readonly ConcurrentDictionary<(string Key, string Labels), bool> unique = new();

    // What single names select, which planning asks again and again; only of names that the graph has,
    // so that queries cannot make it grow.
    private readonly ConcurrentDictionary<string, NodeSelection> labelled = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Type, EdgeDirection Direction, string Label), double> targetShares = new();
    private readonly ConcurrentDictionary<(string Type, EdgeDirection, string Label, string Next, EdgeDirection), double> degrees = new();
    private readonly ConcurrentDictionary<(EdgeTable Table, bool IsOutgoing), bool[]> endRanges = new();
    private readonly Lazy<NodeSelection> everyNode = new(() => LabelEvaluation.GetNodes(store, labels: null));

    public int NodeCount => Math.Max(1, store.NodeCount);

    public NodeSelection GetNodes(LabelExpression? labels) => labels switch
    {
        null => everyNode.Value,
        LabelName name when store.FindLabel(name.Name) >= 0 =>
            labelled.GetOrAdd(name.Name, static (_, asked) => LabelEvaluation.GetNodes(asked.store, asked.name), (store, name)),
        _ => LabelEvaluation.GetNodes(store, labels),
    };

    public ImmutableArray<EdgeTable> GetTables(LabelExpression? types) => LabelEvaluation.GetTables(store, types);

    /// <summary>How many edges leave a node of the given labels, on average.</summary>
    public double GetDegree(LabelExpression? from, LabelExpression? types, EdgeDirection direction)
    {
        var nodes = GetNodes(from);
        return GetTables(types).Sum(table => CountEdges(table, nodes, direction)) / Math.Max(1, nodes.Count);
    }

    /// <summary>
    /// How many edges leave a node that some step led to, on average. A node with many edges of one type is led to more often, and mostly
    /// has many of another, so this can be far above the degree of all such nodes.
    /// </summary>
    /// <param name="labels">What the node must be; null for any.</param>
    public double GetDegreeAfter(
        LabelExpression? types, EdgeDirection direction, LabelExpression? labels, LabelExpression? nextTypes, EdgeDirection nextDirection)
    {
        if (FindTypeName(types) is not { } type || FindLabelName(labels) is not { } label || FindTypeName(nextTypes) is not { } nextType)
            return FindDegreeAfter(types, direction, labels, nextTypes, nextDirection);

        // A closure would be made for every call, and most find their answer.
        var key = (type, direction, label, nextType, nextDirection);
        return degrees.TryGetValue(key, out var degree)
            ? degree
            : degrees[key] = FindDegreeAfter(types, direction, labels, nextTypes, nextDirection);
    }

    /// <summary>The only type that is named, and is there; empty for any type, null for whatever else.</summary>
    private string? FindTypeName(LabelExpression? types) =>
        types is null ? "" : types is LabelName { Name: var name } && store.FindEdgeTable(name) is not null ? name : null;

    /// <inheritdoc cref="FindTypeName"/>
    private string? FindLabelName(LabelExpression? labels) =>
        labels is null ? "" : labels is LabelName { Name: var name } && store.FindLabel(name) >= 0 ? name : null;

    private double FindDegreeAfter(
        LabelExpression? types, EdgeDirection direction, LabelExpression? labels, LabelExpression? nextTypes, EdgeDirection nextDirection)
    {
        var nodes = labels is null ? null : GetNodes(labels);
        var tables = GetTables(types).Where(table => table.Count > 0).ToList();
        var total = tables.Sum(table => (double)table.Count);
        var (edges, share) = (0.0, 0.0);
        foreach (var table in tables)
        {
            var ends = SampleEnds(table, direction, (int)Math.Ceiling(SampleSize * table.Count / total));
            var wanted = nodes is null ? ends : Array.FindAll(ends, nodes.Contains);
            edges += table.Count / total * GetTables(nextTypes).Sum(next => CountEdges(next, wanted, nextDirection)) / ends.Length;
            share += table.Count / total * wanted.Length / ends.Length;
        }

        return edges / Math.Max(share, 1.0 / SampleSize);
    }

    private static double CountEdges(EdgeTable table, int[] nodes, EdgeDirection direction)
    {
        var outgoing = table.Outgoing.View;
        var incoming = table.Incoming.View;
        var edges = 0.0;
        foreach (var node in nodes)
        {
            edges += direction == EdgeDirection.Left ? 0 : outgoing.GetRun(node).Count;
            edges += direction == EdgeDirection.Right ? 0 : incoming.GetRun(node).Count;
        }

        return edges;
    }

    /// <summary>Where evenly spaced edges end when they are followed; of undirected ones every other is followed back.</summary>
    private static int[] SampleEnds(EdgeTable table, EdgeDirection direction, int count)
    {
        var size = Math.Min(count, table.Count);
        var ends = new int[size];
        for (var i = 0; i < size; i++)
        {
            var edge = table.FirstEdge + (int)((long)i * table.Count / size);
            var isBack = direction == EdgeDirection.Left || (direction == EdgeDirection.Both && i % 2 == 1);
            ends[i] = isBack ? table.GetSource(edge) : table.GetTarget(edge);
        }

        return ends;
    }

    private static double CountEdges(EdgeTable table, NodeSelection nodes, EdgeDirection direction) =>
        (direction == EdgeDirection.Left ? 0.0 : nodes.CountEdges(table.Outgoing.View))
        + (direction == EdgeDirection.Right ? 0.0 : nodes.CountEdges(table.Incoming.View));

    /// <summary>The share of edges that end in a node of the given labels, when followed in the given direction.</summary>
    public double GetTargetShare(LabelExpression? types, EdgeDirection direction, LabelExpression? labels)
    {
        if (labels is null)
            return 1;
        if (FindTypeName(types) is not { } type || FindLabelName(labels) is not { } label)
            return FindTargetShare(types, direction, labels);

        var key = (type, direction, label);
        return targetShares.TryGetValue(key, out var share) ? share : targetShares[key] = FindTargetShare(types, direction, labels);
    }

    private double FindTargetShare(LabelExpression? types, EdgeDirection direction, LabelExpression labels)
    {
        var targets = GetNodes(labels);
        var total = 0.0;
        var matching = 0.0;
        foreach (var table in GetTables(types).Where(table => table.Count > 0))
        {
            total += table.Count;
            matching += table.Count * GetShare(table, direction, targets);
        }

        return total == 0 ? 0 : Math.Max(matching / total, 0.5 / SampleSize);
    }

    /// <summary>Whether every node of the labels has the property, and no two have the same value.</summary>
    public bool IsUnique(string key, LabelExpression? labels)
    {
        var ranges = store.NodeRanges.Where(range => GetNodes(labels).Contains(range.Start)).ToList();
        return unique.GetOrAdd(
            (key, string.Join(',', ranges.Select(range => range.Start))),
            _ => UniqueValues.AreIn([.. ranges.Select(range => range.FindColumn(key))]));
    }

    public int RangeCount => store.NodeRanges.Length;

    /// <summary>For each range of nodes, whether the labels select it.</summary>
    public bool[] GetRanges(LabelExpression labels)
    {
        var nodes = GetNodes(labels);
        return [.. store.NodeRanges.Select(range => nodes.Contains(range.Start))];
    }

    /// <summary>For each range of nodes, whether an edge starts there.</summary>
    public bool[] GetSourceRanges(EdgeTable table) => GetEndRanges(table, isOutgoing: true);

    /// <summary>For each range of nodes, whether an edge ends there.</summary>
    public bool[] GetTargetRanges(EdgeTable table) => GetEndRanges(table, isOutgoing: false);

    private bool[] GetEndRanges(EdgeTable table, bool isOutgoing) =>
        endRanges.TryGetValue((table, isOutgoing), out var known)
            ? known
            : endRanges[(table, isOutgoing)] = FindEndRanges(table, isOutgoing);

    private bool[] FindEndRanges(EdgeTable table, bool isOutgoing) =>
        [.. store.NodeRanges.Select(range =>
            EdgeCoverage.HasEdge((isOutgoing ? table.Outgoing : table.Incoming).View, new Range32(range.Start, range.End)))];

    private static double GetShare(EdgeTable table, EdgeDirection direction, NodeSelection targets)
    {
        var ends = SampleEnds(table, direction, SampleSize);
        return (double)ends.Count(targets.Contains) / ends.Length;
    }
}
