using System.Text.Json;

namespace Graph.Annotations;

/// <summary>The texts that records name, in files beside them or in a folder near.</summary>
internal static class JsonTextFiles
{
    /// <summary>Null, and a diagnostic, where there is no such file.</summary>
    public static string? Read(string name, SourcePlace place, JsonReading reading)
    {
        if (Find(reading.File, name) is { } path)
            return reading.File.Relate(path).ReadText(reading.Log).Text;
        reading.Log.ReportMalformed(ReadingDiagnostics.NoText(place, Path.GetFileName(name)));
        return null;
    }

    /// <summary>Beside a file, in the folders of its folder, and where the user named more than that, above and beside.</summary>
    public static string? Find(AnnotationFile file, string name)
    {
        var parent = file.RelativePath.Contains('/') ? Path.GetDirectoryName(file.Folder) : null;
        IEnumerable<string> above = parent is null ? [] : NearFolders.List(parent).Prepend(parent);
        return NearFolders.List(file.Folder).Prepend(file.Folder).Concat(above)
            .Select(folder => Path.Combine(folder, Path.GetFileName(name))).FirstOrDefault(File.Exists);
    }
}

/// <summary>
/// Azure's custom entities: a project whose <c>assets</c> list documents by the names of their files, with labels by offset and length.
/// </summary>
internal sealed class AzureShape() : JsonShape("Azure")
{
    private static readonly HashSet<string> Taken = ["projectFileVersion", "stringIndexType", "metadata", "assets"];
    private static readonly HashSet<string> OfDocument = ["location", "language", "dataset", "entities"];
    private static readonly HashSet<string> OfRegion = ["regionOffset", "regionLength", "labels"];
    private static readonly HashSet<string> OfLabel = ["category", "offset", "length"];

    public override bool Fits(JsonElement record) =>
        record.Get("assets").Items("documents").Any(document => document.Text("location") is not null && document.HasArray("entities"));

    public override IEnumerable<string> ListTexts(IEnumerable<JsonElement> records) =>
        records.SelectMany(ListDocuments).Select(document => Path.GetFileName(document.Text("location")!));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        reading.CountUnread(record.Root, Taken);
        foreach (var document in ListDocuments(record.Root))
        {
            var name = document.Text("location")!;
            if (JsonTextFiles.Read(name, record.Place, reading) is not { } text)
                continue;
            var metadata = new ArticleMetadata(Path.GetFileNameWithoutExtension(name), Language: document.Text("language"));
            var draft = reading.CreateDraft(record, text, metadata);
            reading.CountUnread("documents", document, OfDocument);
            foreach (var region in document.Items("entities"))
                reading.CountUnread("entities", region, OfRegion);
            var labels = document.Items("entities").SelectMany(region => region.Items("labels")).ToList();
            foreach (var label in labels)
                reading.CountUnread("labels", label, OfLabel);
            var offsets = TextOffsets.Choose(text, new OffsetCounting(OffsetUnit.Utf16), labels.ConvertAll(ReadSpan));
            foreach (var label in labels)
            {
                var recorded = ReadSpan(label);
                if (draft.FindSpan(offsets, recorded) is { } span)
                    draft.AddMention(null, label.Get("category").Texts(), span);
            }

            yield return draft.ToArticle();
        }
    }

    private static IEnumerable<JsonElement> ListDocuments(JsonElement record) =>
        record.Get("assets").Items("documents").Where(document => document.Text("location") is not null);

    private static RecordedSpan ReadSpan(JsonElement label)
    {
        var start = label.Integer("offset") ?? -1;
        return new RecordedSpan(start, start + (label.Integer("length") ?? 0), null);
    }
}

/// <summary>Amazon Comprehend: what was found in a file, or in one <c>Line</c> of it, counted from 0.</summary>
internal sealed class ComprehendShape() : JsonShape("Comprehend")
{
    private static readonly HashSet<string> Taken = ["File", "Line", "Entities"];
    private static readonly HashSet<string> OfEntity = ["BeginOffset", "EndOffset", "Score", "Text", "Type"];

    public override bool Fits(JsonElement record) =>
        record.Text("File") is not null && record.HasArray("Entities")
        && record.Items("Entities").All(entity => entity.Integer("BeginOffset") is not null && entity.Text("Type") is not null);

    public override IEnumerable<string> ListTexts(IEnumerable<JsonElement> records) =>
        records.Select(record => record.Text("File")).OfType<string>().Distinct(StringComparer.Ordinal);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken);
        var name = root.Text("File")!;
        if (JsonTextFiles.Read(name, record.Place, reading) is not { } text)
            yield break;
        var line = root.Integer("Line");
        if (line is { } number)
            text = text.Split('\n').ElementAtOrDefault((int)Math.Min(number, int.MaxValue))?.TrimEnd('\r') ?? "";
        var draft = reading.CreateDraft(record, text, new ArticleMetadata(line is null ? name : $"{name}#{line}"));
        var items = root.Items("Entities").ToList();
        var offsets = TextOffsets.Choose(text, items.ConvertAll(ReadSpan));
        foreach (var item in items)
        {
            reading.CountUnread("Entities", item, OfEntity);
            var recorded = ReadSpan(item);
            if (draft.FindSpan(offsets, recorded) is not { } span)
                continue;

            var index = draft.AddMention(null, item.Get("Type").Texts(), span, recorded.Surface);
            draft.Complete(index, mention => mention with { Confidence = item.Number("Score") });
        }

        yield return draft.ToArticle();
    }

    private static RecordedSpan ReadSpan(JsonElement item) =>
        new(item.Integer("BeginOffset") ?? -1, item.Integer("EndOffset") ?? -1, item.Text("Text"));
}
