namespace Graph.Annotations;

internal static class OffsetDiagnostics
{
    /// <summary>Says of a file, once, that its offsets do not count what they usually do.</summary>
    public static Diagnostic OtherCounting(SourcePlace place, OffsetCounting counting) =>
        ReadingDiagnostics.Note("GR6115", place, $"The offsets of this file fit its words as {counting}; they are read so.");
}
