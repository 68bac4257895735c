using System.Text.RegularExpressions;

namespace Graph.Fuzz.Ledgers;

/// <summary>Marks of formats of a token a line, by their signs alone.</summary>
internal static partial class TaggedMarks
{
    private const int ConlluMisc = 9;

    /// <summary>Lines that begin a name: each has one tag <c>B-TYPE</c>, whatever columns stand beside.</summary>
    public static int? CountIob(string text) => SplitLines(text).Count(line => BeginTag().Count(line) == 1 && !line.StartsWith('#'));

    /// <summary>The same in the first column of names, by its place in the header; null where the header is damaged.</summary>
    public static int? CountHipe(string text)
    {
        var lines = SplitLines(text);
        var column = Array.IndexOf(lines[0].Split('\t'), "NE-COARSE-LIT");
        return column != 1
            ? null
            : lines.Skip(1)
                .Count(line => line.Split('\t') is { Length: > 1 } cells
                    && !line.StartsWith('#')
                    && cells[1].StartsWith("B-", StringComparison.Ordinal)
                    && cells[1].Length > 2);
    }

    /// <summary>
    /// Opening brackets in the <c>Entity</c> of words, without the later parts of mentions in several; null where nothing declares them.
    /// </summary>
    public static int? CountConllu(string text)
    {
        if (!text.Contains("# global.Entity = ", StringComparison.Ordinal))
            return null;
        return SplitLines(text)
            .Select(line => line.Split('\t'))
            .Where(cells => cells.Length == ConlluMisc + 1 && int.TryParse(cells[0], out _))
            .SelectMany(cells => cells[ConlluMisc].Split('|')).Where(part => part.StartsWith("Entity=", StringComparison.Ordinal))
            .Sum(part => Opening().Count(part));
    }

    private static string[] SplitLines(string text) => text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);

    [GeneratedRegex(@"(?<=^|[\t ,])B-[A-Za-z]+(?=$|[\t ,])", RegexOptions.CultureInvariant)]
    private static partial Regex BeginTag();

    [GeneratedRegex(@"\([A-Za-z0-9_]+(?!\[(?!1/))", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
