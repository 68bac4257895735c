using Graph.Cli.Rendering;
using Graph.Query;
using Graph.Query.Syntax;

namespace Graph.Cli.Commands;

/// <summary>
/// A query file. All of it is checked before any of it runs, so that a mistake at its end does not cost the wait for its beginning.
/// </summary>
internal static class Script
{
    public const string StandardInput = "-";

    /// <exception cref="UsageException">There is no such file.</exception>
    public static SourceText Read(string path, TextReader input)
    {
        if (path == StandardInput)
            return new SourceText(input.ReadToEnd());

        return File.Exists(path)
            ? new SourceText(File.ReadAllText(path), path)
            : throw new UsageException($"There is no query file '{path}'.");
    }

    /// <summary>The statements, ready to run; null, after all mistakes were written, where there is one.</summary>
    public static IReadOnlyList<PreparedQuery>? Prepare(QueryEngine engine, SourceText source, DiagnosticRenderer diagnostics)
    {
        var prepared = QueryParser.ParseScript(source).Select(parsed => Prepare(engine, source, parsed)).ToList();
        if (!prepared.Any(query => query.HasErrors))
            return prepared;

        foreach (var diagnostic in prepared.SelectMany(query => query.Diagnostics))
            diagnostics.Write(diagnostic);
        return null;
    }

    private static PreparedQuery Prepare(QueryEngine engine, SourceText source, StatementSyntax statement)
    {
        try
        {
            return engine.Prepare(statement, source);
        }
        catch (Exception exception) when (InternalErrorException.Explains(exception))
        {
            throw new InternalErrorException(source.GetText(statement.Span), exception);
        }
    }

    /// <summary>One statement of a script, with the mistakes of its parse and of its binding.</summary>
    public static PreparedQuery Prepare(QueryEngine engine, SourceText source, ParseResult<StatementSyntax> parsed)
    {
        if (parsed.Syntax is null)
            return new PreparedQuery(source, null, parsed.Diagnostics);

        var prepared = Prepare(engine, source, parsed.Syntax);
        return prepared with { Diagnostics = [.. parsed.Diagnostics, .. prepared.Diagnostics] };
    }
}
