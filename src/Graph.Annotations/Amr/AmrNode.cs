namespace Graph.Annotations;

/// <summary>A node of a graph in brackets, <c>(c / city :wiki "Oslo" :name (n / name :op1 "Oslo"))</c>.</summary>
internal sealed class AmrNode
{
    private const string Ends = "()/\"";

    private readonly SortedDictionary<int, string> parts = [];

    public string Concept { get; private set; } = "";

    /// <summary>As the node itself spells it; null where it has none.</summary>
    public string? Name { get; private set; }

    public string? Wiki { get; private set; }

    /// <summary>The nodes in the order in which they begin. Alignments behind values, <c>"Oslo"~e.3</c>, are no part of these.</summary>
    /// <param name="isWhole">Whether every bracket is closed.</param>
    public static List<AmrNode> ReadAll(string graph, out bool isWhole)
    {
        var nodes = new List<AmrNode>();
        var open = new Stack<(AmrNode Node, string Role)>();
        var role = "";
        isWhole = true;
        foreach (var (token, isQuoted) in ListTokens(graph))
        {
            if (token == "(" && !isQuoted)
            {
                nodes.Add(new AmrNode());
                open.Push((nodes[^1], role));
                role = "";
            }
            else if (token == ")" && !isQuoted && open.TryPop(out var closed))
            {
                if (closed.Role == ":name" && open.TryPeek(out var holder) && closed.Node.parts.Count > 0)
                    holder.Node.Name ??= string.Join(' ', closed.Node.parts.Values);
            }
            else if (open.Count == 0)
            {
                isWhole = false;
            }
            else
            {
                open.Peek().Node.Take(token, isQuoted, ref role);
            }
        }

        isWhole &= open.Count == 0;
        return nodes;
    }

    /// <summary>Brackets, slashes, words, and what stands in quotes; a quote that is not closed goes on to the end.</summary>
    private static IEnumerable<(string Token, bool IsQuoted)> ListTokens(string graph)
    {
        for (var at = 0; at < graph.Length;)
        {
            var end = at + 1;
            if (graph[at] == '"')
            {
                while (end < graph.Length && graph[end] != '"')
                    end += graph[end] == '\\' ? 2 : 1;
                yield return (graph[(at + 1)..Math.Min(end, graph.Length)], true);
                end++;
                // An alignment.
                while (end < graph.Length && !Ends.Contains(graph[end]) && !char.IsWhiteSpace(graph[end]))
                    end++;
            }
            else if (!char.IsWhiteSpace(graph[at]))
            {
                while (!Ends.Contains(graph[at]) && end < graph.Length && !Ends.Contains(graph[end]) && !char.IsWhiteSpace(graph[end]))
                    end++;
                yield return (graph[at..end], false);
            }

            at = end;
        }
    }

    private void Take(string token, bool isQuoted, ref string role)
    {
        var value = !isQuoted && token.LastIndexOf('~') is > 0 and var alignment ? token[..alignment] : token;
        if (!isQuoted && (value.StartsWith(':') || value == "/"))
        {
            role = value;
            return;
        }

        if (role == "/" && Concept.Length == 0)
            Concept = value;
        else if (role == ":wiki")
            Wiki ??= value;
        else if (role.StartsWith(":op", StringComparison.Ordinal) && int.TryParse(role.AsSpan(3), out var number))
            parts.TryAdd(number, value);
        role = "";
    }
}
