using Graph.Query.Syntax;

namespace Graph.Annotations;

/// <summary>
/// Reads the facts of an article. Every step of a fact is a relation, or a role where it leaves an event; <c>(#id:Event {kind: '...'})</c>
/// introduces an event, <c>(:Event {...})</c> one without a name, and any other label and property on a reference describes the entity.
/// </summary>
internal sealed class FactReader(SourceText source, FactEvidence evidence, ReadingLog log)
{
    private readonly Dictionary<string, int> eventsById = new(StringComparer.Ordinal);
    private readonly List<EventDraft> events = [];
    private readonly List<RelationAnnotation> relations = [];
    private readonly List<EntityDescription> descriptions = [];

    public IReadOnlyList<RelationAnnotation> Relations => relations;

    public IReadOnlyList<EntityDescription> Descriptions => descriptions;

    public IEnumerable<EventAnnotation> Events => events.Select(draft => draft.ToAnnotation(evidence));

    /// <param name="paragraph">The paragraph of the text that the facts stand after.</param>
    public void Read(TextSpan line, TextSpan paragraph)
    {
        var result = QueryParser.ParseFact(source, line);
        foreach (var diagnostic in result.Diagnostics)
        {
            if (result.Syntax is null && diagnostic.Severity == DiagnosticSeverity.Error)
                log.ReportMalformed(diagnostic with { Severity = DiagnosticSeverity.Warning });
            else
                log.Report(diagnostic);
        }

        if (result.Syntax is { } fact)
            Add(fact, paragraph);
    }

    private void Add(FactSyntax fact, TextSpan paragraph)
    {
        var ends = fact.Nodes.Select(node => ReadNode(node, paragraph)).ToList();
        for (var i = 0; i < fact.Relations.Count; i++)
        {
            var relation = fact.Relations[i];
            var (from, to) = relation.Direction == EdgeDirection.Left ? (i + 1, i) : (i, i + 1);
            if (ends[from] is { } start && ends[to] is { } end)
                AddStep(relation, start, end, fact.Nodes[from], fact.Nodes[to], paragraph);
        }
    }

    private void AddStep(FactRelationSyntax relation, Argument start, Argument end, FactNodeSyntax from, FactNodeSyntax to,
        TextSpan paragraph)
    {
        var values = FactValues.Read(relation.Properties, source, log);
        if (start is EventArgument { Index: var index })
        {
            events[index].Participants.Add(new Participant(relation.Type.Text, end) { Properties = values.Properties });
            return;
        }

        string[] entities = [.. new[] { from, to }.Where(node => node.Entity is not null && !IsEvent(node)).Select(node => node.Entity!.Key)
            .Distinct()];
        relations.Add(new RelationAnnotation($"f{relations.Count + 1}", relation.Type.Text, start, end,
            new SourcePlace(source, relation.Span))
        {
            Fragments = [evidence.Find(paragraph, entities)],
            Status = values.Status,
            Properties = values.Properties,
        });
    }

    /// <summary>What a node stands for; null, and a diagnostic, where it stands for nothing.</summary>
    private Argument? ReadNode(FactNodeSyntax node, TextSpan paragraph)
    {
        if (IsEvent(node))
            return new EventArgument(ReadEvent(node, paragraph));

        var place = new SourcePlace(source, node.Span);
        if (node.Entity is null)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "end of a fact",
                "name an entity by its id, '(#id)', or introduce an event, '(:Event {kind: '...'})'"));
            return null;
        }

        if (node.Labels.Count > 0 || node.Properties is not null)
        {
            var values = FactValues.Read(node.Properties, source, log);
            var label = node.Labels.Count > 0 ? node.Labels[0].Text : "";
            descriptions.Add(new EntityDescription(
                node.Entity.Key,
                label,
                [.. values.Properties.Where(IsName).Select(property => property.Value.AsString())],
                place)
            {
                Properties = [.. values.Properties.Where(property => !IsName(property))],
            });
        }

        return new EntityArgument(node.Entity.Key, place);
    }

    private static bool IsName(KeyValuePair<string, Value> property) =>
        property.Key == StoreNames.Name && property.Value.Kind == ValueKind.String;

    private bool IsEvent(FactNodeSyntax node) =>
        node.Labels.Any(label => label.Text == NewsLabels.Event) || (node.Entity is { } entity && eventsById.ContainsKey(entity.Key));

    private int ReadEvent(FactNodeSyntax node, TextSpan paragraph)
    {
        if (node.Entity is { } known && eventsById.TryGetValue(known.Key, out var index))
        {
            events[index].Add(FactValues.Read(node.Properties, source, log));
            return index;
        }

        var id = node.Entity?.Key ?? $"e{events.Count + 1}";
        eventsById.TryAdd(id, events.Count);
        var draft = new EventDraft(id, paragraph, new SourcePlace(source, node.Span));
        draft.Add(FactValues.Read(node.Properties, source, log));
        events.Add(draft);
        return events.Count - 1;
    }

    private sealed class EventDraft(string id, TextSpan paragraph, SourcePlace place)
    {
        private const string Kind = "kind";
        private FactValues values = FactValues.Empty;

        public List<Participant> Participants { get; } = [];

        public void Add(FactValues added) => values = values.Add(added);

        public EventAnnotation ToAnnotation(FactEvidence evidence)
        {
            string[] entities = [.. Participants.Select(participant => participant.Argument).OfType<EntityArgument>()
                .Select(entity => entity.Id).Distinct()];
            var kind = values.Properties.FirstOrDefault(property => property.Key == Kind).Value;
            return new EventAnnotation(id, kind.Kind == ValueKind.String ? kind.AsString()
                : NewsLabels.Event, null, [.. Participants], place)
            {
                Fragments = [evidence.Find(paragraph, entities)],
                Status = values.Status,
                Properties = [.. values.Properties.Where(property => property.Key != Kind)],
            };
        }
    }
}
