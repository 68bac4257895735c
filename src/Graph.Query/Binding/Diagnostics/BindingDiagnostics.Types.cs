using Graph.Query.Types;

namespace Graph.Query.Binding;

internal sealed partial class BindingDiagnostics
{
    /// <param name="operation">What asks for it: <c>NOT</c>, <c>WHERE</c>.</param>
    public void NotATruthValue(TextSpan span, string operation, StaticType actual) =>
        InvalidArgumentType("GR3001", span, $"{operation} needs a truth value, but this is {actual.Describe()}.");

    // IS binds closer than the signs of comparison, as IS NULL does.
    public void NotATestedTruth(TextSpan span, StaticType actual) => InvalidArgumentType(
        "GR3001",
        span,
        $"IS TRUE, IS FALSE and IS UNKNOWN test a truth value, but this is {actual.Describe()}; a comparison before IS needs parentheses.");

    /// <param name="wanted">Such as <c>a list or a string</c>.</param>
    /// <param name="hint">What to write instead, or null.</param>
    public void WrongArgument(
        TextSpan span, string function, string wanted, StaticType actual, ErrorClass errorClass, string? hint = null) => Error(
        MistakeClass.Type,
        "GR3002",
        span,
        $"{function} takes {wanted}, but this is {actual.Describe()}{(hint is null ? "" : $"; {hint}")}.",
        errorClass);

    /// <param name="wanted">Such as <c>2 or 3 arguments</c>.</param>
    /// <param name="hint">What to write instead, or null.</param>
    public void WrongArgumentCount(TextSpan span, string function, string wanted, int actual, string? hint = null) => SyntaxError(
        MistakeClass.Type,
        "GR3003",
        span,
        $"{function} takes {wanted}, not {actual}{(hint is null ? "" : $"; {hint}")}.",
        "InvalidNumberOfArguments");

    public void NegativeCount(TextSpan span, string clause) =>
        SyntaxError(MistakeClass.Type, "GR3004", span, $"{clause} cannot be negative.", "NegativeIntegerArgument");

    public void CountDependsOnVariables(TextSpan span, string clause) =>
        SyntaxError(MistakeClass.Type, "GR3005", span, $"{clause} must not depend on variables.", "NonConstantExpression");

    /// <param name="hint">The expression to write instead, or null.</param>
    public void NeverEqual(TextSpan span, StaticType left, StaticType right, bool isOrder, string? hint)
    {
        var result = isOrder ? "have no order, so this is always null" : "are never equal";
        Warning("GR3013", span, $"{Capitalize(left.Describe())} and {right.Describe()} {result}{(hint is null ? "" : $"; write {hint}")}.");
    }

    /// <param name="operation">Such as <c>STARTS WITH</c>.</param>
    /// <param name="hint">The expression to write instead, or null.</param>
    public void NoText(TextSpan span, string operation, StaticType actual, string? hint) => Warning(
        "GR3015", span, $"{operation} of {actual.Describe()} is always null{(hint is null ? "" : $"; write {hint}")}.");

    public void DateAgainstNumber(TextSpan span, string hint) =>
        InvalidArgumentType("GR3014", span, $"A date and a number never compare; write {hint}.");

    private static string Capitalize(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    /// <param name="text">The other side as it should be written: a call of <c>date</c>.</param>
    /// <param name="isWritten">The string stands in the query, so that it is a slip; else the query may be what somebody wants to
    /// try.</param>
    public void DateAgainstString(TextSpan span, string text, bool isWritten)
    {
        var message = $"A date and a string never compare; write {text}.";
        if (isWritten)
            InvalidArgumentType("GR3006", span, message);
        else
            Warning("GR3006", span, message);
    }

    public void UnusedDeclaration(TextSpan span, string parameter) =>
        Warning("GR7013", span, $"The statement does not mention the parameter '${parameter}' that is declared here.");

    public void InvalidDate(TextSpan span, string text, string reason) => Error(
        MistakeClass.Type, "GR3007", span, $"'{text}' is no date: {reason}.", new ErrorClass("ArgumentError", "InvalidArgumentValue"));

    public void NullNeverEqual(TextSpan span, string subject) => Warning(
        "GR3016", span, $"Nothing equals null, so this branch is never taken; write CASE WHEN {subject} IS NULL.");

    /// <param name="test">The test that is meant, or null where the operator asks for an order.</param>
    public void NullCompared(TextSpan span, string? test) => Warning(
        "GR3016",
        span,
        test is null
            ? "Nothing is less or greater than null, so this is always null."
            : $"Nothing equals null, and nothing differs from it, so this is always null; write {test}.");

    public void UnsupportedRegularExpression(TextSpan span, string reason) => Error(
        MistakeClass.Type,
        "GR3010",
        span,
        $"The regular expression is not supported: {reason}.",
        new ErrorClass("ArgumentError", "InvalidArgumentValue"));

    public void FoldedEqualityAgainstRegularExpression(TextSpan span) => Warning(
        "GR3011", span, "'~=' ignores case and accents; '=~' is for regular expressions, and this text looks like one.");

    public void CountIsNoInteger(TextSpan span, string clause, StaticType actual) =>
        InvalidArgumentType("GR3012", span, $"{clause} needs an integer, but this is {actual.Describe()}.");

    public void CountOutOfRange(TextSpan span, string argument, string selector) => Error(
        MistakeClass.Type,
        "GR5005",
        span,
        $"{argument} of {selector} is out of range.",
        new ErrorClass("ArgumentError", "NumberOutOfRange"));

    private void InvalidArgumentType(string id, TextSpan span, string message) =>
        SyntaxError(MistakeClass.Type, id, span, message, "InvalidArgumentType");
}
