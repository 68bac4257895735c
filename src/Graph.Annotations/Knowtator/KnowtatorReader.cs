namespace Graph.Annotations;

/// <summary>One text with its annotations to its article.</summary>
internal sealed class KnowtatorReader(
    AnnotationFile file, XmlFile xml, KnowtatorDocument document, AnnotationFile textFile, ReadingLog log)
{
    public AnnotatedArticle Read()
    {
        var text = textFile.ReadText(log).Text;
        var placed = document.Annotations.Where(annotation => !annotation.Spans.IsEmpty).ToList();
        log.CountLoss("annotations without words", document.Annotations.Length - placed.Count);
        var mentions = RecordedMentions.PlaceAll(text, OffsetUnit.CodePoints, [.. placed.Select(ToMention)], log);
        var indexes = RecordedMentions.IndexById(mentions);
        var relations = ImmutableArray.CreateBuilder<RelationAnnotation>();
        foreach (var triple in document.Triples)
        {
            var place = xml.GetPlace(triple.Element);
            if (!indexes.TryGetValue(triple.Source, out var source) || !indexes.TryGetValue(triple.Target, out var target))
                log.ReportMalformed(
                    ReadingDiagnostics.UnknownReference(place, indexes.ContainsKey(triple.Source) ? triple.Target : triple.Source));
            else
                relations.Add(new RelationAnnotation(
                    $"r{relations.Count + 1}", triple.Type, new MentionArgument(source), new MentionArgument(target), place));
        }

        return new AnnotatedArticle(new ArticleMetadata(textFile.Stem), text)
        {
            File = file,
            Place = FilePlace.From(xml.GetPlace(document.Element)),
            Mentions = mentions,
            Relations = relations.ToImmutable(),
        };
    }

    private RecordedMention ToMention(KnowtatorAnnotation annotation, int index) => new(
        annotation.Id.Length > 0 ? annotation.Id : $"m{index + 1}", annotation.Types, annotation.Spans, annotation.Words,
        xml.GetPlace(annotation.Element))
    {
        Properties = [.. annotation.Values.Select(value => KeyValuePair.Create(value.Key, Value.FromString(value.Value)))],
    };
}
