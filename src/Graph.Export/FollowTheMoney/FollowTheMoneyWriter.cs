using System.Text.Json;

namespace Graph.Export;

/// <summary>
/// FollowTheMoney, an entity a line. Relations become the interval schemata that fit their ends, else <c>UnknownLink</c> with the type as
/// its role; the sentence of a fact is its summary, its article gives publisher and address.
/// </summary>
internal sealed class FollowTheMoneyWriter
{
    private readonly GraphSelection selection;
    private readonly GraphStore store;
    private readonly Stream output;
    private readonly LossLedger losses = new();
    private readonly HashSet<int> written = [];
    private long entities;

    private FollowTheMoneyWriter(GraphSelection selection, Stream output)
    {
        this.selection = selection;
        this.output = output;
        store = selection.Store;
    }

    public static ExportReport Write(GraphSelection selection, Stream output) => new FollowTheMoneyWriter(selection, output).Write();

    private ExportReport Write()
    {
        foreach (var node in selection.Nodes)
            WriteNode(node);
        foreach (var edge in selection.Edges)
            WriteEdge(edge);
        return ExportReport.Create(
            losses,
            (entities, "entity", "entities"),
            (selection.Nodes.Length, "node", "nodes"),
            (selection.Edges.Length, "relation", "relations"));
    }

    private void WriteNode(int node)
    {
        if (FindSchema(node) is not { } schema)
        {
            losses.Count("node whose labels no schema fits is not written", "nodes whose labels no schema fits are not written");
            return;
        }

        written.Add(node);
        var entity = new FollowTheMoneyEntity(IdOf(node), schema);
        entity.Add("name", Captions.Get(store, node));
        if (schema == "Address")
            entity.Add("full", Captions.Get(store, node));
        foreach (var (key, value) in StoreElements.GetNodeProperties(store, node))
            AddProperty(entity, key, value);
        if (schema == "Article")
            entity.Add("bodyText", store.Articles.GetText(node));
        Write(entity);
    }

    private void AddProperty(FollowTheMoneyEntity entity, string key, Value value)
    {
        if (key == StoreNames.Key || key == StoreNames.Name || (key == "kind" && entity.Schema == "Event"))
            return;
        if (FollowTheMoneySchema.FindProperty(entity.Schema, key) is not { } property)
        {
            losses.Note($"the property '{key}' has no place in {entity.Schema}");
            return;
        }

        foreach (var item in value.Kind == ValueKind.List ? value.AsList().ToArray() : [value])
        {
            if (item.Kind == ValueKind.Date && item.AsDate().Precision == DatePrecision.Interval)
                losses.Count("date that is an interval is not written", "dates that are intervals are not written");
            else if (property == "language")
                AddLanguage(entity, PlainText.Format(item));
            else
                entity.Add(property, property is "country" ? PlainText.Format(item).ToLowerInvariant() : PlainText.Format(item));
        }
    }

    private void AddLanguage(FollowTheMoneyEntity entity, string tag)
    {
        if (FollowTheMoneySchema.FindLanguage(tag) is { } code)
            entity.Add("language", code);
        else
            losses.Note($"the language '{tag}' has no code of three letters here");
    }

    private void WriteEdge(int edge)
    {
        var table = store.GetEdgeTable(edge);
        var (source, target) = (table.GetSource(edge), table.GetTarget(edge));
        if (!written.Contains(source) || !written.Contains(target))
        {
            losses.Count("relation of a node that is not written", "relations of nodes that are not written");
            return;
        }

        Write(table.Type == StoreNames.MentionType ? CreateMention(edge, source, target) : CreateLink(table.Type, edge, source, target));
    }

    private FollowTheMoneyEntity CreateMention(int edge, int article, int node)
    {
        var mention = new FollowTheMoneyEntity(IdOfFact(edge), "Mention");
        mention.Add("document", IdOf(article));
        mention.Add("name", store.GetQuote(store.GetEdgeEvidence(edge)) ?? Captions.Get(store, node));
        mention.Add("detectedSchema", FindSchema(node)!);
        if (FollowTheMoneySchema.IsLegalEntity(FindSchema(node)!))
            mention.Add("resolved", IdOf(node));
        else
            losses.Count(
                "mention of what is no person or organization, without the entity",
                "mentions of what is no person or organization, without the entity");
        return mention;
    }

    private FollowTheMoneyEntity CreateLink(string type, int edge, int source, int target)
    {
        var (schema, from, to) = FollowTheMoneySchema.FindLink(type, FindSchema(source)!, FindSchema(target)!);
        var link = new FollowTheMoneyEntity(IdOfFact(edge), schema);
        link.Add(from, IdOf(source));
        link.Add(to, IdOf(target));
        link.Add("role", type);
        if (store.GetEdgeProperty(edge, "role") is { IsNull: false } role)
            link.Add("role", PlainText.Format(role));
        link.Add("status", FactStatus.Of(store, edge).Remark);
        AddDates(link, edge);
        foreach (var (key, _) in StoreElements.GetEdgeProperties(store, edge)
            .Where(property =>
                property.Key is not ("role" or "certainty" or "claimedBy" or FactPeriod.On or FactPeriod.Since or FactPeriod.Until)))
            losses.Note($"the property '{key}' has no place in {schema}");
        if (store.GetEdgeEvidence(edge) is not { } evidence)
            return link;

        link.Add("summary", store.GetSentence(evidence) ?? "");
        link.Add("recordId", IdOf(evidence.Article));
        link.Add("publisher", PlainText.Format(store.GetNodeProperty(evidence.Article, "source")));
        link.Add("sourceUrl", PlainText.Format(store.GetNodeProperty(evidence.Article, "url")));
        return link;
    }

    private void AddDates(FollowTheMoneyEntity link, int edge)
    {
        AddDate("date", FactPeriod.On);
        AddDate("startDate", FactPeriod.Since);
        AddDate("endDate", FactPeriod.Until);

        void AddDate(string property, string key)
        {
            if (store.GetEdgeProperty(edge, key) is not { Kind: ValueKind.Date } value)
                return;

            var date = value.AsDate();
            if (date.Precision != DatePrecision.Interval)
            {
                link.Add(property, date.Text);
                return;
            }

            link.Add("startDate", date.Start.ToString());
            link.Add("endDate", date.End.ToString());
        }
    }

    private void Write(FollowTheMoneyEntity entity)
    {
        entities++;
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JsonValues.Indented.Encoder }))
            entity.Write(json);
        output.Write("\n"u8);
    }

    private string? FindSchema(int node) => FollowTheMoneySchema.FindSchema(Captions.ListLabels(store, node));

    private string IdOf(int node) =>
        store.GetNodeProperty(node, StoreNames.Key) is { Kind: ValueKind.String } key
            && store.FindNodes(StoreNames.Key, key.AsString()).Count == 1
        ? key.AsString()
        : ElementIds.OfNode(node);

    private static string IdOfFact(int edge) => $"fact-{ElementIds.OfEdge(edge)}";
}
