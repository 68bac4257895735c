namespace Graph.Annotations.Tests.Loading;

/// <summary>A fault of one format while files are looked through costs no other file.</summary>
public sealed class ClaimFaultTests
{
    [Fact]
    public void AFormatThatFailsLeavesTheOthersTheirFiles()
    {
        using var folder = new TemporaryFolder(("a.txt", "Mira."), ("a.ann", "T1\tPER 0 4\tMira\n"), ("b.broken", "x"));
        var log = new ReadingLog(ReadingLog.StandardLimit);
        using var archives = new ArchiveStore(log);

        var found = CorpusFinder.Find(
            [folder.FullPath], new LoadOptions(null), [new FailingFormat(), .. AnnotationFormats.CreateAll()], archives, log);

        Assert.Equal(["brat"], found.Folders.SelectMany(each => each.Sets).Select(set => set.Format.Name));
        Assert.Contains(log.Diagnostics, diagnostic => diagnostic.Id == "GR6199");
    }

    private sealed class FailingFormat : IAnnotationFormat
    {
        public string Name => "failing";

        public IEnumerable<FileSet> Claim(FolderListing folder) => throw new InvalidOperationException();

        public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log) => [];
    }
}
