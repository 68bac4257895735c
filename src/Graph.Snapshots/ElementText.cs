using System.Text;

namespace Graph.Snapshots;

/// <summary>
/// Nodes, relations and values as text that says the same in every build of a graph: by keys instead of ids, in an order of its own.
/// </summary>
public sealed class ElementText(GraphStore store)
{
    private readonly NodeLabels labels = new(store);

    /// <summary>A node by label and key: <c>Country kazakhstan</c>. Without a key, by what it is called.</summary>
    public string Identify(int node)
    {
        var key = store.GetNodeProperty(node, StoreNames.Key);
        var name = key.IsNull ? GetCaption(node) : key;
        return name.IsNull ? GetLabels(node) : $"{GetLabels(node)} {Plain(name)}";
    }

    /// <summary>The same with its name: <c>Kazachstan [Country kazakhstan]</c>.</summary>
    public string Name(int node)
    {
        var caption = GetCaption(node);
        return caption.IsNull ? $"[{Identify(node)}]" : $"{Plain(caption)} [{Identify(node)}]";
    }

    /// <summary>A relation with its ends.</summary>
    public string Describe(int edge)
    {
        var table = store.GetEdgeTable(edge);
        return $"{Name(table.GetSource(edge))} -[{table.Type}{DescribeProperties(edge)}]-> {Name(table.GetTarget(edge))}";
    }

    /// <summary>The properties of a relation, <c> {on: 2022-01-06}</c>, or nothing.</summary>
    public string DescribeProperties(int edge)
    {
        var properties = StoreElements.GetEdgeProperties(store, edge);
        return properties.Count == 0
            ? ""
            : $" {{{string.Join(", ", properties.Select(property => $"{property.Key}: {Format(property.Value)}"))}}}";
    }

    /// <summary>The labels that no other label of the node implies.</summary>
    public string GetLabels(int node) => string.Join('&', labels.GetSpecific(node));

    public string Format(Value value) => value.Kind switch
    {
        ValueKind.Node => Name(value.AsNode()),
        ValueKind.Edge => Describe(value.AsEdge()),
        ValueKind.Path => FormatPath(value.AsPath()),
        ValueKind.List => $"[{string.Join(", ", value.AsList().Select(Format))}]",
        ValueKind.Map => $"{{{string.Join(", ", ListEntries(value.AsMap()))}}}",
        _ => ValueText.Format(value),
    };

    private IEnumerable<string> ListEntries(IEnumerable<KeyValuePair<string, Value>> map) =>
        map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}: {Format(entry.Value)}");

    /// <summary>A value at the top of a column: a text without quotes, nothing for null.</summary>
    public string FormatCell(Value value) => value.IsNull ? "" : value.Kind == ValueKind.String ? value.AsString() : Format(value);

    /// <summary>A text on one line, as a cell of a Markdown table.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            result.Append(unit switch
            {
                '\\' => "\\\\",
                '|' => "\\|",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => unit.ToString(),
            });
        }

        return HiddenCharacters.Escape(result.ToString());
    }

    private Value GetCaption(int node) => NodeCaption.FindKey(store, node) is { } key ? store.GetNodeProperty(node, key) : Value.Null;

    private static string Plain(Value value) => value.Kind == ValueKind.String ? value.AsString() : ValueText.Format(value);

    private string FormatPath(PathValue path)
    {
        var text = new StringBuilder(Name(path.Nodes[0]));
        for (var i = 0; i < path.Edges.Length; i++)
        {
            var edge = path.Edges[i];
            var table = store.GetEdgeTable(edge);
            var isForward = table.GetSource(edge) == path.Nodes[i];
            text
                .Append(isForward ? $" -[{table.Type}{DescribeProperties(edge)}]-> " : $" <-[{table.Type}{DescribeProperties(edge)}]- ")
                .Append(Name(path.Nodes[i + 1]));
        }

        return text.ToString();
    }
}
