using System.Runtime.CompilerServices;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Xunit.Sdk;

namespace Graph.Testing;

/// <summary>
/// Compares a text with <c>Class.Method.verified.EXT</c> beside the test's source, by Verify's file convention: a difference leaves
/// <c>Class.Method.received.EXT</c> behind and fails, a match removes it. Set <c>GRAPH_ACCEPT=1</c> to take what was received.
/// </summary>
public static class Verifier
{
    private const int ContextLines = 3;

    /// <param name="variant">Tells the cases of a theory apart; becomes part of the file name.</param>
    public static void Verify(
        string actual,
        string? variant = null,
        string extension = "txt",
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "")
    {
        var folder = Path.GetDirectoryName(sourceFile);
        if (!Directory.Exists(folder))
            throw new XunitException($"The folder of the test's source is not here, so its snapshot cannot be found: {folder}");

        var name = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}{(variant is null ? "" : $"_{variant}")}";
        var verifiedFile = Path.Combine(folder, $"{name}.verified.{extension}");
        var receivedFile = Path.Combine(folder, $"{name}.received.{extension}");
        var received = actual.ReplaceLineEndings("\n");
        var verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile) : null;
        if (received == verified)
        {
            File.Delete(receivedFile);
            return;
        }

        if (Environment.GetEnvironmentVariable("GRAPH_ACCEPT") == "1")
        {
            File.WriteAllText(verifiedFile, received);
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, received);
        throw new XunitException(
            $"{(verified is null ? "There is no snapshot yet." : "The snapshot differs.")}\n  verified: {verifiedFile}\n  received: {receivedFile}\n"
            + Describe(verified ?? "", received));
    }

    private static string Describe(string verified, string received)
    {
        var lines = InlineDiffBuilder.Diff(verified, received, ignoreWhiteSpace: false).Lines;
        var shown = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Type == ChangeType.Unchanged)
                continue;

            for (var j = Math.Max(0, i - ContextLines); j <= Math.Min(lines.Count - 1, i + ContextLines); j++)
                shown[j] = true;
        }

        return string.Join('\n', lines.Where((_, i) => shown[i]).Select(Format));
    }

    private static string Format(DiffPiece line) => line.Type switch
    {
        ChangeType.Inserted => $"+ {line.Text}",
        ChangeType.Deleted => $"- {line.Text}",
        _ => $"  {line.Text}",
    };
}
