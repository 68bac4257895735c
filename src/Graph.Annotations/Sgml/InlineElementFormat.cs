namespace Graph.Annotations;

/// <summary>Plain texts in which elements of any name enclose words; as these may mean anything, no other format knows the file.</summary>
internal sealed class InlineElementFormat : IAnnotationFormat
{
    public string Name => "inline-elements";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        var marked = folder.TakeEach(file => !SgmlFormat.Others.Contains(file.Extension) && SgmlOwnMarks.AreIn(file.Head)).ToList();
        return marked.Concat(UnmarkedFiles.Take(folder, marked.Select(set => set.Main)).Select(file => new FileSet([file])));
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log) => SgmlFormat.ReadFile(files.Main, log);
}
