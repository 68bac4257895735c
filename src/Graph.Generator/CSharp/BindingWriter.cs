using Graph.Generator.CodeModel;

namespace Graph.Generator.CSharp;

/// <summary>A class that finds every column and table once in a store, so that reading a value searches nothing by name.</summary>
internal static class BindingWriter
{
    public static GeneratedFile Write(GraphModel model, string source)
    {
        var name = GeneratedNames.Binding(model.Name);
        return SourceFile.Create($"{name}.g.cs", model.Namespace, source, writer =>
        {
            writer.Summary($"Where a store has what the types of '{model.Type.Name}' read, found once.");
            writer.Block($"internal sealed class {name}", () =>
            {
                foreach (var (type, field, _) in ListFields(model))
                    writer.Line($"public readonly {type} {field};");
                writer.Space();
                writer.Block($"private {name}(GraphStore store)", () =>
                {
                    foreach (var (_, field, value) in ListFields(model))
                        writer.Line($"{field} = {value};");
                });
                writer.Line($"public static {name} Of(GraphStore store) =>");
                writer.Line($"    store.Binding is {name} found ? found : store.Bind(static store => new {name}(store));");
            });
        });
    }

    private static IEnumerable<(string Type, string Field, string Value)> ListFields(GraphModel model) =>
        model.Labels.SelectMany(ListFields)
            .Prepend(("LabelNodes", "AllNodes", "new(store, null)"))
            .Concat(model.Edges.SelectMany(ListFields));

    private static IEnumerable<(string Type, string Field, string Value)> ListFields(LabelModel label)
    {
        var name = CSharpText.Literal(label.Label);
        yield return ("LabelNodes", label.NodesField, $"new(store, {name})");
        if (label.LookupKey is { } key)
        {
            var lookup = key.Type.Scalar == ScalarType.Integer ? "IntegerKeyLookup" : "KeyLookup";
            yield return (lookup, label.KeysField, $"new(store, {label.NodesField}, {CSharpText.Literal(key.Definition.Name)})");
        }

        foreach (var property in label.Properties)
            yield return ("ElementProperty", property.Field,
                $"ElementProperty.OfNodes(store, {name}, {CSharpText.Literal(property.Definition.Name)})");
    }

    private static IEnumerable<(string Type, string Field, string Value)> ListFields(EdgeModel edge)
    {
        var name = CSharpText.Literal(edge.Type.Label);
        var (sources, targets) = (edge.Source?.NodesField ?? "AllNodes", edge.Target?.NodesField ?? "AllNodes");
        yield return ("TypeEdges", edge.OutgoingField, $"new(store, {name}, outgoing: true, {sources}, {targets})");
        yield return ("TypeEdges", edge.IncomingField, $"new(store, {name}, outgoing: false, {targets}, {sources})");
        foreach (var property in edge.Properties)
            yield return ("ElementProperty", property.Field,
                $"ElementProperty.OfEdges(store, {name}, {CSharpText.Literal(property.Definition.Name)})");
    }
}
