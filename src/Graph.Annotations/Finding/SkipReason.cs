using System.Text;
using System.Text.Json;

namespace Graph.Annotations;

/// <summary>A file that no format has taken.</summary>
/// <param name="Path">As the user named it.</param>
/// <param name="Reason">What the nearest format lacked in it.</param>
/// <param name="IsData">Whether it looks like annotations or texts, and not like what stands beside them: a licence, a script, a
/// picture.</param>
/// <param name="IsNamed">Whether the user named this very file.</param>
public sealed record SkippedFile(string Path, string Reason, bool IsData, bool IsNamed);

/// <summary>Says of a file that no format has taken what it lacks.</summary>
internal static class SkipReason
{
    private const int MostFields = 8;

    /// <summary>Files that stand beside annotations: programs, settings, schemas, pictures and sounds, references, checksums.</summary>
    private static readonly HashSet<string> OtherExtensions =
    [
        ".py", ".pyc", ".ipynb", ".sh", ".bat", ".ps1", ".pl", ".pm", ".rb", ".r", ".js", ".ts", ".java", ".class", ".jar", ".c", ".h",
        ".cpp", ".cs", ".go", ".rs", ".php", ".lua", ".scala", ".css", ".scss", ".ini", ".cfg", ".conf", ".toml", ".yaml", ".yml", ".lock",
        ".properties", ".args", ".log", ".in", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".bmp", ".tif", ".tiff", ".ico", ".webp", ".mp3",
        ".wav", ".mp4", ".ogg", ".tex", ".bib", ".sty", ".bst", ".cls", ".rst", ".dtd", ".xsd", ".rng", ".rnc", ".odd", ".sch", ".xsl",
        ".xslt", ".md", ".md5", ".sha1", ".sha256", ".cypher", ".gql", ".sql", ".bak", ".doc", ".ppt", ".pptx", ".ps", ".eps",
    ];

    private static readonly string[] Companions =
    [
        "readme", "license", "licence", "copying", "changelog", "changes", "authors", "contributing", "citation", "notice", "makefile",
        "version", "attribution", "attributions", "manifest", "todo", "news", "contributors", "acknowledgements"
    ];
    private static readonly string[] BratExtensions = [".ann", ".a1", ".a2", ".rel", ".co"];

    public static SkippedFile Of(AnnotationFile file, FolderListing folder) =>
        new(file.DisplayPath, Explain(file, folder), IsData(file), folder.Only == file.Name);

    /// <summary>Whether it tells of the others, as a licence does.</summary>
    public static bool IsCompanion(AnnotationFile file) => Companions.Contains(file.Stem.ToLowerInvariant());

    private static bool IsData(AnnotationFile file) =>
        !IsCompanion(file)
        && !IsOfProject(file)
        && !XmlHeads.HasRoot(file, "typeSystemDescription", "teiHeader", "mets", "trpDocMetadata")
        && (!OtherExtensions.Contains(file.Extension)
            || (file.Extension == ".md" && file.Head.StartsWith("---", StringComparison.Ordinal)));

    /// <summary>
    /// INCEpTION exports the settings of a project, and its documents before they were annotated; tagtog the names of its types, and the
    /// texts, which are read with their annotations.
    /// </summary>
    private static bool IsOfProject(AnnotationFile file) =>
        file.Name is "exportedproject.json" or "annotations-legend.json"
        || file.Name.EndsWith(".plain.html", StringComparison.Ordinal)
        || (Path.GetFileName(file.Folder) == "source" && Directory.Exists(Path.Combine(file.Folder, "..", "annotation")));

    private static string GetUnpacking(AnnotationFile file) =>
        file.Name.Contains(".tar.", StringComparison.OrdinalIgnoreCase) ? $"tar -xf {file.Name}"
        : file.Extension == ".bz2" ? $"bunzip2 -k {file.Name}"
        : file.Extension == ".xz" ? $"unxz -k {file.Name}"
        : $"unzstd {file.Name}";

