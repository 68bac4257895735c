namespace Graph.Annotations;

/// <summary>
/// One annotation format, the place to extend what is read. A new format is a folder with one class that implements this, mostly by
/// <see cref="SingleFileFormat"/> or <see cref="XmlFormat"/>, and a line in <see cref="AnnotationFormats"/>:
/// <list type="number">
/// <item><see cref="Claim"/> looks at names and heads (<see cref="AnnotationFile.Head"/>, read once for all formats) and takes from the
/// folder what is of this format: files that are read together are one set. A doubtful file is left to the formats after this one.</item>
/// <item><see cref="Read"/> turns a set into articles, one after the other. Every span is converted on entry to UTF-16 units of the
/// article's own text (<see cref="TextOffsets"/> for what tools count), and words that the file records are held against the text
/// there.</item>
/// <item>What cannot be read costs only itself: <see cref="ReadingLog.ReportMalformed"/> with its place. What is read past is counted by
/// its name: <see cref="ReadingLog.Count"/>.</item>
/// <item>Tests: a table of small files of its own with what each gives, beside the other formats' tests.</item>
/// </list>
/// Formats keep no state between sets but caches; one object serves a whole load, and sets are read in the order in which they were
/// claimed.
/// </summary>
internal interface IAnnotationFormat
{
    /// <summary>As <c>corpus.yaml</c> and the summary call it.</summary>
    string Name { get; }

    /// <summary>The sets of files of this format, which are taken out of the folder.</summary>
    IEnumerable<FileSet> Claim(FolderListing folder);

    /// <exception cref="IOException">A file cannot be read.</exception>
    IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log);
}

/// <summary>A format of which each file stands alone.</summary>
internal abstract class SingleFileFormat(string name) : IAnnotationFormat
{
    public string Name => name;

    public IEnumerable<FileSet> Claim(FolderListing folder) => folder.TakeEach(Fits);

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        // Nothing is read before the first article is asked for.
        foreach (var record in Read(files.Main, log))
            yield return record;
    }

    protected abstract bool Fits(AnnotationFile file);

    protected abstract IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log);
}

/// <summary>The same in XML; what is not well-formed is reported and has no article.</summary>
internal abstract class XmlFormat(string name) : SingleFileFormat(name)
{
    protected sealed override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log) =>
        XmlFile.Read(file, log) is { } xml ? Read(file, xml, log) : [];

    protected abstract IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log);
}
