using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Names as answers to questions (MRC-NER): a record asks for one type in a context, <c>"span_position": ["0;1"]</c> by tokens, the last
/// one included. Records with one context, which follow each other, are one article.
/// </summary>
internal sealed class QuestionNerShape() : JsonShape("MRC-NER")
{
    private const string Context = "context";
    private const string Spans = "span_position";
    private const string Label = "entity_label";
    private static readonly HashSet<string> Taken =
        [Context, Spans, Label, "query", "qas_id", "impossible", "start_position", "end_position"];

    public override bool IsWholeFile => true;

    public override bool Fits(JsonElement record) =>
        record.Get(Context).ValueKind == JsonValueKind.String && record.HasArray(Spans) && record.Text(Label) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading) => ReadFile([record], reading);

    public override IEnumerable<AnnotatedArticle> ReadFile(IEnumerable<JsonRecord> records, JsonReading reading)
    {
        string? context = null;
        JsonTokens? tokens = null;
        JsonArticleDraft? draft = null;
        foreach (var record in records)
        {
            if (!Fits(record.Root))
            {
                reading.Log.ReportMalformed(ReadingDiagnostics.Malformed(record.Place, "question",
                    $"it has no '{Context}', '{Spans}' or '{Label}'"));
                continue;
            }

            if (context != record.Root.Text(Context))
            {
                if (draft is not null)
                    yield return draft.ToArticle();
                context = record.Root.Text(Context)!;
                tokens = JsonTokens.FromSentences([context.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
                draft = reading.CreateDraft(record, tokens.ToString(), new ArticleMetadata());
            }

            reading.CountUnread(record.Root, Taken);
            foreach (var span in record.Root.Items(Spans))
                AddMention(span.Text() ?? "", record.Root.Text(Label)!, tokens!, draft!);
        }

        if (draft is not null)
            yield return draft.ToArticle();
    }

    private static void AddMention(string place, string type, JsonTokens tokens, JsonArticleDraft draft)
    {
        var (start, end) = place.Split(';') is [var first, var last] && long.TryParse(first, out var from)
            && long.TryParse(last, out var to) ? (from, to) : (-1L, -1L);
        if (draft.FindSpanTo(tokens, start, end) is { } span)
            draft.AddMention(null, [type], span);
    }
}
