using Graph.Generator.CodeModel;

namespace Graph.Generator.CSharp;

/// <summary>
/// One interface per label that several types carry. They are constraints: <c>where T : struct, IActor</c> takes every
/// struct of an actor without boxing it.
/// </summary>
internal static class LabelInterfaceWriter
{
    public static GeneratedFile Write(GraphModel model, string source) =>
        SourceFile.Create($"{model.Name}Labels.g.cs", model.Namespace, source, writer =>
        {
            foreach (var label in model.Labels.Where(label => label.IsShared))
                WriteInterface(writer, label, model);
        });

    /// <summary>The interfaces that a label's struct, or its own interface, stands under, nearest first.</summary>
    public static IEnumerable<LabelModel> GetBases(LabelModel label, GraphModel model) =>
        label.NodeType is null
            ? []
            : label.NodeType.Labels
                .Where(other => other != label.Label)
                .Select(other => model.Labels.First(candidate => candidate.Label == other));

    /// <summary>The properties that an interface declares itself: those that no interface above it has in the same form.</summary>
    public static IEnumerable<PropertyModel> GetDeclared(LabelModel label, GraphModel model)
    {
        var inherited = GetBases(label, model).SelectMany(other => other.Properties).ToList();
        return label.Properties.Where(property => !inherited.Any(other => HaveSameForm(property, other)));
    }

    /// <summary>Seen by C#: a string that may be null and one that may not are the same type, but not so a number.</summary>
    public static bool HaveSameForm(PropertyModel left, PropertyModel right) =>
        left.Name == right.Name && GetRuntimeType(left.Type) == GetRuntimeType(right.Type);

    private static string GetRuntimeType(PropertyType type) =>
        type.Scalar is ScalarType.String or ScalarType.Date ? CSharpText.MemberType(type).TrimEnd('?') : CSharpText.MemberType(type);

    private static void WriteInterface(CodeWriter writer, LabelModel label, GraphModel model)
    {
        var bases = GetBases(label, model).ToList();
        var names = bases.Select(other => other.InterfaceName).DefaultIfEmpty("INodeView");
        writer.Summary($"Any node with the label '{label.Label}'. {label.Description}".TrimEnd());
        writer.Block($"public interface {label.InterfaceName} : {string.Join(", ", names)}", () =>
        {
            foreach (var property in GetDeclared(label, model))
            {
                var hides = bases.SelectMany(other => other.Properties).Any(other => other.Name == property.Name);
                MemberWriter.Summarize(writer, property);
                writer.Line($"{(hides ? "new " : "")}{CSharpText.MemberType(property.Type)} {property.Name} {{ get; }}");
                writer.Space();
            }
        });
    }
}
