using Graph.Generator.Shapes;
using Graph.Query.Types;

namespace Graph.Generator.CodeModel;

/// <summary>The type of a parameter or a column, with the struct of its nodes.</summary>
/// <param name="Element">The type of the items of a list.</param>
/// <param name="Node">The struct of the nodes, where one label of theirs is known; null for every other value.</param>
internal sealed record MemberType(TypeKind Kind, MemberType? Element = null, string? Node = null)
{
    public static MemberType From(Shape shape, ImmutableArray<LabelModel> labels) => new(
        shape.Kind,
        shape.Element is { } element ? From(element, labels) : null,
        shape.Kind == TypeKind.Node ? FindStruct(shape.Labels, labels) : null);

    /// <summary>The label that implies all others that are known, else the first.</summary>
    private static string? FindStruct(ImmutableArray<string> known, ImmutableArray<LabelModel> labels)
    {
        var candidates = labels.Where(label => known.Contains(label.Label)).ToList();
        var nearest = candidates.FirstOrDefault(label => candidates.All(other => label == other || Implies(label, other)));
        return (nearest ?? candidates.FirstOrDefault())?.Name;
    }

    private static bool Implies(LabelModel label, LabelModel other) => label.NodeType?.Labels.Contains(other.Label) ?? false;
}
