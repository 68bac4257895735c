namespace Graph.Generator;

/// <summary>Everything that generated code depends on; the same request gives the same bytes.</summary>
/// <param name="Schema">A graph type in the schema language.</param>
/// <param name="Queries">Query files; each statement becomes a method.</param>
/// <param name="Namespace">The namespace of the generated types.</param>
public sealed record GenerationRequest(SourceText Schema, ImmutableArray<SourceText> Queries, string Namespace);

/// <summary>C# source that stands for itself; several may be written one after the other into one file.</summary>
public sealed record GeneratedFile(string Name, string Text);

/// <summary>The generated files, none where a diagnostic is an error.</summary>
public sealed record GenerationResult(ImmutableArray<GeneratedFile> Files, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>All files as one.</summary>
    public string Text => string.Join('\n', Files.Select(file => file.Text));
}
