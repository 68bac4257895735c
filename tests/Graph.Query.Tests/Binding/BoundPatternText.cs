using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Tests.Binding;

/// <summary>Bound patterns as text: <c>=n</c> is a variable that had its value before.</summary>
internal static class BoundPatternText
{
    public static string Path(BoundPath path)
    {
        var variable = path.Variable is null ? "" : $"{path.Variable} = ";
        var count = path.Count is null ? "" : $" {BoundTreeText.Expression(path.Count)}";
        var selector = path.Selector == PathSelectorKind.All ? "" : $"{path.Selector}{count} ";
        var mode = path.Mode == PathMode.Walk ? "" : $"{path.Mode} ";
        return $"{variable}{selector}{mode}{Elements(path.Elements)}{(path.Where is null ? "" : $" choosing{BoundTreeText.Where(path.Where)}")}";
    }

    public static string Labels(LabelExpression labels) => labels switch
    {
        LabelName name => name.Name,
        AnyLabel => "%",
        LabelNot not => $"!{Labels(not.Operand)}",
        LabelAnd and => $"({string.Join('&', and.Operands.Select(Labels))})",
        LabelOr or => $"({string.Join('|', or.Operands.Select(Labels))})",
        _ => throw new InvalidOperationException(labels.GetType().Name),
    };

    private static string Elements(ImmutableArray<BoundPathElement> elements) => string.Concat(elements.Select(Element));

    private static string Element(BoundPathElement element) => element switch
    {
        BoundNode node => $"({Content(node.Variable, node.IsBound, node.Labels, node.Where)})",
        BoundEdge edge => Arrow(edge.Direction, Content(edge.Variable, edge.IsBound, edge.Types, edge.Where)),
        BoundVariableLengthEdge walk => Arrow(
            walk.Direction,
            $"{(walk.IsBound ? "=" : "")}{walk.Variable} of {Content(walk.Edge, false, walk.Types, walk.Where)}{Bounds(walk.Minimum, walk.Maximum)}"),
        BoundQuantifiedPath path =>
            $"({Elements(path.Elements)}{BoundTreeText.Where(path.Where)}){Bounds(path.Minimum, path.Maximum)}"
            + $"[{string.Join(' ', path.Groups.Select(group => $"{group.List}:{group.List.Type}"))}]",
        _ => throw new InvalidOperationException(element.GetType().Name),
    };

    private static string Content(BoundVariable variable, bool isBound, LabelExpression? labels, BoundExpression? where) =>
        $"{(isBound ? "=" : "")}{variable}{(labels is null ? "" : $":{Labels(labels)}")}{BoundTreeText.Where(where)}";

    private static string Arrow(EdgeDirection direction, string content) => direction switch
    {
        EdgeDirection.Right => $"-[{content}]->",
        EdgeDirection.Left => $"<-[{content}]-",
        _ => $"-[{content}]-",
    };

    private static string Bounds(long minimum, long? maximum) => $"{{{minimum},{maximum}}}";
}
