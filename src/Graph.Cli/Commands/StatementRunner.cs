using Graph.Cli.Rendering;
using Graph.Query;

namespace Graph.Cli.Commands;

/// <summary>Runs statements one after the other: results to one writer, everything that is to be said about them to another.</summary>
internal sealed class StatementRunner(
    QueryEngine engine,
    QueryLimits limits,
    TextWriter output,
    DiagnosticRenderer diagnostics,
    bool separateResults = true)
{
    private bool isFirst = true;

    /// <summary>The number of rows; null, after the reason was written, for a statement that cannot run or failed on its way.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="InternalErrorException">This program has a fault.</exception>
    public long? Run(
        PreparedQuery query,
        OutputFormat format,
        RenderOptions options,
        IReadOnlyDictionary<string, Value> parameters,
        CancellationToken cancellation)
    {
        WriteAll(query.Diagnostics);
        if (query.HasErrors)
            return null;

        try
        {
            var result = engine.Run(query, SelectMentioned(query, parameters), limits, cancellation);
            WriteAll(result.Warnings);
            WriteSeparator(format);
            return OutputFormats.CreateRenderer(format, engine.Store, options).Render(result, output);
        }
        catch (QueryException exception)
        {
            output.Flush();
            diagnostics.Write(exception.Diagnostic);
            return null;
        }
        catch (Exception exception) when (InternalErrorException.Explains(exception))
        {
            throw new InternalErrorException(query.Source.GetText(query.Span), exception);
        }
        finally
        {
            output.Flush();
        }
    }

    public void WriteAll(ImmutableArray<Diagnostic> all)
    {
        foreach (var diagnostic in all)
            diagnostics.Write(diagnostic);
    }

    /// <summary>Parameters are given for all statements, so one that this statement does not mention is no mistake.</summary>
    private static Dictionary<string, Value> SelectMentioned(PreparedQuery query, IReadOnlyDictionary<string, Value> parameters) =>
        parameters
            .Where(given => query.Statement!.Parameters.Any(mentioned => mentioned.Name == given.Key))
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>Formats for people and spreadsheets tell results apart by an empty line; JSON needs nothing.</summary>
    private void WriteSeparator(OutputFormat format)
    {
        if (separateResults && !isFirst && format is OutputFormat.Table or OutputFormat.Markdown or OutputFormat.Csv)
            output.Write('\n');
        isFirst = false;
    }
}
