namespace Graph.Query.Parsing;

/// <summary>What can be wrong with a text before any meaning is looked at: one factory per id, GR1001 to GR1028.</summary>
internal static class SyntaxDiagnostics
{
    public const string UnexpectedId = "GR1001";
    public const string UnclosedId = "GR1002";

    /// <param name="found">The token that stands there, or null at the end of the text.</param>
    /// <param name="hint">A sentence with a blank before it, or nothing.</param>
    public static Diagnostic Unexpected(SourceText source, TextSpan span, string? found, IReadOnlyList<string> expected, string hint)
    {
        var what = found is null ? "end of text" : $"'{found}'";
        var list = expected.Count == 0 ? "" : "; expected " + Enumeration(expected, "or");
        return Error(UnexpectedId, source, span, $"Unexpected {what}{list}.{hint}");
    }

    /// <param name="what">A string, comment or name.</param>
    public static Diagnostic Unclosed(SourceText source, string what, TextSpan span)
    {
        var (line, column) = source.GetPosition(span.Start);
        return Error(UnclosedId, source, span, $"The {what} that opens at {line}:{column} is never closed.");
    }

    public static Diagnostic WritesGraph(SourceText source, TextSpan span, string clause) =>
        Error("GR1003", source, span, $"'{clause}' changes the graph, and Graph reads only.");

    public static Diagnostic UnmatchedBracket(SourceText source, TextSpan span, int open)
    {
        var (line, column) = source.GetPosition(open);
        var bracket = source.Text[open];
        return Error("GR1004", source, span, $"'{bracket}' at {line}:{column} has no matching '{BracketTable.ClosingOf(bracket)}'.");
    }

    public static Diagnostic NotANumber(SourceText source, TextSpan span) =>
        Error("GR1005", source, span, $"'{source.GetText(span)}' is not a number.", "InvalidNumberLiteral");

    public static Diagnostic IntegerOverflow(SourceText source, TextSpan span) =>
        Error("GR1006", source, span, $"{source.GetText(span)} is outside the 64-bit integers.", "IntegerOverflow");

    public static Diagnostic FloatOverflow(SourceText source, TextSpan span) =>
        Error("GR1007", source, span, $"{source.GetText(span)} is too large for a float.", "FloatingPointOverflow");

    /// <param name="escape"><c>\u</c>, which needs four digits, or <c>\U</c>, which needs eight.</param>
    public static Diagnostic UnicodeEscape(SourceText source, TextSpan span, string escape) =>
        Error(
            "GR1008",
            source,
            span,
            $"'{escape}' needs {(escape == @"\u" ? "four" : "eight")} hexadecimal digits.",
            "InvalidUnicodeLiteral");

    public static Diagnostic LookAlike(SourceText source, TextSpan span, string ascii)
    {
        var character = source.GetText(span);
        var code = char.ConvertToUtf32(character, 0);
        return Error(
            "GR1009",
            source,
            span,
            $"'{character}' (U+{code:X4}) looks like '{ascii}' but is another character.",
            "InvalidUnicodeCharacter");
    }

    public static Diagnostic LengthWithoutStar(SourceText source, TextSpan span) =>
        Error("GR1010", source, span, $"A length needs a star: write '*{source.GetText(span)}'.", "InvalidRelationshipPattern");

    public static Diagnostic NegativeLength(SourceText source, TextSpan span) =>
        Error("GR1011", source, span, "A path length cannot be negative.", "InvalidRelationshipPattern");

    public static Diagnostic LengthAndQuantifier(SourceText source, TextSpan span) =>
        Error("GR1012", source, span, "Use either '*1..3' inside the brackets or '{1,3}' after the arrow, not both.");

    public static Diagnostic BoundsOutOfOrder(SourceText source, TextSpan span, long minimum, long maximum) =>
        Error("GR1013", source, span, $"The lower bound {minimum} is greater than the upper bound {maximum}.");

