using System.Runtime.CompilerServices;
using System.Text;
using Graph.Core;

namespace Graph.Annotations.Tests;

/// <summary>
/// Corpora and exports as their makers write them, several files and folders at a time: each file below this folder is one and says what it
/// must give. A difference leaves <c>NAME.received.sample</c> beside it; <c>GRAPH_ACCEPT=1</c> takes what was received.
/// </summary>
public sealed class SampleTests
{
    private const string Extension = ".sample";
    private static readonly string Folder = FindFolder();

    public static TheoryData<string> Names =>
    [
        .. Directory.EnumerateFiles(Folder, $"*{Extension}", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/')[..^Extension.Length])
            .Where(name => !name.EndsWith(".received", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The samples of one folder, in the order of their names.</summary>
    internal static IEnumerable<Sample> List(string folder) => Directory.EnumerateFiles(Path.Combine(Folder, folder), $"*{Extension}")
        .Where(path => !path.Contains(".received", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Sample.Read);

    [Theory]
    [MemberData(nameof(Names))]
    public void ASampleGivesWhatItSays(string name)
    {
        var sample = Sample.Read(Path.Combine(Folder, name + Extension));
        using var folder = new TemporaryFolder([.. sample.Files.Select(file => (file.Name, file.Content))]);

        var gives = Describe(folder.Load()).Replace($"{folder.FullPath}/", "");

        var received = Path.Combine(Folder, $"{name}.received{Extension}");
        if (gives != sample.Gives)
            File.WriteAllText(Environment.GetEnvironmentVariable("GRAPH_ACCEPT") == "1" ? sample.Path : received, sample.With(gives));
        else
            File.Delete(received);
        Assert.Equal(sample.Gives, gives);
    }

    private static string Describe(LoadResult result)
    {
        var summary = result.Summary;
        var text = new StringBuilder();
        text.Append(
            $"{summary.Articles} articles, {summary.Mentions} mentions, {summary.Entities} entities, {summary.Relations} relations, {summary.Events} events\n");
        var store = result.Store;
        var mentions = LoadedFacts.ListMentionsByArticle(store);
        var article = store.Labels.IndexOf("Article");
        for (var node = 0; node < store.NodeCount; node++)
        {
            if (store.HasLabel(node, article))
                text.Append($"{store.GetNodeProperty(node, "key").AsString()}{GetDay(store, node)}: {string.Join(' ', mentions[node])}".TrimEnd()).Append('\n');
        }

        foreach (var relation in LoadedFacts.ListRelations(store))
            text.Append($"{relation}\n");
        if (!summary.TriggersByType.IsEmpty)
            text.Append($"triggers: {Join(summary.TriggersByType)}\n");
        if (summary.Malformed + summary.SurfaceMismatches > 0)
            text.Append($"malformed {summary.Malformed}, mismatches {summary.SurfaceMismatches}\n");
        if (!summary.Others.IsEmpty)
            text.Append($"told: {Join(summary.Others)}\n");
        foreach (var file in summary.Skipped)
            text.Append($"skipped: {file.Path}\n");
        return text.ToString().TrimEnd('\n');
    }

    private static string GetDay(GraphStore store, int article) =>
        store.GetNodeProperty(article, "published") is { IsNull: false } day ? $" ({day.AsDate().Text})" : "";

    private static string Join(IEnumerable<KeyValuePair<string, int>> counts) =>
        string.Join(", ", counts.Select(pair => $"{pair.Key} {pair.Value}"));

    private static string FindFolder([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
}
