namespace Graph.Generator;

/// <summary>
/// Generates from files to a file: what the build and the command line have in common. Mistakes go to a writer in the form that
/// MSBuild and editors know, <c>path(line,column): error GR6004: sentence</c>.
/// </summary>
public static class FileGeneration
{
    /// <summary>Writes the output file, or, where a diagnostic is an error, writes nothing and gives false.</summary>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static bool Run(FileGenerationOptions options, TextWriter messages)
    {
        var request = new GenerationRequest(Read(options.Schema), [.. options.Queries.Select(Read)], options.Namespace);
        var result = CodeGenerator.Generate(request);
        foreach (var diagnostic in result.Diagnostics)
            messages.WriteLine(Format(diagnostic));
        if (result.HasErrors)
            return false;

        if (Path.GetDirectoryName(Path.GetFullPath(options.Output)) is { } folder)
            Directory.CreateDirectory(folder);

        // Written even if nothing changed, as an incremental build compares times.
        WholeFile.WriteText(options.Output, result.Text);
        return true;
    }

    public static string Format(Diagnostic diagnostic)
    {
        var (path, line, column) = (diagnostic.Location.Path, diagnostic.Location.Line, diagnostic.Location.Column);
        return $"{path}({line},{column}): {Category(diagnostic.Severity)} {diagnostic.Id}: {diagnostic.Message}";
    }

    private static SourceText Read(string path) => new(File.ReadAllText(path), path);

    private static string Category(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "message",
    };
}

/// <param name="Schema">The file of the graph type.</param>
/// <param name="Queries">Query files, in the order of their methods.</param>
/// <param name="Output">The C# file to write.</param>
/// <param name="Namespace">The namespace of the generated types.</param>
public sealed record FileGenerationOptions(string Schema, IReadOnlyList<string> Queries, string Output, string Namespace);
