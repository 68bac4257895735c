using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>A node of a graph in brackets, <c>(c / city :wiki "Oslo" :name (n / name :op1 "Oslo"))</c>.</summary>
internal sealed class AmrNode
{
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
        foreach (Match token in Regex.Matches(graph, "\"(?<quoted>(\\\\.|[^\"\\\\])*)\"(~[\\w.,]+)?|[()/]|[^\\s()/\"]+", RegexOptions.CultureInvariant))
        {
            if (token.Value == "(")
            {
                nodes.Add(new AmrNode());
                open.Push((nodes[^1], role));
                role = "";
            }
            else if (token.Value == ")" && open.TryPop(out var closed))
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
                open.Peek().Node.Take(token, ref role);
            }
        }

        isWhole &= open.Count == 0;
        return nodes;
    }

    private void Take(Match token, ref string role)
    {
        var isQuoted = token.Value.StartsWith('"');
        var value = isQuoted ? token.Groups["quoted"].Value : Regex.Replace(token.Value, @"~[\w.,]+$", "", RegexOptions.CultureInvariant);
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
