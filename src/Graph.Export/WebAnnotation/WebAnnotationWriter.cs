using System.Globalization;
using System.Text.Json;

namespace Graph.Export;

/// <summary>
/// W3C Web Annotation: a text, and beside it a page of annotations (<c>AnnotationPage</c>) with one for each mention, by quote and by
/// position, and one for each relation, which joins two of them; and <c>articles.csv</c>.
/// </summary>
internal static class WebAnnotationWriter
{
    public static ExportReport Write(GraphSelection selection, ExportFolder folder, CancellationToken cancellation)
    {
        var losses = new LossLedger();
        var articles = new ArticleCollection(selection, losses);
        var files = new AnnotatedFolder(folder, selection.Store, losses);
        var entities = new AnnotatedEntities(selection.Store, losses);
        var written = new AnnotationCounts();
        files.WriteArticles(
            articles,
            ".jsonld",
            (article, name, output) =>
            {
                using var json = new Utf8JsonWriter(output.BaseStream, JsonValues.Indented);
                new WebAnnotationPage(selection.Store, article, entities, losses, json).Write(name, written);
            },
            cancellation);
        entities.CountUnwrittenProperties();
        losses.Note("where sentences begin and end is not written");
        return written.Report(articles.Count, losses);
    }
}

/// <summary>The annotations of one article.</summary>
internal sealed class WebAnnotationPage(
    GraphStore store, ArticleContents article, AnnotatedEntities entities, LossLedger losses, Utf8JsonWriter json)
{
    private const int Around = 32;

    public void Write(string source, AnnotationCounts written)
    {
        json.WriteStartObject();
        json.WriteString("@context", "http://www.w3.org/ns/anno.jsonld");
        json.WriteString("type", "AnnotationPage");
        json.WriteStartArray("items");
        for (var i = 0; i < article.Mentions.Length; i++)
            WriteMention(article.Mentions[i], GetId(i), source);
        var places = Enumerable.Range(0, article.Mentions.Length).ToLookup(i => article.Mentions[i].Node);
        var relations = 0;
        foreach (var edge in article.Facts)
            relations += WriteRelation(edge, places, relations) ? 1 : 0;
        json.WriteEndArray();
        json.WriteEndObject();
        losses.Count("event is not written", "events are not written", article.Events.Length);
        written.Add(article.Mentions.Length, 0, relations);
    }

    private static string GetId(int mention) => string.Create(CultureInfo.InvariantCulture, $"#m{mention + 1}");

    private void WriteMention(ArticleMention mention, string id, string source)
    {
        var entity = entities.Get(mention.Node);
        WriteStart(id, "identifying");
        json.WriteStartArray("body");
        foreach (var label in entities.ListLabels(mention))
            WriteTag(label);
        if (entity.Link is { } link)
            WriteResource(GetAddress(link), entity.Name);
        WriteResource($"#{Uri.EscapeDataString(entity.Key)}", entity.Name);
        json.WriteEndArray();
        json.WriteStartObject("target");
        json.WriteString("source", source);
        WriteSelectors(mention.Span);
        json.WriteEndObject();
        json.WriteEndObject();
        losses.Count(
            "mention of several parts is written from the first to the last",
            "mentions of several parts are written from the first to the last",
            mention.Fragments.Length > 1 ? 1 : 0);
        foreach (var (key, _) in entities.ListProperties(mention))
            losses.Count($"'{key}' of a mention is not written", $"'{key}' of mentions are not written");
    }

    private void WriteSelectors(TextSpan span)
    {
        var (before, after) = (Math.Max(0, span.Start - Around), Math.Min(article.Text.Length, span.End + Around));
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", UnicodeText.Repair(article.Text.Substring(span.Start, span.Length)));
        json.WriteString("prefix", UnicodeText.Repair(article.Text[before..span.Start]));
        json.WriteString("suffix", UnicodeText.Repair(article.Text[span.End..after]));
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private bool WriteRelation(int edge, ILookup<int, int> places, int number)
    {
        var table = store.GetEdgeTable(edge);
        int[] sources = [.. places[table.GetSource(edge)]];
        int[] targets = [.. places[table.GetTarget(edge)]];
        var place = store.GetEdgeEvidence(edge)!.Value.Span;
        if (EvidenceEnds.Find(GetSpans(sources), GetSpans(targets), place) is not { } found)
        {
            losses.Count(
                "relation is not written, as its article does not name both ends",
                "relations are not written, as their articles do not name both ends");
            return false;
        }

        losses.Count(
            "place of a relation becomes that from one of its ends to the other",
            "places of relations become those from one of their ends to the other",
            found.IsExact ? 0 : 1);
        foreach (var (key, _) in StoreElements.GetEdgeProperties(store, edge))
            losses.Count($"'{key}' of a relation is not written", $"'{key}' of relations are not written");
        WriteStart(string.Create(CultureInfo.InvariantCulture, $"#r{number + 1}"), "linking");
        json.WritePropertyName("body");
        WriteTag(table.Type);
        json.WriteStartArray("target");
        json.WriteStringValue(GetId(sources[found.Source]));
        json.WriteStringValue(GetId(targets[found.Target]));
        json.WriteEndArray();
        json.WriteEndObject();
        return true;
    }

    private TextSpan[] GetSpans(int[] mentions) => Array.ConvertAll(mentions, mention => article.Mentions[mention].Span);

    private void WriteStart(string id, string motivation)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", motivation);
    }

    private void WriteTag(string label)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextualBody");
        json.WriteString("purpose", "tagging");
        json.WriteString("value", UnicodeText.Repair(label));
        json.WriteEndObject();
    }

    private void WriteResource(string address, string name)
    {
        json.WriteStartObject();
        json.WriteString("type", "SpecificResource");
        json.WriteString("purpose", "identifying");
        json.WriteStartObject("source");
        json.WriteString("id", address);
        json.WriteString("label", UnicodeText.Repair(name));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The page of an entity; a knowledge base that is known by its host is a host.</summary>
    private static string GetAddress(KnowledgeLink link) => link.Authority switch
    {
        "wikidata" => $"https://www.wikidata.org/wiki/{Uri.EscapeDataString(link.Id)}",
        _ when link.Authority.Contains('.') => $"https://{link.Authority}/{link.Id}",
        _ => $"urn:{Uri.EscapeDataString(link.Authority)}:{Uri.EscapeDataString(link.Id)}",
    };
}
