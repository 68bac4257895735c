namespace Graph.Annotations.Tests;

/// <summary>A folder with files that a test writes; gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder(params ReadOnlySpan<(string Name, string Text)> files)
    {
        foreach (var (name, text) in files)
            Write(name, text);
    }

    public string FullPath { get; } = Directory.CreateTempSubdirectory("graph-").FullName;

    public void Write(string name, string text)
    {
        var path = Path.Combine(FullPath, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public LoadResult Load(LoadOptions? options = null) => GraphLoader.Load([FullPath], options ?? new LoadOptions(null));

    /// <summary>What a load gave, without the path of the folder.</summary>
    public string Describe(LoadOptions? options = null) =>
        GraphDescription.Describe(Load(options)).Replace($"{FullPath}/", "").Replace(FullPath, ".");

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
