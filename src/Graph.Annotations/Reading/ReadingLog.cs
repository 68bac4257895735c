namespace Graph.Annotations;

/// <summary>
/// What reading met: diagnostics, and the counts that no record carries. Of each kind of diagnostic the first few are kept and the others
/// counted, as one wrong setting can give a million.
/// </summary>
/// <param name="limit">How many of a kind are kept.</param>
internal sealed class ReadingLog(int limit = ReadingLog.StandardLimit)
{
    public const int StandardLimit = 20;

    private readonly List<Diagnostic> diagnostics = [];
    private readonly Dictionary<DiagnosticKind, int> kinds = [];
    private readonly SortedDictionary<string, int> others = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Loss> losses = new(StringComparer.Ordinal);

    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>How often each kind was reported, whether it was kept or not; in the order of their first.</summary>
    public IEnumerable<DiagnosticTotal> Totals =>
        kinds.Select(pair => new DiagnosticTotal(pair.Key.Id, pair.Key.Severity, pair.Key.What, pair.Value, Math.Min(pair.Value, limit)));

    /// <summary>Elements of annotation files that could not be read as what they claim to be.</summary>
    public int Malformed { get; private set; }

    /// <summary>How much was said so far: diagnostics, and what was counted by its name.</summary>
    public int Reports { get; private set; }

    public int SurfaceMismatches { get; private set; }

    /// <summary>What was read or left out beside mentions, relations and events, by its name.</summary>
    public IReadOnlyDictionary<string, int> Others => others;

    /// <summary>Those of <see cref="Others"/> that were in the files and are not in the graph.</summary>
    public IEnumerable<string> Losses => losses.Keys;

    /// <summary>The file that is being read; where a loss has no place of its own, it is told of this one.</summary>
    public AnnotationFile? File { get; set; }

    public void Report(Diagnostic diagnostic)
    {
        if (IsWanted(DiagnosticKind.Of(diagnostic)))
            diagnostics.Add(diagnostic);
    }

    /// <summary>Reports a warning that costs something to make, such as reading its line again.</summary>
    public void Report(string id, Func<Diagnostic> create)
    {
        if (IsWanted(new DiagnosticKind(id, DiagnosticSeverity.Warning, "")))
            diagnostics.Add(create());
    }

    public void ReportMalformed(Diagnostic diagnostic)
    {
        Malformed++;
        Report(diagnostic);
    }

    public void ReportSurfaceMismatch(SourcePlace place, string recorded, string text)
    {
        SurfaceMismatches++;
        Report(ReadingDiagnostics.SurfaceMismatch(place, recorded, text));
    }

    /// <summary>The words that a file records for a mention, where the text has others there, which is reported; else null.</summary>
    public string? CheckSurface(SourcePlace place, string? recorded, string surface)
    {
        if (recorded is null || TextOffsets.IsSame(surface, recorded))
            return null;
        ReportSurfaceMismatch(place, recorded, surface);
        return recorded;
    }

    /// <summary>An empty log that keeps as many of a kind.</summary>
    public ReadingLog CreateLike() => new(limit);

    /// <summary>Adds the counts of another log, and its diagnostics after those of this one.</summary>
    public void Add(ReadingLog other)
    {
        Malformed += other.Malformed;
        SurfaceMismatches += other.SurfaceMismatches;
        foreach (var (what, count) in other.others)
            Count(what, count);
        foreach (var (what, loss) in other.losses)
            losses.TryAdd(what, loss);
        foreach (var diagnostic in other.diagnostics)
            Report(diagnostic);
        foreach (var total in other.Totals)
            kinds[new DiagnosticKind(total.Id, total.Severity, total.What)] += total.Count - total.Kept;
    }

    public void Count(string what, int count = 1)
    {
        if (count > 0)
            others[what] = others.GetValueOrDefault(what) + count;
    }

    /// <summary>Counts what a file says and the graph does not take; each name becomes one warning in the end.</summary>
    public void CountLoss(string what, int count = 1, SourcePlace? place = null) => Lose(what, count, place, DiagnosticSeverity.Warning);

    /// <summary>
    /// Counts what is no annotation of what a text is about, such as parts of speech; each name becomes one note in the end.
    /// </summary>
    public void CountPassed(string what, int count = 1, SourcePlace? place = null) => Lose(what, count, place, DiagnosticSeverity.Note);

    /// <summary>Tells of each kind of loss once, with the place of its first.</summary>
    public void ReportLosses()
    {
        foreach (var (what, loss) in losses)
            Report(ReadingDiagnostics.Loss(loss.Place.Open(), loss.Severity, what, others[what]));
    }

    private void Lose(string what, int count, SourcePlace? place, DiagnosticSeverity severity)
    {
        if (count <= 0)
            return;

        Reports++;
        Count(what, count);
        if (!losses.ContainsKey(what))
            losses.Add(what, new Loss(severity, place is { } known ? FilePlace.From(known) : FilePlace.StartOf(File?.DisplayPath ?? "")));
    }

    private bool IsWanted(DiagnosticKind kind)
    {
        Reports++;
        var count = kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        return count <= limit;
    }

    private readonly record struct Loss(DiagnosticSeverity Severity, FilePlace Place);

    private readonly record struct DiagnosticKind(string Id, DiagnosticSeverity Severity, string What)
    {
        /// <summary>What is malformed is a kind of its own; of other diagnostics the id says enough.</summary>
        public static DiagnosticKind Of(Diagnostic diagnostic)
        {
            var end = diagnostic.Id == ReadingDiagnostics.MalformedId ? diagnostic.Message.IndexOf(':') : -1;
            return new DiagnosticKind(diagnostic.Id, diagnostic.Severity, end < 0 ? "" : diagnostic.Message[..end]);
        }
    }
}

/// <summary>How often a kind of diagnostic was reported.</summary>
/// <param name="What">What tells apart kinds with one id, such as <c>This is no token</c>; else empty.</param>
/// <param name="Kept">How many of them are among the diagnostics; the first ones.</param>
public sealed record DiagnosticTotal(string Id, DiagnosticSeverity Severity, string What, int Count, int Kept);
