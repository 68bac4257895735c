namespace Graph.Query.Binding;

/// <summary>Rules of form that need more than the grammar.</summary>
internal sealed partial class BindingDiagnostics
{
    public void UnexpectedDistinct(TextSpan span) =>
        SyntaxError(MistakeClass.Syntax, "GR1001", span, "Unexpected 'DISTINCT'; expected an expression.", "UnexpectedSyntax");

    public void QuantifiedWithoutRelation(TextSpan span) => SyntaxError(
        MistakeClass.Syntax, "GR1001", span, "Unexpected path without a relation; expected a relation to repeat.", "UnexpectedSyntax");

    public void LengthAndQuantifier(TextSpan span) => SyntaxError(
        MistakeClass.Syntax,
        "GR1012",
        span,
        "Use either '*1..3' inside the brackets or '{1,3}' after the arrow, not both.",
        "UnexpectedSyntax");

    public void BoundsReversed(TextSpan span, long minimum, long maximum) => SyntaxError(
        MistakeClass.Syntax, "GR1013", span, $"The lower bound {minimum} is greater than the upper bound {maximum}.", "UnexpectedSyntax");

    public void InfinitePath(TextSpan span) => SyntaxError(
        MistakeClass.Syntax,
        "GR1014",
        span,
        "This path has no upper bound and may repeat edges, so it would never end; add ANY SHORTEST, a path mode or a bound.",
        "UnexpectedSyntax");

    public void NestedTooDeeply(TextSpan span, string part, int limit) => SyntaxError(
        MistakeClass.Syntax, "GR1015", span, $"{part} is nested too deeply (more than {limit} level{(limit == 1 ? "" : "s")}).", "UnexpectedSyntax");

    public void SeveralTypes(TextSpan span) => SyntaxError(
        MistakeClass.Syntax, "GR1018", span, "A relation has one type; write ':A|B' for either of two.", "UnexpectedSyntax");

    public void MixedLabelForms(TextSpan span, string written, string better) => SyntaxError(
        MistakeClass.Syntax, "GR1019", span, $"Do not mix '{written}' with '&', '!' or '%'; write '{better}'.", "UnexpectedSyntax");

    public void UnsupportedSyntax(TextSpan span, string word, string language, string hint) => SyntaxError(
        MistakeClass.Syntax, "GR1020", span, $"'{word}' is {language} syntax that Graph does not have; {hint}.", "UnexpectedSyntax");

    public void ParameterAsProperties(TextSpan span) => SyntaxError(
        MistakeClass.Syntax,
        "GR1021",
        span,
        "A parameter cannot stand for the properties of a pattern; write '{key: $p.key}'.",
        "InvalidParameterUse");

    public void PatternAsValue(TextSpan span) => SyntaxError(
        MistakeClass.Syntax,
        "GR1022",
        span,
        "A path pattern is a condition, not a value; wrap it in EXISTS { } or a comprehension.",
        "UnexpectedSyntax");

    public void MixedUnions(TextSpan span) => SyntaxError(
        MistakeClass.Syntax, "GR4007", span, "UNION and UNION ALL cannot be mixed in one query.", "InvalidClauseComposition");

    public void MissingReturn(TextSpan span) =>
        SyntaxError(MistakeClass.Syntax, "GR4009", span, "A query must end with RETURN.", "UnexpectedSyntax");
}
