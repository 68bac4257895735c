using Graph.Query.Binding;

namespace Graph.Generator.QueryFile;

/// <summary>What can be wrong with a query file beside its statements: one factory per id.</summary>
internal static class QueryDiagnostics
{
    public static Diagnostic NoName(SourceText source, TextSpan span) =>
        Error("GR7001", source, span, "This statement has no name; write '// name: Name :many' above it.");

    public static Diagnostic NoCardinality(SourceText source, TextSpan span, string name) =>
        Error(
            "GR7009",
            source,
            span,
            $"'{name}' does not say how many rows it gives; write '// name: {name} :many' (or :one, :one?, :stream, :scalar, :exists).");

    public static Diagnostic DuplicateName(SourceText source, TextSpan span, string name, SourceText otherSource, TextSpan other)
    {
        var (line, column) = otherSource.GetPosition(other.Start);
        var place = otherSource == source ? $"{line}:{column}" : $"{Path.GetFileName(otherSource.Path)}:{line}:{column}";
        return Error("GR7004", source, span, $"Two queries are called '{name}'; the other is at {place}.");
    }

    public static Diagnostic ParameterConflict(SourceText source, TextSpan span, string parameter, ParameterConflict conflict) =>
        Error(
            "GR7006",
            source,
            span,
            $"Parameter '${parameter}' is {conflict.First} in one place and {conflict.Other} in another; a method needs one type.");

    public static Diagnostic Mode(SourceText source, TextSpan span, string mode) =>
        Error("GR7008", source, span, $"A query with {mode} gives a plan and no typed rows; write it without.");

    /// <param name="what">Such as <c>The column 'Equals'</c>.</param>
    public static Diagnostic Renamed(SourceText source, TextSpan span, string what, string name) =>
        Diagnostic.Create("GR7014", DiagnosticSeverity.Note, source, span, $"{what} is called '{name}' in C#, as its own name is taken.");

    private static Diagnostic Error(string id, SourceText source, TextSpan span, string message) =>
        Diagnostic.Create(id, DiagnosticSeverity.Error, source, span, message);
}
