using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Graph.Snapshots;

/// <summary>The lines that two texts do not share, with some of those around them.</summary>
public static class TextDifference
{
    private const int ContextLines = 3;

    /// <summary>Lines that are gone behind <c>-</c>, lines that have come behind <c>+</c>.</summary>
    public static string Describe(string verified, string received)
    {
        var lines = InlineDiffBuilder.Diff(WithoutLastBreak(verified), WithoutLastBreak(received), ignoreWhiteSpace: false).Lines;
        var text = new StringBuilder();
        var lastShown = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsNearChange(lines, i))
                continue;
            if (i > lastShown + 1)
                text.Append("  ...\n");
            text.Append($"{GetSign(lines[i].Type)} {lines[i].Text}\n");
            lastShown = i;
        }

        return text.ToString();
    }

    /// <summary>What follows the last line break is no line.</summary>
    private static string WithoutLastBreak(string text) => text.EndsWith('\n') ? text[..^1] : text;

    private static bool IsNearChange(List<DiffPiece> lines, int index)
    {
        for (var i = Math.Max(0, index - ContextLines); i <= Math.Min(lines.Count - 1, index + ContextLines); i++)
        {
            if (lines[i].Type != ChangeType.Unchanged)
                return true;
        }

        return false;
    }

    private static char GetSign(ChangeType change) => change switch
    {
        ChangeType.Inserted => '+',
        ChangeType.Deleted => '-',
        _ => ' ',
    };
}
