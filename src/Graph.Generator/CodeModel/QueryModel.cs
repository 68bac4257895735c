using Graph.Generator.QueryFile;
using Graph.Query.Binding;
using Graph.Query.Schema;
using Graph.Query.Types;

namespace Graph.Generator.CodeModel;

/// <summary>A query, which becomes a method and, unless it is a scalar, a struct of its rows.</summary>
internal sealed record QueryModel(
    QueryDeclaration Declaration, string RowName, ImmutableArray<QueryMember> Parameters, ImmutableArray<QueryMember> Columns)
{
    public string Name => Declaration.Name;

    public static ImmutableArray<QueryModel> Build(IEnumerable<QueryDeclaration> declarations, GraphModel graph)
    {
        var types = new NameTable([
            .. GeneratedNames.Imported,
            .. GeneratedNames.Of(graph.Name),
            .. graph.Labels.SelectMany(label => new[] { label.Name, label.InterfaceName }),
            .. graph.Edges.Select(edge => edge.StructName),
        ]);
        return [.. declarations.Select(declaration => Build(declaration, graph, types))];
    }

    private static QueryModel Build(QueryDeclaration declaration, GraphModel graph, NameTable types)
    {
        var parameters = new NameTable("engine", "cancellation", "row");
        var row = types.Take($"{declaration.Name}Row");
        var columns = new NameTable(row, "Equals", "GetHashCode", "GetType", "ToString", "Deconstruct");
        var query = declaration.Statement.Query;
        var nodes = NodeColumns.Find(query, graph.Labels);
        return new QueryModel(
            declaration,
            row,
            [.. declaration.Statement.Parameters.Select(parameter => Member(parameter.Name, parameter.Type, CSharpNames.ToCamelCase, parameters))],
            [.. query.Columns.Zip(nodes, Column)]);

        QueryMember Column(BoundColumn column, NodeColumn? node) =>
            Member(column.Name, column.Type, CSharpNames.ToPascalCase, columns) with { Node = node };
    }

    private static QueryMember Member(string name, StaticType type, Func<string, string> convert, NameTable names) =>
        new(name, names.Take(convert(name), $"{convert(name).TrimStart('@')}Value"), type);
}

/// <summary>A parameter or a column.</summary>
/// <param name="Text">As the query has it.</param>
/// <param name="Name">As C# has it.</param>
internal sealed record QueryMember(string Text, string Name, StaticType Type)
{
    /// <summary>The label of the nodes in a column, where the query asks for one.</summary>
    public NodeColumn? Node { get; init; }
}
