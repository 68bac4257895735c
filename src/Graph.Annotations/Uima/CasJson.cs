using System.Text.Json;

namespace Graph.Annotations;

/// <summary>What both forms of a CAS in JSON have in common.</summary>
internal static class CasJson
{
    public static IEnumerable<Cas> Read(AnnotationFile file, Func<JsonElement, SourcePlace, IEnumerable<Cas>> read, ReadingLog log)
    {
        var source = file.ReadText(log);
        using var document = JsonText.Parse(source, log);
        return document is null ? [] : [.. read(document.RootElement, SourcePlace.StartOf(source))];
    }

    public static string? GetText(JsonElement element, string name) => ReadTexts(element.Get(name)) is [var text, ..] ? text : null;

    public static ImmutableArray<string> ReadTexts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.Object => [],
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(item => ReadTexts(item))],
        JsonValueKind.String => JsonText.Get(value) is { Length: > 0 } text ? [text] : [],
        _ => [value.GetRawText()],
    };
}
