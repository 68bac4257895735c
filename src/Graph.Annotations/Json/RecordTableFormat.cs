using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Articles as rows of CSV, TSV or the first sheet of a workbook: a text in one column, what is annotated on it in another, as JSON or as
/// Python writes lists, or as a tag for each word, or a text and one span in it; events that were coded from news, a row each, with or
/// without a header. A row is read as the record that JSON would have.
/// </summary>
internal sealed class RecordTableFormat : IAnnotationFormat
{
    // A first cell may be longer than the head of the file, and the first rows may have no annotation.
    private const int RowsToRecognise = 200;

    private readonly Dictionary<string, JsonShape> shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<IEnumerable<JsonRecord>, IEnumerable<JsonRecord>>> rows = new(StringComparer.Ordinal);

    public string Name => "record-table";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(
            file => file.Extension is ".csv" or ".tsv" or ".tab" ? MayHaveRecords(file.Head) : IsTagged(file)))
        {
            if (!Recognise(file, file.Head, () => TableRecords.Peek(file).Take(RowsToRecognise)))
                continue;
            folder.Take(file);
            yield return new FileSet([file]);
        }

        foreach (var file in folder.Remaining.Where(Workbook.IsWorkbook))
        {
            if (Workbook.Open(file, null, new ReadingLog())?.ToText() is not { Length: > 0 } text || !MayHaveRecords(text)
                || !Recognise(file, text, () => TableRecords.Peek(text).Take(RowsToRecognise)))
                continue;
            folder.Take(file);
            yield return new FileSet([file]);
        }
    }

    private bool Recognise(AnnotationFile file, string head, Func<IEnumerable<JsonElement>> peek)
    {
        if (SpanRows.Find(TableRecords.ReadHeader(head), peek()) is { } spans)
            rows[file.FullPath] = spans.Group;
        else if (TokenRows.Find(TableRecords.ReadHeader(head), peek()) is { } words)
            rows[file.FullPath] = words.Group;
        else if (Recognise(peek()) is { IsWholeFile: false } shape)
            shapes[file.FullPath] = shape;
        else
            return false;
        return true;
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var reading = new JsonReading(files, log);
        var records = TableRecords.Read(ReadText(files.Main, log));
        if (rows.TryGetValue(files.Main.FullPath, out var grouped))
            records = grouped(records);
        foreach (var record in records)
        {
            using var whole = grouped is null ? null : record;
            foreach (var article in JsonFormat.ReadOne(record, shapes.GetValueOrDefault(files.Main.FullPath, JsonShapes.Plain), reading))
                yield return article;
        }

        reading.Finish();
    }

    /// <summary>Sentences with their tags may be in a file of any name.</summary>
    private static bool IsTagged(AnnotationFile file) =>
        !FileKinds.NotTagged.Contains(file.Extension) && file.Head.Contains('\t') && TableRecords.IsTagged(file.Head);

    private static SourceText ReadText(AnnotationFile file, ReadingLog log)
    {
        if (Workbook.Open(file, null, log) is not { } book)
            return file.ReadText(log);
        foreach (var sheet in book.OtherSheets)
            log.CountLoss($"sheet '{sheet}' not read");
        return new SourceText(book.ToText(), file.DisplayPath);
    }

    private static JsonShape? Recognise(IEnumerable<JsonElement> records) =>
        records.Select(JsonShapes.Recognise).FirstOrDefault(shape => shape is not null && shape != JsonShapes.Plain);

    /// <summary>
    /// Two columns and more, with names of a relation or a list or tags in what follows; the first text may be longer than the head.
    /// </summary>
    private static bool MayHaveRecords(string head)
    {
        var header = TableRecords.ReadHeader(head);
        return HeaderlessTables.Find(header) is not null
            || (header.Length > 1
            && header.Distinct(StringComparer.Ordinal).Count() == header.Length
            && (WordPairShape.HasNames(header)
                || EventTableShape.HasNames(header)
                || PronounShape.HasNames(header)
                || FlatSpanShape.HasNames(header)
                || RoleSpanShape.HasNames(header)
                || TriggerRecordShape.HasNames(header)
                || head.Contains("</", StringComparison.Ordinal)
                || TableRecords.IsTagged(head)
                || SpanRows.HasNames(header)
                || TokenRows.HasNames(header)
                || head.Contains('[') || head.Contains('{') || head.Contains(" O", StringComparison.Ordinal)
                || head.Contains(",O", StringComparison.Ordinal) || !head.AsSpan(head.IndexOf('\n') + 1).Contains('\n')));
    }
}
