using Graph.Cli.Repl;
using Graph.Query;
using Graph.Query.Syntax;

namespace Graph.Cli.Commands;

/// <summary>One thing that a script or an input at the prompt asks for: a statement, or a command on a line of its own.</summary>
/// <param name="Statement">Null for a command.</param>
internal sealed record ScriptStep(TextSpan Span, string Text, ParseResult<StatementSyntax>? Statement);

/// <summary>
/// A text of statements and commands. However it came (a file, a pipe, the prompt), it is taken apart here, so that it means the same and
/// every position counts from its beginning.
/// </summary>
internal static class Script
{
    public const string StandardInput = "-";

    /// <exception cref="UsageException">There is no such file.</exception>
    /// <exception cref="ScriptException">The text is not UTF-8.</exception>
    public static SourceText Read(string path, CommandHost host)
    {
        if (path == StandardInput)
            return Decode(ReadAll(host.OpenInput()), "");

        return File.Exists(path)
            ? Decode(File.ReadAllBytes(path), path)
            : throw new UsageException($"There is no query file '{path}'.");
    }

    public static IReadOnlyList<ScriptStep> Split(SourceText source)
    {
        var steps = new List<ScriptStep>();
        foreach (var part in QueryParser.ParseScript(WithoutInterpreterLine(source), InputRules.CommandSign))
        {
            var text = source.GetText(part.Span);
            steps.Add(InputRules.FindCommandWord(text) is { } word
                ? new ScriptStep(part.Span, word, null)
                : new ScriptStep(part.Span, text.Trim(), part.Statement));
        }

        return steps;
    }

    /// <summary>One statement of a script. A fault of this program is told with the statement that shows it.</summary>
    public static PreparedQuery Prepare(QueryEngine engine, SourceText source, ParseResult<StatementSyntax> parsed)
    {
        try
        {
            return engine.Prepare(parsed, source);
        }
        catch (Exception exception) when (InternalErrorException.Explains(exception))
        {
            throw new InternalErrorException(source.GetText(parsed.Syntax?.Span ?? default), exception);
        }
    }

    private static SourceText Decode(byte[] bytes, string path) =>
        Utf8Text.Decode(bytes, path, out var mistake) ?? throw new ScriptException(mistake!);

    private static byte[] ReadAll(Stream input)
    {
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The line that tells a shell which program runs the file is a comment, of the same length.</summary>
    private static SourceText WithoutInterpreterLine(SourceText source) =>
        source.Text.StartsWith("#!", StringComparison.Ordinal) ? new SourceText($"//{source.Text.AsSpan(2)}", source.Path) : source;
}

/// <summary>A script that cannot be read at all.</summary>
internal sealed class ScriptException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic => diagnostic;
}
