using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Any other record that has a text and a list of objects with a start and an end in it, or of arrays that begin with these two: the names
/// of the fields tell what each is. The list with the most items is that of the mentions.
/// </summary>
internal sealed class SpanListShape() : JsonShape("list of spans")
{
    private static readonly ImmutableArray<string> Texts =
    [
        "text", "content", "body", "sentence", "source_text", "raw_text", "full_text", "raw", "document", "context", "passage", "paragraph"
    ];
    private static readonly JsonField Starts = new(
        "start", "begin", "start_offset", "startOffset", "start_char", "char_start",
        "startChar", "start_index", "startIndex", "start_pos", "begin_offset", "beginOffset", "from", "offset");
    private static readonly JsonField Ends = new(
        "end", "end_offset", "endOffset", "end_char", "char_end", "endChar", "end_index", "endIndex", "end_pos", "to");
    private static readonly JsonField Lengths = new("length", "len");
    private static readonly JsonField Types = new(
        "label", "labels", "type", "entity_type", "entityType", "category", "class", "tag", "entity_group");
    private static readonly JsonField Surfaces = new(
        "text", "value", "word", "surface", "mention", "span", "name", "quote", "surface_form", "surfaceForm");
    private readonly Dictionary<(string, string, bool), JsonMap> maps = [];

    public override bool Fits(JsonElement record) => Find(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading) =>
        Find(record.Root) is { } map ? new MappedShape(map, _ => true).Read(record, reading) : [];

    private JsonMap? Find(JsonElement record)
    {
        if (!record.IsObject() || Texts.FirstOrDefault(name => record.Get(name).ValueKind == JsonValueKind.String) is not { } text)
            return null;

        var length = JsonText.Get(record.Get(text)).Length;
        var lists = record.EnumerateObject().Where(property => IsSpans(property.Value, length)).ToList();
        if (lists.Count == 0)
            return null;

        var list = lists.MaxBy(property => property.Value.GetArrayLength());
        var isByPosition = list.Value[0].IsArray();
        return GetMap(text, list.Name, isByPosition);
    }

    private JsonMap GetMap(string text, string list, bool isByPosition)
    {
        if (maps.TryGetValue((text, list, isByPosition), out var known))
            return known;
        return maps[(text, list, isByPosition)] = new JsonMap("list of spans")
        {
            Text = new JsonField(text),
            Mentions = new JsonField(list),
            Mention = isByPosition
                ? new JsonMentionMap
                {
                    Id = new JsonField(),
                    Start = new JsonField("0"),
                    End = new JsonField("1"),
                    Type = new JsonField("2"),
                    Entity = new JsonField(),
                    Surface = new JsonField(),
                    Confidence = new JsonField()
                }
                : new JsonMentionMap
                {
                    Start = Starts,
                    End = Ends,
                    Length = Lengths,
                    Type = Types,
                    Surface = Surfaces,
                    Entity = new JsonField(),
                    Confidence = new JsonField("confidence", "score", "confidenceScore")
                },
        };
    }

    private static bool IsSpans(JsonElement list, int length) =>
        list.IsArray() && list.GetArrayLength() > 0 && list.EnumerateArray().All(item => item.IsObject()
            ? IsSpan(Starts.GetInteger(item), Ends.GetInteger(item) ?? Starts.GetInteger(item) + Lengths.GetInteger(item), length)
                && Types.TryGet(item, out _)
            : item.IsArray() && item.GetArrayLength() >= 3 && item[0].ValueKind == JsonValueKind.Number
                && IsSpan(item[0].Integer(), item[1].Integer(), length) && item[2].ValueKind == JsonValueKind.String);

    private static bool IsSpan(long? start, long? end, int length) => start >= 0 && start < end && end <= (long)length * 4;
}
