namespace Graph.Query;

/// <summary>
/// A mistake that a value showed, thrown by the body of a function, which does not know where its call stands.
/// Whoever compiled the call catches it and makes the diagnostic.
/// </summary>
public sealed class EvaluationException(string id, string message, ErrorClass? errorClass) : Exception(message)
{
    public string Id => id;

    public ErrorClass? ErrorClass => errorClass;

    /// <summary>The diagnostic, once the place of the call is known.</summary>
    public Diagnostic ToDiagnostic(SourceText source, TextSpan span) =>
        Diagnostic.Create(id, DiagnosticSeverity.Error, source, span, Message) with { ErrorClass = errorClass };
}
