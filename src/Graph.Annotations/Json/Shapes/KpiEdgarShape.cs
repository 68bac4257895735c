using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// KPI-EDGAR: segments of a report, their sentences with words, entities by the words of their sentence, the last one excluded, and
/// relations between positions in the list of entities.
/// </summary>
internal sealed class KpiEdgarShape() : JsonShape("KPI-EDGAR")
{
    private const string Entities = "entities_anno";
    private const string Relations = "relations_anno";
    private static readonly HashSet<string> Taken = ["segments", "id_"];
    private static readonly HashSet<string> OfRelation = ["head_idx", "tail_idx", "type", "type_", "head_type", "tail_type", "id"];

    public override bool Fits(JsonElement record) =>
        ListSentences(record).Any(sentence => sentence.HasArray("words") && sentence.HasArray(Entities));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken);
        var sentences = ListSentences(root).Where(sentence => sentence.HasArray("words")).ToList();
        var tokens = JsonTokens.FromSentences(
            sentences.Select(sentence => sentence.Items("words").Select(word => word.Text("value") ?? JsonTokens.GetWord(word))));
        var draft = reading.CreateDraft(record, tokens.ToString(), reading.ReadMetadata(root, record.Place, "id_"), tokens.Sentences);
        var first = 0;
        foreach (var sentence in sentences)
        {
            ReadSentence(sentence, first, tokens, draft);
            first += sentence.Items("words").Count();
        }

        yield return draft.ToArticle();
    }

    private static IEnumerable<JsonElement> ListSentences(JsonElement record) =>
        record.Items("segments").SelectMany(segment => segment.Items("sentences"));

    private static void ReadSentence(JsonElement sentence, int first, JsonTokens tokens, JsonArticleDraft draft)
    {
        var entities = new List<int?>();
        foreach (var entity in sentence.Items(Entities))
        {
            var (start, end) = (entity.Integer("start") ?? -1, entity.Integer("end") ?? -1);
            var isInside = start >= 0 && tokens.TryGetSpan(first + start, first + end, out _);
            if (!isInside)
                draft.ReportSpan(start, end, sentence.Items("words").Count());
            entities.Add(isInside && tokens.TryGetSpan(first + start, first + end, out var span)
                ? draft.AddMention(null, [entity.TextOf("type_", "type") ?? ""], span, entity.Text("value"))
                : null);
        }

        foreach (var relation in sentence.Items(Relations))
        {
            int? Find(string end) =>
                relation.Integer(end) is { } index && index >= 0 && index < entities.Count ? entities[(int)index] : null;
            draft.AddRelation(
                null, relation.TextOf("type", "type_"), Find("head_idx"), Find("tail_idx"),
                read => read with { Properties = relation.Others(OfRelation) });
        }
    }
}
