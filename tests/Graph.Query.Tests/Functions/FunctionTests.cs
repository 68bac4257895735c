using System.Runtime.CompilerServices;
using Graph.Query.Functions;

namespace Graph.Query.Tests.Functions;

/// <summary>Every function and operator through the whole engine, from the table in Cases.</summary>
public sealed class FunctionTests
{
    private const string Separator = " ⇶ ";

    private static readonly QueryEngine Engine = new(BuildStore());

    public static IEnumerable<object[]> Cases() =>
        ReadCases().Select(line => line.Split(Separator)).Select(parts => new object[] { parts[0], parts[1] });

    [Theory]
    [MemberData(nameof(Cases))]
    public void AnExpressionHasItsValue(string expression, string expected) => Assert.Equal(expected, Evaluate(expression));

    /// <summary>A function that no case mentions has no test.</summary>
    [Fact]
    public void EveryFunctionHasACase()
    {
        var table = string.Join('\n', ReadCases());

        var covered = FunctionRegistry.Names.Where(name => table.Contains($"{name}(", StringComparison.Ordinal));

        Assert.Equal(FunctionRegistry.Names.Except(ProvenanceTests.Functions), covered);
    }

    private static string Evaluate(string expression)
    {
        var query = Engine.Prepare(new SourceText($"MATCH p = (n)-[r]->(m) RETURN {expression} AS x"));
        if (query.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            return $"{error.Id} {error.Message}";

        try
        {
            return Engine.Run(query).Batches.Single().GetValue(0, 0).ToString();
        }
        catch (QueryException exception)
        {
            return $"{exception.Diagnostic.Id} {exception.Message}";
        }
    }

    private static IEnumerable<string> ReadCases([CallerFilePath] string sourceFile = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(sourceFile)!, "Cases", "functions.cases"))
            .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));

    private static GraphStore BuildStore()
    {
        Assert.True(PartialDate.TryParse("1833-06", out var since, out _));
        var builder = new GraphBuilder();
        var ada = builder.AddNode(["Person", "Author"], [new("name", Value.FromString("Ada")), new("born", Value.FromInteger(1815))]);
        var charles = builder.AddNode(["Person"], [new("name", Value.FromString("Charles"))]);
        builder.AddEdge("KNOWS", ada, charles, [new("since", Value.FromDate(since))]);
        return builder.Build();
    }
}
