namespace Graph.Annotations;

/// <summary>Writes mentions, relations and events as edges and event nodes once the entities are known.</summary>
internal sealed class FactWriter(GraphBuilder builder, GraphNode?[] nodes, GraphTypeRules rules)
{
    private GraphNode[] eventNodes = [];

    public void Write(GraphAssembler assembler)
    {
        foreach (var mention in assembler.Mentions)
            WriteMention(mention);

        eventNodes = [.. assembler.Events.Select(WriteEvent)];
        for (var i = 0; i < eventNodes.Length; i++)
            WriteRoles(assembler.Events[i], eventNodes[i]);
        foreach (var relation in assembler.Relations)
            WriteRelation(relation);
    }

    private void WriteMention(PendingMention mention)
    {
        var node = nodes[mention.Member]!;
        var details = mention.Details;
        if (details is not null)
            rules.CountProperties(NewsLabels.Mentions, details.Given, details.Place);
        Properties own = details?.Own ?? [];
        // The label of a mention is worth keeping where it is not that of the entity.
        if (mention.Label.Length > 0 && (node.Labels.IsEmpty || node.Labels[0] != mention.Label))
            own = own.Add(new("label", Value.FromString(mention.Label)));
        IReadOnlyList<KeyValuePair<string, Value>> properties = details is null ? own
            : rules.Convert(own, details.Given, name => rules.FindEdgeProperty(NewsLabels.Mentions, name), details.Place);
        builder.AddEdge(
            NewsLabels.Mentions, mention.Article, node.Handle, properties, new Evidence(mention.Article, mention.Span),
                Discontinuous(details?.Fragments ?? []));
    }

    private GraphNode WriteEvent(PendingEvent pending)
    {
        ImmutableArray<string> labels = [NewsLabels.Event];
        var isNegated = pending.Status.Certainty?.Contains(FactStatus.Negated, StringComparison.Ordinal) == true;
        Properties own =
        [
            new("key", Value.FromString(pending.Key)), new("kind", Value.FromString(pending.Kind)),
            new("negated", isNegated ? Value.True : Value.Null),
        ];
        rules.CountProperties(NewsLabels.Event, pending.Properties, pending.Place);
        var properties = rules.Convert(
            own.AddRange(GetStatus(pending.Status, pending.ClaimedBy)),
            pending.Properties,
            name => rules.FindNodeProperty(labels, name),
            pending.Place);
        var node = new GraphNode(builder.AddNode(labels, properties), pending.Key, pending.Key, labels,
            [.. properties.Select(property => property.Key)]);
        builder.AddNodeEvidence(node.Handle, GetEvidence(pending.Article, pending.Fragments), Discontinuous(pending.Fragments));
        foreach (var span in pending.Repeated)
            builder.AddNodeEvidence(node.Handle, new Evidence(pending.Article, span));
        return node;
    }

    private void WriteRoles(PendingEvent pending, GraphNode node)
    {
        foreach (var role in pending.Roles)
        {
            if (Find(role.Target) is { } target)
                WriteEdge(role.Role, node, target, pending.Article, role.Fragments, [], role.Properties, pending.Place);
        }
    }

    private void WriteRelation(PendingRelation pending)
    {
        if (Find(pending.Source) is { } source && Find(pending.Target) is { } target)
        {
            Properties own = [.. GetStatus(pending.Status, pending.ClaimedBy)];
            WriteEdge(pending.Type, source, target, pending.Article, pending.Fragments, own, pending.Properties, pending.Place);
        }
    }

    private void WriteEdge(
        string type, GraphNode source, GraphNode target, int article, ImmutableArray<TextSpan> fragments, Properties own, Properties given,
        FilePlace place)
    {
        rules.CountRelation(type, place);
        rules.CountProperties(type, given, place);
        var converted = rules.Convert(own, given, name => rules.FindEdgeProperty(type, name), place);
        rules.CheckEdge(type, source, target, converted, place);
        builder.AddEdge(
            type,
            source.Handle,
            target.Handle,
            converted,
            article == PendingRelation.NoArticle ? null : GetEvidence(article, fragments),
            Discontinuous(fragments));
    }

    private IEnumerable<KeyValuePair<string, Value>> GetStatus(FactStatus status, EndPoint? claimedBy)
    {
        yield return new("certainty", Value.FromString(status.Certainty ?? (claimedBy is null ? null : FactStatus.Claimed)));
        yield return new("confidence", status.Confidence is { } confidence ? Value.FromFloat(confidence) : Value.Null);
        if (claimedBy is { } claimant && Find(claimant) is { } node)
            yield return new("claimedBy", Value.FromString(node.Key));
    }

    private GraphNode? Find(EndPoint end) => end.IsEvent ? eventNodes.ElementAtOrDefault(end.Index) : nodes[end.Index];

    private static Evidence GetEvidence(int article, ImmutableArray<TextSpan> fragments) =>
        new(article, TextSpan.FromBounds(fragments[0].Start, fragments[^1].End));

    private static IReadOnlyList<TextSpan>? Discontinuous(ImmutableArray<TextSpan> fragments) => fragments.Length > 1 ? fragments : null;
}
