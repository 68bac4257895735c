namespace Graph.Annotations;

/// <summary>
/// Articles that people write and annotate in an editor: <c>NAME.md</c> with YAML front matter that has an <c>id</c>, text with Pandoc's
/// bracketed spans, and facts in fenced blocks after the paragraph that supports them. The grammar is <c>grammar/article.ebnf</c>.
/// </summary>
internal sealed class NativeFormat() : SingleFileFormat("native")
{
    protected override bool Fits(AnnotationFile file) => file.Extension == ".md" && FrontMatter.HasId(file.Head);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log) =>
        [new NativeArticleReader(file, file.ReadText(log), log).Read()];
}
