using System.Diagnostics;

namespace Graph.Query.Syntax;

/// <summary>Facts of articles as text.</summary>
internal static class FactPrinter
{
    public static string Print(SyntaxNode node) => node switch
    {
        FactSyntax fact =>
            Print(fact.Nodes[0]) + string.Concat(fact.Relations.Select((relation, i) => Print(relation) + Print(fact.Nodes[i + 1]))),
        FactNodeSyntax fact => $"({Node(fact)})",
        FactRelationSyntax { Direction: EdgeDirection.Left } fact => $"<-[{Relation(fact)}]-",
        FactRelationSyntax fact => $"-[{Relation(fact)}]->",
        _ => throw new UnreachableException(),
    };

    public static string Reference(EntityReferenceSyntax reference)
    {
        var parts = reference.Key.Split('-', '.');
        var isPlain = parts.All(part => part.Length > 0 && QueryWords.Quote("_" + part).Length == part.Length + 1);
        return isPlain ? $"#{reference.Key}" : $"#`{reference.Key.Replace("`", "``")}`";
    }

    private static string Node(FactNodeSyntax node)
    {
        var entity = node.Entity is { } reference ? Reference(reference) : "";
        var labels = string.Concat(node.Labels.Select(label => $":{QueryWords.Quote(label.Text)}"));
        return (entity + labels + Properties(node.Properties)).TrimStart();
    }

    private static string Relation(FactRelationSyntax relation) =>
        $":{QueryWords.Quote(relation.Type.Text)}{Properties(relation.Properties)}";

    private static string Properties(MapSyntax? properties) => properties is null ? "" : " " + ExpressionPrinter.Print(properties);
}
