using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Postgres;

/// <summary>Equality and order by the rules of the language: three-valued, exact between integers and floats, false for NaN.</summary>
internal sealed partial class ExpressionTranslator
{
    private SqlValue TranslateComparison(BoundComparison comparison, Frame frame)
    {
        var left = Translate(comparison.Left, frame);
        var right = Translate(comparison.Right, frame);
        return SqlValue.Boolean(comparison.Operator switch
        {
            ComparisonOperator.Equal => RenderEqual(left, right),
            ComparisonOperator.NotEqual => $"(NOT {RenderEqual(left, right)})",
            ComparisonOperator.Less => RenderBefore(left, right, isStrict: true),
            ComparisonOperator.LessOrEqual => RenderBefore(left, right, isStrict: false),
            ComparisonOperator.Greater => RenderBefore(right, left, isStrict: true),
            ComparisonOperator.GreaterOrEqual => RenderBefore(right, left, isStrict: false),
            _ => throw new RefusalException(comparison.Span, "PostgreSQL does not fold texts as '~=' does; on a name, 'n.name ~=' works"),
        });
    }

    public static string RenderEqual(SqlValue left, SqlValue right)
    {
        if (left.Kind == SqlKind.Null || right.Kind == SqlKind.Null)
            return "NULL::boolean";
        if (left.Kind == SqlKind.Json || right.Kind == SqlKind.Json)
            return $"_eq({left.AsJson()}, {right.AsJson()})";
        if (left.IsNumber && right.IsNumber)
            return RenderNumbers(left, right, "=");
        if (left.Kind != right.Kind)
            return $"CASE WHEN {left.Text} IS NOT NULL AND {right.Text} IS NOT NULL THEN false END";

        return left.Kind == SqlKind.Date
            ? $"({left.First} = {right.First} AND {left.Last} = {right.Last})"
            : $"({left.Text} = {right.Text})";
    }

    private static string RenderBefore(SqlValue left, SqlValue right, bool isStrict)
    {
        if (left.Kind == SqlKind.Null || right.Kind == SqlKind.Null)
            return "NULL::boolean";
        if (left.Kind == SqlKind.Json || right.Kind == SqlKind.Json)
            return $"_before({left.AsJson()}, {right.AsJson()}, {(isStrict ? "true" : "false")})";

        var sign = isStrict ? "<" : "<=";
        if (left.IsNumber && right.IsNumber)
            return RenderNumbers(left, right, sign);
        if (left.Kind != right.Kind)
            return "NULL::boolean";

        return left.Kind switch
        {
            SqlKind.Text => $"({left.Text} {sign} {right.Text} COLLATE \"C\")",
            SqlKind.Boolean => $"({left.Text} {sign} {right.Text})",
            SqlKind.Date when isStrict => RenderDates(
                $"{left.Last} < {right.First}",
                $"{left.First} >= {right.Last} OR ({left.First} = {right.First} AND {left.Last} = {right.Last})"),
            SqlKind.Date => RenderDates(
                $"{left.Last} <= {right.First} OR ({left.First} = {right.First} AND {left.Last} = {right.Last})",
                $"{left.First} > {right.Last}"),
            _ => "NULL::boolean",
        };
    }

    /// <summary>Where only the true rows count, as in a condition, the planner sees the first test.</summary>
    private static string RenderDates(string isTrue, string isFalse) => $"(({isTrue}) OR CASE WHEN {isFalse} THEN false END)";

    private static string RenderNumbers(SqlValue left, SqlValue right, string sign)
    {
        if (left.Kind == right.Kind && left.Kind == SqlKind.Integer)
            return $"({left.Text} {sign} {right.Text})";
        if (left.Kind == right.Kind)
            return $"({left.Text} {sign} {right.Text} AND {RenderNoNaN(left, right)})";

        var (integer, number) = left.Kind == SqlKind.Integer ? (left, right) : (right, left);
        var compared = left.Kind == SqlKind.Integer
            ? $"_compare({integer.Text}, {number.Text}) {sign} 0"
            : $"0 {sign} _compare({integer.Text}, {number.Text})";
        return $"({compared} AND {RenderNoNaN(left, right)})";
    }

    /// <summary>NaN makes a comparison false, unless the other side is null.</summary>
    private static string RenderNoNaN(SqlValue left, SqlValue right)
    {
        var floats = new[] { left, right }.Where(value => value.Kind == SqlKind.Float).Select(value => $"{value.Text} = 'NaN'");
        return $"CASE WHEN {string.Join(" OR ", floats)} THEN CASE WHEN {left.Text} IS NOT NULL AND {right.Text} IS NOT NULL THEN false "
            + $"END ELSE true END";
    }
}
