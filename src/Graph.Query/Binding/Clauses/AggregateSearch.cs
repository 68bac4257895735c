using System.Diagnostics;
using Graph.Query.Functions;
using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>
/// Whether an expression holds an aggregate of the projection it stands in; those of a subquery are its own, and what is done for each
/// element of a list or each match may hold none.
/// </summary>
internal static class AggregateSearch
{
    public static bool ContainsAggregate(ExpressionSyntax? syntax) => syntax switch
    {
        null or LiteralSyntax or ParameterSyntax or VariableSyntax or CaseSubjectSyntax or ExistsSyntax or PathExpressionSyntax => false,
        CountAllSyntax => true,
        FunctionCallSyntax call => AggregateFunctions.TryGet(call.Name.Text, out _) || call.Arguments.Any(ContainsAggregate),
        _ => OperandsOf(syntax).Any(ContainsAggregate),
    };

    /// <summary>What an expression is made of, without what subqueries in it are made of.</summary>
    public static IEnumerable<ExpressionSyntax?> OperandsOf(ExpressionSyntax syntax) => syntax switch
    {
        PropertySyntax property => [property.Target],
        IndexSyntax index => [index.Target, index.Index],
        SliceSyntax slice => [slice.Target, slice.From, slice.To],
        LabelTestSyntax test => [test.Target],
        UnarySyntax unary => [unary.Operand],
        BinarySyntax binary => [binary.Left, binary.Right],
        IsNullSyntax isNull => [isNull.Operand],
        TruthTestSyntax test => [test.Operand],
        TypeTestSyntax test => [test.Operand],
        NormalizedTestSyntax test => [test.Operand],
        ComparisonSyntax comparison => comparison.Operands,
        LogicalSyntax logical => logical.Operands,
        CaseSyntax @case => [@case.Subject, .. @case.Branches.SelectMany(branch => branch.Tests.Append(branch.Then)), @case.Else],
        _ => CollectionOperandsOf(syntax),
    };

    private static IEnumerable<ExpressionSyntax?> CollectionOperandsOf(ExpressionSyntax syntax) => syntax switch
    {
        ListSyntax list => (IEnumerable<ExpressionSyntax?>)list.Items,
        MapSyntax map => map.Entries.Select(entry => entry.Value),
        MapProjectionSyntax projection => projection.Items.OfType<LiteralEntrySyntax>().Select(entry => entry.Value),
        ListComprehensionSyntax comprehension => [comprehension.List],
        QuantifiedSyntax quantified => [quantified.List],
        ReduceSyntax reduce => [reduce.Initial, reduce.List],
        PatternComprehensionSyntax or SubqueryValueSyntax => [],
        _ => throw new UnreachableException(),
    };
}
