using System.Text.Json;

namespace Graph.Export;

/// <summary>What the script of a page is given: the picture with all places, and what stands behind each node and relation.</summary>
internal sealed class PageData(Picture picture, LossLedger losses)
{
    /// <summary>Of the articles that name an entity, as many as anybody reads.</summary>
    private const int MostArticles = 50;

    private static readonly string[] SpokenOf = [StoreNames.Key, StoreNames.Name, StoreNames.Aliases];

    private readonly GraphStore store = picture.Store;
    private readonly EvidenceMarks marks = new(picture.Store);
    private readonly List<NodeLook> looks = [];
    private readonly List<string> types = [];
    private readonly List<int> articles = [];
    private readonly Dictionary<int, int> articleIndex = [];
    private readonly List<(Evidence Evidence, int[] Nodes)> sentences = [];

    public void Write(Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JsonValues.Indented.Encoder });
        json.WriteStartObject();
        json.WriteStartArray("nodes");
        foreach (var node in picture.Nodes)
            WriteNode(json, node);
        json.WriteEndArray();
        json.WriteStartArray("edges");
        foreach (var edge in picture.Edges)
            WriteEdge(json, edge);
        json.WriteEndArray();
        WriteLooks(json);
        json.WriteStrings("types", types);
        WriteSentences(json);
        WriteArticles(json);
        json.WriteEndObject();
    }

    private void WriteNode(Utf8JsonWriter json, PictureNode node)
    {
        json.WriteStartObject();
        json.WriteString("name", node.Caption);
        json.WriteStrings("lines", node.Lines);
        json.WriteNumber("look", IndexOf(looks, node.Look));
        WriteRounded(json, "x", node.Box.Center.X);
        WriteRounded(json, "y", node.Box.Center.Y);
        WriteRounded(json, "width", node.Box.Size.Width);
        WriteRounded(json, "height", node.Box.Size.Height);
        json.WriteStrings("labels", Captions.ListLabels(store, node.Id));
        json.WriteStrings("aliases", ListAliases(node));
        WriteProperties(
            json,
            StoreElements.GetNodeProperties(store, node.Id)
                .Where(property => !SpokenOf.Contains(property.Key) && property.Key != NodeCaption.FindKey(store, node.Id)));
        WriteMentions(json, node.Id);
        json.WriteEndObject();
    }

    private IEnumerable<string> ListAliases(PictureNode node) =>
        store.GetNodeProperty(node.Id, StoreNames.Aliases) is { Kind: ValueKind.List } aliases
        ? aliases.AsList().Select(PlainText.Format).Where(alias => alias != node.Caption)
        : [];

    /// <summary>The articles that name a node; of an event, which none names, the sentence that tells it.</summary>
    private void WriteMentions(Utf8JsonWriter json, int node)
    {
        var evidence = store.GetNodeEvidence(node);
        var mentioning = evidence.Select(item => item.Article).Distinct().ToList();
        json.WriteNumber("mentioned", mentioning.Count);
        json.WriteStartArray("articles");
        foreach (var article in mentioning.Take(MostArticles))
            json.WriteNumberValue(IndexOfArticle(article));
        json.WriteEndArray();
        losses.Count(
            "article that names an entity is counted only",
            "articles that name an entity are counted only",
            Math.Max(0, mentioning.Count - MostArticles));
        if (evidence.Count > 0 && !marks.HasMentions(node))
            json.WriteNumber("sentence", AddSentence(evidence[0], [node]));
    }

    private void WriteEdge(Utf8JsonWriter json, PictureEdge edge)
    {
        json.WriteStartObject();
        json.WriteNumber("source", edge.Source);
        json.WriteNumber("target", edge.Target);
        json.WriteNumber("type", IndexOf(types, store.GetEdgeTable(edge.Id).Type));
        json.WriteStrings("label", edge.Label);
        WriteTime(json, edge.Id);
        if (edge.Status.Remark.Length > 0)
            json.WriteString("remark", edge.Status.Remark);
        if (edge.Status.IsNegated)
            json.WriteBoolean("negated", true);
        WriteProperties(json, StoreElements.GetEdgeProperties(store, edge.Id));
        if (store.GetEdgeEvidence(edge.Id) is { } evidence)
            json.WriteNumber("sentence", AddSentence(evidence, [picture.Nodes[edge.Source].Id, picture.Nodes[edge.Target].Id]));
        WritePlaces(json, edge);
        json.WriteEndObject();
    }

    private void WriteTime(Utf8JsonWriter json, int edge)
    {
        if (FactPeriod.Find(store, edge) is not { } period)
            return;

        json.WriteString("when", FactPeriod.Describe(store, edge));
        if (period.Start is { } start)
            json.WriteString("start", start.ToString());
        if (period.End is { } end)
            json.WriteString("end", end.ToString());
    }

    private static void WritePlaces(Utf8JsonWriter json, PictureEdge edge)
    {
        json.WriteStartArray("curve");
        foreach (var point in edge.Curve.Points)
        {
            WriteRounded(json, point.X);
            WriteRounded(json, point.Y);
        }

        json.WriteEndArray();
        WriteRounded(json, "bend", edge.Curve.Bend);
        if (edge.LabelBox is not { } box)
            return;

        json.WriteStartArray("place");
        WriteRounded(json, box.Center.X);
        WriteRounded(json, box.Center.Y);
        json.WriteNumberValue(Math.Round(box.Angle, 4));
        WriteRounded(json, box.Size.Width);
        json.WriteEndArray();
    }

    private void WriteLooks(Utf8JsonWriter json)
    {
        json.WriteStartArray("looks");
        foreach (var look in looks)
        {
            json.WriteStartObject();
            json.WriteString("name", look.Label);
            json.WriteString("color", look.Color.Hex);
            json.WriteString("line", look.Color.Darker.Hex);
            json.WriteString("shape", look.Shape.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Each in parts, every second of which names somebody or something that the fact is about.</summary>
    private void WriteSentences(Utf8JsonWriter json)
    {
        json.WriteStartArray("sentences");
        foreach (var (evidence, nodes) in sentences)
        {
            json.WriteStartObject();
            json.WriteNumber("article", IndexOfArticle(evidence.Article));
            json.WriteStrings("parts", marks.Cut(evidence, nodes));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteArticles(Utf8JsonWriter json)
    {
        json.WriteStartArray("articles");
        foreach (var article in articles)
        {
            json.WriteStartObject();
            json.WriteString("title", Captions.Get(store, article));
            foreach (var key in new[] { "source", "published", "url" })
            {
                if (store.GetNodeProperty(article, key) is { IsNull: false } value)
                    json.WriteString(key, PlainText.Format(value));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private int AddSentence(Evidence evidence, int[] nodes)
    {
        sentences.Add((evidence, nodes));
        return sentences.Count - 1;
    }

    private int IndexOfArticle(int article)
    {
        if (!articleIndex.TryGetValue(article, out var index))
        {
            articleIndex.Add(article, index = articles.Count);
            articles.Add(article);
        }

        return index;
    }

    private static int IndexOf<T>(List<T> items, T item)
    {
        var index = items.IndexOf(item);
        if (index >= 0)
            return index;
        items.Add(item);
        return items.Count - 1;
    }

    private static void WriteProperties(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, Value>> properties)
    {
        json.WriteStartArray("properties");
        foreach (var (key, value) in properties)
        {
            json.WriteStartArray();
            json.WriteStringValue(key);
            json.WriteStringValue(PlainText.Format(value));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteRounded(Utf8JsonWriter json, string name, double number)
    {
        json.WritePropertyName(name);
        WriteRounded(json, number);
    }

    private static void WriteRounded(Utf8JsonWriter json, double number) => json.WriteRawValue(SvgCanvas.Format(number));
}
