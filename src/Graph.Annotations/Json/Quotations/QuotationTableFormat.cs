namespace Graph.Annotations;

/// <summary>
/// The Project Dialogism Novel Corpus: in a folder for each novel its text, a table of characters with their names, and one of quotations
/// with their places, who says them to whom, and the characters that they mention.
/// </summary>
internal sealed class QuotationTableFormat : IAnnotationFormat
{
    private const string Quotations = "quotation_info.csv";
    private const string Characters = "character_info.csv";

    public string Name => "quotation-tables";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        if (folder.Find(Quotations) is not { } quotations || folder.Find(Characters) is not { } characters
            || folder.Remaining.Where(file => file.Extension == ".txt").ToList() is not [var text])
            yield break;
        folder.Take(text);
        folder.Take(quotations);
        folder.Take(characters);
        yield return new FileSet([text, quotations, characters]);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        yield return new QuotationTableReader(files.Main, log).Read(files.Files[1], files.Files[2]);
    }
}
