using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Algorithms;

/// <summary>
/// The functions and procedures of the language as rows, for <c>SHOW FUNCTIONS</c> and <c>SHOW PROCEDURES</c>; in the order of their names.
/// </summary>
internal static class ListingProcedures
{
    public static readonly ImmutableArray<Procedure> All =
    [
        new(
            ListingNames.Functions,
            [],
            [Text("name"), Text("category"), Text("description"), Text("signature"), new("aggregating", StaticType.Boolean)],
            (_, _) => ListFunctions()),
        new(ListingNames.Procedures, [], [Text("name"), Text("signature"), Text("mode")], (_, _) => ListProcedures()),
    ];

    private static BoundColumn Text(string name) => new(name, StaticType.String);

    private static IEnumerable<Value[]> ListFunctions()
    {
        var functions = FunctionRegistry.Groups.SelectMany(group =>
            group.Functions.Select(
                function => CreateRow(function.Name, group.Name, string.Join(", ", DescribeAll(function.Name)), isAggregating: false)));
        var aggregates = AggregateFunctions.Names.Select(name =>
            CreateRow(name, "aggregates", string.Join(", ", DescribeAll(name)), isAggregating: true));
        return functions.Concat(aggregates).OrderBy(row => row[0].AsString(), StringComparer.Ordinal);
    }

    private static IEnumerable<Value[]> ListProcedures() =>
        ProcedureRegistry.BuiltIn.Names.Select(name =>
            new[] { Value.FromString(name), Value.FromString(DescribeProcedure(name)), Value.FromString("READ") });

    private static Value[] CreateRow(string name, string category, string signature, bool isAggregating) =>
        [
            Value.FromString(name),
            Value.FromString(category),
            Value.FromString(FunctionDescriptions.Get(name).Text),
            Value.FromString(signature),
            Value.FromBoolean(isAggregating),
        ];

    /// <summary>The signatures of a function or an aggregate, none of a name that is neither.</summary>
    public static IEnumerable<string> DescribeAll(string name) => FunctionRegistry.TryGet(name, out var function)
        ? function.Signatures.Select(signature => Describe(function.Name, signature)).Distinct()
        : AggregateFunctions.TryGet(name, out var aggregate) ? [DescribeAggregate(name, aggregate)] : [];

    private static string Describe(string name, Signature signature)
    {
        var parameters = signature.Parameters.Select((type, i) => i >= signature.MinimumCount ? $"[{type}]" : $"{type}");
        var more = signature.IsVariadic ? ", ..." : "";
        return $"{name}({string.Join(", ", parameters)}{more}) :: {signature.Result(signature.Parameters)}";
    }

    private static string DescribeAggregate(string name, AggregateFunction function)
    {
        var signature = AggregateFunctions.GetSignature(function);
        var argument = signature.Argument ?? StaticType.Any;
        return $"{name}({argument}{(signature.HasPercentile ? $", {StaticType.Number}" : "")}) :: {signature.Result(argument)}";
    }

    private static string DescribeProcedure(string name)
    {
        if (!ProcedureRegistry.BuiltIn.TryGet(name, out var procedure))
            return name;
        var parameters = procedure.Parameters.Select(parameter => parameter.IsOptional
            ? $"[{parameter.Name} {parameter.Type}]"
            : $"{parameter.Name} {parameter.Type}");
        return $"{name}({string.Join(", ", parameters)}) :: "
            + $"({string.Join(", ", procedure.Columns.Select(column => $"{column.Name} {column.Type}"))})";
    }
}
