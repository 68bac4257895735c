namespace Graph.Annotations;

/// <summary>A mention in one of many documents, with its entry in a knowledge base.</summary>
/// <param name="Entry">Empty or <c>NIL</c> for none; <c>NIL0001</c> for what has none and is the same throughout the collection.</param>
/// <param name="Form"><c>NAM</c>, <c>NOM</c>; empty where nobody says.</param>
internal sealed record LinkedMention(
    string Id, string Document, RecordedSpan Recorded, string Entry, string Type, string Form, SourcePlace Place)
{
    public Mention ToMention(TextSpan span)
    {
        var isNumbered = Entry.StartsWith("NIL", StringComparison.Ordinal) && Entry.Length > 3;
        return new Mention(Id, [Type], [span], Place)
        {
            EntityId = isNumbered ? Entry : null,
            Links = isNumbered || EntityLink.IsNothing(Entry) ? [] : [new EntityLink("tac", Entry)],
            Properties = Form.Length > 0 ? [new("mentionType", Value.FromString(Form))] : [],
        };
    }
}

/// <summary>The mentions of one document on its text.</summary>
internal static class LinkedDocument
{
    /// <param name="file">What has the mentions.</param>
    public static AnnotatedArticle Read(
        AnnotationFile file, string id, IReadOnlyList<LinkedMention> linked, MarkedText marked, ReadingLog log)
    {
        var spans = MarkedSpans.Choose(
            marked, MarkupCounting.WithTags, linked.Select(mention => mention.Recorded).ToList(), MarkedMetadata.Header);
        var mentions = new List<Mention>();
        foreach (var mention in linked)
        {
            var recorded = mention.Recorded;
            if (!spans.TryGetSpan(recorded.Start, recorded.End, out var span))
            {
                log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(mention.Place, recorded.Start, recorded.End, spans.Length));
                continue;
            }

            mentions.Add(mention.ToMention(span) with
            {
                RecordedSurface = log.CheckSurface(mention.Place, recorded.Surface, spans.Text.Substring(span.Start, span.Length)),
            });
        }

        return new AnnotatedArticle(MarkedMetadata.Read(marked) with { Id = id }, spans.Text)
        {
            File = file,
            Place = FilePlace.From(linked[0].Place),
            Mentions = [.. mentions],
            Sentences = MarkedSentences.Split(spans.Text, spans.Breaks),
        };
    }
}
