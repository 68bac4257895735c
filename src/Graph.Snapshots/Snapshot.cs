using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
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
    /// <summary>A digest of what each snapshot received in this process; some file systems do not tell letter cases apart.</summary>
    private static readonly ConcurrentDictionary<string, string> Received = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A graph: its entities and facts with their sentences.</summary>
    /// <exception cref="SnapshotException">The graph is another than what was verified.</exception>
    public static Task Of(
        GraphStore store, string? variant = null, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        OfText(GraphText.Of(store), variant, scrub: null, sourceFile, method);

    /// <summary>A graph of a generated class.</summary>
    /// <exception cref="SnapshotException">The graph is another than what was verified.</exception>
    public static Task Of(
        TypedGraph graph, string? variant = null, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        Of(graph.Store, variant, sourceFile, method);

    /// <summary>The rows of a result, which are read by it; sorted by their text where the query leaves their order open.</summary>
    /// <exception cref="QueryException">The query met a mistake while it ran.</exception>
    /// <exception cref="SnapshotException">The rows are others than what was verified.</exception>
    public static Task Of(
        QueryResult result, string? variant = null, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        using var output = new StringWriter();
        ResultText.Write(result, result.Store, result.IsOrdered, output);
        return OfText(output.ToString(), variant, scrub: null, sourceFile, method);
    }

    /// <summary>The rows of a generated method, a line each, in the order in which they come.</summary>
    /// <exception cref="SnapshotException">The rows are others than what was verified.</exception>
    public static Task OfRows<TRow>(
        IEnumerable<TRow> rows, string? variant = null, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        OfText(string.Concat(rows.Select(row => $"{ElementText.Escape(row?.ToString() ?? "")}\n")), variant, scrub: null, sourceFile, method);

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
    /// <exception cref="SnapshotException">The text is another than what was verified, or than what had the same name before.</exception>
    public static async Task OfText(
        string text,
        string? variant = null,
        Func<string, string>? scrub = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "")
    {
        var test = SnapshotTest.Current?.Name ?? $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}";
        var name = $"{test}{(variant is null ? "" : $"_{MakeSafe(variant)}")}";
        var folder = FindFolder(sourceFile);
        var (verifiedFile, receivedFile) = (Path.Combine(folder, $"{name}.verified.txt"), Path.Combine(folder, $"{name}.received.txt"));
        var received = Normalize(scrub is null ? text : scrub(text));
        RequireOnce(verifiedFile, name, received);
        var verified = File.Exists(verifiedFile) ? Normalize(await File.ReadAllTextAsync(verifiedFile)) : null;
        if (received != verified
            && Environment.GetEnvironmentVariable("GRAPH_ACCEPT") is { Length: > 0 } accepted
            && (accepted == "1" || IsPartOf(name, accepted)))
            await WriteAsync(verifiedFile, verified = received);
        if (received == verified)
        {
            File.Delete(receivedFile);
            return;
        }

        await WriteAsync(receivedFile, received);
        if (SnapshotTest.Current?.ShowDifference is { } show)
            await show(receivedFile, verifiedFile);
        throw new SnapshotException(
            $"{(verified is null ? "There is no snapshot yet" : "The snapshot differs")}; set GRAPH_ACCEPT={name} to accept what was "
                + $"received.\n"
            + $"  verified: {verifiedFile}\n  received: {receivedFile}\n{TextDifference.Describe(verified ?? "", received)}");
    }

    /// <summary>
    /// The snapshots beside a source file that belong to no test any more, ascending: those of which a <c>Class</c> or the <c>Method</c> is a
    /// word of no source in the folder.
    /// </summary>
    /// <returns>Names of files, without their folder.</returns>
    public static IReadOnlyList<string> FindOrphans([CallerFilePath] string sourceFile = "")
    {
        var folder = FindFolder(sourceFile);
        var files = Directory.GetFiles(folder, "*.cs");
        var names = new SnapshotNames([.. files.Select(path => Path.GetFileNameWithoutExtension(path)!)], [.. files.Select(File.ReadAllText)]);
        return [
            .. Directory.EnumerateFiles(folder, "*.verified.*")
                .Select(path => Path.GetFileName(path)!)
                .Where(file => !names.HasTest(file[..file.LastIndexOf(".verified.", StringComparison.Ordinal)]))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Fails where <see cref="FindOrphans"/> finds any; the body of a test.</summary>
    /// <exception cref="SnapshotException">There are such files; the message names them.</exception>
    public static void RequireNoOrphans([CallerFilePath] string sourceFile = "")
    {
        if (FindOrphans(sourceFile) is { Count: > 0 } orphans)
            throw new SnapshotException($"No test has these snapshots; delete them, or give them their test back:\n  {string.Join("\n  ", orphans)}");
    }

    /// <summary>Another text under the same name would be accepted over the first one, and each run would fail.</summary>
    private static void RequireOnce(string file, string name, string received)
    {
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(received)));
        if (Received.GetOrAdd(file, digest) != digest)
            throw new SnapshotException($"Two snapshots of this run are called {name}, with different texts; give each a variant of its own.");
    }

    /// <summary>Whether a snapshot is the one that is called so, one of its variants, or of a class that is called so.</summary>
    private static bool IsPartOf(string name, string whole) =>
        name.StartsWith(whole, StringComparison.Ordinal) && (name.Length == whole.Length || whole[^1] is '.' or '_' || name[whole.Length] is '.' or '_');

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
