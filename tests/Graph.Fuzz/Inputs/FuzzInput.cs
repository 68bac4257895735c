namespace Graph.Fuzz.Inputs;

/// <summary>A file of an input, by its path inside the folder that it is written to.</summary>
internal readonly record struct FuzzFile(string Name, byte[] Bytes);

/// <summary>What is given to a parser or a reader: one text, or the files of one folder.</summary>
internal sealed record FuzzInput(ImmutableArray<FuzzFile> Files)
{
    public static FuzzInput Of(string name, byte[] bytes) => new([new FuzzFile(name, bytes)]);

    public int Length => Files.Sum(file => file.Bytes.Length);

    /// <summary>The first file as text; bytes that are no UTF-8 become what decoders make of them.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Files[0].Bytes);

    public FuzzInput With(int index, byte[] bytes) => new(Files.SetItem(index, Files[index] with { Bytes = bytes }));

    /// <summary>Writes the files into a folder that is emptied before.</summary>
    public void WriteTo(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Bytes);
        }
    }
}
