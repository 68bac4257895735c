using Graph.Query.Functions;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>Aggregates: what one means depends on where it stands.</summary>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindCountAll(CountAllSyntax syntax, ExpressionPlace place)
    {
        var signature = AggregateFunctions.GetSignature(AggregateFunction.CountAll);
        return BindAggregate(new AggregateCall(signature, false, [], syntax.Span), place);
    }

    private BoundExpression BindAggregate(AggregateSignature signature, FunctionCallSyntax syntax, ExpressionPlace place)
    {
        var count = signature.HasPercentile ? 2 : 1;
        if (syntax.Arguments.Count == count)
            return BindAggregate(new AggregateCall(signature, syntax.Distinct, syntax.Arguments, syntax.Span), place);

        Diagnostics.WrongArgumentCount(
            syntax.Span,
            syntax.Name.Text,
            SignatureMatching.DescribeCounts(count, count),
            syntax.Arguments.Count,
            syntax.Distinct && syntax.Arguments.Count > count ? $"write {syntax.Name.Text}(DISTINCT [x, y])" : null);
        return Invalid(syntax.Span);
    }

    private BoundExpression BindAggregate(AggregateCall call, ExpressionPlace place)
    {
        switch (place.Aggregates)
        {
            case GroupingAggregates { Grouping: var grouping }:
                var variable = grouping.Find(call) ?? grouping.Add(call, BindArguments(call, grouping.Input));
                return new BoundReference(variable, call.Span);
            case ProjectedAggregates projected when projected.Grouping.Find(call) is { } standing:
                return new BoundReference(standing, call.Span);
            case ProjectedAggregates projected:
                BindArguments(call, projected.Arguments);
                Diagnostics.AggregateNotAllowed(call.Span, call.Name, $"{projected.Clause} unless it is a column too");
                break;
            case NestedAggregates nested:
                BindArguments(call, place.Scope);
                Diagnostics.NestedAggregate(call.Span, call.Name, nested.Outer);
                break;
            case ForbiddenAggregates forbidden:
                BindArguments(call, place.Scope);
                Diagnostics.AggregateNotAllowed(call.Span, call.Name, forbidden.Place);
                break;
        }

        return Invalid(call.Span);
    }

    private ImmutableArray<BoundExpression> BindArguments(AggregateCall call, Scope scope)
    {
        var place = new ExpressionPlace(scope, new NestedAggregates(call.Name));
        var arguments = call.Arguments.Select(argument => Bind(argument, place)).ToImmutableArray();
        for (var i = 0; i < arguments.Length; i++)
            CheckAggregateArgument(call, arguments[i], i == 0 ? call.Signature.Argument! : StaticType.Number);
        return arguments;
    }

    private void CheckAggregateArgument(AggregateCall call, BoundExpression argument, StaticType wanted)
    {
        if (call is { Name: "count", Distinct: false } && IsCondition(argument))
            Diagnostics.ConditionCounted(argument.Span);
        context.Parameters.Expect(argument, wanted);
        if (!argument.Type.CanBe(wanted) && !(call.Signature.TakesDurations && argument.Type.Kind == TypeKind.Duration))
        {
            var hint = ArgumentHints.Find(call.Signature.Name, 0, argument.Type.Kind);
            Diagnostics.WrongArgument(argument.Span, call.Name, wanted.Describe(), argument.Type, ArgumentMismatch, hint);
        }
    }

    private static bool IsCondition(BoundExpression expression) =>
        expression is BoundComparison or BoundLogical or BoundNot or BoundIsNull or BoundExists;
}
