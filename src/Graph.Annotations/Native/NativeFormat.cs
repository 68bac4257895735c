namespace Graph.Annotations;

/// <summary>
/// Articles that people write and annotate in an editor: <c>NAME.md</c> with YAML front matter that has an <c>id</c>, text with Pandoc's
/// bracketed spans, and facts in fenced blocks after the paragraph that supports them. The grammar is <c>grammar/article.ebnf</c>.
/// </summary>
internal sealed class NativeFormat : IAnnotationFormat
{
    public string Name => "native";

    public IEnumerable<FileSet> Claim(FolderListing folder) =>
        folder.TakeEach(file => file.Extension == ".md" && FrontMatter.HasId(file.Head));

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        yield return new NativeArticleReader(files.Main, files.Main.ReadText(log), log).Read();
    }
}
