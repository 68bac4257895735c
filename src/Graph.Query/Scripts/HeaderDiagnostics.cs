namespace Graph.Query.Scripts;

/// <summary>What can be wrong with the comments above a statement: one factory per id.</summary>
internal static class HeaderDiagnostics
{
    public static Diagnostic NameLine(SourceText source, TextSpan span) =>
        Error(
            "GR7002",
            source,
            span,
            $"'{source.GetText(span)}' does not name a query; write '// name: Name :many' (or :one, :one?, :stream, :scalar, :exists).");

    public static Diagnostic NoIdentifier(SourceText source, TextSpan span, string name) =>
        Error("GR7003", source, span, $"'{name}' cannot be the name of a method; use letters, digits and '_', a letter first.");

    public static Diagnostic NoStatement(SourceText source, TextSpan span) =>
        Error("GR7007", source, span, "No statement follows this name.");

    /// <param name="mark">What begins a line that is read, such as <c>name:</c>.</param>
    public static Diagnostic MisspelledMark(SourceText source, TextSpan span, string mark) => Diagnostic.Create(
        "GR7016",
        DiagnosticSeverity.Warning,
        source,
        span,
        $"With '{source.GetText(span)}' this line is a text about the query.{NearestName.DidYouMean(mark)}");

    public static Diagnostic ParameterLine(SourceText source, TextSpan span) =>
        Error("GR7010", source, span, $"'{source.GetText(span)}' does not declare a parameter; write '// param: $since INTEGER NULL'.");

    public static Diagnostic UnknownType(SourceText source, TextSpan span, string type)
    {
        var near = NearestName.Find(type, DeclaredType.Names);
        var hint = near is null ? $" Types are {string.Join(", ", DeclaredType.Names)} and LIST<...>." : NearestName.DidYouMean(near);
        return Error("GR7011", source, span, $"There is no type '{type}'.{hint}");
    }

    public static Diagnostic DuplicateParameter(SourceText source, TextSpan span, string parameter) =>
        Error("GR7012", source, span, $"The parameter '${parameter}' is declared twice.");

    public static Diagnostic ScalarColumns(SourceText source, TextSpan span, int columns) =>
        Error("GR7005", source, span, $"A query with ':scalar' returns one column, not {columns}.");

    /// <param name="rows">How many the query gave.</param>
    public static Diagnostic RowCount(SourceText source, TextSpan span, QueryCardinality cardinality, long rows)
    {
        var (mark, expected) = cardinality switch
        {
            QueryCardinality.One => (":one", "exactly one"),
            QueryCardinality.OneOrNone => (":one?", "at most one"),
            _ => (":scalar", "at most one"),
        };
        var given = rows switch { 0 => "no row", _ => $"{rows} rows" };
        return Error(
            "GR7015", source, span, $"The query '{source.GetText(span)}' gave {given} and should give {expected}, as '{mark}' says.");
    }

    private static Diagnostic Error(string id, SourceText source, TextSpan span, string message) =>
        Diagnostic.Create(id, DiagnosticSeverity.Error, source, span, message);
}
