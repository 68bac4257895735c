using System.Diagnostics;
using Graph.Query.Functions;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>Operators with one or two operands, comparisons and logic.</summary>
internal sealed partial class ExpressionBinder
{
    /// <summary>A comparison of two operands, with what can be said of it before the query runs.</summary>
    public BoundExpression Compare(ComparisonOperator @operator, BoundExpression left, BoundExpression right, TextSpan span)
    {
        if (@operator == ComparisonOperator.FoldedEqual)
        {
            context.Parameters.Expect(left, StaticType.String);
            context.Parameters.Expect(right, StaticType.String);
            if (right is BoundConstant { Value.Kind: ValueKind.String } text && LooksLikeRegularExpression(text.Value.AsString()))
                Diagnostics.FoldedEqualityAgainstRegularExpression(right.Span);
            if ((CallByName(left, right, span) ?? CallByName(right, left, span)) is { } call)
                return call;
        }
        else
        {
            (left, right) = (ReadAsDate(left, right), ReadAsDate(right, left));
            context.Parameters.Expect(left, KnownType(right));
            context.Parameters.Expect(right, KnownType(left));
            CheckDateAgainstString(left, right);
            CheckDateAgainstString(right, left);
            CheckComparable(@operator, left, right, span);
        }

        return new BoundComparison(@operator, left, right, span);
    }

    /// <summary>The name of a node stands for all of its names.</summary>
    private static BoundCall? CallByName(BoundExpression name, BoundExpression text, TextSpan span) =>
        name is BoundProperty { Key: StoreNames.Name, Target: { Type.Kind: TypeKind.Node } node }
            ? new BoundCall(FunctionRegistry.GetOperator(TextComparison.IsCalled), [node, text], StaticType.Boolean, span)
            : null;

    public static BoundExpression And(IReadOnlyList<BoundExpression> conditions, TextSpan span) =>
        conditions.Count == 1 ? conditions[0] : new BoundLogical(LogicalOperator.And, [.. conditions], span);

    private BoundExpression BindUnary(UnarySyntax syntax, ExpressionPlace place)
    {
        if (syntax.Operator == UnaryOperator.Not)
            return new BoundNot(BindCondition(syntax.Operand, place, "NOT"), syntax.Span);

        var operand = Bind(syntax.Operand, place);
        if (syntax.Operator == UnaryOperator.Minus && Negate(operand) is { } negated)
            return new BoundConstant(negated, operand.Type, syntax.Span);

        var function = syntax.Operator == UnaryOperator.Minus ? FunctionRegistry.Negation : FunctionRegistry.Identity;
        return Call(function, function.Name, [operand], syntax.Span);
    }

    // A sign before a literal is part of the number.
    private static Value? Negate(BoundExpression operand) => operand switch
    {
        BoundConstant { Value: { IsInteger: true } value } when value.AsInteger() != long.MinValue => Value.FromInteger(-value.AsInteger()),
        BoundConstant { Value: { IsFloat: true } value } => Value.FromFloat(-value.AsFloat()),
        _ => null,
    };

    private BoundExpression BindBinary(BinarySyntax syntax, BoundExpression left, BoundExpression right)
    {
        var sign = SignOf(syntax.Operator);
        if (syntax.Operator == BinaryOperator.In)
            (left, right) = (ReadAsDate(left, right), ReadAsDate(right, left));
        var bound = Call(FunctionRegistry.GetOperator(sign), sign, [left, right], syntax.Span);
        if (bound is not BoundCall)
            return bound;

        switch (syntax.Operator)
        {
            case BinaryOperator.In:
                context.Parameters.Expect(left, TypeLattice.ElementOf(right.Type));
                context.Parameters.Expect(right, StaticType.ListOf(KnownType(left)));
                CheckDateInList(left, right);
                CheckLabelText(left, right);
                break;
            case BinaryOperator.StartsWith or BinaryOperator.EndsWith or BinaryOperator.Contains or BinaryOperator.RegexMatch:
                context.Parameters.Expect(left, StaticType.String);
                context.Parameters.Expect(right, StaticType.String);
                CheckTexts(sign, left, right);
                break;
        }

        if (syntax.Operator == BinaryOperator.RegexMatch)
            CheckRegularExpression(right);
        return bound;
    }

