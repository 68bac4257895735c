namespace Graph.Core;

/// <summary>
/// A graph on disk: a folder of Arrow IPC files (segments) with names derived from their content, and a manifest that says where in
/// them each column lies. Segments are memory-mapped when they are first needed and read without copying.
/// </summary>
public static class GraphFile
{
    /// <summary>What the folder of a graph is called by custom.</summary>
    public const string Extension = ".graph";

    public const string ManifestName = "manifest.json";

    internal const string FormatName = "graph";

    internal const int FormatVersion = 1;

    /// <summary>Whether a folder has a manifest, and so is to be opened as a graph.</summary>
    public static bool Exists(string path) => File.Exists(System.IO.Path.Combine(path, ManifestName));

    /// <summary>
    /// Whether a graph can be written there: nothing is, or a folder of nothing but a graph, or of what a stopped writer left.
    /// </summary>
    public static bool CanWrite(string path) => !File.Exists(path) && (!Directory.Exists(path) || GraphFolder.FindOther(path) is null);

    /// <summary>
    /// Writes a store into a folder, which is made where it is not there. The folder holds the old graph until the last step, the
    /// renaming of the manifest, and the new one after it, whenever the process ends.
    /// </summary>
    /// <exception cref="GraphFileException">Another process writes the folder, or a column is too long for a segment.</exception>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    public static void Write(GraphStore store, string path) => Write(store, path, static _ => { });

    /// <param name="beforeStep">Called with the file before each change to the folder.</param>
    internal static void Write(GraphStore store, string path, Action<string> beforeStep)
    {
        Directory.CreateDirectory(path);
        using var folder = GraphFolder.Lock(path, beforeStep);
        try
        {
            new GraphFileWriter(store, folder).Write();
        }
        catch
        {
            folder.TakeBack();
            throw;
        }
    }

    /// <summary>
    /// Opens a stored graph: reads the manifest and looks at the length of each segment, nothing else. What was mapped stays mapped until
    /// <see cref="GraphStore.Close"/>, as nobody else can tell when the last span over it is gone.
    /// </summary>
    /// <exception cref="GraphFileException">There is no graph, or it is of another version, damaged or truncated.</exception>
    public static GraphStore Open(string path) => GraphFileReader.Open(path);

    /// <summary>Reads every segment and compares its checksum; empty for a graph that is sound.</summary>
    /// <exception cref="GraphFileException">There is no graph, or its manifest cannot be read.</exception>
    public static IReadOnlyList<GraphFileProblem> Check(string path)
    {
        using var manifest = Manifest.Read(path);
        var problems = new List<GraphFileProblem>();
        foreach (var segment in manifest.Segments)
        {
            if (segment.FindProblem(path) is { } problem)
                problems.Add(new GraphFileProblem(segment.Name, problem));
        }

        return problems;
    }

    /// <summary>
    /// The first segment that <see cref="Check"/> finds or whose numbers cannot be those of a graph, as when somebody changed them and made
    /// the checksums anew; null for a graph that is sound.
    /// </summary>
    /// <inheritdoc cref="Check" path="/exception"/>
    internal static GraphFileProblem? FindProblem(string path)
    {
        if (Check(path) is [var problem, ..])
            return problem;
        var store = Open(path);
        try
        {
            return ContentCheck.FindProblem(store);
        }
        finally
        {
            store.Close();
        }
    }
}
