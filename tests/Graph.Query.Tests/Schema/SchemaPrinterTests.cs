using CsCheck;
using Graph.Query.Schema;

namespace Graph.Query.Tests.Schema;

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
            Assert.Equal(GraphTypeText.Describe(type), GraphTypeText.Describe(Read(SchemaPrinter.Print(type))));
    }

    /// <summary>
    /// A tag that a type inherits from one parent is written out where another parent, as it is printed, would give another value first.
    /// </summary>
    [Fact]
    public void TagsOfSeveralParentsPrintAsThemselves()
    {
        var type = Read("""
            CREATE GRAPH TYPE T AS {
              /** @icon x @color blue */ (:Base),
              (:Middle => :Base),
              /** @icon x @color blue */ (:Left => :Middle),
              /** @color red */ (:Right),
              /** @icon x @color blue */ (:Child => :Left&Right)
            }
            """);
        Assert.Equal(GraphTypeText.Describe(type), GraphTypeText.Describe(Read(SchemaPrinter.Print(type))));
    }

    [Fact]
    public void AnyTypeThatReadsPrintsAsItself() => RandomSchema.Text.Sample(
        text =>
        {
            var type = Read(text);
            Assert.Equal(GraphTypeText.Describe(type), GraphTypeText.Describe(Read(SchemaPrinter.Print(type))));
            Assert.Equal(DescribeTriples(type), DescribeTriples(Read(SchemaPrinter.PrintExpanded(type))));
        },
        iter: 300,
        seed: "0000KOIKs1q8");

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
        Assert.True(result.Type is not null, string.Join('\n', result.Diagnostics.Select(diagnostic => diagnostic.Message)) + "\n" + text);
        return result.Type;
    }

    private static IEnumerable<string> DescribeNodes(GraphType type) => type.NodeTypes
        .Where(node => !node.IsAbstract)
        .Select(node => $"{string.Join('&', node.Labels.Order(StringComparer.Ordinal))} {GraphTypeText.Describe(node.Properties)}");

    private static IEnumerable<string> DescribeTriples(GraphType type) => type.EdgeTypes
        .SelectMany(edge => Ends(type, edge.Source).SelectMany(source => Ends(type, edge.Target).Select(target =>
            $"({source})-{edge.Label}->({target}) {GraphTypeText.Describe(edge.Properties)}")))
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Ends(GraphType type, string? label) => type.NodeTypes
        .Where(node => !node.IsAbstract && (label is null || node.Labels.Contains(label)))
        .Select(node => node.KeyLabel);
}
