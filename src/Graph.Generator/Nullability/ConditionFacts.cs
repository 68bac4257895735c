using System.Collections.Frozen;
using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Syntax;

namespace Graph.Generator.Nullability;

/// <summary>A variable, or a property of it, that is not null.</summary>
/// <param name="Key">Null for the variable itself; of a property of a property, both keys.</param>
internal readonly record struct PresentValue(BoundVariable Variable, string? Key);

/// <summary>What is known of a row for which a condition is true: a condition on a null is null, and such a row does not stay.</summary>
internal static class ConditionFacts
{
    /// <summary>Tests and arithmetic that are null where any argument is.</summary>
    private static readonly FrozenSet<string> OfAllArguments =
        new[] { "STARTS WITH", "ENDS WITH", "CONTAINS", "=~", "+", "-", "*", "/", "%", "^", "toLower", "toUpper", "size", "abs", "fold",
            TextComparison.IsCalled }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is there where a condition is true.</summary>
    public static IEnumerable<PresentValue> List(BoundExpression condition) => List(condition, truth: true);

    /// <summary>What is there where a condition is false.</summary>
    public static IEnumerable<PresentValue> ListNegated(BoundExpression condition) => List(condition, truth: false);

    /// <summary>The labels that nodes and edges have where a condition is true.</summary>
    public static IEnumerable<(BoundVariable Variable, LabelExpression Labels)> ListLabels(BoundExpression condition) => condition switch
    {
        BoundLogical { Operator: LogicalOperator.And } and => and.Operands.SelectMany(ListLabels),
        BoundLabelTest { Target: BoundReference tested } test => [(tested.Variable, test.Labels)],
        _ => [],
    };

    private static IEnumerable<PresentValue> List(BoundExpression condition, bool truth) => condition switch
    {
        // All operands of a conjunction are true, all of a disjunction are false.
        BoundLogical { Operator: LogicalOperator.And or LogicalOperator.Or } logical => logical.Operator == LogicalOperator.And == truth
            ? logical.Operands.SelectMany(operand => List(operand, truth))
            : ListCommon(logical.Operands.Select(operand => List(operand, truth))),
        BoundNot not => List(not.Operand, !truth),
        BoundIsNull test => test.IsNegated == truth ? ListOperands(test.Operand) : [],
        BoundCase @case => ListCommon(ListBranches(@case, truth)),
        BoundCall { Function.TestedType: { } type } test => AcceptsNull(type) == truth ? [] : ListOperands(test.Arguments[0]),

        // Nothing is in a list without items, a null neither; so what is sought is there only where it was found.
        BoundCall { Function.Name: "IN" } call when truth => call.Arguments.SelectMany(ListOperands),
        _ => ListOperands(condition).Concat(ListCommon(DefaultFacts.FindPresent(condition, truth).Select(ListOperands))),
    };

    /// <summary>What holds whichever of several cases it is; nothing where there is none.</summary>
    private static IEnumerable<PresentValue> ListCommon(IEnumerable<IEnumerable<PresentValue>> cases) =>
        cases.DefaultIfEmpty([]).Aggregate((left, right) => left.Intersect(right));

    /// <summary>Of each branch that can give the truth value: <c>x IS TRUE</c> is such a choice.</summary>
    private static IEnumerable<IEnumerable<PresentValue>> ListBranches(BoundCase @case, bool truth)
    {
        foreach (var branch in @case.Branches.Where(branch => CanBe(branch.Then, truth)))
            yield return List(branch.When, truth: true).Concat(List(branch.Then, truth));
        if (@case.Else is { } last && CanBe(last, truth))
            yield return List(last, truth);
    }

    private static bool CanBe(BoundExpression expression, bool truth) =>
        expression is not BoundConstant { Value: var value } || (value.Kind == ValueKind.Boolean && value.AsBoolean() == truth);

    private static bool AcceptsNull(TypeSyntax type) => type.Alternatives.Any(simple => !simple.IsNotNull && simple.Name != "NOTHING");

    /// <summary>What must be there for an expression to have a value.</summary>
    private static IEnumerable<PresentValue> ListOperands(BoundExpression expression) => expression switch
    {
        BoundReference reference => [new PresentValue(reference.Variable, null)],
        BoundComparison comparison => ListOperands(comparison.Left).Concat(ListOperands(comparison.Right)),
        BoundLabelTest test => ListOperands(test.Target),
        BoundCall call when OfAllArguments.Contains(call.Function.Name) => call.Arguments.SelectMany(ListOperands),
        BoundCall { Function.Name: "IN" } call => ListOperands(call.Arguments[1]),
        _ when KeyAccess.Find(expression) is { } access => KeyAccess.FindPlace(expression) is { } place
            ? ListOperands(access.Target).Append(place)
            : ListOperands(access.Target),
        _ => [],
    };
}
