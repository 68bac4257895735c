using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Graph.Query.Functions;

/// <summary>Every function and operator of the language. Functions are found by name in any case, operators by their sign.</summary>
internal static class FunctionRegistry
{
    private static readonly ImmutableArray<FunctionGroup> FunctionGroups =
    [
        new("scalar", ScalarFunctions.All),
        new("conversion", ConversionFunctions.All),
        new("graph and paths", GraphFunctions.All),
        new("lists", ListFunctions.All),
        new("numbers", NumberFunctions.All),
        new("strings", StringFunctions.All),
        new("dates", DateFunctions.All),
        new("times", TemporalFunctions.All),
        new("points", PointFunctions.All),
        new("provenance", ProvenanceFunctions.All),
    ];

    private static readonly FrozenDictionary<string, Function> Functions =
        FunctionGroups.SelectMany(group => group.Functions).ToFrozenDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Function> OperatorsBySign =
        Query.Functions.Operators.All.ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>The functions by topic, for listings.</summary>
    public static ImmutableArray<FunctionGroup> Groups => FunctionGroups;

    /// <summary>The names of the functions as they are usually written, in ordinal order. Aggregates have their own list.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. Functions.Values.Select(function => function.Name).Order(StringComparer.Ordinal)
    ];

    /// <summary>The operators with two operands and the two forms of access, <c>[]</c> and <c>[..]</c>.</summary>
    public static ImmutableArray<Function> Operators => Query.Functions.Operators.All;

    /// <summary>The sign <c>-</c> before its operand.</summary>
    public static Function Negation => Query.Functions.Operators.Negation;

    /// <summary>The sign <c>+</c> before its operand: the operand, which must be a number.</summary>
    public static Function Identity => Query.Functions.Operators.Identity;

    /// <exception cref="KeyNotFoundException">There is no such function.</exception>
    public static Function Get(string name) => Functions[name];

    public static bool TryGet(string name, [NotNullWhen(true)] out Function? function) => Functions.TryGetValue(name, out function);

    /// <summary>
    /// The operator of a sign or of keywords in capitals: <c>+ - * / % ^ [] [..] IN STARTS WITH ENDS WITH CONTAINS =~ ~=</c>.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such operator.</exception>
    public static Function GetOperator(string sign) => OperatorsBySign[sign];
}

internal sealed record FunctionGroup(string Name, ImmutableArray<Function> Functions);
