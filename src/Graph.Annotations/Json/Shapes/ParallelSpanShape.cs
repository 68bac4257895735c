using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Spans in lists of the record itself that go with each other: places, <c>"index": [[9, 14]]</c> or <c>"start": [9], "end": [14]</c>, and
/// what each of them is, <c>"wikipedia_titles": ["Japan"]</c>; or places alone under a name that says so. The record is read as one with a
/// list of spans.
/// </summary>
internal sealed class ParallelSpanShape() : JsonShape("spans in lists beside each other")
{
    private static readonly ImmutableArray<string> Places =
    [
        "index", "indices", "spans", "span", "offsets", "mentions", "positions", "charspans", "charoffsets", "mentionspans",
        "mentionoffsets", "entityspans", "entityoffsets", "triggerwords", "entities", "boundaries",
    ];

    private readonly SpanListShape list = new();

    public override bool Fits(JsonElement record) => FindPlaces(record) is not null;

    /// <summary>What others have places in is empty here.</summary>
    public override bool FitsEmpty(JsonElement record) =>
        record.IsObject() && JsonTexts.FindKnown(record) is not null && record.EnumerateObject().Any(IsEmptyPlaces);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading) =>
        FindPlaces(record.Root) is { } places
            ? ReadTurned(Turn(record.Root, places), list, record, reading)
            : JsonShapes.Plain.Read(record, reading);

    private static bool IsEmptyPlaces(JsonProperty property) =>
        Places.Contains(SpanNames.Normalize(JsonText.GetName(property))) && !property.Value.IsSaying();

    /// <summary>The fields of the places and all of them; each lies in the text.</summary>
    private static PlaceList? FindPlaces(JsonElement record)
    {
        if (!record.IsObject() || JsonTexts.FindKnown(record) is not { } name || JsonTexts.Get(record, name) is not { } text)
            return null;
        foreach (var field in SpanNames.FindAll(record, Places))
        {
            var pairs = record.Items(field)
                .Select(item => (
                    Start: item.At(0).Integer() ?? -1,
                    End: item.At(1).Integer() ?? -1,
                    Length: item.IsArray() ? item.GetArrayLength() : 0))
                .ToList();
            if (pairs.Count > 0 && pairs.TrueForAll(pair => pair.Length == 2 && IsInside(pair.Start, pair.End, text)))
                return InCharacters(record, text, new PlaceList([field], pairs.ConvertAll(pair => (pair.Start, pair.End))));
        }

        if (SpanNames.FindAll(record, SpanNames.Starts).FirstOrDefault(field => record.HasArray(field)) is { } start
            && SpanNames.FindAll(record, SpanNames.Ends).FirstOrDefault(field => record.HasArray(field)) is { } end
            && record.Get(start).GetArrayLength() == record.Get(end).GetArrayLength())
        {
            var pairs = record.Items(start).Zip(record.Items(end))
                .Select(pair => (Start: pair.First.Integer() ?? -1, End: pair.Second.Integer() ?? -1)).ToList();
            if (pairs.Count > 0 && pairs.TrueForAll(pair => IsInside(pair.Start, pair.End, text)))
                return InCharacters(record, text, new PlaceList([start, end], pairs));
        }

        return null;
    }

    /// <summary>Places count the words between blanks where a list beside has just these, in any case.</summary>
    private static PlaceList InCharacters(JsonElement record, string text, PlaceList places)
    {
        var words = text.Split(' ');
        if (places.Pairs.Exists(pair => pair.End > words.Length))
            return places;
        var spans = places.Pairs.ConvertAll(pair => (
            Start: (long)words.Take((int)pair.Start).Sum(word => CountRunes(word) + 1),
            End: (long)words.Take((int)pair.End).Sum(word => CountRunes(word) + 1) - 1));
        var surfaces = places.Pairs.ConvertAll(pair => string.Join(' ', words[(int)pair.Start..(int)pair.End]));
        return record.EnumerateObject().Any(property => property.Value.IsTexts()
            && property.Value.Texts().SequenceEqual(surfaces, StringComparer.OrdinalIgnoreCase)) ? places with { Pairs = spans } : places;
    }

    private static int CountRunes(string word) => word.EnumerateRunes().Count();

    private static bool IsInside(long start, long end, string text) => start >= 0 && start < end && end <= text.Length;

    /// <summary>Lists of as many texts or numbers say of each place what it is.</summary>
    private static JsonDocument Turn(JsonElement record, PlaceList places)
    {
        var beside = record.EnumerateObject()
            .Where(property => !places.Fields.Contains(JsonText.GetName(property)) && property.Value.IsArray()
                && property.Value.GetArrayLength() == places.Pairs.Count && property.Value.Items()
                    .All(item => !item.IsArray() && !item.IsObject()))
            .Select(JsonText.GetName)
            .ToList();
        return WrittenJson.WriteSpans(record, name => !places.Fields.Contains(name) && !beside.Contains(name), json =>
        {
            foreach (var (number, pair) in places.Pairs.Index())
            {
                json.WriteStartObject();
                json.WriteNumber("start", pair.Start);
                json.WriteNumber("end", pair.End);
                foreach (var name in beside)
                {
                    json.WritePropertyName(ToSingular(name));
                    record.Get(name)[number].WriteTo(json);
                }

                json.WriteEndObject();
            }
        }, WrittenJson.Mentions);
    }

    /// <summary>What a list is called to what one of it is: <c>wikipedia_titles</c> to <c>wikipedia_title</c>.</summary>
    private static string ToSingular(string name) => name.EndsWith("ases", StringComparison.Ordinal) ? name[..^2]
        : name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) ? name[..^1]
        : name;

    private sealed record PlaceList(ImmutableArray<string> Fields, List<(long Start, long End)> Pairs);
}
