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
        GraphStore store,
        string? variant = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "",
        [CallerLineNumber] int line = 0) =>
        OfText(GraphText.Of(store), variant, scrub: null, sourceFile, method, line);

    /// <summary>A graph of a generated class.</summary>
    /// <exception cref="SnapshotException">The graph is another than what was verified.</exception>
    public static Task Of(
        TypedGraph graph,
        string? variant = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "",
        [CallerLineNumber] int line = 0) =>
        Of(graph.Store, variant, sourceFile, method, line);

    /// <summary>The rows of a result, which are read by it; sorted by their text where the query leaves their order open.</summary>
    /// <exception cref="QueryException">The query met a mistake while it ran.</exception>
    /// <exception cref="SnapshotException">The rows are others than what was verified.</exception>
    public static Task Of(
        QueryResult result,
        string? variant = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "",
        [CallerLineNumber] int line = 0)
    {
        using var output = new StringWriter();
        ResultText.Write(result, result.Store, result.IsOrdered, output);
        return OfText(output.ToString(), variant, scrub: null, sourceFile, method, line);
    }

    /// <summary>The rows of a generated method, a line each, in the order in which they come.</summary>
    /// <exception cref="SnapshotException">The rows are others than what was verified.</exception>
    public static Task OfRows<TRow>(
        IEnumerable<TRow> rows,
        string? variant = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "",
        [CallerLineNumber] int line = 0) =>
        OfText(
            string.Concat(rows.Select(row => $"{ElementText.Escape(row?.ToString() ?? "")}\n")), variant, scrub: null, sourceFile, method,
            line);

    /// <summary>The answer to a query.</summary>
    /// <exception cref="QueryException">The query has mistakes, or meets one while it runs.</exception>
    /// <exception cref="SnapshotException">The answer is another than what was verified.</exception>
    public static Task OfQuery(
        GraphStore store,
        string query,
        IReadOnlyDictionary<string, Value>? parameters = null,
        string? variant = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "",
        [CallerLineNumber] int line = 0)
    {
        var engine = new QueryEngine(store);
        var prepared = engine.Prepare(new SourceText(query));
        if (prepared.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            throw new QueryException(error);

        using var output = new StringWriter();
        ResultText.Write(engine.Run(prepared, parameters), store, prepared.IsOrdered, output);
        return OfText(output.ToString(), variant, scrub: null, sourceFile, method, line);
    }

    /// <summary>Any text. Line ends do not count.</summary>
    /// <param name="variant">Tells the cases of a theory apart, which need one; signs that no file may have become <c>_</c>.</param>
    /// <param name="scrub">Takes out of the text what differs from run to run.</param>
    /// <param name="line">Tells two calls in one source apart.</param>
    /// <exception cref="SnapshotException">
    /// The text is another than what was verified, another call of this run had the name before, or a case of a theory has no variant.
    /// </exception>
    public static async Task OfText(
        string text,
        string? variant = null,
        Func<string, string>? scrub = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "",
        [CallerLineNumber] int line = 0)
    {
        if (variant is null && SnapshotTest.Current is { HasCases: true, Name: var theory })
            throw new SnapshotException($"{theory} runs once for each of its cases; give each a variant of its own.");

        var test = SnapshotTest.Current?.Name ?? $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}";
        var name = $"{test}{(variant is null ? "" : $"_{MakeSafe(variant)}")}";
        var folder = FindFolder(sourceFile);
        var (verifiedFile, receivedFile) = (Path.Combine(folder, $"{name}.verified.txt"), Path.Combine(folder, $"{name}.received.txt"));
        var received = Normalize(scrub is null ? text : scrub(text));
        if (!SnapshotUse.Begin(verifiedFile, new SnapshotUse(SnapshotTest.Current, $"{sourceFile}:{line}", received)))
            throw new SnapshotException($"Two snapshots of this run are called {name}; give each a variant of its own.");

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
    /// The snapshots beside a source file that belong to no test any more, ascending. Of a class that is known by its tests, those that
    /// none of them has; of others, those of which the <c>Class</c> or the <c>Method</c> is declared in no source of the folder.
    /// </summary>
    /// <param name="classes">What a test framework knows; null where none tells.</param>
    /// <returns>Names of files, without their folder.</returns>
    public static IReadOnlyList<string> FindOrphans(
        [CallerFilePath] string sourceFile = "", IReadOnlyList<SnapshotTestClass>? classes = null)
    {
        var folder = FindFolder(sourceFile);
        var sources = Directory.GetFiles(folder, "*.cs").Select(path => new SnapshotSource(path, File.ReadAllText(path)));
        var names = new SnapshotNames([.. sources], classes ?? []);
        return [
            .. Directory.EnumerateFiles(folder, "*.verified.*")
                .Where(path => !IsOfFile(path) && !names.HasTest(GetName(path)))
                .Select(path => Path.GetFileName(path)!)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Fails where <see cref="FindOrphans"/> finds any; the body of a test.</summary>
    /// <exception cref="SnapshotException">There are such files; the message names them.</exception>
    public static void RequireNoOrphans([CallerFilePath] string sourceFile = "", IReadOnlyList<SnapshotTestClass>? classes = null)
    {
        if (FindOrphans(sourceFile, classes) is { Count: > 0 } orphans)
            throw new SnapshotException(
                $"No test has these snapshots; delete them, or give them their test back:\n  {string.Join("\n  ", orphans)}");
    }

    private static string GetName(string verifiedFile) =>
        Path.GetFileName(verifiedFile[..verifiedFile.LastIndexOf(".verified.", StringComparison.Ordinal)]);

    /// <summary><c>films.cypher.verified.md</c> holds the answers of a query file beside it.</summary>
    private static bool IsOfFile(string verifiedFile) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(verifiedFile)!, GetName(verifiedFile)));

    /// <summary>Whether a snapshot is the one that is called so, one of its variants, or of a class that is called so.</summary>
    private static bool IsPartOf(string name, string whole) =>
        name.StartsWith(whole, StringComparison.Ordinal)
        && (name.Length == whole.Length || whole[^1] is '.' or '_' || name[whole.Length] is '.' or '_');

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
