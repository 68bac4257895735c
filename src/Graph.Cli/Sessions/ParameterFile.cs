using System.Text.Json;

namespace Graph.Cli.Sessions;

/// <summary>
/// Reads <c>--params FILE.json</c>: an object gives a value to each parameter; an array of such objects, a run for each of them. Texts
/// become dates where a query uses them so.
/// </summary>
internal static class ParameterFile
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="UsageException">There is no such file, or it does not hold parameters.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, Value>> Read(string path)
    {
        if (!File.Exists(path))
            throw new UsageException($"There is no file '{path}'.");
        if (Utf8Text.Decode(File.ReadAllBytes(path), path, out var mistake) is not { } source)
            throw new UsageException(Locate(path, mistake!.Location.Line, mistake.Location.Column, mistake.Message));

        try
        {
            using var document = JsonDocument.Parse(source.Text, Options);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select((set, index) => ReadSet(set, path, $"Item {index + 1}"))]
                : [ReadSet(document.RootElement, path, "It")];
        }
        catch (JsonException exception)
        {
            var message = exception.Message.Split(" LineNumber:", 2)[0];
            throw new UsageException(Locate(
                path, (int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1, message));
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of codes, as in "\ud800", is found when the text is read.
            throw new UsageException($"{path}: A text in it has half of a surrogate pair, such as \\ud800 alone, and so is no text.");
        }
    }

    private static string Locate(string path, int line, int column, string message) => $"{path}:{line}:{column}: {message}";

    private static IReadOnlyDictionary<string, Value> ReadSet(JsonElement element, string path, string what)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new UsageException($"{path}: {what} is no object of parameters, such as {{\"since\": 2002}}.");

        var parameters = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (!parameters.TryAdd(property.Name.TrimStart('$'), ReadValue(property.Value, path, property.Name)))
                throw new UsageException($"{path}: The parameter '{property.Name}' is given twice.");
        }

        return parameters;
    }

    private static Value ReadValue(JsonElement element, string path, string name) => element.ValueKind switch
    {
        JsonValueKind.String => Value.FromString(element.GetString()!),
        JsonValueKind.True or JsonValueKind.False => Value.FromBoolean(element.GetBoolean()),
        JsonValueKind.Number => ReadNumber(element, path, name),
        JsonValueKind.Array => Value.FromList(new ListValue([.. element.EnumerateArray().Select(item => ReadValue(item, path, name))])),
        JsonValueKind.Object =>
            Value.FromMap(new MapValue([
                .. ReadSet(element, path, $"'{name}'").Select(entry => KeyValuePair.Create(entry.Key, entry.Value))
            ])),
        _ => Value.Null,
    };

    /// <summary>What has no point and no exponent is an integer.</summary>
    private static Value ReadNumber(JsonElement element, string path, string name)
    {
        if (element.TryGetInt64(out var integer) && element.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0)
            return Value.FromInteger(integer);
        if (element.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0)
            throw new UsageException($"{path}: '{name}' is {element.GetRawText()}, which goes beyond the 64-bit integers.");

        return Value.FromFloat(element.GetDouble());
    }
}
