namespace Graph.Annotations;

internal static class ConllDiagnostics
{
    public static Diagnostic BrokenTag(SourcePlace place, string tag) =>
        ReadingDiagnostics.Warning("GR6110", place, $"'{tag}' is no tag such as B-PER, I-PER or O; it counts as O.");

    public static Diagnostic SeveralLinks(SourcePlace place, string first, string other) =>
        ReadingDiagnostics.Warning("GR6111", place,
            $"The tokens of this mention are linked to '{first}' and to '{other}'; the first counts.");

    public static Diagnostic NeverClosed(SourcePlace place, string id) =>
        ReadingDiagnostics.Warning("GR6112", place, $"The mention of '{id}' that opens here is never closed.");

    public static Diagnostic NeverOpened(SourcePlace place, string id) =>
        ReadingDiagnostics.Warning("GR6113", place, $"No mention of '{id}' is open that could be closed here.");
}
