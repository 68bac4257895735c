namespace Graph.Query.Binding;

/// <summary>Which mistake is the first when there are several: these in order, then the place in the text.</summary>
internal enum MistakeClass
{
    Syntax,
    Scope,
    VariableKind,
    Type,
    Aggregation,
    Column,
    Warning,
}

/// <summary>Gathers every mistake of a statement; one factory per id, those of a topic in one file.</summary>
internal sealed partial class BindingDiagnostics(SourceText source)
{
    // Each diagnostic carries its line, and a line may be a megabyte long.
    private const int MaximumShown = 100;

    private readonly List<Mistake> reported = [];
    private readonly HashSet<(string Id, TextSpan Span)> places = [];

    public bool HasErrors { get; private set; }

    /// <summary>Errors by their class, then warnings; each in the order of the text. Of very many only the first, and a note.</summary>
    public ImmutableArray<Diagnostic> ToSorted()
    {
        var sorted = reported.OrderBy(mistake => mistake.Class).ThenBy(mistake => mistake.Span.Start);
        var shown = sorted.Take(MaximumShown).Select(ToDiagnostic).ToImmutableArray();
        return reported.Count > MaximumShown ? shown.Add(CreateRest()) : shown;
    }

    private Diagnostic ToDiagnostic(Mistake mistake) =>
        Diagnostic.Create(mistake.Id, mistake.Severity, source, mistake.Span, mistake.Message) with { ErrorClass = mistake.ErrorClass };

    private Diagnostic CreateRest() => Diagnostic.Create(
        "GR2017", DiagnosticSeverity.Note, source, new TextSpan(0, 0), $"{reported.Count - MaximumShown} more mistakes are not shown.");

    private string Position(TextSpan span)
    {
        var (line, column) = source.GetPosition(span.Start);
        return $"{line}:{column}";
    }

    private void Error(MistakeClass mistake, string id, TextSpan span, string message, ErrorClass? errorClass)
    {
        HasErrors = true;
        Add(mistake, DiagnosticSeverity.Error, id, span, message, errorClass);
    }

    private void SyntaxError(MistakeClass mistake, string id, TextSpan span, string message, string detail) =>
        Error(mistake, id, span, message, new ErrorClass("SyntaxError", detail));

    private void Warning(string id, TextSpan span, string message) =>
        Add(MistakeClass.Warning, DiagnosticSeverity.Warning, id, span, message, errorClass: null);

    // An unknown name is a mistake on a closed graph only; elsewhere it may be there tomorrow.
    private void ErrorOrWarning(bool isError, MistakeClass mistake, string id, TextSpan span, string message)
    {
        if (isError)
            Error(mistake, id, span, message, errorClass: null);
        else
            Warning(id, span, message);
    }

    private void Add(MistakeClass mistake, DiagnosticSeverity severity, string id, TextSpan span, string message, ErrorClass? errorClass)
    {
        if (places.Add((id, span)))
            reported.Add(new Mistake(mistake, severity, id, span, message, errorClass));
    }

    private sealed record Mistake(
        MistakeClass Class, DiagnosticSeverity Severity, string Id, TextSpan Span, string Message, ErrorClass? ErrorClass);
}
