namespace Graph.Generator.Tests.SchemaFile;

public sealed class SchemaPrinterTests
{
    private const string Odd = """
        CREATE GRAPH TYPE `Odd types` AS {
          NODE TYPE Human (p :Person => :Actor&Thing {name STRING NOT NULL, `weird ``name` LIST<FLOAT> NOT NULL}),
          /** Who acts. @abstract @color red @icon x */ (:Actor => :Thing {name STRING}),
          /** @key id @caption name @color blue */ (:Thing => {id INTEGER, /** Its name. */ name STRING}),
          (:Robot => :Thing&Actor), (:`Group` => :Actor&Marked), (:Event => {kind STRING}),
          EDGE TYPE Friendship (p)-[:KNOWS {since DATE, certainty STRING}]->(p),
          (:Thing)<-[:OWNS]-(), /** Touches. @inverse "touched by" */ ()-[:TOUCHES]->()
        }
        """;

    [Fact]
    public void PrintedTypeReadsAsTheSameType()
    {
        foreach (var type in new[] { Read(File.ReadAllText(Repository.GetPath("grammar", "news.gql"))), Read(Odd) })
            Assert.Equal(Describe(type), Describe(Read(SchemaPrinter.Print(type))));
    }

    [Fact]
    public void CompactFormLeavesOutWhatIsImplied() => Verifier.Verify(SchemaPrinter.Print(Read(Odd)), extension: "gql");

    [Fact]
    public void ExpandedFormWritesEverythingOut() => Verifier.Verify(SchemaPrinter.PrintExpanded(Read(Odd)), extension: "gql");

    [Fact]
    public void ExpandedFormAdmitsTheSameGraphs()
    {
        var type = Read(File.ReadAllText(Repository.GetPath("grammar", "news.gql")));
        var expanded = Read(SchemaPrinter.PrintExpanded(type));

        Assert.Equal(DescribeNodes(type), DescribeNodes(expanded));
        Assert.Equal(DescribeTriples(type), DescribeTriples(expanded));
    }

    private static GraphType Read(string text)
    {
        var result = SchemaReader.Read(new SourceText(text));
        Assert.True(result.Type is not null, string.Join('\n', result.Diagnostics.Select(FileGeneration.Format)) + "\n" + text);
        return result.Type;
    }

    private static string Describe(GraphType type) =>
        $"{type.Name}\n{string.Join('\n', type.NodeTypes.Select(Describe).Concat(type.EdgeTypes.Select(Describe)))}";

    private static string Describe(NodeType type) =>
        $"{type.Name}|{string.Join('&', type.Labels)}|{Describe(type.Properties)}|{type.IsAbstract}|{Describe(type.Hints)}";

    private static string Describe(EdgeType type) =>
        $"{type.Name}|({type.Source})-{type.Label}->({type.Target})|{Describe(type.Properties)}|{Describe(type.Hints)}";

    private static string Describe(IEnumerable<PropertyDefinition> properties) =>
        string.Join(", ", properties.Select(property => $"{property.Name} {property.Type} {Describe(property.Hints)}"));

    private static string Describe(SchemaHints hints) =>
        $"{hints.Description} {string.Join(' ', hints.Tags.Select(tag => $"@{tag.Name} '{tag.Value}'"))}";

    private static IEnumerable<string> DescribeNodes(GraphType type) => type.NodeTypes
        .Where(node => !node.IsAbstract)
        .Select(node => $"{string.Join('&', node.Labels.Order(StringComparer.Ordinal))} {Describe(node.Properties)}");

    private static IEnumerable<string> DescribeTriples(GraphType type) => type.EdgeTypes
        .SelectMany(edge => Ends(type, edge.Source).SelectMany(source => Ends(type, edge.Target).Select(target =>
            $"({source})-{edge.Label}->({target}) {Describe(edge.Properties)}")))
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Ends(GraphType type, string? label) => type.NodeTypes
        .Where(node => !node.IsAbstract && (label is null || node.Labels.Contains(label)))
        .Select(node => node.KeyLabel);
}
