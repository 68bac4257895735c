using Graph.Query.Functions;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>What can be said of literals and types that meet: dates against strings, regular expressions.</summary>
internal sealed partial class ExpressionBinder
{
    private static readonly string[] RegularExpressionSigns = [".*", ".+", ".?", "\\d", "\\w", "\\s", "\\b", "[", "(?"];

    /// <summary>
    /// What stands in an open graph as days was text in its files, and is asked for as text: a full date that is compared with it, alone or
    /// in a list, is that day.
    /// </summary>
    private static BoundExpression ReadAsDate(BoundExpression text, BoundExpression other) => other.GetSeen()?.Kind == TypeKind.Date
        ? text switch
        {
            BoundList list => list with { Items = [.. list.Items.Select(ReadAsDate)], Type = StaticType.AnyList },
            _ => ReadAsDate(text),
        }
        : text;

    private static BoundExpression ReadAsDate(BoundExpression text) =>
        text is BoundConstant { Value.Kind: ValueKind.String } constant
            && PartialDate.TryParse(constant.Value.AsString(), out var date, out _)
            && date is { Precision: DatePrecision.Day }
            ? new BoundConstant(Value.FromDate(date), StaticType.Date, constant.Span)
            : text;

    /// <summary>Days of an open graph too, as a parameter that is compared with them is converted.</summary>
    private static StaticType KnownType(BoundExpression expression) =>
        expression.GetSeen() is { Kind: TypeKind.Date } seen ? seen : expression.Type;

    private void CheckDateAgainstString(BoundExpression date, BoundExpression text)
    {
        if (date.Type.Kind == TypeKind.Date && (text.Type.Kind == TypeKind.String || text.GetSeen()?.Kind == TypeKind.String))
            Diagnostics.DateAgainstString(text.Span, SuggestDate(text), text is BoundConstant);
        else if (date.GetSeen()?.Kind == TypeKind.Date && text.Type.Kind == TypeKind.String)
            Diagnostics.DateAgainstString(text.Span, SuggestDate(text), isWritten: false);
    }

    private void CheckDateInList(BoundExpression item, BoundExpression list)
    {
        if (list is BoundList literal)
        {
            foreach (var element in literal.Items)
            {
                CheckDateAgainstString(item, element);
                CheckDateAgainstString(element, item);
                CheckComparable(ComparisonOperator.Equal, item, element, element.Span);
            }
        }
        else if (item.Type.Kind == TypeKind.String && TypeLattice.ElementOf(list.Type).Kind == TypeKind.Date)
        {
            Diagnostics.DateAgainstString(item.Span, SuggestDate(item), item is BoundConstant);
        }
    }

    /// <summary>
    /// What has no value in common is never equal, and has no order. A date against a number is a mistake, as against a string.
    /// </summary>
    private void CheckComparable(ComparisonOperator @operator, BoundExpression left, BoundExpression right, TextSpan span)
    {
        var isOrder = @operator is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual);
        CheckTypeText(left, right);
        CheckTypeText(right, left);
        if (isOrder && (HasNoOrder(left.Type) ? left.Type : HasNoOrder(right.Type) ? right.Type : null) is { } unordered
            && left.Type.CanBe(right.Type))
        {
            Diagnostics.NeverEqual(span, unordered, unordered, isOrder, hint: null);
            return;
        }

        if (left.Type.CanBe(right.Type)
            || (left.Type.CanBe(StaticType.Number) && right.Type.CanBe(StaticType.Number))
            || IsDateAgainst(TypeKind.String, left, right))
            return;

