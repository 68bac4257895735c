namespace Graph.Query;

/// <summary>A mistake of the user's that shows only while the query runs, such as a division by zero; carries its diagnostic.</summary>
public sealed class QueryException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    private static readonly SourceText Nowhere = new("");

    public Diagnostic Diagnostic => diagnostic;

    /// <summary>False until <see cref="At"/> was called: functions do not know where in the text they were called.</summary>
    internal bool HasPlace { get; private init; }

    /// <summary>The query was stopped as a whole; no part of it can go on.</summary>
    internal bool IsLimit => diagnostic.Id == LimitErrors.Id;

    /// <summary>The same error at a place of the query's text; one that has a place already keeps it.</summary>
    internal QueryException At(SourceText source, TextSpan span)
    {
        if (HasPlace)
            return this;

        var placed = diagnostic with { Span = span, Location = DiagnosticLocation.From(source, span) };
        return new QueryException(placed) { HasPlace = true };
    }

    internal static QueryException Create(string id, string message, ErrorClass? errorClass)
    {
        var diagnostic = Diagnostic.Create(id, DiagnosticSeverity.Error, Nowhere, default, message);
        return new QueryException(diagnostic with { ErrorClass = errorClass });
    }
}
