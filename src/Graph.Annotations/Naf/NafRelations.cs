using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>Temporal and causal links between predicates and time expressions, as relations <c>tlink:BEFORE</c> and <c>clink</c>.</summary>
internal sealed class NafRelations(XmlFile xml, ImmutableArray<EventAnnotation> events, NafTimes times, ReadingLog log)
{
    private readonly Dictionary<string, int> eventsById =
        events
            .Select((annotation, index) => (annotation.Id, Index: index))
            .DistinctBy(pair => pair.Id)
            .ToDictionary(pair => pair.Id, pair => pair.Index);

    public ImmutableArray<RelationAnnotation> Read()
    {
        var links = xml.Root.Elements("temporalRelations").Elements("tlink").Concat(xml.Root.Elements("causalRelations").Elements("clink"));
        return [.. links.Select(ReadLink).OfType<RelationAnnotation>()];
    }

    private RelationAnnotation? ReadLink(XElement link)
    {
        var kind = (string?)link.Attribute("relType");
        var type = string.IsNullOrEmpty(kind) ? link.Name.LocalName : $"{link.Name.LocalName}:{kind}";
        return Find(link, "from") is { } source && Find(link, "to") is { } target
            ? new RelationAnnotation(NafText.GetId(link, "lid"), type, source, target, xml.GetPlace(link))
            : null;
    }

    private Argument? Find(XElement link, string end)
    {
        var id = (string?)link.Attribute(end) ?? "";
        if (eventsById.TryGetValue(id, out var index))
            return new EventArgument(index);
        if (times.Find(id) is { } time)
            return time;

        log.ReportMalformed(ReadingDiagnostics.UnknownReference(xml.GetPlace(link), id));
        return null;
    }
}