        if (IsDateAgainst(TypeKind.Number, left, right)
            || IsDateAgainst(TypeKind.Integer, left, right)
            || IsDateAgainst(TypeKind.Float, left, right))
            ReportDateAgainstNumber(left, right);
        else
            Diagnostics.NeverEqual(
                span,
                left.Type,
                right.Type,
                isOrder,
                SuggestLiteral(left, right));
    }

    /// <summary>Null as it stands in the query, where a test for it may be meant.</summary>
    public static bool IsNullLiteral(BoundExpression operand) => operand is BoundConstant { Value.IsNull: true, Type.Kind: TypeKind.Null };

    /// <param name="subject">What is compared with null.</param>
    private void CheckNull(ComparisonOperator @operator, BoundExpression operand, ExpressionSyntax subject, TextSpan span)
    {
        if (!IsNullLiteral(operand))
            return;
        var text = context.Source.GetText(subject.Span);
        Diagnostics.NullCompared(span, @operator switch
        {
            ComparisonOperator.Equal or ComparisonOperator.FoldedEqual => $"{text} IS NULL",
            ComparisonOperator.NotEqual => $"{text} IS NOT NULL",
            _ => null,
        });
    }

    /// <summary>Values of which none is less than another; in a sort they have a place all the same.</summary>
    private static bool HasNoOrder(StaticType type) =>
        type.Kind is TypeKind.Node or TypeKind.Edge or TypeKind.Path or TypeKind.Map or TypeKind.Duration or TypeKind.Point;

    private static bool IsDateAgainst(TypeKind kind, BoundExpression left, BoundExpression right) =>
        (left.Type.Kind == TypeKind.Date && right.Type.Kind == kind) || (right.Type.Kind == TypeKind.Date && left.Type.Kind == kind);

    private void ReportDateAgainstNumber(BoundExpression left, BoundExpression right)
    {
        var (date, number) = left.Type.Kind == TypeKind.Date ? (left, right) : (right, left);
        var isYear = number is BoundConstant { Value: { IsInteger: true } value } && value.AsInteger() is > 0 and < 10000;
        var text = context.Source.GetText(number.Span);
        var whole = context.Source.GetText(date.Span);
        var year = date is BoundCall { Function.Name: "+" or "-" } ? $"({whole}).year" : $"{whole}.year";
        Diagnostics.DateAgainstNumber(
            number.Span, isYear ? $"date('{text.PadLeft(4, '0')}'), or compare {year}" : $"date(...), or compare {year}");
    }

    /// <summary>
    /// The test of a list for what is compared with it, or the constant of the two as the other side would have it; null where there is
    /// none.
    /// </summary>
    private string? SuggestLiteral(BoundExpression left, BoundExpression right)
    {
        var (list, item) = left.Type.Kind == TypeKind.List ? (left, right) : (right, left);
        if (list.Type.Kind == TypeKind.List && list is not (BoundList or BoundConstant))
            return $"{context.Source.GetText(item.Span)} IN {context.Source.GetText(list.Span)}";

        var (constant, other) = left is BoundConstant ? (left, right) : (right, left);
        if (constant is not BoundConstant { Value: var value })
            return null;

        return (value.Kind, other.Type.Kind) switch
        {
            (ValueKind.Integer or ValueKind.Float, TypeKind.String) => $"'{ValueText.Format(value)}'",
            (ValueKind.String, TypeKind.Integer or TypeKind.Float or TypeKind.Number) when IsNumber(value.AsString()) => value.AsString(),
            (ValueKind.String, TypeKind.Boolean) when value.AsString().ToLowerInvariant() is "true" or "false" =>
                value.AsString().ToLowerInvariant(),
            (ValueKind.String, TypeKind.Node) => $"{context.Source.GetText(other.Span)}.name, or another of its properties",
            _ => null,
        };
    }

    private static bool IsNumber(string text) =>
        double.TryParse(
            text,
            System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint,
            System.Globalization.CultureInfo.InvariantCulture,
            out _);

    /// <summary>The operators on texts give null for everything else.</summary>
    private void CheckTexts(string operation, BoundExpression left, BoundExpression right)
    {
        foreach (var operand in new[] { left, right })
        {
            var type = KnownType(operand);
            if (!type.CanBe(StaticType.String))
                Diagnostics.NoText(operand.Span, operation, type, SuggestText(operation, operand, right));
        }
    }

    private string? SuggestText(string operation, BoundExpression operand, BoundExpression right)
    {
        var text = context.Source.GetText(operand.Span);
        return KnownType(operand).Kind switch
        {
            TypeKind.Date when operation == "STARTS WITH" && IsDate(right) => $"within({text}, date({context.Source.GetText(right.Span)}))",
            TypeKind.Date or TypeKind.Integer or TypeKind.Float or TypeKind.Number or TypeKind.Boolean => $"toString({text})",
            TypeKind.List when operation == "CONTAINS" && operand != right => $"{context.Source.GetText(right.Span)} IN {text}",
            TypeKind.Node => $"{text}.name",
            _ => null,
        };
    }

    private static bool IsDate(BoundExpression text) =>
        text is BoundConstant { Value: { Kind: ValueKind.String } value } && PartialDate.TryParse(value.AsString(), out _, out _);

    private string SuggestDate(BoundExpression text) =>
        text is BoundConstant { Value.Kind: ValueKind.String } constant
            ? $"date('{constant.Value.AsString()}')"
            : $"date({context.Source.GetText(text.Span)})";

    private void CheckRegularExpression(BoundExpression pattern)
    {
        if (pattern is not BoundConstant { Value.Kind: ValueKind.String } text)
            return;

        if (!RegularExpressions.TryGet(text.Value.AsString(), out _, out var reason))
            Diagnostics.UnsupportedRegularExpression(pattern.Span, reason);
    }

    private void CheckDate(BoundExpression argument)
    {
        context.Parameters.Expect(argument, StaticType.String);
        if (argument is not BoundConstant { Value.Kind: ValueKind.String } text)
            return;

        if (!TemporalConstruction.TryParseDate(text.Value.AsString(), out _, out var reason))
            Diagnostics.InvalidDate(argument.Span, text.Value.AsString(), reason!);
    }

    private static bool LooksLikeRegularExpression(string text) =>
        text.StartsWith('^') || text.EndsWith('$') || RegularExpressionSigns.Any(sign => text.Contains(sign, StringComparison.Ordinal));
}
