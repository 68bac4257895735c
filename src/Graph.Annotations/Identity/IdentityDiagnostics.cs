namespace Graph.Annotations;

/// <summary>What can be doubtful about who is who: <c>GR62nn</c>.</summary>
internal static class IdentityDiagnostics
{
    public static Diagnostic TwoLinks(SourcePlace place, string id, string link) =>
        ReadingDiagnostics.Warning("GR6201", place, $"'{id}' is linked to another item elsewhere, so '{link}' is left out.");

    public static Diagnostic OverlappingChains(SourcePlace place, string first, string second, string surface) =>
        ReadingDiagnostics.Warning("GR6202", place, $"'{surface}' stands in chain '{first}' and in chain '{second}'.");

    public static Diagnostic OtherTypes(SourcePlace place, string name, string type, string others) =>
        ReadingDiagnostics.Note("GR6203", place,
            $"'{name}' is taken as a {type}; other mentions call it {others}, which it keeps as labels.");

    public static Diagnostic NotJoined(SourcePlace place, string left, string right, string because) =>
        ReadingDiagnostics.Note("GR6204", place,
            $"'{left}' and '{right}' are not joined though they share '{because}': they are known to be different.");
}
