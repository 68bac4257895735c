using System.Text.RegularExpressions;
using Graph.Oracle.Graphs;

namespace Graph.Oracle.Comparing;

/// <summary>Makes a graph and a query smaller for as long as they still show the same kind of fault.</summary>
internal sealed class Shrinker(Func<GraphDescription, string, bool> fails)
{
    private static readonly Regex Tokens = new(@"\s*('[^']*'|`[^`]*`|\d+\.\d+|\w+|\.\.|->|<-|<=|>=|<>|=~|~=|.)", RegexOptions.Singleline);

    public (GraphDescription Graph, string Query) Shrink(GraphDescription graph, string query)
    {
        for (var round = 0; round < 3; round++)
        {
            var before = (graph.Nodes.Count, graph.Edges.Count, query);
            graph = Reduce(
                graph, each => each.Nodes.Count, (each, start, count) => each.WithoutNodes(start, count), each => fails(each, query));
            graph = Reduce(
                graph, each => each.Edges.Count, (each, start, count) => each.WithoutEdges(start, count), each => fails(each, query));
            graph = ReduceProperties(graph, query);
            query = ReduceTokens(graph, query);
            if (before == (graph.Nodes.Count, graph.Edges.Count, query))
                break;
        }

        return (graph, query);
    }

    private static T Reduce<T>(T whole, Func<T, int> size, Func<T, int, int, T> without, Func<T, bool> stillFails)
    {
        for (var length = Math.Max(1, size(whole) / 2); length > 0; length /= 2)
        {
            for (var start = size(whole) - length; start >= 0; start--)
            {
                if (start + length <= size(whole) && without(whole, start, length) is var smaller && stillFails(smaller))
                    whole = smaller;
            }
        }

        return whole;
    }

    private GraphDescription ReduceProperties(GraphDescription graph, string query)
    {
        for (var i = 0; i < graph.Nodes.Count; i++)
        {
            var node = i;
            graph = Reduce(
                graph,
                each => each.Nodes[node].Properties.Count,
                (each, start, count) => each with
                {
                    Nodes = each.Nodes.SetItem(
                    node, each.Nodes[node] with { Properties = each.Nodes[node].Properties.RemoveRange(start, count) })
                },
                each => fails(each, query));
        }

        for (var i = 0; i < graph.Edges.Count; i++)
        {
            var edge = i;
            graph = Reduce(
                graph,
                each => each.Edges[edge].Properties.Count,
                (each, start, count) => each with
                {
                    Edges = each.Edges.SetItem(
                    edge, each.Edges[edge] with { Properties = each.Edges[edge].Properties.RemoveRange(start, count) })
                },
                each => fails(each, query));
        }

        return graph;
    }

    private string ReduceTokens(GraphDescription graph, string query)
    {
        ImmutableList<string> tokens = [.. Tokens.Matches(query).Select(match => match.Value)];
        var smaller = Reduce(tokens, each => each.Count, (each, start, count) => each.RemoveRange(start, count), Fails);
        smaller = Reduce(smaller, each => each.Count, Unwrap, Fails);
        return string.Concat(Reduce(smaller, each => each.Count, (each, start, count) => each.RemoveRange(start, count), Fails));

        bool Fails(ImmutableList<string> each) => fails(graph, string.Concat(each));
    }

    /// <summary>Without a bracket, its partner, and the word before it.</summary>
    private static ImmutableList<string> Unwrap(ImmutableList<string> tokens, int start, int count)
    {
        if (count != 1 || tokens[start].Trim() != "(")
            return tokens;
        var depth = 0;
        for (var end = start; end < tokens.Count; end++)
        {
            depth += tokens[end].Trim() switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth > 0)
                continue;
            var isCall = start > 0 && char.IsLetter(tokens[start - 1].Trim()[0]);
            var unwrapped = tokens.SetItem(end, " ").SetItem(start, " ");
            return isCall ? unwrapped.SetItem(start - 1, " ") : unwrapped;
        }

        return tokens;
    }
}
