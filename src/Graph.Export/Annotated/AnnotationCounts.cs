namespace Graph.Export;

/// <summary>How much of annotated articles was written.</summary>
internal sealed class AnnotationCounts
{
    private long mentions;
    private long events;
    private long relations;

    public void Add(int newMentions, int newEvents, int newRelations)
    {
        mentions += newMentions;
        events += newEvents;
        relations += newRelations;
    }

    public ExportReport Report(int articles, LossLedger losses) => ExportReport.Create(
        losses,
        (articles, "article", "articles"),
        (mentions, "mention", "mentions"),
        (relations, "relation", "relations"),
        (events, "event", "events"));
}
