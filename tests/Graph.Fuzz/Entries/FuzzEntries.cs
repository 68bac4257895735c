using Graph.Annotations;
using Graph.Export;
using Graph.Fuzz.Inputs;

namespace Graph.Fuzz.Entries;

/// <summary>Every entry by its name. An entry with kept inputs and no reader of its own loads them as folders.</summary>
internal static class FuzzEntries
{
    private static readonly ImmutableArray<string> Others = ["query", "editor", "graph-type", "query-file", "parameters", "history",
        "stored-graph", "export"];
    private static readonly ImmutableArray<string> ReadAgain = [.. FolderFormats.All.Select(format => $"export-{format.Name}")];

    public static ImmutableArray<string> Names { get; } =
        [.. Others, .. ReadAgain, .. KeptInputs.ListEntries().Except(Others).Except(ReadAgain)];

    /// <param name="work">A folder for its files.</param>
    public static FuzzEntry Create(string name, string work)
    {
        var folder = Path.Combine(work, name == "stored-graph" ? "a.graph" : "a");
        return name switch
        {
            "query" => new QueryEntry(),
            "editor" => new EditorEntry(new QueryEntry()),
            "graph-type" => new GraphTypeEntry(),
            "query-file" => new QueryFileEntry(),
            "parameters" => new ParameterEntry(folder),
            "history" => new HistoryEntry(folder),
            "stored-graph" => new StoredGraphEntry(folder),
            "export" =>
                new ExportEntry(
                    [.. KeptInputs.ListEntries().Except(Others).SelectMany(entry => KeptInputs.Read(entry)), .. KeptInputs.Read(name)],
                    folder),
            _ when ReadAgain.Contains(name) => new LoadEntry(name, [.. KeptInputs.Read(name), Export(name, folder)], folder),
            _ => new LoadEntry(name, KeptInputs.Read(name), folder),
        };
    }

    /// <summary>The articles under data/, as an export writes them.</summary>
    private static FuzzInput Export(string name, string folder)
    {
        var store = GraphLoader.Load([Repository.GetPath("data", "articles", "csto-profile.md")], new LoadOptions(null)).Store;
        var format = FolderFormats.FindByName(name["export-".Length..])!;
        ExportFolder.Write(folder, target => format.Write(GraphSelection.All(store), target, CancellationToken.None));
        return KeptInputs.ReadFolder(folder);
    }
}
