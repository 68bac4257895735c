using Graph.Generator.CodeModel;
using Graph.Query.Scripts;

namespace Graph.Generator.CSharp;

/// <summary>A method per query, which carries its text to the engine, and a struct for its rows.</summary>
internal static class QueryWriter
{
    public static GeneratedFile Write(GraphModel model, ImmutableArray<QueryModel> queries, string source)
    {
        var name = GeneratedNames.Queries(model.Name);
        return SourceFile.Create($"{name}.g.cs", model.Namespace, source, Write, "Graph.Query", "System.Threading");

        void Write(CodeWriter writer)
        {
            writer.Summary($"Queries over a store of the graph type '{model.Type.Name}', each checked when it was generated.");
            writer.Block($"public static class {name}", () =>
            {
                foreach (var query in queries)
                    WriteQuery(writer, query);
            });
            foreach (var query in queries.Where(query => query.Declaration.Cardinality != QueryCardinality.Scalar))
                WriteRow(writer, query);
        }
    }

    private static void WriteQuery(CodeWriter writer, QueryModel query)
    {
        var text = CSharpText.RawLiteral(query.Declaration.Text, out var quotes);
        var row = query.Declaration.Cardinality == QueryCardinality.Scalar ? QueryTypes.ColumnType(query.Columns[0]) : query.RowName;
        writer.Line($"private static readonly TypedQuery<{row}> {query.Name}Query = new(");
        writer.Indented(() =>
        {
            writer.Line($"{CSharpText.Literal(query.Name)},");
            writer.Line(quotes);
            writer.Verbatim(text);
            writer.Verbatim($"{quotes},");
            writer.Line($"static row => {ReadRow(query)});");
        });
        writer.Space();
        WriteMethod(writer, query, row);
    }

    private static string ReadRow(QueryModel query)
    {
        var columns = query.Columns.Select(QueryTypes.Read);
        return query.Declaration.Cardinality == QueryCardinality.Scalar ? columns.Single() : $"new {query.RowName}({string.Join(", ", columns)})";
    }

    private static void WriteMethod(CodeWriter writer, QueryModel query, string row)
    {
        writer.Summary(query.Declaration.Description ?? $"The query '{query.Name}'.");
        writer.Line("/// <exception cref=\"QueryException\">The query met a run-time error, or the store has another graph type.</exception>");
        IEnumerable<string> parameters =
        [
            "this QueryEngine engine",
            .. query.Parameters.Select(parameter => $"{QueryTypes.ParameterType(parameter.Type)} {parameter.Name}"),
            "CancellationToken cancellation = default",
        ];
        var result = query.Declaration.Cardinality switch
        {
            QueryCardinality.Many => $"IEnumerable<{row}>",
            QueryCardinality.One => $"{row}?",
            _ => row,
        };
        writer.Signature($"public static {result} {query.Name}", [.. parameters], " =>");
        writer.Indented(() => WriteCall(writer, query));
        writer.Space();
    }

    private static void WriteCall(CodeWriter writer, QueryModel query)
    {
        var (open, close) = query.Declaration.Cardinality switch
        {
            QueryCardinality.Many => ("", ""),
            QueryCardinality.One => ("TypedQuery.First(", ")"),
            _ => ("TypedQuery.Scalar(", ")"),
        };
        if (query.Parameters.IsEmpty)
        {
            writer.Line($"{open}{query.Name}Query.Run(engine, parameters: null, cancellation){close};");
            return;
        }

        writer.Line($"{open}{query.Name}Query.Run(");
        writer.Indented(() =>
        {
            writer.Line("engine,");
            writer.Line("new Dictionary<string, Value>");
            writer.Line("{");
            writer.Indented(() =>
            {
                foreach (var parameter in query.Parameters)
                    writer.Line($"[{CSharpText.Literal(parameter.Text)}] = {QueryTypes.Write(parameter.Type, parameter.Name)},");
            });
            writer.Line("},");
            writer.Line($"cancellation){close};");
        });
    }

    private static void WriteRow(CodeWriter writer, QueryModel query)
    {
        var columns = query.Columns.Select(column => $"{QueryTypes.ColumnType(column)} {column.Name}");
        writer.Summary($"A row of '{query.Name}'.");
        writer.Signature($"public readonly record struct {query.RowName}", [.. columns], ";");
        writer.Space();
    }
}
