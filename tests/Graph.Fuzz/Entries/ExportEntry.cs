using Graph.Annotations;
using Graph.Export;
using Graph.Fuzz.Inputs;

namespace Graph.Fuzz.Entries;

/// <summary>Whatever loads is written in every format that holds a graph, and read again where it is articles or tables.</summary>
internal sealed class ExportEntry(ImmutableArray<FuzzInput> corpus, string folder) : FuzzEntry("export", corpus)
{
    private int number;

    public override ImmutableArray<string> Words => LoadWords.Find("mixed");

    public override int Cost => 2;

    public override void Read(FuzzInput input)
    {
        input.WriteTo(folder);
        var selection = GraphSelection.All(GraphLoader.Load([folder], new LoadOptions(null) { Threads = 1 }).Store);
        number++;
        GraphFormats.All[number % GraphFormats.All.Length].Write(selection, Stream.Null);
        var format = FolderFormats.All[number % FolderFormats.All.Length];
        Directory.Delete(folder, recursive: true);
        ExportFolder.Write(folder, target => format.Write(selection, target, CancellationToken.None));

        var again = GraphLoader.Load([folder], new LoadOptions(null) { Threads = 1 });
        var told = again.Diagnostics.Where(diagnostic => !diagnostic.Message.Contains("is no date", StringComparison.Ordinal)).ToList();
        FindingException.Require(
            again.Summary.Malformed == 0 || told.Count == 0 || HasOtherText(),
            () => $"is written as {format.Name} that is malformed: {string.Join(" | ", told.Take(3).Select(diagnostic => $"{diagnostic.Location.LineText} {diagnostic.Message}"))}");
    }

    /// <summary>A text that looks like a file of annotations itself may be taken for one.</summary>
    private bool HasOtherText() =>
        Directory.GetFiles(folder, "*.txt").Any(file => File.ReadAllText(file).TrimStart() is ['[' or '{' or '<' or '#', ..]);
}
