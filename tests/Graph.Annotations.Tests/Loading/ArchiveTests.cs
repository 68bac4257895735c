using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Graph.Annotations.Tests;

/// <summary>Files in zip and gz: the same as beside each other, and nothing that harms.</summary>
public sealed class ArchiveTests
{
    private const string Record = """{"id": "a", "text": "Mira left.", "entities": [{"start": 0, "end": 4, "label": "PER"}]}""";

    [Fact]
    public void AZipIsAFolder()
    {
        using var folder = new TemporaryFolder();
        WriteZip(
            Path.Combine(folder.FullPath, "all.zip"), ("news/a.txt", "Mira left."), ("news/a.ann", "T1\tPER 0 4\tMira\n"),
            ("__MACOSX/news/._a.txt", "x"), ("b.jsonl", Record));

        var result = folder.Load();

        Assert.Equal("Mira:PER Mira:PER", LoadedFacts.Describe(result));
        Assert.Equal((2, 0), (result.Summary.Articles, result.Summary.SkippedFiles.Length));
    }

    /// <summary>Whoever unpacks an archive often leaves it there; what is not the same is another file.</summary>
    [Fact]
    public void WhatStandsUnpackedBesideAnArchiveIsReadOnce()
    {
        const string OtherRecord = """{"id": "b", "text": "Ola left.", "entities": [{"start": 0, "end": 3, "label": "PER"}]}""";
        using var folder = new TemporaryFolder(("all/a.jsonl", Record), ("news/b.jsonl", Record));
        WriteZip(Path.Combine(folder.FullPath, "all.zip"), ("a.jsonl", Record));
        WriteZip(Path.Combine(folder.FullPath, "news.zip"), ("news/b.jsonl", Record), ("news/c.jsonl", OtherRecord), ("d.jsonl", OtherRecord));

        var result = folder.Load();

        Assert.Equal("Ola:PER Ola:PER Mira:PER Mira:PER", LoadedFacts.Describe(result));
        Assert.Equal(2, result.Summary.Others["files of archives that stand unpacked beside them"]);
    }

    /// <summary>A cancel is no damage of the archive.</summary>
    [Fact]
    public void UnpackingHearsACancel()
    {
        using var folder = new TemporaryFolder();
        var (zip, gzip) = (Path.Combine(folder.FullPath, "all.zip"), Path.Combine(folder.FullPath, "b.jsonl.gz"));
        WriteZip(zip, ("b.jsonl", Record));
        using (var stream = new GZipStream(File.Create(gzip), CompressionMode.Compress))
            stream.Write(Encoding.UTF8.GetBytes(Record));
        var log = new ReadingLog(ReadingLog.StandardLimit);
        using var archives = new ArchiveStore(log, new CancellationToken(canceled: true));

        Assert.ThrowsAny<OperationCanceledException>(() => archives.Unpack(zip, zip));
        Assert.ThrowsAny<OperationCanceledException>(() => archives.Expand(gzip, gzip));
        Assert.Empty(log.Diagnostics);
    }