    private static string Explain(AnnotationFile file, FolderListing folder)
    {
        if (file.Length == 0)
            return "it is empty, or no regular file";
        if (folder.Settings.Format is { } format)
            return $"corpus.yaml reads files of the format '{format}' only, and this is none";

        return file.Extension switch
        {
            var extension when FileKinds.Json.Contains(extension) => ExplainJson(file.Head),
            ".xml" or ".tei" or ".naf" or ".xmi" => ExplainXml(file.Head),
            ".md" => file.Head.StartsWith("---", StringComparison.Ordinal)
                ? "its front matter has no 'id', which makes Markdown an article"
                : "it is Markdown without front matter that has an 'id'",
            ".txt" => $"it is a text without annotations beside it, such as '{file.Stem}.ann', and its lines end in no tag",
            ".csv" or ".xlsx" or ".xlsm" =>
                "it is a table that no 'tables' section of a corpus.yaml names; 'graph check FOLDER --init' drafts one",
            ".parquet" or ".arrow" or ".feather" =>
                "it is a table in binary form; write it as JSON Lines, such as with 'to_json(path, orient=\"records\", lines=True)'",
            ".spacy" => "it is spaCy's binary form; write each document of it with 'Doc.to_json()'",
            ".xls" or ".ods" => "it is an older or another workbook; save it as .xlsx",
            ".docx" or ".pdf" or ".html" or ".htm" =>
                "it is a document without annotations that can be read; annotations on it come as the export of an annotation tool",
            ".cypher" => "it is a file of queries, which 'graph run' answers",
            ".gql" => "it is a graph type, which '--schema' takes",
            ".yaml" or ".yml" => "settings are read from a file called corpus.yaml",
            ".zip" or ".gz" or ".7z" => "it is an archive; unpack it",
            ".bz2" or ".xz" or ".zst" => $"it is packed; unpack it, such as with '{GetUnpacking(file)}'",
            _ when BratExtensions.Contains(file.Extension) =>
                $"it is a brat annotation without its text: there is no '{file.Stem}.txt' beside it",
            _ when file.Head.Contains('\0') => "it is no text, but a picture, a sound, a program or other bytes",
            ".nt" or ".nq" or ".ttl" or ".trig" or ".rdf" or ".owl" => "it is RDF without NIF's contexts, which hold the texts",
            ".gexf" or ".graphml" or ".gml" or ".net" or ".dot" or ".cyjs" =>
                "it is a graph without texts; as tables of its nodes and edges it can be read by 'tables' of a corpus.yaml",
            _ when file.Head.StartsWith('<') => ExplainXml(file.Head),
            _ when file.Head.Contains('\t') =>
                "it has columns, but neither a header that is known nor a tag at the end of nearly all lines; name them in corpus.yaml: "
                    + "'columns: {token: 0, tag: -1}'",
            _ => "neither its name nor its first lines are those of a format that is read",
        };
    }

    private static string ExplainXml(string head)
    {
        var start = 0;
        while ((start = head.IndexOf('<', start)) >= 0 && start + 1 < head.Length && head[start + 1] is '?' or '!')
            start++;
        if (head.Contains("<typeSystemDescription", StringComparison.Ordinal))
            return "it describes the types of UIMA files, which are read without it";
        var end = start < 0 ? -1 : head.AsSpan(start).IndexOfAny(XmlHeads.NameEnds);
        return end > 1
            ? $"it is XML with the root <{head[(start + 1)..(start + end)]}>, which no format has"
            : "it is no XML that a format knows";
    }

    private static string ExplainJson(string head)
    {
        var fields = ListFields(head);
        if (fields.Count == 0)
            return "it is JSON, but neither an object nor a list of objects";

        var shown = string.Join(", ", fields.Take(MostFields).Select(field => $"'{field}'")) + (fields.Count > MostFields ? ", ..." : "");
        var hasText = fields.Contains("text") || fields.Contains("content") || fields.Contains("body");
        return hasText
            ? $"it is JSON with a text and no mentions that are known; its fields are {shown}; name them in corpus.yaml: 'json: "
                + $"{{mentions: {{list: ...}}}}'"
            : $"it is JSON whose records have no text at 'text', 'content' or 'body'; their fields are {shown}; name it in corpus.yaml: "
                + $"'json: {{text: ...}}'";
    }

    /// <summary>The names of the fields of the first record, as far as the head of the file reaches.</summary>
    public static List<string> ListFields(string head)
    {
        var fields = new List<string>();
        var reader = new Utf8JsonReader(
            Encoding.UTF8.GetBytes(head),
            isFinalBlock: false,
            new JsonReaderState(new JsonReaderOptions { AllowTrailingCommas = true, AllowMultipleValues = true }));
        try
        {
            var depth = -1;
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.StartObject && depth < 0)
                    depth = reader.CurrentDepth + 1;
                else if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == depth)
                    fields.Add(reader.GetString()!);
                else if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == depth - 1)
                    break;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What stands before the mistake is worth naming.
        }

        return fields;
    }
}
