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
                    WriteQuery(writer, query, GeneratedNames.Graph(model.Name));
            });
            foreach (var query in queries.Where(query => query.HasRows))
                WriteRow(writer, query);
        }
    }

    private static void WriteQuery(CodeWriter writer, QueryModel query, string graph)
    {
        var text = CSharpText.RawLiteral(query.Declaration.Text, out var quotes);
        writer.Line($"private static readonly TypedQuery<{GetRowType(query)}> {query.FieldName} = new(");
        writer.Indented(() =>
        {
            writer.Line($"{CSharpText.Literal(query.Declaration.Name)},");
            writer.Line(quotes);
            writer.Verbatim(text);
            writer.Verbatim($"{quotes},");
            writer.Line($"static row => {ReadRow(query)});");
        });
        writer.Space();
        WriteMethod(writer, query, graph);
    }

    private static string GetRowType(QueryModel query) => query.Cardinality switch
    {
        QueryCardinality.Exists => "bool",
        QueryCardinality.Scalar => QueryTypes.ColumnType(query.Columns[0]),
        _ => query.RowName,
    };

    private static string ReadRow(QueryModel query)
    {
        var columns = query.Columns.Select(QueryTypes.Read);
        return query.Cardinality switch
        {
            QueryCardinality.Exists => "true",
            QueryCardinality.Scalar => columns.Single(),
            _ => $"new {query.RowName}({string.Join(", ", columns)})",
        };
    }

    private static void WriteMethod(CodeWriter writer, QueryModel query, string graph)
    {
        writer.Summary(query.Declaration.Description ?? $"The query '{query.Declaration.Name}'.");
        writer.Line(
            "/// <exception cref=\"QueryException\">The query met a run-time error.</exception>");
        if (query.Cardinality is QueryCardinality.One or QueryCardinality.OneOrNone
            || (query.Cardinality == QueryCardinality.Scalar && !query.HasAlwaysARow))
            writer.Line($"/// <exception cref=\"RowCountException\">There "
                + $"{(query.Cardinality == QueryCardinality.One ? "is not exactly one row" : "are several rows")}.</exception>");
        IEnumerable<string> parameters =
        [
            $"this {graph} graph",
            .. query.Parameters.Select(parameter => $"{QueryTypes.ParameterType(parameter)} {parameter.Name}"),
            "CancellationToken cancellation = default",
        ];
        var (result, end) = GetEnd(query);
        writer.Signature($"public static {result} {query.Name}", [.. parameters], " =>");
        writer.Indented(() => WriteCall(writer, query, end));
        writer.Space();
    }

    /// <summary>What the method gives, and what makes it of the rows.</summary>
    private static (string Result, string End) GetEnd(QueryModel query)
    {
        var row = GetRowType(query);
        var name = CSharpText.Literal(query.Declaration.Name);
        return query.Cardinality switch
        {
            QueryCardinality.Many => ($"IReadOnlyList<{row}>", "TypedQuery.All({0})"),
            QueryCardinality.Stream => ($"IEnumerable<{row}>", "{0}"),
            QueryCardinality.One => (row, $"TypedQuery.Single({name}, {{0}})"),
            QueryCardinality.OneOrNone => ($"{row}?", $"TypedQuery.SingleOrNone({name}, {{0}})"),
            QueryCardinality.Exists => (row, "TypedQuery.Exists({0})"),
            _ when query.HasAlwaysARow => (row, $"TypedQuery.Single({name}, {{0}})"),
            _ when QueryTypes.IsSureStruct(query.Columns[0]) => ($"{row}?", $"TypedQuery.SingleOrNone({name}, {{0}})"),
            _ => (row == "Value" || row.EndsWith('?') ? row : $"{row}?", $"TypedQuery.SingleOrDefault({name}, {{0}})"),
        };
    }

    private static void WriteCall(CodeWriter writer, QueryModel query, string end)
    {
        var marks = end.Split("{0}");
        var (open, close) = (marks[0], marks[1]);
        if (query.Parameters.IsEmpty)
        {
            writer.Line($"{open}{query.FieldName}.Run(graph, parameters: null, cancellation){close};");
            return;
        }

        writer.Line($"{open}{query.FieldName}.Run(");
        writer.Indented(() =>
        {
            writer.Line("graph,");
            writer.Line("new Dictionary<string, Value>");
            writer.Line("{");
            writer.Indented(() =>
            {
                foreach (var parameter in query.Parameters)
                {
                    var written = QueryTypes.Write(parameter, $"the query '{query.Declaration.Name}'");
                    writer.Line($"[{CSharpText.Literal(parameter.Text)}] = {written},");
                }
            });
            writer.Line("},");
            writer.Line($"cancellation){close};");
        });
    }

    private static void WriteRow(CodeWriter writer, QueryModel query)
    {
        var columns = query.Columns.Select(column => $"{QueryTypes.ColumnType(column)} {column.Name}");
        writer.Summary($"A row of '{query.Declaration.Name}'.");
        writer.Signature($"public readonly record struct {query.RowName}", [.. columns], ";");
        writer.Space();
    }
}
