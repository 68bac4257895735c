namespace Graph.Core;

/// <summary>Names without case, diacritics and typographic variants, so that <c>Kirgizië</c> and <c>KIRGIZIE</c> meet (LANGUAGE: <c>fold</c>).</summary>
public static class NameFolding
{
    /// <summary>Compatibility decomposition without nonspacing marks, lower case, Latin ligatures and strokes written out, blanks collapsed. Idempotent.</summary>
    public static string Fold(string text) => throw new NotImplementedException();
}