    public static Diagnostic EndlessPath(SourceText source, TextSpan span) => Error(
        "GR1014",
        source,
        span,
        "This path has no upper bound and may repeat edges, so it would never end; add ANY SHORTEST, a path mode or a bound.");

    /// <param name="part">What is nested: <c>The expression</c>.</param>
    public static Diagnostic NestedTooDeeply(ParseContext context, int position, string part, int limit)
    {
        var span = new TextSpan(position, Math.Min(1, context.End - position));
        return Error("GR1015", context.Source, span, $"{part} is nested too deeply (more than {limit} levels).");
    }

    public static Diagnostic ShortArrow(SourceText source, TextSpan span, string arrow, string instead) =>
        Error("GR1016", source, span, $"'{arrow}' is not an arrow here; write '{instead}'.");

    public static Diagnostic PathModeInside(SourceText source, TextSpan span) =>
        Error("GR1017", source, span, "A path mode stands at the head of the pattern, not inside parentheses.");

    public static Diagnostic SeveralTypes(SourceText source, TextSpan span) =>
        Error("GR1018", source, span, "A relation has one type; write ':A|B' for either of two.");

    public static Diagnostic MixedLabels(SourceText source, TextSpan span, string mixed, string instead) =>
        Error("GR1019", source, span, $"Do not mix '{mixed}' with '&', '!' or '%'; write '{instead}'.");

    /// <param name="language">Where the form comes from, such as GQL; null where no language has it.</param>
    public static Diagnostic ForeignForm(SourceText source, TextSpan span, string word, string? language, string hint) => Error(
        "GR1020",
        source,
        span,
        $"'{word}' is {(language is null ? "no syntax that Graph has" : $"{language} syntax that Graph does not have")}; {hint}.");

    public static Diagnostic ParameterAsProperties(SourceText source, TextSpan span, string parameter) => Error(
        "GR1021",
        source,
        span,
        $"A parameter cannot stand for the properties of a pattern; write '{{key: {parameter}.key}}'.",
        "InvalidParameterUse");

    public static Diagnostic PathAsValue(SourceText source, TextSpan span) => Error(
        "GR1022", source, span, "A path pattern is a condition, not a value; wrap it in EXISTS { }, COUNT { } or a comprehension.");

    public static Diagnostic QuantifiedPath(SourceText source, TextSpan span) => Error(
        "GR1023", source, span, "A repeated path needs a relation inside, and no other repetition.");

    /// <summary>Some texts read a leading zero as octal, openCypher's grammar does not.</summary>
    public static Diagnostic LeadingZero(SourceText source, TextSpan span, long value) => Diagnostic.Create(
        "GR1024",
        DiagnosticSeverity.Warning,
        source,
        span,
        $"'{source.GetText(span)}' is the decimal number {value}; an octal one begins with '0o'.");

    public static Diagnostic UnknownEscape(SourceText source, TextSpan span, string escape) =>
        Error("GR1025", source, span, $"'{escape}' is no escape; write '\\{escape}' for the backslash itself.");

    public static Diagnostic IgnoredHint(SourceText source, TextSpan span) => Diagnostic.Create(
        "GR1027", DiagnosticSeverity.Warning, source, span, "The hint is ignored: the planner chooses by itself.");

    public static Diagnostic CaseWithoutSubject(SourceText source, TextSpan span) => Error(
        "GR1028",
        source,
        span,
        "An operator or several values after WHEN need a value after CASE; write CASE x WHEN < 2 THEN ... or CASE WHEN x < 2 THEN ...");

    /// <summary><c>a, b or c</c></summary>
    public static string Enumeration(IReadOnlyList<string> items, string conjunction) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.SkipLast(1))} {conjunction} {items[^1]}",
    };

    private static Diagnostic Error(string id, SourceText source, TextSpan span, string message, string detail = "UnexpectedSyntax") =>
        Diagnostic.Create(id, DiagnosticSeverity.Error, source, span, message) with { ErrorClass = new ErrorClass("SyntaxError", detail) };
}
