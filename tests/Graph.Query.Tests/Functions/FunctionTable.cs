using System.Text;
using Graph.Query.Algorithms;
using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Tests.Execution;
using Graph.Query.Types;

namespace Graph.Query.Tests.Functions;

/// <summary>The table of all functions as the documentation shows it, made from the registries.</summary>
public sealed class FunctionTable
{
    [Fact]
    public void ListsEveryFunctionWithItsSignatures()
    {
        var table = new StringBuilder("| topic | functions |\n|---|---|\n");
        AddRow(table, "aggregates", AggregateFunctions.Names.Select(DescribeAggregate).Prepend("`count(*) :: INTEGER`"));
        foreach (var group in FunctionRegistry.Groups)
            AddRow(
                table, group.Name,
                group.Functions.SelectMany(function => function.Signatures.Select(signature => Describe(function.Name, signature))));
        AddRow(
            table, "operators",
            FunctionRegistry.Operators.SelectMany(
                function => function.Signatures.Select(signature => DescribeOperator(function.Name, signature))));
        AddRow(table, "procedures", ProcedureRegistry.BuiltIn.Names.Select(DescribeProcedure));

        Verifier.Verify(table.ToString(), extension: "md");
    }

    /// <summary>Each example is computed, so that nobody has to believe it.</summary>
    [Fact]
    public void DescribesEveryFunctionWithAnExample()
    {
        var engine = new QueryEngine(TestGraph.Store);
        var table = new StringBuilder("| function | what it does | example | value |\n|---|---|---|---|\n");
        foreach (var name in FunctionRegistry.Names.Concat(AggregateFunctions.Names).Order(StringComparer.Ordinal))
        {
            var (text, example) = FunctionDescriptions.Get(name);
            var value = example.Length > 0
                ? $"{engine.Run(engine.Prepare(new SourceText($"RETURN {example}"))).Rows.Single().ToArray()[0]}"
                : "";
            table.Append($"| {name} | {text} | {example} | {value} |\n");
        }

        Verifier.Verify(table.ToString(), extension: "md");
    }

    private static void AddRow(StringBuilder table, string topic, IEnumerable<string> functions) =>
        table.Append($"| {topic} | {string.Join("<br>", functions).Replace("|", "\\|", StringComparison.Ordinal)} |\n");

    private static string Describe(string name, Signature signature)
    {
        var parameters = signature.Parameters.Select((type, index) => index < signature.MinimumCount ? $"{type}" : $"[{type}]");
        return $"`{name}({string.Join(", ", parameters)}{(signature.IsVariadic ? ", ..." : "")}) :: {signature.Result(signature.Parameters)}`";
    }

    private static string DescribeOperator(string sign, Signature signature)
    {
        var types = signature.Parameters;
        var form = sign switch
        {
            "[]" => $"{types[0]}[{types[1]}]",
            "[..]" => $"{types[0]}[{types[1]}..{types[2]}]",
            _ => $"{types[0]} {sign} {types[1]}",
        };
        return $"`{form} :: {signature.Result(types)}`";
    }

    private static string DescribeAggregate(string name)
    {
        Assert.True(AggregateFunctions.TryGet(name, out var function));
        var signature = AggregateFunctions.GetSignature(function);
        var parameters = signature.HasPercentile ? $"{signature.Argument}, {StaticType.Number}" : $"{signature.Argument}";
        return $"`{name}({parameters}) :: {signature.Result(signature.Argument!)}`";
    }

    private static string DescribeProcedure(string name)
    {
        Assert.True(ProcedureRegistry.BuiltIn.TryGet(name, out var procedure));
        var parameters = procedure.Parameters.Select(
            parameter => parameter.IsOptional ? $"[{parameter.Name} {parameter.Type}]" : $"{parameter.Name} {parameter.Type}");
        return $"`{name}({string.Join(", ", parameters)}) :: ({string.Join(", ", procedure.Columns.Select(column => $"{column.Name} {column.Type}"))})`";
    }
}
