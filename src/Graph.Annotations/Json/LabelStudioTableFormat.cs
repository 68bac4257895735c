namespace Graph.Annotations;

/// <summary>
/// Label Studio, CSV and TSV: a task a row; regions stand as JSON in the column of their control. A row is read as the record that the tool
/// writes for it as JSON_MIN.
/// </summary>
internal sealed class LabelStudioTableFormat : IAnnotationFormat
{
    private static readonly string[] Own = ["annotation_id", "lead_time"];

    public string Name => "label-studio-csv";

    public IEnumerable<FileSet> Claim(FolderListing folder) =>
        folder.TakeEach(file => file.Extension is ".csv" or ".tsv" && IsExport(file.Head));

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var reading = new JsonReading(files, log);
        var shape = new LabelStudioMinShape();
        foreach (var record in TableRecords.Read(files.Main.ReadText(log)))
        {
            foreach (var article in Read(record, shape, reading))
                yield return article;
        }

        reading.Finish();
    }

    private static IEnumerable<AnnotatedArticle> Read(JsonRecord record, LabelStudioMinShape shape, JsonReading reading)
    {
        if (shape.Fits(record.Root))
            return shape.Read(record, reading);
        reading.Log.ReportMalformed(ReadingDiagnostics.Malformed(record.Place, "article", "no column of the row has a text"));
        return [];
    }

    private static bool IsExport(string head) => Own.All(TableRecords.ReadHeader(head).Contains);
}
