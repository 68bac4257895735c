using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// DialogRE: a list of turns, and one of pairs by their words, <c>[["Speaker 1: Hi"], [{"x": "Speaker 1", "y": "Mira", "r": [...]}]]</c>,
/// each with the relations between them. It is read as one with triples.
/// </summary>
internal sealed class DialogShape() : JsonShape("dialogues with pairs")
{
    private const string Source = "x";
    private const string Target = "y";
    private const string Relations = "r";

    // Pairs between which nothing holds.
    private const string Unanswerable = "unanswerable";

    private static readonly HashSet<string> Taken = [Source, Target, Relations, "rid", $"{Source}_type", $"{Target}_type"];

    private readonly WordTripleShape triples = new();

    public override bool Fits(JsonElement record) =>
        record.IsArray()
        && record.GetArrayLength() == 2
        && record[0].IsTexts()
        && record[1].At(0).IsObject()
        && record[1].Items().All(pair => pair.Text(Source) is not null && pair.Text(Target) is not null && pair.Get(Relations).IsTexts());

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var pairs = record.Root[1].Items().ToList();
        foreach (var pair in pairs)
            reading.CountUnread("[1]", pair, Taken);
        reading.Log.Count("pairs without a relation", pairs.Sum(pair => ListRelations(pair).Count(type => !Holds(type))));
        return ReadTurnedOrPlain(Turn(record.Root), triples, record, reading);
    }

    private static JsonDocument Turn(JsonElement record) => WrittenJson.WriteObject(json =>
    {
        json.WriteString("text", string.Join('\n', record[0].Texts()));
        json.WriteStartArray("spo_list");
        foreach (var (pair, type) in record[1].Items().SelectMany(pair => ListRelations(pair).Where(Holds).Select(type => (pair, type))))
        {
            json.WriteStartObject();
            json.WriteString("subject", pair.Text(Source));
            json.WriteString("subject_type", pair.Text($"{Source}_type"));
            json.WriteString("predicate", type);
            json.WriteString("object", pair.Text(Target));
            json.WriteString("object_type", pair.Text($"{Target}_type"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static ImmutableArray<string> ListRelations(JsonElement pair) => pair.Get(Relations).Texts();

    private static bool Holds(string type) => type != Unanswerable && !NoRelation.Is(type);
}
