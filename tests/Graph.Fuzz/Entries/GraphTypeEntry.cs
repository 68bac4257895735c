using Graph.Fuzz.Inputs;
using Graph.Generator;
using Graph.Query.Schema;

namespace Graph.Fuzz.Entries;

/// <summary>
/// A graph type: what is read is printed and is the same type when it is read again; C# comes of it, or a reason why not.
/// </summary>
internal sealed class GraphTypeEntry() : FuzzEntry("graph-type", Collect())
{
    public override ImmutableArray<string> Words { get; } =
        ["NODE", "EDGE", "TYPE", "GRAPH", "CREATE", "ABSTRACT", "STRING", "INTEGER", "FLOAT", "BOOLEAN", "DATE", "LIST<STRING>", "NOT NULL", "KEY", "CONNECTING", "::", "=>", "->", "Person", "/** x */", "-- x", "class", "@provenance"];

    public override void Read(FuzzInput input)
    {
        var source = new SourceText(input.Text);
        var result = SchemaReader.Read(source);
        foreach (var diagnostic in result.Diagnostics)
            FindingException.Require(
                diagnostic.Span.Start >= 0 && diagnostic.Span.End <= source.Text.Length,
                () => $"has no place for {diagnostic.Id} {diagnostic.Message}");

        if (result.Type is { } type)
        {
            var printed = SchemaPrinter.Print(type);
            var again = SchemaReader.Read(new SourceText(printed)).Type;
            FindingException.Require(again is not null, () => $"is printed as what is no graph type: {printed}");
            FindingException.Require(
                SchemaPrinter.Print(again!) == printed,
                () => $"is printed otherwise when it is read again: {FindDifference(printed, SchemaPrinter.Print(again!))}");
            var expanded = SchemaPrinter.PrintExpanded(type);
            FindingException.Require(
                SchemaReader.Read(new SourceText(expanded)).Type is not null, () => $"is expanded to what is no type: {expanded}");
        }

        CodeGenerator.Generate(new GenerationRequest(source, [new SourceText("// name: All :many\nMATCH (n) RETURN n.name")], "Fuzz"));
    }

    private static string FindDifference(string first, string second) =>
        first.Split('\n')
            .Zip(second.Split('\n'))
            .Where(pair => pair.First != pair.Second)
            .Select(pair => $"'{pair.First}' and '{pair.Second}'")
            .FirstOrDefault("their lengths");

    private static ImmutableArray<FuzzInput> Collect() =>
    [
        .. KeptInputs.Read("graph-type"),
        FuzzInput.Of("t.gql", File.ReadAllBytes(Repository.GetPath("grammar", "news.gql"))),
        FuzzInput.Of("t.gql", File.ReadAllBytes(Repository.GetPath("tests", "Outside", "Films", "films.gql"))),
        .. Directory.GetFiles(Repository.GetPath("tests", "Graph.Generator.Tests", "Cases"), "*.gql", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => FuzzInput.Of("t.gql", File.ReadAllBytes(path))),
    ];
}
