using System.Text.Json;

namespace Graph.Annotations;

/// <summary>Texts of JSON, as they may come from anybody.</summary>
internal static class JsonText
{
    /// <summary>A whole file; null, and a diagnostic, where it is no JSON. To be disposed.</summary>
    public static JsonDocument? Parse(SourceText source, ReadingLog log)
    {
        try
        {
            return JsonDocument.Parse(source.Text);
        }
        catch (JsonException exception)
        {
            var line = (int)Math.Min((exception.LineNumber ?? 0) + 1, source.LineCount);
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                SourcePlace.Line(source, line), "JSON file", $"it breaks off or has a mistake in line {line}"));
            return null;
        }
    }

    /// <summary>The text of a JSON string. Escapes that are half a surrogate pair make no text; they come as they are written.</summary>
    public static string Get(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return element.GetRawText().Trim('"');
        }
    }

    /// <summary>The name of a property, in the same way.</summary>
    public static string GetName(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return property.ToString().Split("\":")[0].Trim('"');
        }
    }

    /// <summary>A value of a property; objects and nested arrays as the text they are.</summary>
    public static Value ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Value.FromString(Get(element)),
        JsonValueKind.True => Value.True,
        JsonValueKind.False => Value.False,
        JsonValueKind.Number => element.TryGetInt64(out var number) ? Value.FromInteger(number) : Value.FromFloat(element.GetDouble()),
        JsonValueKind.Array => Value.FromList([.. element.EnumerateArray().Select(ToValue)]),
        JsonValueKind.Object => Value.FromString(element.GetRawText()),
        _ => Value.Null,
    };
}
