using Graph.Annotations;
using Graph.Terminal;

namespace Graph.Cli.Commands;

/// <summary>How each file was understood, one after the other.</summary>
internal static class ExplanationListing
{
    public static void Write(IEnumerable<FileExplanation> files, TextWriter output)
    {
        foreach (var file in files)
            Write(file, output);
    }

    private static void Write(FileExplanation file, TextWriter output)
    {
        output.Write($"{Show(string.Join(" + ", file.Files))}\n");
        if (file.Reason is { } reason)
            output.Write($"  not read: {Show(reason)}\n");
        else
            output.Write($"  read as {file.Format}: {file.Articles} {(file.Articles == 1 ? "article" : "articles")}\n");
        WriteCounts("mentions", file.MentionsByType, output);
        WriteCounts("relations and events", file.RelationsByType, output);
        WriteCounts("properties", file.Properties, output);
        WriteCounts("also counted", file.Others, output);
        foreach (var line in file.FirstArticle?.Split('\n') ?? [])
            output.Write($"  | {Show(line)}\n");
    }

    private static void WriteCounts(string what, ImmutableSortedDictionary<string, int> counts, TextWriter output)
    {
        if (!counts.IsEmpty)
        {
            var parts = counts.Select(pair => $"{(pair.Key.Length == 0 ? "(no type)" : pair.Key)} {pair.Value}");
            output.Write($"  {what}: {Show(string.Join(", ", parts))}\n");
        }
    }

    private static string Show(string text) => VisibleText.Show(text);
}
