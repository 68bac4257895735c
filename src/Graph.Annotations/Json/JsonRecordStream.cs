using System.Text.Json;

namespace Graph.Annotations;

/// <summary>One record with its place. It is disposed when it has been read.</summary>
/// <param name="Place">Where it begins, to the end of that line.</param>
/// <param name="Document">Null where the record shares its document with others.</param>
internal sealed record JsonRecord(JsonElement Root, SourcePlace Place, JsonDocument? Document) : IDisposable
{
    /// <summary>The name under which an object of records has it.</summary>
    public string? Key { get; init; }

    public void Dispose() => Document?.Dispose();
}

/// <summary>
/// Reads records one after the other: JSON Lines line by line, so that a bad line costs only itself, and as Python prints objects too; else
/// the whole file as values one after the other, or as one array of them.
/// </summary>
internal static class JsonRecordStream
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    public static IEnumerable<JsonRecord> Read(AnnotationFile file, ReadingLog log) =>
        IsJsonLines(file) ? ReadLines(file, log) : ReadValues(file, log);

    /// <summary>The first record of a file, or null where it holds none. Nothing is reported.</summary>
    public static JsonRecord? Peek(AnnotationFile file)
    {
        if (!CanBeJson(file.Head))
            return null;
        using var records = Read(file, new ReadingLog()).GetEnumerator();
        return records.MoveNext() ? records.Current : null;
    }

    /// <summary>The records of a file, to look at. Nothing is reported.</summary>
    public static IEnumerable<JsonRecord> PeekAll(AnnotationFile file) => CanBeJson(file.Head) ? Read(file, new ReadingLog()) : [];

    private static bool CanBeJson(string head) => head.TrimStart() is ['{' or '[', ..];

    /// <summary>Whether the first line holds a whole value.</summary>
    private static bool IsJsonLines(AnnotationFile file)
    {
        // A list of objects on one line may be all of a large file.
        if (file.Head.AsSpan().TrimStart() is ['[', .. var list] && list.TrimStart() is not ([] or ['"', ..]))
            return false;
        using var reader = file.OpenText();
        while (reader.ReadLine() is { } line)
        {
            if (line.AsSpan().IsWhiteSpace())
                continue;
            using var document = TryParse(line, out _);
            return document is not null && (document.RootElement.ValueKind == JsonValueKind.Object || IsPair(document.RootElement));
        }

        return true;
    }

    /// <summary>A text with what is annotated on it, as spaCy writes training data line by line, or with a tag for each word.</summary>
    private static bool IsPair(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
        && value.GetArrayLength() == 2
        && value[0].ValueKind == JsonValueKind.String
        && (value[1].ValueKind == JsonValueKind.Object || value[1].IsTexts());

    private static IEnumerable<JsonRecord> ReadLines(AnnotationFile file, ReadingLog log)
    {
        using var reader = file.OpenText();
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.AsSpan().IsWhiteSpace())
                continue;

            var source = new SourceText(line, file.DisplayPath, number);
            if (line.Contains('\uFFFD'))
                log.ReportMalformed(ReadingDiagnostics.NotUnicode(new SourcePlace(source, new TextSpan(line.IndexOf('\uFFFD'), 1))));
            var document = TryParse(line, out var exception);
            if (document is null)
                log.ReportMalformed(NotJson(source, line, exception!));
            else
                yield return new JsonRecord(document.RootElement, SourcePlace.Line(source, number), document);
        }
    }

    /// <summary>Values one after the other; of a list its items, each with the line on which it begins.</summary>
    private static IEnumerable<JsonRecord> ReadValues(AnnotationFile file, ReadingLog log)
    {
        var source = file.ReadText(log);
        var values = new JsonValues(PythonNumbers.Remove(source.Text));
        while (true)
        {
            JsonRecord? record = null;
            try
            {
                if (values.TryRead(out var document, out var position))
                    record = new JsonRecord(document.RootElement, GetPlace(source, position), document);
            }
            catch (JsonException exception)
            {
                log.ReportMalformed(NotJson(source, source.Text[values.Position..], exception, values.Position));
            }

            if (record is null)
                yield break;
            yield return record;
        }
    }

    private static SourcePlace GetPlace(SourceText source, int position) =>
        new(source, TextSpan.FromBounds(position, Math.Max(position, source.GetLine(source.GetPosition(position).Line).End)));

    private static JsonDocument? TryParse(string line, out JsonException? exception)
    {
        exception = null;
        try
        {
            return JsonDocument.Parse(PythonNumbers.Remove(line), Options);
        }
        catch (JsonException caught)
        {
            exception = caught;
            return line.AsSpan().TrimStart() is ['{', ..] && line.Contains('\'') && PythonLiteral.ToJson(line) is { } json
                ? JsonDocument.Parse(json, Options)
                : null;
        }
    }

    private static Diagnostic NotJson(SourceText source, string text, JsonException exception, int position = 0)
    {
        var start = FindOffset(text, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
        var place = new SourcePlace(source, new TextSpan(Math.Min(position + start, source.Text.Length), 0));
        return ReadingDiagnostics.Malformed(place, "JSON", Describe(exception));
    }

    private static int FindOffset(string text, long line, long bytePosition)
    {
        var start = 0;
        for (var i = 0; i < line && text.IndexOf('\n', start) is >= 0 and var end; i++)
            start = end + 1;
        var offset = start;
        for (var bytes = 0L; bytes < bytePosition && offset < text.Length; offset++)
            bytes += text[offset] < 0x80 ? 1 : text[offset] < 0x800 ? 2 : char.IsSurrogate(text[offset]) ? 2 : 3;
        return offset;
    }

    /// <summary>The framework's sentence without its path and place.</summary>
    private static string Describe(JsonException exception)
    {
        var message = exception.Message;
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        if (end < 0)
            end = message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        return (end > 0 ? message[..end] : message).TrimEnd('.', ' ');
    }
}
