using Graph.Generator.CodeModel;
using Graph.Generator.CSharp;
using Graph.Generator.QueryFile;
using Graph.Query.Binding;
using Graph.Query.Schema;

namespace Graph.Generator;

/// <summary>From a graph type and query files to C#: a pure function, which reads and writes no files.</summary>
public static class CodeGenerator
{
    public static GenerationResult Generate(GenerationRequest request)
    {
        var schema = SchemaReader.Read(request.Schema);
        if (schema.Type is null)
            return new GenerationResult([], schema.Diagnostics);

        var queries = new QueryFileReader(GraphCatalog.Create(schema.Type, store: null));
        foreach (var source in request.Queries)
            queries.Read(source);

        var result = new GenerationResult([], [.. schema.Diagnostics, .. queries.Diagnostics]);
        if (result.HasErrors)
            return result;
        var model = GraphModelBuilder.Build(schema.Type, request.Schema, request.Namespace, schema.DeclaredCounts);
        var methods = QueryModelBuilder.Build(queries.Declarations, model, out var notes);
        return new GenerationResult(
            [.. WriteGraphType(model), .. WriteQueries(request, methods, model)], [.. result.Diagnostics, .. notes]);
    }

    private static ImmutableArray<GeneratedFile> WriteGraphType(GraphModel model)
    {
        var source = GetName(model.Schema);
        return
        [
            SchemaTableWriter.Write(model, source),
            LabelInterfaceWriter.Write(model, source),
            NodeStructWriter.Write(model, source),
            EdgeStructWriter.Write(model, source),
            TraversalWriter.Write(model, source),
            GraphWriter.Write(model, source),
            BindingWriter.Write(model, source),
            BuilderWriter.Write(model, source),
        ];
    }

    private static IEnumerable<GeneratedFile> WriteQueries(
        GenerationRequest request, ImmutableArray<QueryModel> queries, GraphModel model) =>
        queries.IsEmpty
            ? []
            : [QueryWriter.Write(model, queries, string.Join(", ", request.Queries.Select(GetName)))];

    // The name without its folders, so that the output is the same wherever it is made.
    private static string GetName(SourceText source) => Path.GetFileName(source.Path);
}
