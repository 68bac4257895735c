namespace Graph.Annotations;

/// <summary>
/// Lines with tabs and without a header, one a relation, as NYT10 and FinRE have them: the names of both ends, what holds between them, and
/// the sentence that has both; items of Freebase or Wikidata may stand before the names. Each line is an article.
/// </summary>
internal sealed class RelationLineFormat() : SingleFileFormat("relation-lines")
{
    private static readonly string[] Extensions = [".txt", ".tsv", ".train", ".test", ".dev", ".valid", ""];

    protected override bool Fits(AnnotationFile file) =>
        Extensions.Contains(file.Extension) && file.Head.Contains('\t')
        && RelationLayout.Find([.. file.Head.Split('\n').SkipLast(1).Select(RelationLayout.Split)]) is not null;

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log)
    {
        var rows = file.ReadText(log).ReadLines()
            .Select(line => (Fields: RelationLayout.Split(line.Text), line.Place))
            .Where(row => row.Fields.Length > 1).ToList();
        if (RelationLayout.Find([.. rows.Take(RelationLayout.Sample).Select(row => row.Fields)]) is not { } layout)
            yield break;
        foreach (var (fields, place) in rows)
        {
            if (layout.Read(fields, file, place, log) is { } article)
                yield return article;
        }
    }
}
