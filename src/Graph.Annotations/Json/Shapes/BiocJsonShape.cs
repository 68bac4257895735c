using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// BioC as JSON, also of PubTator: passages (or their sentences) with annotations whose offsets count from the start of the document, and
/// relations between annotations.
/// </summary>
internal sealed class BiocJsonShape() : JsonShape("BioC JSON")
{
    private static readonly HashSet<string> Taken = ["id", "infons", "passages", "relations", "pmid", "pmcid", "annotations"];
    private static readonly HashSet<string> OfInfons = ["type", "identifier", "Identifier", "MESH"];

    public override bool Fits(JsonElement record) =>
        record.Items("passages").FirstOrDefault() is { ValueKind: JsonValueKind.Object } passage && passage.Integer("offset") is not null
        && (passage.Get("text").ValueKind == JsonValueKind.String || passage.HasArray("sentences"));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken);
        var passages = root
            .Items("passages")
            .SelectMany(passage => passage.Get("text").ValueKind == JsonValueKind.String ? [passage] : passage.Items("sentences"))
            .ToList();
        var text = string.Join('\n', passages.Select(passage => passage.Text("text") ?? ""));
        var draft = reading.CreateDraft(record, text);
        var start = 0;
        foreach (var passage in passages)
        {
            var words = passage.Text("text") ?? "";
            AddAnnotations(passage, words, start, draft);
            start += words.Length + 1;
        }

        var holders = root.Items("passages").Append(root).Concat(passages).DistinctBy(holder => holder.GetRawText());
        foreach (var relation in holders.SelectMany(holder => holder.Items("relations")))
            AddRelation(relation, draft);
        yield return draft.ToArticle();
    }

    private static void AddAnnotations(JsonElement passage, string words, int start, JsonArticleDraft draft)
    {
        var first = passage.Integer("offset") ?? 0;
        var items = passage.Items("annotations").ToList();
        var offsets = TextOffsets.Choose(
            words,
            [.. items
                .Where(item => item.Get("locations").Items().Count() == 1)
                .Select(item => ReadSpan(item.Get("locations").At(0), first, item.Text("text")))]);
        foreach (var item in items)
        {
            var fragments = item.Items("locations").Select(location => ReadSpan(location, first, null))
                .Select(recorded => offsets.TryGetSpan(recorded.Start, recorded.End, out var span)
                    ? new TextSpan(start + span.Start, span.Length)
                    : (TextSpan?)null).ToList();
            if (fragments.Count == 0 || fragments.Contains(null))
            {
                draft.ReportSpan(item.Get("locations").At(0).Integer("offset") ?? -1, -1, offsets.Length);
                continue;
            }

            var infons = item.Get("infons");
            draft.Complete(draft.AddMention(
                item.Text("id") is { } id && draft.FindMention(id) is null ? id : null,
                [infons.Text("type") ?? ""],
                [.. fragments.OfType<TextSpan>().OrderBy(span => span.Start)],
                item.Text("text")), mention => mention with
                {
                    Properties = infons.Others(OfInfons),
                    Links = infons.TextOf("identifier", "Identifier", "MESH") is { } target && target != "-"
                    ? [new EntityLink("identifier", target)]
                    : [],
                });
        }
    }

    private static RecordedSpan ReadSpan(JsonElement location, long first, string? words)
    {
        var start = (location.Integer("offset") ?? -1) - first;
        return new RecordedSpan(start, start + (location.Integer("length") ?? 0), words);
    }

    private static void AddRelation(JsonElement relation, JsonArticleDraft draft)
    {
        var ends = relation.Items("nodes").Select(node => draft.FindMention(node.Text("refid"))).ToList();
        if (ends.Count == 0)
            ends = [.. ConceptMentions.Ends.Select(end => ConceptMentions.Find(draft.Mentions, relation.Get("infons").Text(end)))];
        if (ends.Count == 2)
            draft.AddRelation(relation.Text("id"), relation.Get("infons").TextOf("type", "relation") ?? "", ends[0], ends[1]);
        else
            draft.Log.CountLoss("relations without two ends");
    }
}
