namespace Graph.Postgres;

/// <summary>What is told of a graph on a server that one in this process does not know.</summary>
internal static class RemoteErrors
{
    public static Diagnostic CannotSay(SourceText source, TextSpan span, string reason) => Diagnostic.Create(
        "GR8001",
        DiagnosticSeverity.Error,
        source,
        span,
        $"PostgreSQL cannot answer this exactly: {reason}. It runs on a graph in this process.");

    public static Diagnostic Refused(SourceText source, TextSpan span, string reason) =>
        Diagnostic.Create("GR8002", DiagnosticSeverity.Error, source, span, $"The server refused: {reason}.");

    public static Diagnostic Lost(SourceText source, TextSpan span, string reason) =>
        Diagnostic.Create(
            "GR8003", DiagnosticSeverity.Error, source, span,
            $"The answer is not complete, because the server was lost: {ToOneLine(reason)}.");

    /// <summary>What a server says of another one may have several lines.</summary>
    private static string ToOneLine(string reason) =>
        string.Join(' ', reason.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    public static Diagnostic Failed(SourceText source, TextSpan span, string reason) =>
        Diagnostic.Create("GR8004", DiagnosticSeverity.Error, source, span, $"The server failed: {reason}.");

    /// <summary>A mistake that a function of the language raised on the server, or PostgreSQL's own arithmetic.</summary>
    public static Diagnostic AtRunTime(SourceText source, TextSpan span, string id, string message) =>
        Diagnostic.Create(
            id.TrimEnd('A'),
            DiagnosticSeverity.Error,
            source,
            span,
            message.EndsWith('.') ? message : message + ".") with
        { ErrorClass = ClassOf(id) };

    /// <summary>The id of a mistake, with a letter where the suite has two classes for it.</summary>
    public static string GetCode(Diagnostic diagnostic) =>
        diagnostic is { Id: "GR3002", ErrorClass.Type: "ArgumentError" } ? "GR3002A" : diagnostic.Id;

    private static ErrorClass? ClassOf(string id) => id switch
    {
        "GR5001" => new ErrorClass("ArithmeticError", "IntegerOverflow"),
        "GR5002" => new ErrorClass("ArithmeticError", "DivisionByZero"),
        "GR5003" => new ErrorClass("TypeError", "InvalidArgumentValue"),
        "GR5004" => new ErrorClass("TypeError", "MapElementAccessByNonString"),
        "GR5005" => new ErrorClass("ArgumentError", "NumberOutOfRange"),
        "GR3002" => new ErrorClass("TypeError", "InvalidArgumentType"),
        "GR3002A" => new ErrorClass("ArgumentError", "InvalidArgumentType"),
        "GR3007" or "GR3010" => new ErrorClass("ArgumentError", "InvalidArgumentValue"),
        _ => null,
    };
}
