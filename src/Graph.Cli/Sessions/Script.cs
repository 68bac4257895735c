using Graph.Query;
using Graph.Query.Scripts;

namespace Graph.Cli.Sessions;

/// <summary>One thing that a script or an input at the prompt asks for: a statement, or a command on a line of its own.</summary>
/// <param name="Statement">Null for a command.</param>
/// <param name="Label">What its answer is called among others: its name, else the file and, of several, its number.</param>
internal sealed record ScriptStep(TextSpan Span, string Text, ScriptPart? Statement, string Label)
{
    public string? Name => Statement?.Header.Name;

    /// <summary>The text ends inside of it, in what is never closed.</summary>
    public bool IsOpen => Statement is { IsOpen: true };
}

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

    /// <param name="limits">Of each statement.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<ScriptStep> Split(SourceText source, QueryLimits limits, CancellationToken cancellation)
    {
        var steps = new List<ScriptStep>();
        var parts = QueryScript.Read(source, InputRules.CommandSign, limits, cancellation).Parts;
        var file = Path.GetFileNameWithoutExtension(source.Path) is { Length: > 0 } name ? name : "query";
        for (var i = 0; i < parts.Length; i++)
        {
            var text = source.GetText(parts[i].Span);
            var label = parts[i].Header.Name ?? (parts.Length == 1 ? file : $"{file}-{i + 1}");
            steps.Add(InputRules.FindCommandWord(text) is { } word
                ? new ScriptStep(parts[i].Span, word, null, label)
                : new ScriptStep(parts[i].Span, text.Trim(), parts[i].Statement is null ? null : parts[i], label));
        }

        return steps;
    }

    /// <summary>One statement of a script. A fault of this program is told with the statement that shows it.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PreparedQuery Prepare(
        QueryEngine engine, SourceText source, ScriptPart part, QueryLimits limits, CancellationToken cancellation)
    {
        try
        {
            return engine.Prepare(part, source, limits, cancellation);
        }
        catch (Exception exception) when (InternalErrorException.Explains(exception))
        {
            throw new InternalErrorException(source.GetText(part.Span), exception);
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
}

/// <summary>A script that cannot be read at all.</summary>
internal sealed class ScriptException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic => diagnostic;
}
