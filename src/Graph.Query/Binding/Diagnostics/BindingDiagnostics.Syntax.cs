namespace Graph.Query.Binding;

/// <summary>Rules of form that need more than the grammar.</summary>
internal sealed partial class BindingDiagnostics
{
    public void UnexpectedDistinct(TextSpan span) =>
        SyntaxError(MistakeClass.Syntax, "GR1001", span, "Unexpected 'DISTINCT'; expected an expression.", "UnexpectedSyntax");

    public void NestedTooDeeply(TextSpan span, string part, int limit) => SyntaxError(
        MistakeClass.Syntax, "GR1015", span, $"{part} is nested too deeply (more than {limit} levels).", "UnexpectedSyntax");

    public void TooManySteps(TextSpan span, int limit) => SyntaxError(
        MistakeClass.Syntax,
        "GR1015",
        span,
        $"A query has at most {limit} clauses and pattern elements; put long lists of values into a parameter.",
        "UnexpectedSyntax");

    public void UnsupportedSyntax(TextSpan span, string word, string language, string hint) => SyntaxError(
        MistakeClass.Syntax, "GR1020", span, $"'{word}' is {language} syntax that Graph does not have; {hint}.", "UnexpectedSyntax");

    public void PatternAsValue(TextSpan span) => SyntaxError(
        MistakeClass.Syntax,
        "GR1022",
        span,
        "A path pattern is a condition, not a value; wrap it in EXISTS { }, COUNT { } or a comprehension.",
        "UnexpectedSyntax");

    /// <param name="call">The call as it must be, without its YIELD.</param>
    public void ArgumentsLeftOut(TextSpan span, string call) => SyntaxError(
        MistakeClass.Syntax,
        "GR1026",
        span,
        $"Only a CALL that stands alone takes its arguments from parameters; write {call}.",
        "InvalidArgumentPassingMode");

    public void ColumnsLeftOut(TextSpan span, IEnumerable<string> columns) => SyntaxError(
        MistakeClass.Syntax,
        "GR1026",
        span,
        $"Only a CALL that stands alone yields everything; write YIELD {string.Join(", ", columns)}.",
        "UnexpectedSyntax");

    public void MixedUnions(TextSpan span) => SyntaxError(
        MistakeClass.Syntax, "GR4007", span, "UNION and UNION ALL cannot be mixed in one query.", "InvalidClauseComposition");

    public void MissingReturn(TextSpan span) =>
        SyntaxError(MistakeClass.Syntax, "GR4009", span, "A query must end with RETURN.", "UnexpectedSyntax");
}
