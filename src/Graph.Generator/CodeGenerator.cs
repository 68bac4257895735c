using Graph.Generator.CodeModel;
using Graph.Generator.CSharp;

namespace Graph.Generator;

/// <summary>From a graph type and query files to C#: a pure function, which reads and writes no files.</summary>
public static class CodeGenerator
{
    public static GenerationResult Generate(GenerationRequest request)
    {
        var schema = SchemaReader.Read(request.Schema);
        if (schema.Type is null)
            return new GenerationResult([], schema.Diagnostics);

        var model = GraphModelBuilder.Build(schema.Type, request.Schema, request.Namespace);
        return new GenerationResult(WriteFiles(model), schema.Diagnostics);
    }

    private static ImmutableArray<GeneratedFile> WriteFiles(GraphModel model)
    {
        // The name without its folders, so that the output is the same wherever it is made.
        var source = Path.GetFileName(model.Schema.Path);
        return
        [
            SchemaTableWriter.Write(model, source),
            LabelInterfaceWriter.Write(model, source),
            NodeStructWriter.Write(model, source),
            EdgeStructWriter.Write(model, source),
            TraversalWriter.Write(model, source),
            LookupWriter.Write(model, source),
            BuilderWriter.Write(model, source),
        ];
    }
}
