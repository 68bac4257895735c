namespace Graph.Export.Tests;

/// <summary>A folder for the files of one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("graph-export").FullName;

    /// <summary>Writes a selection into a new file, and gives its path.</summary>
    public string Write(string format, GraphSelection selection)
    {
        var known = GraphFormats.FindByName(format)!;
        var file = System.IO.Path.Combine(Path, $"{Directory.GetFiles(Path).Length}{known.Endings[0]}");
        WholeFile.Write(file, output => known.Write(selection, output));
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
