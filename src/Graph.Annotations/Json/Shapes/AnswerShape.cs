using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// What language models are trained to answer, beside the text that they are asked about: words with their types, <c>"Mira Ek &lt;>
/// PERSON"</c>, as NuNER has them, JSON in a string, or a conversation that asks for one type after the other, as Pile-NER does. The record
/// is read as one with words in place of spans.
/// </summary>
internal sealed class AnswerShape() : JsonShape("answers")
{
    private const string Mark = " <> ";
    private const string Conversation = "conversations";
    private const string TextMark = "Text: ";
    private static readonly string[] Texts = ["input", "text", "sentence", "context", "prompt"];
    private static readonly string[] Answers = ["output", "response", "completion", "answer"];
    private static readonly string[] Question = ["What describes ", " in the text?"];
    private static readonly HashSet<string> OfAnswer = ["id", "instruction"];

    private readonly SpanWordsShape words = new();

    public override bool Fits(JsonElement record)
    {
        using var turned = Turn(record);
        return turned is not null && words.Fits(turned.RootElement);
    }

    /// <summary>An answer may be an empty list.</summary>
    public override bool FitsEmpty(JsonElement record)
    {
        using var turned = Turn(record);
        return turned is not null;
    }

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var (text, answer) = FindFields(record.Root) ?? (Conversation, Conversation);
        reading.CountUnread(record.Root, [.. OfAnswer, text, answer]);
        return ReadTurnedOrPlain(Turn(record.Root)!, words, record, reading);
    }

    private static (string Text, string Answer)? FindFields(JsonElement record) =>
        Array.Find(Texts, name => record.Get(name).ValueKind == JsonValueKind.String) is { } text
        && Array.Find(Answers, name => record.Get(name).ValueKind is JsonValueKind.String or JsonValueKind.Array) is { } answer
            ? (text, answer)
            : null;

    /// <summary>A text and <c>entities</c>; null where the record has no answer of a kind that is known.</summary>
    private static JsonDocument? Turn(JsonElement record)
    {
        if (record.HasArray(Conversation))
            return TurnConversation(record);
        if (FindFields(record) is not var (text, answer))
            return null;
        using var parsed = record.Get(answer).IsArray() ? null : TableRecords.TryParse(record.Text(answer)!);
        var value = parsed?.RootElement ?? record.Get(answer);
        if (!value.IsArray() && !value.IsObject())
            return null;
        return Write(record, record.Text(text)!, json =>
        {
            if (value.Items().Any() && value.Items().All(item => item.Text()?.Contains(Mark, StringComparison.Ordinal) == true))
                WritePairs(json, value);
            else
                value.WriteTo(json);
        });
    }

    /// <summary>The questions are a type each, the answers lists of words.</summary>
    private static JsonDocument? TurnConversation(JsonElement record)
    {
        var turns = record.Items(Conversation).Select(turn => turn.Text("value") ?? "").ToList();
        if (turns.Count < 2 || !turns[0].StartsWith(TextMark, StringComparison.Ordinal)
            || !turns.Exists(turn => ReadQuestion(turn) is not null))
            return null;
        return Write(record, turns[0][TextMark.Length..], json =>
        {
            json.WriteStartArray();
            foreach (var (question, answer) in turns.Zip(turns.Skip(1)))
            {
                using var parsed = ReadQuestion(question) is null ? null : TableRecords.TryParse(answer);
                foreach (var item in parsed?.RootElement.Texts() ?? [])
                    WritePair(json, item, ReadQuestion(question)!);
            }

            json.WriteEndArray();
        });
    }

    private static string? ReadQuestion(string turn) =>
        turn.StartsWith(Question[0], StringComparison.Ordinal) && turn.EndsWith(Question[1], StringComparison.Ordinal)
            && turn.Length > Question[0].Length + Question[1].Length
            ? turn[Question[0].Length..^Question[1].Length]
            : null;

    private static void WritePairs(Utf8JsonWriter json, JsonElement answer)
    {
        json.WriteStartArray();
        foreach (var item in answer.Items().Select(item => item.Text()!))
        {
            var mark = item.LastIndexOf(Mark, StringComparison.Ordinal);
            WritePair(json, item[..mark], item[(mark + Mark.Length)..]);
        }

        json.WriteEndArray();
    }

    private static void WritePair(Utf8JsonWriter json, string words, string type)
    {
        json.WriteStartObject();
        json.WriteString("text", words);
        json.WriteString("type", type);
        json.WriteEndObject();
    }

    private static JsonDocument Write(JsonElement record, string text, Action<Utf8JsonWriter> writeEntities)
    {
        return WrittenJson.WriteObject(json =>
        {
            if (record.Text("id") is { } id)
                json.WriteString("id", id);
            json.WriteString("text", text);
            json.WritePropertyName("entities");
            writeEntities(json);
        });
    }
}
