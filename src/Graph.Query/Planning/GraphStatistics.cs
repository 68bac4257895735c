using System.Collections.Concurrent;
using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Selection;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>What the planner knows of a graph's sizes: exact counts, and shares from evenly spaced samples, so that a plan is always the same.</summary>
internal sealed class GraphStatistics(GraphStore store)
{
    private const int SampleSize = 64;
    private readonly ConcurrentDictionary<(string Key, string Labels), bool> unique = new();

    public int NodeCount => Math.Max(1, store.NodeCount);

    public NodeSelection GetNodes(LabelExpression? labels) => LabelEvaluation.GetNodes(store, labels);

    public ImmutableArray<EdgeTable> GetTables(LabelExpression? types) => LabelEvaluation.GetTables(store, types);

    /// <summary>How many edges leave a node of the given labels, on average.</summary>
    public double GetDegree(LabelExpression? from, LabelExpression? types, EdgeDirection direction)
    {
        var edges = GetTables(types).Sum(table => (double)table.Count);
        return edges * (direction == EdgeDirection.Both ? 2 : 1) / Math.Max(1, GetNodes(from).Count);
    }

    /// <summary>The share of edges that end in a node of the given labels, when followed in the given direction.</summary>
    public double GetTargetShare(LabelExpression? types, EdgeDirection direction, LabelExpression? labels)
    {
        if (labels is null)
            return 1;

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
        return unique.GetOrAdd((key, string.Join(',', ranges.Select(range => range.Start))), _ => UniqueValues.AreIn([.. ranges.Select(range => range.FindColumn(key))]));
    }

    private static double GetShare(EdgeTable table, EdgeDirection direction, NodeSelection targets)
    {
        var size = Math.Min(SampleSize, table.Count);
        var hits = 0;
        for (var i = 0; i < size; i++)
        {
            var edge = table.FirstEdge + (int)((long)i * table.Count / size);
            var end = direction == EdgeDirection.Left ? table.GetSource(edge) : table.GetTarget(edge);
            hits += targets.Contains(end) ? 1 : 0;
        }

        return (double)hits / size;
    }
}
