using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Graph.Terminal;

namespace Graph.Cli.Commands;

/// <summary>
/// The verified answer of a query file, by Verify's file convention: <c>FILE.verified.txt</c> is compared, a difference leaves
/// <c>FILE.received.txt</c> behind, a match removes it.
/// </summary>
internal sealed class Snapshot(string queryFile)
{
    private const int ContextLines = 3;

    private readonly string verifiedFile = $"{queryFile}.verified.txt";
    private readonly string receivedFile = $"{queryFile}.received.txt";

    /// <summary>True if the answer is the verified one, or was made so; else the difference was written.</summary>
    public bool Verify(string answer, bool accept, TextWriter error)
    {
        var received = Normalize(answer);
        var verified = File.Exists(verifiedFile) ? Normalize(File.ReadAllText(verifiedFile)) : null;
        if (received == verified || accept)
        {
            if (received != verified)
                File.WriteAllText(verifiedFile, received);
            File.Delete(receivedFile);
            return true;
        }

        File.WriteAllText(receivedFile, received);
        var reason = verified is null ? $"there is no '{verifiedFile}' yet" : "the answer differs";
        error.Write($"{queryFile}: {reason}; see '{receivedFile}'\n");
        WriteDifference(verified ?? "", received, error);
        return false;
    }

    /// <summary>A checkout may have changed the line ends.</summary>
    private static string Normalize(string text) => text.ReplaceLineEndings("\n");

    private static void WriteDifference(string verified, string received, TextWriter error)
    {
        var lines = InlineDiffBuilder.Diff(WithoutLastBreak(verified), WithoutLastBreak(received), ignoreWhiteSpace: false).Lines;
        var lastShown = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsNearChange(lines, i))
                continue;
            if (i > lastShown + 1)
                error.Write("  ...\n");
            error.Write($"{GetSign(lines[i].Type)} {VisibleText.Show(lines[i].Text)}\n");
            lastShown = i;
        }
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
