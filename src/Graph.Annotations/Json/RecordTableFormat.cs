namespace Graph.Annotations;

/// <summary>
/// Articles as rows of CSV or TSV: a text in one column, what is annotated on it in another, as JSON or as Python writes lists, or as a tag
/// for each word; events that were coded from news, a row each, with or without a header. A row is read as the record that JSON would have.
/// </summary>
internal sealed class RecordTableFormat : IAnnotationFormat
{
    // A first cell may be longer than the head of the file, and the first rows may have no annotation.
    private const int RowsToRecognise = 200;

    private readonly Dictionary<string, JsonShape> shapes = new(StringComparer.Ordinal);

    public string Name => "record-table";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(file => file.Extension is ".csv" or ".tsv" or ".tab" && MayHaveRecords(file.Head)))
        {
            var shape = TableRecords.Peek(file).Take(RowsToRecognise).Select(JsonShapes.Recognise)
                .FirstOrDefault(shape => shape is not null && shape != JsonShapes.Plain);
            if (shape is null or { IsWholeFile: true })
                continue;
            shapes[file.FullPath] = shape;
            folder.Take(file);
            yield return new FileSet([file]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var reading = new JsonReading(files, log);
        foreach (var record in TableRecords.Read(files.Main.ReadText(log)))
        {
            foreach (var article in JsonFormat.ReadOne(record, shapes[files.Main.FullPath], reading))
                yield return article;
        }

        reading.Finish();
    }

    /// <summary>Two columns and more, with names of a relation or a list or tags in what follows; the first text may be longer than the head.</summary>
    private static bool MayHaveRecords(string head)
    {
        var header = TableRecords.ReadHeader(head);
        return HeaderlessTables.Find(header) is not null
            || (header.Length > 1
            && header.Distinct(StringComparer.Ordinal).Count() == header.Length
            && (WordPairShape.HasNames(header)
                || EventTableShape.HasNames(header)
                || PronounShape.HasNames(header)
                || head.Contains('[') || head.Contains('{') || head.Contains(" O", StringComparison.Ordinal)
                || head.Contains(",O", StringComparison.Ordinal) || !head.AsSpan(head.IndexOf('\n') + 1).Contains('\n')));
    }
}
