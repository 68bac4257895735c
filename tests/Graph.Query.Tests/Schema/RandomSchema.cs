using CsCheck;
using Graph.Query.Schema;

namespace Graph.Query.Tests.Schema;

/// <summary>Schemas without mistakes: a type implies earlier ones only, and a property is declared by one type only.</summary>
internal static class RandomSchema
{
    private static readonly Gen<string> Tags = Gen.OneOfConst(
        "", "@color red", "@icon x @color blue", "@plural Many @deprecated Word", "@inverse \"led by\"");

    private static readonly Gen<string> Comment = Gen.Select(
        Gen.OneOfConst("", "Is a thing.", "What & <why>?"), Tags, (description, tags) =>
        description.Length + tags.Length == 0 ? "" : $"/** {description} {tags} */ ");

    private static readonly Gen<string> Type = Gen.Select(
        Gen.OneOfConst("STRING", "BOOLEAN", "INTEGER", "FLOAT", "DATE", "LIST<STRING>", "LIST<INTEGER>"),
        Gen.Bool,
        (name, notNull) => notNull ? $"{name} NOT NULL" : name);

    private static readonly Gen<NodeDraft> Node = Gen.Select(
        Comment, Gen.Bool, Gen.Int[0, 7].Array[0, 3], Gen.Select(Comment, Type).Array[0, 3], (comment, isAbstract, implied, properties) =>
            new NodeDraft(comment, isAbstract, implied, properties));

    private static readonly Gen<EdgeDraft> Edge = Gen.Select(
        Comment, Gen.Int[-1, 7], Gen.Int[-1, 7], Gen.Select(Comment, Type).Array[0, 2], (comment, source, target, properties) =>
            new EdgeDraft(comment, source, target, properties));

    public static readonly Gen<string> Text = Gen.Select(Node.Array[1, 8], Edge.Array[0, 4], Write);

    private static string Write(NodeDraft[] nodes, EdgeDraft[] edges)
    {
        var elements = nodes.Select(WriteNode).Concat(edges.Select((edge, i) => WriteEdge(edge, i, nodes.Length)));
        return $"CREATE GRAPH TYPE Any AS {{\n{string.Join(",\n", elements)}\n}}";
    }

    private static string WriteNode(NodeDraft node, int index)
    {
        var implied = node.Implied.Where(other => other < index).Distinct().Select(other => $"L{other}").ToList();
        var labels = implied.Count == 0 ? "" : $":{string.Join('&', implied)} ";
        var comment = node.IsAbstract ? $"/** @abstract */ {node.Comment}" : node.Comment;
        var properties = WriteProperties(node.Properties, $"p{index}_");
        return $"{comment}(:L{index}{(labels.Length + properties.Length > 0 ? $" => {labels}{properties}" : "")})";
    }

    private static string WriteEdge(EdgeDraft edge, int index, int count) =>
        $"{edge.Comment}({WriteEnd(edge.Source, count)})-[:R{index} {WriteProperties(edge.Properties, "q")}]->({WriteEnd(edge.Target, count)})";

    private static string WriteEnd(int label, int count) => label < 0 ? "" : $":L{label % count}";

    private static string WriteProperties((string Comment, string Type)[] properties, string prefix) => properties.Length == 0
        ? ""
        : $"{{{string.Join(", ", properties.Select((property, i) => $"{property.Comment}{prefix}{i} {property.Type}"))}}}";

    private sealed record NodeDraft(string Comment, bool IsAbstract, int[] Implied, (string Comment, string Type)[] Properties);

    private sealed record EdgeDraft(string Comment, int Source, int Target, (string Comment, string Type)[] Properties);
}
