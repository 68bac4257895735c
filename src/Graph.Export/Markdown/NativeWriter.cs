namespace Graph.Export;

/// <summary>
/// Articles in the native format: Markdown with front matter, spans with attributes, and facts behind the paragraphs that say them.
/// </summary>
internal static class NativeWriter
{
    public static ExportReport Write(GraphSelection selection, ExportFolder folder, CancellationToken cancellation)
    {
        var losses = new LossLedger();
        var articles = new ArticleCollection(selection, losses);
        var files = new AnnotatedFolder(folder, selection.Store, losses);
        var entities = new AnnotatedEntities(selection.Store, losses);
        var described = new HashSet<int>();
        var written = new AnnotationCounts();
        foreach (var article in articles.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            using var output = files.Create(article.Key, ".md", out _);
            WriteFrontMatter(output, files.ListMetadata(article.Article));
            new NativeArticle(selection.Store, article, entities, described, losses, output).Write(written);
        }

        losses.Note("where sentences begin and end is not written");
        return written.Report(articles.Count, losses);
    }

    private static void WriteFrontMatter(TextWriter output, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        output.Write("---\n");
        foreach (var (name, value) in metadata)
            output.Write($"{(name == StoreNames.Key ? "id" : name)}: {YamlText.Quote(value)}\n");
        output.Write("---\n");
    }
}
