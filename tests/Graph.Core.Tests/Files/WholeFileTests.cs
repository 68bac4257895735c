namespace Graph.Core.Tests.Files;

public sealed class WholeFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-whole").FullName;

    private string FilePath => Path.Combine(folder, "file.txt");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Whoever reads the file while it is written anew reads the old one to its end.</summary>
    [Fact]
    public void AFileIsReplacedAndNotOverwritten()
    {
        WholeFile.WriteText(FilePath, "old");
        using var reader = new FileStream(FilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        WholeFile.WriteText(FilePath, "newer");
        Assert.Equal("old", new StreamReader(reader).ReadToEnd());
        Assert.Equal("newer", File.ReadAllText(FilePath));
        Assert.Equal([FilePath], Directory.EnumerateFiles(folder));
    }

    [Fact]
    public void WhatFailsMidwayLeavesTheOldFileAndNothingElse()
    {
        WholeFile.WriteText(FilePath, "old");
        Assert.Throws<InvalidDataException>(() => WholeFile.Write<int>(FilePath, stream =>
        {
            stream.Write("half"u8);
            throw new InvalidDataException();
        }));
        Assert.Equal("old", File.ReadAllText(FilePath));
        Assert.Equal([FilePath], Directory.EnumerateFiles(folder));
    }

    /// <summary>Of a name that is too long once the temporary ending stands behind it.</summary>
    [SkippableFact]
    public void AMessageNamesTheFileThatWasAskedFor()
    {
        Skip.If(OperatingSystem.IsWindows(), "Names may be longer there.");
        var path = Path.Combine(folder, new string('n', 254));
        var exception = Assert.ThrowsAny<IOException>(() => WholeFile.WriteText(path, "text"));
        Assert.StartsWith($"'{path}' cannot be written", exception.Message);
        Assert.DoesNotContain(".part", exception.Message);
    }

    [Fact]
    public void AFullDiskIsToldAndAFolderIsNoFile()
    {
        if (File.Exists("/dev/full"))
            Assert.Throws<IOException>(() => WholeFile.WriteText("/dev/full", "text"));
        Assert.Throws<IOException>(() => WholeFile.WriteText(folder, "text"));
        Assert.Throws<DirectoryNotFoundException>(() => WholeFile.WriteText(Path.Combine(folder, "none", "file"), "text"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    /// <summary>Of writers that are no more; no process has so high a number.</summary>
    [Theory]
    [InlineData("file.txt.2147483647.part", true)]
    [InlineData("file.txt.1.part", false)]
    [InlineData("file.txt.two.part", false)]
    [InlineData("other.txt.2147483647.part", false)]
    [InlineData("file.txt.part", false)]
    [InlineData("file.txt.2147483647", false)]
    public void WhatAKilledWriterLeftGoes(string name, bool goes)
    {
        var left = Path.Combine(folder, name);
        File.WriteAllText(left, "half");
        WholeFile.WriteText(FilePath, "whole");
        Assert.Equal(!goes, File.Exists(left));
    }

    [Fact]
    public void WhatIsStillWrittenStays()
    {
        var left = $"{FilePath}.{int.MaxValue}.part";
        using (new FileStream(left, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            WholeFile.WriteText(FilePath, "whole");
            Assert.True(File.Exists(left));
        }

        WholeFile.WriteText(FilePath, "whole");
        Assert.False(File.Exists(left));
    }
}
