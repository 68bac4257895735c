namespace Graph.Query.Binding;

internal sealed partial class BindingDiagnostics
{
    public void AggregateNotAllowed(TextSpan span, string aggregate, string place) => SyntaxError(
        MistakeClass.Aggregation, "GR4001", span, $"An aggregate such as {aggregate} is not allowed in {place}.", "InvalidAggregation");

    public void NestedAggregate(TextSpan span, string inner, string outer) =>
        SyntaxError(MistakeClass.Aggregation, "GR4002", span, $"{inner} cannot stand inside {outer}.", "NestedAggregation");

    public void NotGrouped(TextSpan span) => SyntaxError(
        MistakeClass.Aggregation,
        "GR4003",
        span,
        $"'{source.GetText(span)}' is neither grouped nor aggregated; return it as its own column.",
        "AmbiguousAggregationExpression");

    public void MissingAlias(TextSpan span) =>
        SyntaxError(MistakeClass.Column, "GR4004", span, "This column needs a name; add 'AS name'.", "NoExpressionAlias");

    public void DuplicateColumn(TextSpan span, string name) =>
        SyntaxError(MistakeClass.Column, "GR4005", span, $"Two columns are called '{name}'.", "ColumnNameConflict");

    public void DifferentColumns(TextSpan span, IEnumerable<string> left, IEnumerable<string> right) => SyntaxError(
        MistakeClass.Column,
        "GR4006",
        span,
        $"Both sides of UNION need the same columns; left has {Enumerate(left)}, right has {Enumerate(right)}.",
        "DifferentColumnsInUnion");

    public void NothingInScope(TextSpan span) =>
        SyntaxError(MistakeClass.Scope, "GR4008", span, "There is nothing in scope for '*'.", "NoVariablesInScope");

    public void RandomInAggregate(TextSpan span) => SyntaxError(
        MistakeClass.Aggregation, "GR4010", span, "A random number cannot stand inside an aggregate.", "NonConstantExpression");

    public void NotOneColumn(TextSpan span, int count) => SyntaxError(
        MistakeClass.Column, "GR4012", span, $"COLLECT needs a query that returns one column, not {count}.", "InvalidNumberOfColumns");

    public void CallWithoutReturn(TextSpan span) => SyntaxError(
        MistakeClass.Column,
        "GR4013",
        span,
        "A CALL must end with RETURN: without one it could only change the graph.",
        "UnexpectedSyntax");

    public void ComputedImport(TextSpan span) => SyntaxError(
        MistakeClass.Scope,
        "GR4014",
        span,
        "The WITH at the beginning of a CALL only names what it takes from outside.",
        "UnexpectedSyntax");

    public void ConditionCounted(TextSpan span) => Warning(
        "GR4016",
        span,
        $"count takes every value that is not null, so also false; write count(CASE WHEN {source.GetText(span)} THEN 1 END) for what "
            + "is true.");

    /// <param name="column">The column that is meant, or null where none is found.</param>
    public void ConstantSortKey(TextSpan span, string? column) => Warning(
        "GR4015", span, $"This is the same for every row, so it orders nothing; write {column ?? "the name of a column"}.");

    private static string Enumerate(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
