using System.Text.Json;

namespace Graph.Annotations;

/// <summary>What the fields of a span are called; names are paths where an object in the span holds them.</summary>
internal readonly record struct SpanFields(
    string Start, string? End, string? Length, string? Type, string? Surface, string? Confidence, string? Id)
{
    // Lists of the parts of one mention, from the first to the last; other names have the places of several.
    private static readonly string[] Parts = ["offsets", "span", "spans", "charspan"];

    private static readonly ImmutableArray<string> Tokens = ["tokens", "words"];

    /// <summary>A start and an end in a list, and nothing else.</summary>
    public static readonly SpanFields Pair = new("0", "1", null, null, null, null, null);

    /// <summary>The number of the sentence in which tokens count; null where they count in the whole text.</summary>
    public string? Sentence { get; init; }

    /// <summary>The names of an object or the positions of an array; null where it has no start and end.</summary>
    public static SpanFields? Find(JsonElement item) =>
        item.IsArray() ? FindPositions(item) : item.IsObject() ? FindNames(item, item, "") ?? FindInner(item) : null;

    /// <summary>Those of a list, by the first that is somewhere.</summary>
    public static SpanFields? FindIn(List<JsonElement> items)
    {
        var placed = items.FindIndex(item => Find(item) is { } fields && !fields.ReadSpan(item).IsNowhere);
        return Find(items[Math.Max(0, placed)]);
    }

    public RecordedSpan ReadSpan(JsonElement item)
    {
        var start = Get(item, Start).Integer();
        var words = Surface is null ? null : Get(item, Surface).Text();
        var end = End is not null ? Get(item, End).Integer()
            : Length is not null ? start + Get(item, Length).Integer()
            : start + words?.EnumerateRunes().Count();
        return new RecordedSpan(start ?? -1, end ?? -1, words);
    }

    /// <summary>The fields of a span that are read; of a path its first step.</summary>
    public IReadOnlySet<string> Names =>
        new[] { Start, End, Length, Type, Surface, Confidence, Id, Sentence }.OfType<string>()
            .Select(JsonTexts.FirstStep)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Without an end, the words show it.</summary>
    public bool HasEnd => End is not null || Length is not null;

    /// <summary>An id that several spans have is that of what they stand for.</summary>
    public SpanFields WithoutSharedIds(List<JsonElement> items)
    {
        if (Id is not { } name)
            return this;
        var ids = items.Select(item => Get(item, name).Text()).OfType<string>().ToList();
        return ids.Distinct(StringComparer.Ordinal).Count() < ids.Count ? this with { Id = null } : this;
    }

    public ImmutableArray<string> ReadTypes(JsonElement item) => Type is null ? [] : Get(item, Type).Texts();

    /// <summary>
    /// Of several fields that may have the words, the one whose values are all as long as their spans; a type does not repeat them.
    /// </summary>
    /// <param name="text">What the words are of, as those of a type may be as long by chance; null where it is not known.</param>
    public SpanFields ChooseSurface(List<JsonElement> items, string? text)
    {
        var own = this;
        if (items[0].IsArray())
            return text is not null && Type is { } first && Surface is { } second && !AreIn(items, second, text)
                && AreIn(items, first, text) ? this with { Type = second, Surface = first } : this;
        // What is not in the text has other words than none.
        var placed = items.FindAll(item => own.ReadSpan(item) is not { Start: <= 0, End: <= 0 });
        if (!HasEnd || placed.Count == 0 || !placed[0].IsObject()
            || SpanNames.FindAll(placed[0], SpanNames.AllSurfaces)
                .FirstOrDefault(name => placed.TrueForAll(item => own.IsAsLong(item, name, text))) is not { } surface)
            return this;
        bool Repeats(string type) =>
            type == surface || placed.TrueForAll(item => Get(item, type).Text() is { } text && text == Get(item, surface).Text());
        return this with
        {
            Surface = surface,
            Type = Type is null || !Repeats(Type) ? Type
                : SpanNames.FindTypes(placed[0])
                    .FirstOrDefault(name => !Repeats(name) && !Get(placed[0], name).Texts().IsEmpty),
        };
    }

    /// <summary>Whether a text has all that stands at one place of arrays, however its words are parted.</summary>
    private static bool AreIn(List<JsonElement> items, string place, string text)
    {
        var letters = text.Replace(" ", "", StringComparison.Ordinal);
        return items.TrueForAll(item => Get(item, place).Text() is { Length: > 0 } words
            && letters.Contains(words.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The end may be the last character, or the one behind it.</summary>
    private bool IsAsLong(JsonElement item, string name, string? text)
    {
        var span = ReadSpan(item);
        return Get(item, name).Text() is { Length: > 0 } words
            && words.EnumerateRunes().Count() is var length && (length == span.End - span.Start || length == span.End - span.Start + 1)
            && (name != Type || text?.Contains(words, StringComparison.OrdinalIgnoreCase) != false);
    }

    /// <summary>
    /// Another field, where the one that is called as types are only says of all that they are entities: <c>"type": "entity"</c> beside
    /// <c>"className": "Person"</c>.
    /// </summary>
    public SpanFields ChooseType(List<JsonElement> items)
    {
        if (Type is not { } type || !items.TrueForAll(item => Get(item, type).Text() is { } text && TypeNames.SaysNothing(text)))
            return this;
        var surface = Surface;
        return SpanNames.FindTypes(items[0]).FirstOrDefault(name => name != type && name != surface
            && items.TrueForAll(item => item.Get(name).ValueKind == JsonValueKind.String)) is { } other ? this with { Type = other } : this;
    }

    /// <summary>A span says what it is, or at least which words it stands for.</summary>
    public bool HasLabel(JsonElement item) =>
        (Type is not null && Get(item, Type).Texts() is { IsEmpty: false })
        || (Surface is not null && Get(item, Surface).Text() is not null);

    public JsonMentionMap ToMap() => new()
    {
        Id = ToField(Id),
        Start = ToField(Start),
        End = ToField(End),
        Length = ToField(Length),
        Type = ToField(Type),
        Surface = ToField(Surface),
        Confidence = ToField(Confidence),
        Entity = new JsonField(),
        Sentence = ToField(Sentence),
    };

    private static JsonField ToField(string? name) => name is null ? new JsonField() : new JsonField(name);

    private static JsonElement Get(JsonElement item, string name) => new JsonField(name).TryGet(item, out var value) ? value : default;

    /// <summary>A start, an end and a label in any order, and perhaps the words.</summary>
    private static SpanFields? FindPositions(JsonElement item)
    {
        var items = item.Items().ToList();
        var start = items.FindIndex(value => value.ValueKind == JsonValueKind.Number);
        var texts = items.Index().Where(pair => pair.Item.ValueKind == JsonValueKind.String).Select(pair => pair.Index).ToList();
        if (start < 0 || items.Count < 3 || items[start + 1 < items.Count ? start + 1 : start].Integer() is not { } end
            || !(items[start].Integer() <= end) || texts.Count is 0 or > 2)
            return null;

        var words = texts.Count < 2 ? -1 : texts[ChooseWords(
            texts.ConvertAll(index => JsonText.Get(items[index]).Length), end - items[start].Integer(), isFirst: texts[0] < start)];
        var type = texts.Find(index => index != words);
        return new SpanFields($"{start}", $"{start + 1}", null, $"{type}", texts.Count == 2 ? $"{words}" : null, null, null);
    }

    /// <summary>
    /// Which of two texts is the words: the one that alone has as many characters as the span, or one more where the last is included, else
    /// the one before the numbers or behind all.
    /// </summary>
    private static int ChooseWords(List<int> lengths, long? span, bool isFirst)
    {
        foreach (var length in new[] { span, span + 1 })
        {
            if ((lengths[0] == length) != (lengths[1] == length))
                return lengths[0] == length ? 0 : 1;
        }

        return isFirst ? 0 : 1;
    }

    /// <summary>The span stands in an object of the item, perhaps one more below.</summary>
    private static SpanFields? FindInner(JsonElement item, string prefix = "", JsonElement? outer = null)
    {
        foreach (var property in item.EnumerateObject().Where(property => property.Value.IsObject()))
        {
            var path = $"{prefix}{JsonText.GetName(property)}.";
            if (FindNames(property.Value, outer ?? item, path) is { } found)
                return found;
            if (outer is null && FindInner(property.Value, path, item) is { } inner)
                return inner;
        }

        return null;
    }

    /// <param name="holder">What has the start and the end.</param>
    /// <param name="item">The whole item, which may have the label.</param>
    private static SpanFields? FindNames(JsonElement holder, JsonElement item, string prefix)
    {
        if (FindEnds(holder) is not var (start, end, length))
            return null;

        string? First(Func<JsonElement, string?> find) =>
            find(item) ?? (prefix.Length > 0 && find(holder) is { } inner ? prefix + inner : null);
        string? Name(ImmutableArray<string> names) => First(place => SpanNames.Find(place, names));
        var known = First(place => SpanNames.FindTypes(place).FirstOrDefault());
        var type = known is not null && Get(item, known).Texts().IsEmpty ? FindLabelObject(item, known) : known;
        var surface = First(place => SpanNames.FindAll(place, SpanNames.Surfaces)
            .FirstOrDefault(name => name != type && !place.Get(name).IsObject()));
        if (end is null && length is null && surface is null)
            return null;
        return new SpanFields(
            prefix + start,
            end is null ? null : prefix + end,
            length is null ? null : prefix + length,
            type,
            surface == type ? null : surface,
            Name(SpanNames.Confidences),
            Name(SpanNames.Ids));
    }

    private static (string Start, string? End, string? Length)? FindEnds(JsonElement holder)
    {
        if (SpanNames.FindNumber(holder, SpanNames.Starts) is { } start)
        {
            if (SpanNames.FindNumber(holder, SpanNames.Ends) is { } end)
                return (start, end, null);
            if (SpanNames.FindNumber(holder, SpanNames.Lengths) is { } length)
                return (start, null, length);
            return start.Contains("offset", StringComparison.OrdinalIgnoreCase)
                || start.Contains("start", StringComparison.OrdinalIgnoreCase)
                ? (start, null, null)
                : null;
        }

        foreach (var name in SpanNames.FindAll(holder, SpanNames.Pairs))
        {
            var value = holder.Get(name);
            if (!value.IsArray())
                continue;
            if (value.At(0).Integer() is not null && value.At(1).Integer() is not null && value.GetArrayLength() == 2)
                return ($"{name}[0]", $"{name}[1]", null);
            if (value.GetArrayLength() == 1 && value.At(0).At(0).Integer() is not null && value.At(0).At(1).Integer() is not null)
                return ($"{name}[0][0]", $"{name}[-1][1]", null);
            if (Parts.Contains(SpanNames.Normalize(name)) && value.GetArrayLength() > 1
                && value.Items().All(part => part.IsArray() && part.GetArrayLength() == 2 && part.At(0).Integer() < part.At(1).Integer()))
                return ($"{name}[0][0]", $"{name}[-1][1]", null);
        }

        return FindTokenEnds(holder) ?? FindPrefixedEnds(holder);
    }

    /// <summary>Whether the words of an item say where it is.</summary>
    public bool IsByWords => Start.Contains("[0].", StringComparison.Ordinal);

    /// <summary>Those of the first and the last of the words that an item lists with their places.</summary>
    private static (string Start, string? End, string? Length)? FindTokenEnds(JsonElement holder)
    {
        foreach (var list in SpanNames.FindAll(holder, Tokens))
        {
            if (SpanNames.FindNumber(holder.Get(list).At(0), SpanNames.Starts) is { } start
                && SpanNames.FindNumber(holder.Get(list).At(0), SpanNames.Ends) is { } end)
                return ($"{list}[0].{start}", $"{list}[-1].{end}", null);
        }

        return null;
    }

    /// <summary>Names that begin alike: <c>cause_start</c> and <c>cause_end</c>. What has several such is between them.</summary>
    private static (string Start, string? End, string? Length)? FindPrefixedEnds(JsonElement holder)
    {
        var numbers = holder.Fields().Where(field => field.Value.Integer() is not null).Select(JsonText.GetName)
            .Where(name => !JsonPath.IsPath(name)).ToList();
        return PrefixedNames.List(numbers).ToList() is [var (_, start, end)] ? (start, end, null) : null;
    }

    /// <summary>A label with what is said about it: <c>{"labels": [{"value": "PER", "confidence": 0.9}]}</c>.</summary>
    public static string? FindLabelObject(JsonElement item, string name)
    {
        var value = item.Get(name);
        var (label, path) = value.IsArray() ? (value.At(0), $"{name}[0]") : (value, name);
        return new[] { "value", "name", "label", "type", "text", "id" }.FirstOrDefault(inner => label.Text(inner) is not null) is { } found
            ? $"{path}.{found}"
            : null;
    }
}
