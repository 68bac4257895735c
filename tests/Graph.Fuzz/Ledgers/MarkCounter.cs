using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Graph.Fuzz.Inputs;

namespace Graph.Fuzz.Ledgers;

/// <summary>
/// Counts what a file marks, plainly and without the reader, for formats in which a line or a value is a mark however damaged the rest is.
/// </summary>
/// <param name="count">The marks of a text; null where the text leaves open whether it is of the format.</param>
internal sealed class MarkCounter(string ending, Func<string, int?> count)
{
    /// <summary>Files with the ending are always of the format; else what they hold tells.</summary>
    public bool IsKnownByName => ending is ".ann" or ".jsonl";

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static MarkCounter? Find(string entry) => entry switch
    {
        "brat" => new MarkCounter(".ann", CountBratLines),
        "json" => new MarkCounter(".jsonl", CountJsonSpans),
        "iob" => new MarkCounter("", TaggedMarks.CountIob),
        "hipe" => new MarkCounter(".tsv", TaggedMarks.CountHipe),
        "conllu" => new MarkCounter(".conllu", TaggedMarks.CountConllu),
        "tei" => new MarkCounter(".xml", MarkupMarks.CountTei),
        "naf" => new MarkCounter(".kaf", MarkupMarks.CountNaf),
        "native" => new MarkCounter(".md", MarkupMarks.CountNative),
        "uima" => new MarkCounter(".tsv", WebAnnoMarks.Count),
        _ => null,
    };

    /// <summary>The marks of all files with the ending; null where one of them cannot be counted.</summary>
    public int? Count(FuzzInput input)
    {
        var sum = 0;
        foreach (var file in input.Files.Where(file => file.Name.EndsWith(ending, StringComparison.Ordinal)))
        {
            if (Decode(file.Bytes) is not { } text || count(text) is not { } marks)
                return null;
            sum += marks;
        }

        return sum;
    }

    private static string? Decode(byte[] bytes)
    {
        try
        {
            return bytes is [0xEF, ..] or [0xFE, ..] or [0xFF, ..] ? null : Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Every line is one annotation, save empty ones.</summary>
    private static int? CountBratLines(string text) =>
        text.Split('\n', '\r').Count(line => Regex.IsMatch(line, @"^[TRE]\d+\t\S", RegexOptions.CultureInvariant));

    /// <summary>Objects with a start, an end and a label in lists of records that have a text.</summary>
    private static int? CountJsonSpans(string text)
    {
        var sum = 0;
        foreach (var line in text.Split('\n').Where(line => line.Trim().Length > 0))
        {
            try
            {
                using var document = JsonDocument.Parse(line);
                sum += CountSpans(document.RootElement);
            }
            catch (JsonException)
            {
                return null;
            }
        }

        return sum;
    }

    private static int CountSpans(JsonElement record) =>
        record.ValueKind == JsonValueKind.Object
        && record.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
        && record.TryGetProperty("spans", out var spans) && spans.ValueKind == JsonValueKind.Array
            ? spans.GetArrayLength()
            : 0;
}
