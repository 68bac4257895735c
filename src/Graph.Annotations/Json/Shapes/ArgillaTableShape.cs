using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Argilla's records as a data set of Hugging Face: <c>span.responses</c> has a list of spans for each user, <c>span.suggestion</c> one of
/// a model. The first response counts, without any the suggestion. The record is read as one with a list of spans.
/// </summary>
internal sealed class ArgillaTableShape() : JsonShape("Argilla's columns")
{
    private const string Responses = ".responses";
    private const string Suggestion = ".suggestion";
    private static readonly string[] OfAnswers = ["", ".users", ".status", ".score", ".agent"];
    private static readonly string[] OfRecord = ["id", "status", "_server_id"];

    private readonly SpanListShape list = new();

    public override bool Fits(JsonElement record) => FitsEmpty(record) && FindSpans(record).Any();

    public override bool FitsEmpty(JsonElement record) =>
        record.IsObject() && JsonTexts.FindKnown(record) is not null && ListQuestions(record, Responses)
            .Concat(ListQuestions(record, Suggestion)).Any();

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var text = JsonTexts.FindKnown(root)!;
        var questions = new[] { Responses, Suggestion }.SelectMany(kind => ListQuestions(root, kind).Select(question => question + kind))
            .ToList();
        reading.CountUnread(
            root, [.. OfRecord, JsonTexts.FirstStep(text), .. questions.SelectMany(name => OfAnswers.Select(end => name + end))]);
        var answers = FindSpans(root).ToList();
        reading.Log.CountLoss("responses beside the one that counts", Math.Max(0, answers.Count(answer => answer.Kind == Responses) - 1),
            record.Place);
        reading.Log.Count("predictions left out", answers.Skip(1).Count(answer => answer.Kind == Suggestion));
        var turned = Turn(root, JsonTexts.Get(root, text)!, answers.Select(answer => answer.Spans).FirstOrDefault());
        return ReadTurnedOrPlain(turned, list, record, reading);
    }

    private static IEnumerable<string> ListQuestions(JsonElement record, string kind) =>
        record.EnumerateObject().Select(JsonText.GetName).Where(name => name.EndsWith(kind, StringComparison.Ordinal))
            .Select(name => name[..^kind.Length]);

    /// <summary>Every list of spans, the responses first.</summary>
    private static IEnumerable<(string Kind, JsonElement Spans)> FindSpans(JsonElement record) =>
        ListQuestions(record, Responses).SelectMany(question => record.Items(question + Responses)).Select(spans => (Responses, spans))
            .Concat(ListQuestions(record, Suggestion).Select(question => (Suggestion, record.Get(question + Suggestion))))
            .Where(answer => answer.Item2.At(0) is { ValueKind: JsonValueKind.Object } first && SpanFields.Find(first) is not null);

    private static JsonDocument Turn(JsonElement record, string text, JsonElement spans)
    {
        return WrittenJson.WriteObject(json =>
        {
            if (record.Text("id") is { } id)
                json.WriteString("id", id);
            json.WriteString("text", text);
            json.WritePropertyName("entities");
            if (spans.IsArray())
                spans.WriteTo(json);
            else
                json.WriteRawValue("[]");
        });
    }
}
