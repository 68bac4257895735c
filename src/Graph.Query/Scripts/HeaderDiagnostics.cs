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

    private static Diagnostic Error(string id, SourceText source, TextSpan span, string message) =>
        Diagnostic.Create(id, DiagnosticSeverity.Error, source, span, message);
}
