using Graph.Generator.Nullability;
using Graph.Generator.QueryFile;
using Graph.Generator.Shapes;
using Graph.Query.Binding;
using Graph.Query.Schema;
using Graph.Query.Scripts;
using Graph.Query.Types;

namespace Graph.Generator.CodeModel;

/// <summary>A query, which becomes a method and, unless it gives one value, a struct of its rows.</summary>
/// <param name="Name">Of the method.</param>
/// <param name="FieldName">Of the field that holds the text.</param>
/// <param name="HasAlwaysARow">There is a row whatever the data is.</param>
internal sealed record QueryModel(
    QueryDeclaration Declaration,
    string Name,
    string FieldName,
    string RowName,
    ImmutableArray<QueryMember> Parameters,
    ImmutableArray<QueryMember> Columns,
    bool HasAlwaysARow)
{
    public QueryCardinality Cardinality => Declaration.Cardinality;

    /// <summary>Rows have more than the value of one column.</summary>
    public bool HasRows => Cardinality is not (QueryCardinality.Scalar or QueryCardinality.Exists);
}

/// <summary>A parameter or a column.</summary>
/// <param name="Text">As the query has it.</param>
/// <param name="Name">As C# has it.</param>
/// <param name="Presence">Whether it, and the items of a list, can be null.</param>
internal sealed record QueryMember(string Text, string Name, MemberType Type, Presence Presence);

/// <summary>Decides what everything in query files is called in C#, and notes what could not have the name it asks for.</summary>
internal sealed class QueryModelBuilder
{
    /// <summary>Members that every class has, and those that a record writes itself or does not allow.</summary>
    private static readonly string[] Inherited =
    [
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals"
    ];

    private static readonly string[] RecordMembers = [.. Inherited, "Deconstruct", "PrintMembers", "Clone", "EqualityContract"];

    private readonly GraphModel graph;
    private readonly NameTable types;
    private readonly NameTable members;
    private readonly List<Diagnostic> notes = [];

    private QueryModelBuilder(GraphModel graph)
    {
        this.graph = graph;
        members = new NameTable([
            GeneratedNames.Queries(graph.Name),
            .. Inherited,
            .. GeneratedNames.Imported,
            "Open", "Load", "ToQuikGraph", "Dispose",
            .. graph.Labels.SelectMany(label => new[] { label.Find, label.FindByCaption }),
        ]);
        types = new NameTable([
            .. GeneratedNames.Imported,
            .. GeneratedNames.Of(graph.Name),
            .. graph.Labels.SelectMany(label => new[] { label.Name, label.InterfaceName }),
            .. graph.Edges.Select(edge => edge.StructName),
        ]);
    }

    public static ImmutableArray<QueryModel> Build(
        IReadOnlyList<QueryDeclaration> declarations, GraphModel graph, out ImmutableArray<Diagnostic> notes)
    {
        var builder = new QueryModelBuilder(graph);

        // Methods come first, as their names are what callers see.
        var names = declarations.Select(builder.NameMethod).ToList();
        ImmutableArray<QueryModel> models = [.. declarations.Select((declaration, i) => builder.Build(declaration, names[i]))];
        notes = [.. builder.notes];
        return models;
    }

    private string NameMethod(QueryDeclaration declaration) =>
        Take(members, CSharpNames.ToPascalCase(declaration.Name), "Query", $"The query '{declaration.Name}'", declaration);

    private QueryModel Build(QueryDeclaration declaration, string name)
    {
        var row = types.Take($"{name}Row");
        var parameters = new NameTable("graph", "cancellation", "row", "item");
        var columns = new NameTable([row, .. RecordMembers]);
        var statement = declaration.Statement;
        var presences = QueryPresence.Of(statement, graph.Type);
        var shapes = QueryShapes.Of(statement, graph.Type);
        return new QueryModel(
            declaration,
            name,
            members.Take($"{name}Query"),
            row,
            [.. statement.Parameters.Select(NameParameter)],
            [.. statement.Query.Columns.Select(NameColumn)],
            QueryPresence.HasAlwaysARow(statement.Query));

        QueryMember NameParameter(BoundQueryParameter parameter) => new(
            parameter.Name,
            Take(parameters, CSharpNames.ToCamelCase(parameter.Name), "Value", $"The parameter '${parameter.Name}'", declaration),
            MemberType.From(Shape.From(parameter.Type), graph.Labels),
            new Presence(parameter.Declaration is not { IsNullable: true }, true));

        QueryMember NameColumn(BoundColumn column, int index) => new(
            column.Name,
            Take(columns, CSharpNames.ToPascalCase(column.Name), "Value", $"The column '{column.Name}'", declaration),
            MemberType.From(shapes[index], graph.Labels),
            presences[index]);
    }

    private string Take(NameTable names, string name, string ending, string what, QueryDeclaration declaration)
    {
        var taken = names.Take(name, $"{name.TrimStart('@')}{ending}");
        if (taken != name)
            notes.Add(QueryDiagnostics.Renamed(declaration.Source, declaration.NameSpan, what, taken));
        return taken;
    }
}