    [Fact]
    public void AZipMayBeNamedAlone()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.FullPath, "all.zip");
        WriteZip(path, ("b.jsonl", Record));

        Assert.Equal(1, GraphLoader.Load([path], new LoadOptions(null)).Summary.Mentions);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AGzipIsTheFileInIt(bool isNamed)
    {
        using var folder = new TemporaryFolder(("articles.csv", "id,title\na,A title\n"));
        var path = Path.Combine(folder.FullPath, "b.jsonl.gz");
        using (var stream = new GZipStream(File.Create(path), CompressionMode.Compress))
            stream.Write(Encoding.UTF8.GetBytes(Record));

        var result = GraphLoader.Load([isNamed ? path : folder.FullPath], new LoadOptions(null));

        Assert.Equal((1, 0), (result.Summary.Mentions, result.Summary.SkippedFiles.Length));
        Assert.Equal("A title", result.Store.GetNodeProperty(0, "title").AsString());
    }

    /// <summary>What is packed stands where its archive does: labels of its tags, settings and aliases hold for it.</summary>
    [Fact]
    public void AGzipFindsWhatStandsBesideIt()
    {
        using var folder = new TemporaryFolder(("labels.txt", "O\nB-PER\nI-PER\n"));
        using (var stream = new GZipStream(File.Create(Path.Combine(folder.FullPath, "train.jsonl.gz")), CompressionMode.Compress))
            stream.Write(Encoding.UTF8.GetBytes("{\"tokens\": [\"Mira\", \"left\"], \"tags\": [1, 0]}\n"));

        Assert.Equal("Mira:PER", LoadedFacts.Describe(folder.Load()));
    }

    [Fact]
    public void SettingsBesideAnArchiveHoldInIt()
    {
        using var folder = new TemporaryFolder(("corpus.yaml", "types: {PER: Human}\n"));
        WriteZip(Path.Combine(folder.FullPath, "all.zip"), ("x/b.jsonl", Record));

        Assert.Equal("Mira:Human", LoadedFacts.Describe(folder.Load()));
    }

    /// <summary>A project holds each version of a document in a zip of its own.</summary>
    [Fact]
    public void AProjectMayBeZippedWithZipsInIt()
    {
        using var folder = new TemporaryFolder();
        using var inner = new MemoryStream();
        using (var archive = new ZipArchive(inner, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "mira.tsv", Tsv("PER"));
            Add(archive, "TypeSystem.xml", "<typeSystemDescription/>");
        }

        using (var outer = ZipFile.Open(Path.Combine(folder.FullPath, "project.zip"), ZipArchiveMode.Create))
        {
            using var stream = outer.CreateEntry("annotation/news.txt/mira.zip").Open();
            stream.Write(inner.ToArray());
        }

        var result = folder.Load();

        Assert.Equal("Mira:PER", LoadedFacts.Describe(result));
        Assert.Equal("news", result.Store.GetNodeProperty(0, "key").AsString());
    }

    [Fact]
    public void AnEntryThatPointsOutsideIsRefused()
    {
        using var folder = new TemporaryFolder();
        WriteZip(Path.Combine(folder.FullPath, "all.zip"), ("../../evil.txt", "x"));

        var result = folder.Load();

        Assert.Equal((0, 1), (result.Summary.Articles, result.Summary.Malformed));
        Assert.Contains("points outside the archive", Assert.Single(result.Diagnostics, diagnostic => diagnostic.Id == "GR6115").Message);
    }

    /// <summary>A tape archive is read like a zip; a link in it is not followed.</summary>
    [Theory]
    [InlineData("all.tar")]
    [InlineData("all.tar.gz")]
    [InlineData("all.tgz")]
    public void ATapeArchiveIsAFolder(string name)
    {
        using var folder = new TemporaryFolder();
        using (Stream file = File.Create(Path.Combine(folder.FullPath, name)), packed = name == "all.tar"
            ? file
            : new GZipStream(file, CompressionMode.Compress))
        using (var archive = new TarWriter(packed))
        {
            foreach (var (entry, text) in new[] { ("news/a.txt", "Mira left."), ("news/a.ann", "T1\tPER 0 4\tMira\n"),
                ("news/._a.txt", "x"), ("news/c.txt", "Nobody."), ("news/c.ann", ""), ("b.jsonl", Record) })
                archive.WriteEntry(
                    new PaxTarEntry(TarEntryType.RegularFile, entry) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
            archive.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "c.jsonl") { LinkName = "/etc/passwd" });
        }

        var result = folder.Load();

        Assert.Equal("Mira:PER Mira:PER", LoadedFacts.Describe(result));
        Assert.Equal((3, 0), (result.Summary.Articles, result.Summary.SkippedFiles.Length));
        Assert.Contains(result.Summary.Losses, loss => loss.Contains("links in archives", StringComparison.Ordinal));
    }

    /// <summary>The name is in a header of its own, so that nothing but the program itself looks at its signs.</summary>
    [Theory]
    [InlineData("all.tar")]
    [InlineData("all.zip")]
    public void ANameThatNoFileCanHaveIsReported(string name)
    {
        using var folder = new TemporaryFolder(("b.jsonl", Record));
        var path = Path.Combine(folder.FullPath, name);
        if (name == "all.zip")
        {
            WriteZip(path, ("a\0b.txt", "x"));
        }
        else
        {
            using var archive = new TarWriter(File.Create(path));
            archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "a\0b.txt") { DataStream = new MemoryStream("x"u8.ToArray()) });
        }

        var result = folder.Load();

        Assert.Equal((1, 1), (result.Summary.Articles, result.Summary.Malformed));
        Assert.Contains("a name that no file can have", Assert.Single(result.Diagnostics, diagnostic => diagnostic.Id == "GR6115").Message);
    }

    /// <summary>A zip of one file stands for it, so that versions of a document are still beside each other.</summary>
    [Fact]
    public void AZipOfOneFileIsThatFile()
    {
        using var folder = new TemporaryFolder(("annotation/news.txt/INITIAL_CAS.tsv", Tsv("RAW")));
        WriteZip(Path.Combine(folder.FullPath, "annotation/news.txt/mira.zip"), ("mira.tsv", Tsv("PER")));

        var result = folder.Load();

        Assert.Equal("Mira:PER", LoadedFacts.Describe(result));
        Assert.Equal("news", result.Store.GetNodeProperty(0, "key").AsString());
    }

    [Fact]
    public void WhatIsNoZipIsReported()
    {
        using var folder = new TemporaryFolder(("all.zip", "this is no archive"), ("b.jsonl", Record));

        var result = folder.Load();

        Assert.Equal((1, 1), (result.Summary.Articles, result.Summary.Malformed));
    }

    /// <summary>Far more out of an archive than any text gives: zeros by the hundred megabytes.</summary>
    [Fact]
    public void ABombIsRefused()
    {
        using var folder = new TemporaryFolder();
        using (var stream = new GZipStream(File.Create(Path.Combine(folder.FullPath, "b.jsonl.gz")), CompressionLevel.SmallestSize))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 300; i++)
                stream.Write(zeros);
        }

        Assert.Contains("unpacks to more than", Assert.Single(folder.Load().Diagnostics, diagnostic => diagnostic.Id == "GR6115").Message);
    }

    private static string Tsv(string type) =>
        $"#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Name|value\n\n\n#Text=Mira .\n1-1\t0-4\tMira\t{type}\t\n1-2\t5-6\t.\t_\t\n";

    private static void WriteZip(string path, params (string Name, string Text)[] entries)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in entries)
            Add(archive, name, text);
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }
}
