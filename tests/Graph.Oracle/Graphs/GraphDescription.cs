using System.Text;

namespace Graph.Oracle.Graphs;

/// <summary>A graph to be built, in a form that can be made smaller and printed.</summary>
internal sealed record GraphDescription(ImmutableList<NodeDescription> Nodes, ImmutableList<EdgeDescription> Edges)
{
    public GraphStore Build()
    {
        var builder = new GraphBuilder();
        var handles = Nodes.Select(node => builder.AddNode(node.Labels, node.Properties)).ToArray();
        foreach (var edge in Edges)
            builder.AddEdge(edge.Type, handles[edge.Source], handles[edge.Target], edge.Properties);
        return builder.Build();
    }

    public GraphDescription WithoutNodes(int start, int count)
    {
        var edges = Edges.Where(edge => !IsIn(edge.Source) && !IsIn(edge.Target))
            .Select(edge => edge with { Source = Shift(edge.Source), Target = Shift(edge.Target) });
        return new GraphDescription(Nodes.RemoveRange(start, count), [.. edges]);

        bool IsIn(int node) => node >= start && node < start + count;
        int Shift(int node) => node < start ? node : node - count;
    }

    public GraphDescription WithoutEdges(int start, int count) => this with { Edges = Edges.RemoveRange(start, count) };

    public override string ToString()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Nodes.Count; i++)
            text.Append($"({i}{string.Concat(Nodes[i].Labels.Select(label => $":{label}"))}{Print(Nodes[i].Properties)})\n");
        foreach (var edge in Edges)
            text.Append($"({edge.Source})-[:{edge.Type}{Print(edge.Properties)}]->({edge.Target})\n");
        return text.ToString();
    }

    private static string Print(ImmutableList<KeyValuePair<string, Value>> properties) =>
        properties.IsEmpty ? "" : $" {{{string.Join(", ", properties.Select(property => $"{property.Key}: {property.Value}"))}}}";
}

internal sealed record NodeDescription(ImmutableList<string> Labels, ImmutableList<KeyValuePair<string, Value>> Properties);

/// <param name="Source">A position in the list of nodes.</param>
internal sealed record EdgeDescription(string Type, int Source, int Target, ImmutableList<KeyValuePair<string, Value>> Properties);
