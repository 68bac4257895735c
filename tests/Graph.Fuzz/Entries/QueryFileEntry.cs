using Graph.Fuzz.Inputs;
using Graph.Generator;

namespace Graph.Fuzz.Entries;

/// <summary>Query files that become C#: names, cardinalities and parameters in comments.</summary>
internal sealed class QueryFileEntry() : FuzzEntry("query-file", Collect())
{
    private readonly SourceText type = new(File.ReadAllText(Repository.GetPath("grammar", "news.gql")), "news.gql");

    public override ImmutableArray<string> Words { get; } =
        ["// name: A :many\n", "// name: B :one\n", ":optional", "// param: $since INTEGER NULL\n", "// param: $names LIST<STRING>\n",
            "RETURN", "MATCH", ";", "AS", "class", "`a b`", "$since", "$names"];

    public override void Read(FuzzInput input)
    {
        var result = CodeGenerator.Generate(new GenerationRequest(type, [new SourceText(input.Text, "q.cypher")], "Fuzz"));
        FindingException.Require(result.HasErrors == result.Files.IsEmpty, () => "gives no code and no error");
    }

    private static ImmutableArray<FuzzInput> Collect() =>
    [
        .. KeptInputs.Read("query-file"),
        .. Directory.GetFiles(Repository.GetPath("src", "Graph.News"), "*.cypher", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Concat(Directory.GetFiles(
                Repository.GetPath("tests", "Graph.Generator.Tests", "Cases"), "*.cypher", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal))
            .Select(path => FuzzInput.Of("q.cypher", File.ReadAllBytes(path))),
    ];
}