    private static string SignOf(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Modulo => "%",
        BinaryOperator.Power => "^",
        BinaryOperator.StartsWith => "STARTS WITH",
        BinaryOperator.EndsWith => "ENDS WITH",
        BinaryOperator.Contains => "CONTAINS",
        BinaryOperator.RegexMatch => "=~",
        BinaryOperator.In => "IN",
        BinaryOperator.Concatenate => "||",
        _ => throw new UnreachableException(),
    };

    private BoundExpression BindOperator(string sign, TextSpan span, ExpressionPlace place, params ReadOnlySpan<ExpressionSyntax> operands)
    {
        var bound = ImmutableArray.CreateBuilder<BoundExpression>(operands.Length);
        foreach (var operand in operands)
            bound.Add(Bind(operand, place));
        return Call(FunctionRegistry.GetOperator(sign), sign, bound.MoveToImmutable(), span);
    }

    private BoundExpression BindSlice(SliceSyntax syntax, ExpressionPlace place)
    {
        var target = Bind(syntax.Target, place);
        var from = syntax.From is null ? Integer(0, syntax.Span) : Bind(syntax.From, place);
        var to = syntax.To is null ? Integer(long.MaxValue, syntax.Span) : Bind(syntax.To, place);
        return Call(FunctionRegistry.GetOperator("[..]"), "[..]", [target, from, to], syntax.Span);
    }

    private static BoundConstant Integer(long value, TextSpan span) => new(Value.FromInteger(value), StaticType.Integer, span);

    private BoundExpression BindLogical(LogicalSyntax syntax, ExpressionPlace place)
    {
        var operation = syntax.Operator.ToString().ToUpperInvariant();
        var operands = syntax.Operands.Select(operand => BindCondition(operand, place, operation));
        return new BoundLogical(syntax.Operator, [.. operands], syntax.Span);
    }

    private BoundExpression BindComparison(ComparisonSyntax syntax, ExpressionPlace place)
    {
        var operands = syntax.Operands.Select(operand => Bind(operand, place)).ToArray();
        var shared = new List<BoundLetValue>();
        for (var i = 1; i < operands.Length - 1; i++)
            operands[i] = Share(operands[i], shared);

        var comparisons = new BoundExpression[operands.Length - 1];
        for (var i = 0; i < comparisons.Length; i++)
        {
            var span = syntax.Operands[i].Span.Cover(syntax.Operands[i + 1].Span);
            CheckNull(syntax.Operators[i], operands[i], syntax.Operands[i + 1], span);
            CheckNull(syntax.Operators[i], operands[i + 1], syntax.Operands[i], span);
            comparisons[i] = Compare(syntax.Operators[i], operands[i], operands[i + 1], span);
        }

        return Unshare(And(comparisons, syntax.Span), shared, syntax.Span);
    }

    private sealed record BoundLetValue(BoundVariable Variable, BoundExpression Value);

    // What two expressions need is computed once, unless it costs nothing to name it twice.
    private BoundExpression Share(BoundExpression expression, List<BoundLetValue> shared)
    {
        if (expression is BoundConstant or BoundParameter or BoundReference or BoundProperty { Target: BoundReference })
            return expression;

        var variable = context.CreateAnonymous(expression.Type);
        shared.Add(new BoundLetValue(variable, expression));
        return new BoundReference(variable, expression.Span);
    }

    private static BoundExpression Unshare(BoundExpression body, List<BoundLetValue> shared, TextSpan span)
    {
        for (var i = shared.Count - 1; i >= 0; i--)
            body = new BoundLet(shared[i].Variable, shared[i].Value, body, span);
        return body;
    }
}
