using System.Runtime.CompilerServices;
using Graph.Query;

namespace Graph.Snapshots;

/// <summary>
/// Compares a text with a file beside the test, by Verify's convention: <c>Class.Method_variant.verified.txt</c> is what was accepted, a
/// difference leaves <c>.received.txt</c> behind and throws, a match removes it. <c>GRAPH_ACCEPT=1</c> takes everything that was received,
/// <c>GRAPH_ACCEPT=Class.Method</c> what is called so. Where a build hides the paths of its sources, <c>GRAPH_SNAPSHOTS</c> names the
/// folder.
/// </summary>
public static class Snapshot
{
    /// <summary>A graph: its entities and facts with their sentences.</summary>
    /// <exception cref="SnapshotException">The graph is another than what was verified.</exception>
    public static Task Of(
        GraphStore store, string? variant = null, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        OfText(GraphText.Of(store), variant, scrub: null, sourceFile, method);

    /// <summary>The answer to a query.</summary>
    /// <exception cref="QueryException">The query has mistakes, or meets one while it runs.</exception>
    /// <exception cref="SnapshotException">The answer is another than what was verified.</exception>
    public static Task OfQuery(
        GraphStore store,
        string query,
        IReadOnlyDictionary<string, Value>? parameters = null,
        string? variant = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "")
    {
        var engine = new QueryEngine(store);
        var prepared = engine.Prepare(new SourceText(query));
        if (prepared.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            throw new QueryException(error);

        using var output = new StringWriter();
        ResultText.Write(engine.Run(prepared, parameters), store, prepared.IsOrdered, output);
        return OfText(output.ToString(), variant, scrub: null, sourceFile, method);
    }

    /// <summary>Any text. Line ends do not count.</summary>
    /// <param name="variant">Tells the cases of a theory apart; signs that no file may have become <c>_</c>.</param>
    /// <param name="scrub">Takes out of the text what differs from run to run.</param>
    /// <exception cref="SnapshotException">The text is another than what was verified.</exception>
    public static async Task OfText(
        string text,
        string? variant = null,
        Func<string, string>? scrub = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}{(variant is null ? "" : $"_{MakeSafe(variant)}")}";
        var folder = FindFolder(sourceFile);
        var (verifiedFile, receivedFile) = (Path.Combine(folder, $"{name}.verified.txt"), Path.Combine(folder, $"{name}.received.txt"));
        var received = Normalize(scrub is null ? text : scrub(text));
        var verified = File.Exists(verifiedFile) ? Normalize(await File.ReadAllTextAsync(verifiedFile)) : null;
        if (received != verified
            && Environment.GetEnvironmentVariable("GRAPH_ACCEPT") is { Length: > 0 } accepted
            && (accepted == "1" || name.StartsWith(accepted, StringComparison.Ordinal)))
            await WriteAsync(verifiedFile, verified = received);
        if (received == verified)
        {
            File.Delete(receivedFile);
            return;
        }

        await WriteAsync(receivedFile, received);
        throw new SnapshotException(
            $"{(verified is null ? "There is no snapshot yet" : "The snapshot differs")}; set GRAPH_ACCEPT={name} to accept what was "
                + $"received.\n"
            + $"  verified: {verifiedFile}\n  received: {receivedFile}\n{TextDifference.Describe(verified ?? "", received)}");
    }

    private static string Normalize(string text) => text.ReplaceLineEndings("\n");

    private static string MakeSafe(string variant) =>
        string.Concat(variant.Select(unit => char.IsLetterOrDigit(unit) || unit is '-' or '.' or '=' or ',' ? unit : '_'));

    private static string FindFolder(string sourceFile)
    {
        if (Environment.GetEnvironmentVariable("GRAPH_SNAPSHOTS") is { Length: > 0 } named)
            return named;

        var folder = Path.GetDirectoryName(sourceFile);
        return Directory.Exists(folder)
            ? folder
            : throw new SnapshotException(
                $"The folder of the test's source is not here: '{folder}'. Set DeterministicSourcePaths to false in the test project, or "
                    + $"GRAPH_SNAPSHOTS to a folder.");
    }

    private static async Task WriteAsync(string path, string text)
    {
        var temporary = $"{path}.{Environment.ProcessId}.part";
        await File.WriteAllTextAsync(temporary, text);
        File.Move(temporary, path, overwrite: true);
    }
}

/// <summary>What was received is not what was verified.</summary>
public sealed class SnapshotException(string message) : Exception(message);
