using Graph.Query.Binding;
using Graph.Query.Schema;
using Graph.Query.Syntax;

namespace Graph.Query.Tests.Binding;

/// <summary>The graphs that the cases of this folder are bound against, and files of cases, separated by blank lines.</summary>
internal static class BindingFixture
{
    private static readonly string Folder = Repository.GetPath("tests", "Graph.Query.Tests", "Binding");

    public static GraphType News { get; } = ReadType("News.gql");

    /// <summary>The graph type alone.</summary>
    public static GraphCatalog Closed { get; } = GraphCatalog.Create(News, null);

    /// <summary>A little data without a graph type.</summary>
    public static GraphCatalog Open { get; } = GraphCatalog.Create(null, BuildStore(null));

    /// <summary>The two together.</summary>
    public static GraphCatalog Both { get; } = GraphCatalog.Create(News, BuildStore(News));

    public static BindResult Bind(string text, GraphCatalog catalog)
    {
        var source = new SourceText(text);
        var parsed = QueryParser.ParseStatement(source);
        Assert.True(parsed.Syntax is not null, $"{text}\n{string.Join('\n', parsed.Diagnostics.Select(diagnostic => diagnostic.Message))}");
        return Binder.Bind(parsed.Syntax, source, catalog);
    }

    public static IEnumerable<string> ReadCases(string file) =>
        File.ReadAllText(Path.Combine(Folder, file))
            .ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(block => !block.StartsWith("//", StringComparison.Ordinal));

    private static GraphType ReadType(string file)
    {
        var result = SchemaReader.Read(new SourceText(File.ReadAllText(Path.Combine(Folder, file)), file));
        return result.Type ?? throw new InvalidDataException(result.Diagnostics[0].Message);
    }

    private static GraphStore BuildStore(GraphType? type)
    {
        var builder = new GraphBuilder(type);
        var kate = builder.AddNode(
            ["Person", "Actor", "Entity"], [new("name", Value.FromString("Kate")), new("shoeSize", Value.FromInteger(38))]);
        var oslo = builder.AddNode(
            ["City", "Place", "Actor", "Entity"], [new("name", Value.FromString("Oslo")), new("population", Value.FromString("many"))]);
        var crew = builder.AddNode(["Crew"], [new("name", Value.FromString("The crew"))]);
        builder.AddEdge("LIVES_IN", kate, oslo, [new("since", Value.FromInteger(2020))]);
        builder.AddEdge("MEMBER_OF", kate, crew, []);
        return builder.Build();
    }
}
