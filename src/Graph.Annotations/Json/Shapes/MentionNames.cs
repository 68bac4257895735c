using System.Text.Json;

namespace Graph.Annotations;

/// <summary>By what the mentions of a record can be named.</summary>
internal sealed record MentionNames(
    int Count, IReadOnlySet<string> Ids, IReadOnlySet<string> Words, IReadOnlySet<(long Start, long End)> Spans)
{
    /// <summary>How the mentions say where they are, which may stand at an end of a relation once more.</summary>
    public SpanFields Fields { get; private init; }

    /// <summary>The text, where the mentions do not say their words.</summary>
    private string? Text { get; init; }

    /// <summary>
    /// The other lists of a record with something in them, where what names the mentions may stand; where an object holds the mentions,
    /// those in it come first.
    /// </summary>
    /// <param name="list">The field that holds the mentions.</param>
    public static IEnumerable<(string Name, List<JsonElement> Items)> ListsBeside(JsonElement record, string list)
    {
        var holder = JsonPath.GetHolder(list);
        return (holder.Length == 0 ? [] : JsonPath.Find(record, holder)).SelectMany(inner => ListArrays(inner, $"{holder}.", list))
            .Concat(ListArrays(record, "", list));
    }

    private static IEnumerable<(string Name, List<JsonElement> Items)> ListArrays(JsonElement holder, string above, string list) =>
        from property in holder.IsObject() ? holder.EnumerateObject().ToList() : []
        let name = JsonText.GetName(property)
        where property.Value.IsArray() && property.Value.GetArrayLength() > 0 && above + name != list && !JsonPath.IsPath(name)
        select (above + name, property.Value.Items().ToList());

    /// <summary>The first of these lists that is what is looked for, with its name; null where none is.</summary>
    public static (string Name, T Found)? FindBeside<T>(
        JsonElement record, string list, SpanFields fields, Func<List<JsonElement>, Lazy<MentionNames>, T?> find)
        where T : struct
    {
        Lazy<MentionNames> mentions = new(() => Read(new JsonField(list).GetAll(record), fields) is var read && read.Words.Count > 0
            ? read : read with { Text = GetText(record) });
        foreach (var (name, items) in ListsBeside(record, list))
        {
            if (find(items, mentions) is { } found)
                return (name, found);
        }

        return null;
    }

    public static MentionNames Read(IEnumerable<JsonElement> items, SpanFields fields)
    {
        var spans = new HashSet<(long, long)>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var words = new HashSet<string>(StringComparer.Ordinal);
        var count = 0;
        foreach (var item in items)
        {
            count++;
            var span = fields.ReadSpan(item);
            spans.Add((span.Start, span.End));
            if (fields.Id is not null && item.Text(fields.Id) is { } id)
                ids.Add(id);
            if (span.Surface is { } surface)
                words.Add(surface);
        }

        return new MentionNames(count, ids, words, spans) { Fields = fields };
    }

    private static string? GetText(JsonElement record) => JsonTexts.FindName(record) is { } name ? JsonTexts.Get(record, name)
        : JsonTexts.FindTokens(record) is { } tokens ? JsonSpans.Create(record, new JsonField(tokens), SpanUnit.Tokens)?.Text : null;

    public bool HasId(JsonElement end) => end.Text() is { } id && Ids.Contains(id);

    public bool HasPlace(JsonElement end) =>
        end.ValueKind == JsonValueKind.Number && end.Integer() is { } place && place >= 0 && place < Count;

    public bool HasWords(JsonElement end) => end.ValueKind == JsonValueKind.String && JsonText.Get(end) is { Length: > 0 } words
        && (Words.Contains(words) || Text?.Contains(words, StringComparison.Ordinal) == true);

    /// <summary>Whether an end is a mention once more, as the list has it.</summary>
    public bool IsMention(JsonElement end) => (end.IsObject() || (end.IsArray() && end.GetArrayLength() > 2)) && Fields.End is not null
        && Fields.ReadSpan(end) is var span && Spans.Contains((span.Start, span.End));

    public bool HasSpan(JsonElement end)
    {
        var (start, stop) = end.IsArray() && end.GetArrayLength() == 2 ? (end.At(0).Integer(), end.At(1).Integer())
            : end.IsObject() ? (end.Integer("start") ?? end.Integer("begin"), end.Integer("end"))
            : (null, null);
        return start is { } from && stop is { } to && Spans.Contains((from, to));
    }
}
