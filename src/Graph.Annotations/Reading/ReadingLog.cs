namespace Graph.Annotations;

/// <summary>What reading met: diagnostics, and the counts that no record carries.</summary>
internal sealed class ReadingLog
{
    private readonly List<Diagnostic> diagnostics = [];
    private readonly SortedDictionary<string, int> others = new(StringComparer.Ordinal);

    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>Elements of annotation files that could not be read as what they claim to be.</summary>
    public int Malformed { get; private set; }

    public int SurfaceMismatches { get; private set; }

    /// <summary>What was read or left out beside mentions, relations and events, by its name.</summary>
    public IReadOnlyDictionary<string, int> Others => others;

    public void Report(Diagnostic diagnostic) => diagnostics.Add(diagnostic);

    public void ReportMalformed(Diagnostic diagnostic)
    {
        Malformed++;
        diagnostics.Add(diagnostic);
    }

    public void ReportSurfaceMismatch(SourcePlace place, string recorded, string text)
    {
        SurfaceMismatches++;
        diagnostics.Add(ReadingDiagnostics.SurfaceMismatch(place, recorded, text));
    }

    /// <summary>Adds the counts of another log; its diagnostics stay there.</summary>
    public void Add(ReadingLog other)
    {
        Malformed += other.Malformed;
        SurfaceMismatches += other.SurfaceMismatches;
        foreach (var (what, count) in other.others)
            Count(what, count);
    }

    public void Count(string what, int count = 1)
    {
        if (count > 0)
            others[what] = others.GetValueOrDefault(what) + count;
    }
}
