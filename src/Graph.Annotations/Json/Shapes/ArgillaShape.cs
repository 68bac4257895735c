using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Argilla: a record has its text in <c>fields</c>; the answers to a question for spans are in <c>responses</c>, one for each user, and in
/// <c>suggestions</c>. The first response counts, without any the suggestion. The record is read as one with a list of spans.
/// </summary>
internal sealed class ArgillaShape() : JsonShape("Argilla")
{
    private const string Spans = "entities";
    private static readonly string[] Taken = ["fields", "responses", "suggestions", "vectors", "_server_id", "status", "id", "metadata"];
    private static readonly HashSet<string> OfResponse = ["value", "user_id", "status"];
    private static readonly HashSet<string> OfSuggestion = ["value", "score", "agent", "type"];
    private readonly SpanListShape list = new();

    public override bool Fits(JsonElement record) =>
        FindText(record) is not null && (record.Get("responses").IsObject() || record.Get("suggestions").IsObject());

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken);
        reading.CountInside("fields", root.Get("fields"), new HashSet<string>([FindTextName(root)!], StringComparer.Ordinal));
        foreach (var response in ListAll(root.Get("responses"), question => question.Items()))
            reading.CountUnread("responses", response, OfResponse);
        foreach (var suggestion in ListAll(root.Get("suggestions"), question => [question]))
            reading.CountInside("suggestions", suggestion, OfSuggestion);
        return ReadTurnedOrPlain(Turn(root, reading), list, record, reading);
    }

    private static string? FindText(JsonElement record) =>
        FindTextName(record) is { } name ? JsonTexts.Get(record.Get("fields"), name) : null;

    private static string? FindTextName(JsonElement record) =>
        record.Get("fields") is { ValueKind: JsonValueKind.Object } fields ? JsonTexts.FindName(fields) : null;

    private static JsonDocument Turn(JsonElement root, JsonReading reading)
    {
        return WrittenJson.WriteObject(json =>
        {
            if (root.Text("id") is { } id)
                json.WriteString("id", id);
            json.WriteString("text", FindText(root));
            json.WritePropertyName("metadata");
            if (root.Get("metadata").IsObject())
                root.Get("metadata").WriteTo(json);
            else
                json.WriteNullValue();
            json.WritePropertyName(Spans);
            if (FindAnswer(root, reading) is { ValueKind: JsonValueKind.Array } answer)
                answer.WriteTo(json);
            else
                json.WriteRawValue("[]");
        });
    }

    /// <summary>The spans of the first question that has some; what further users and questions say is counted.</summary>
    private static JsonElement FindAnswer(JsonElement root, JsonReading reading)
    {
        var responses = ListAnswers(root.Get("responses"), response => response.Items()).ToList();
        var suggestions = ListAnswers(root.Get("suggestions"), suggestion => [suggestion]).ToList();
        var found = responses.Concat(suggestions).FirstOrDefault(IsSpans);
        reading.Log.CountLoss("responses beside the one that counts", responses.Count - (responses.Exists(IsSpans) ? 1 : 0));
        reading.Log.Count("predictions left out", responses.Exists(IsSpans) ? suggestions.Count : Math.Max(0, suggestions.Count - 1));
        return found;
    }

    private static IEnumerable<JsonElement> ListAnswers(JsonElement questions, Func<JsonElement, IEnumerable<JsonElement>> list) =>
        ListAll(questions, list).Select(answer => answer.Get("value"));

    private static IEnumerable<JsonElement> ListAll(JsonElement questions, Func<JsonElement, IEnumerable<JsonElement>> list) =>
        questions.Fields().SelectMany(question => list(question.Value));

    private static bool IsSpans(JsonElement value) => value.At(0).Integer("start") is not null && value.At(0).Integer("end") is not null;
}
