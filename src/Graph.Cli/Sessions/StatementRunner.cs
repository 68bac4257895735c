using Graph.Cli.Platform;
using Graph.Cli.Rendering;
using Graph.Query;

namespace Graph.Cli.Sessions;

/// <summary>What came of a statement that ran to its end.</summary>
internal readonly record struct StatementAnswer(RenderedRows Rows, TimeSpan Time);

/// <summary>Runs statements one after the other: results to one writer, everything that is to be said about them to another.</summary>
internal sealed class StatementRunner(DiagnosticRenderer diagnostics, ActivityLine? activityLine, OutputSignal signal)
{
    /// <summary>Null, after the reason was written, for a statement that cannot run or failed on its way.</summary>
    /// <param name="results">Where the rows go.</param>
    /// <param name="label">What the answer is called among others.</param>
    /// <param name="setParameters">Those that tell this run from others of the statement; null where there is one.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="InternalErrorException">This program has a fault.</exception>
    public StatementAnswer? Run(
        ResultSequence results,
        QueryEngine engine,
        PreparedQuery query,
        string label,
        OutputFormat format,
        RenderOptions options,
        IReadOnlyDictionary<string, Value> parameters,
        IReadOnlyDictionary<string, Value>? setParameters,
        QueryLimits limits,
        CancellationToken cancellation)
    {
        WriteAll(query.Diagnostics);
        if (query.HasErrors)
            return null;

        var output = results.Output;
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var activity = new QueryActivity();
        using var shown = activityLine?.Begin(activity);
        try
        {
            var given = SelectMentioned(query, parameters);
            var result = engine.Run(query, given, limits with { Activity = activity, Spent = query.Spent }, cancellation);
            WriteAll(result.Warnings);
            var guard = new RenderGuard(() =>
            {
                cancellation.ThrowIfCancellationRequested();
                result.Check();
            });
            using var watched = signal.Watch(guard);
            var envelope = results.Begin(format, label, query.Name, setParameters);
            var rows = OutputFormats.CreateRenderer(
                format, result.Store, options with { IsOrdered = query.IsOrdered, Guard = guard }, envelope)
                .Render(result, output, cancellation);
            output.Flush();
            return new StatementAnswer(rows, System.Diagnostics.Stopwatch.GetElapsedTime(started));
        }
        catch (QueryException exception)
        {
            output.Flush();
            diagnostics.Write(exception.Diagnostic);
            return null;
        }
        catch (Exception exception) when (exception is InsufficientExecutionStackException or ValueTooLongException)
        {
            output.Flush();
            diagnostics.Write(Unwritable(query, exception));
            return null;
        }
        catch (Exception exception) when (InternalErrorException.Explains(exception))
        {
            throw new InternalErrorException(query.Source.GetText(query.Span), exception);
        }
    }

    public void WriteAll(ImmutableArray<Diagnostic> all)
    {
        foreach (var diagnostic in all)
            diagnostics.Write(diagnostic);
    }

    private static Diagnostic Unwritable(PreparedQuery query, Exception exception)
    {
        var message = exception is ValueTooLongException ? exception.Message : "A value of the result is nested too deeply to be written.";
        return Diagnostic.Create("GR4011", DiagnosticSeverity.Error, query.Source, query.Span, message);
    }

    /// <summary>Parameters are given for all statements, so one that this statement does not mention is no mistake.</summary>
    private static Dictionary<string, Value> SelectMentioned(PreparedQuery query, IReadOnlyDictionary<string, Value> parameters) =>
        parameters
            .Where(given => query.Statement!.Parameters.Any(mentioned => mentioned.Name == given.Key))
            .ToDictionary(StringComparer.Ordinal);
}
