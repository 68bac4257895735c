using System.Text;

namespace Graph.Export;

/// <summary>
/// The files of annotated articles: those of each article, and <c>articles.csv</c> with what their format has no place for.
/// </summary>
internal sealed class AnnotatedFolder(ExportFolder folder, GraphStore store, LossLedger losses)
{
    private static readonly string[] Columns = ["key", "title", "published", "source", "language", "url"];
    private readonly StringBuilder table = new("file,id,title,published,source,language,url\n");

    public StreamWriter Create(string name, string ending, out string written) =>
        new(folder.Create(name, ending, out written), new UTF8Encoding(false)) { NewLine = "\n" };

    /// <summary>For each article a file with its text and one beside it for its annotations, and then the table.</summary>
    /// <param name="ending">Of the second file.</param>
    /// <param name="write">Gets the article, the name of the file with its text, and the second file.</param>
    public void WriteArticles(
        ArticleCollection articles, string ending, Action<ArticleContents, string, StreamWriter> write, CancellationToken cancellation)
    {
        foreach (var article in articles.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            string name;
            using (var text = Create(article.Key, ".txt", out name))
                text.Write(article.Text);
            var stem = Path.GetFileNameWithoutExtension(name);
            AddRow(stem, article.Article);
            using var output = CreateExactly($"{stem}{ending}");
            write(article, name, output);
        }

        WriteTable();
    }

    /// <summary>A file with a name that no other can have.</summary>
    public StreamWriter CreateExactly(string name) => new(folder.CreateExactly(name), new UTF8Encoding(false)) { NewLine = "\n" };

    /// <summary>The properties of an article that every reader of annotations knows.</summary>
    public IEnumerable<KeyValuePair<string, string>> ListMetadata(int article)
    {
        foreach (var (name, value) in StoreElements.GetNodeProperties(store, article))
        {
            if (!Columns.Contains(name))
                losses.Count($"'{name}' of an article is not written", $"'{name}' of articles are not written");
        }

        return Columns
            .Select(name => new KeyValuePair<string, string>(name, PlainText.Format(store.GetNodeProperty(article, name))))
            .Where(property => property.Value.Length > 0);
    }

    /// <param name="file">Without its ending.</param>
    private void AddRow(string file, int article)
    {
        var metadata = ListMetadata(article).ToDictionary(StringComparer.Ordinal);
        losses.Count(
            "text of an article is written without blanks at its ends",
            "texts of articles are written without blanks at their ends",
            metadata.Values.Count(value => value != value.Trim()));
        table.AppendJoin(',', Columns.Select(name => metadata.GetValueOrDefault(name, "").Trim()).Prepend(file).Select(Quote)).Append('\n');
    }

    private void WriteTable()
    {
        using var output = CreateExactly("articles.csv");
        output.Write(table);
    }

    private static string Quote(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
