using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// PolEval 2018: a text, and answers in one string, a line each: <c>persName 0 9&#9;Jan Nowak</c>; parts of an interrupted name are parted
/// by a semicolon. A name stands again as its parts. As a program answers it, the text is <c>input.fcontent</c> and the answers are a list,
/// of which the first counts.
/// </summary>
internal sealed class PolEvalShape() : JsonShape("PolEval")
{
    private const string Answers = "answers";
    private static readonly HashSet<string> Taken = ["text", "id", "input", Answers];

    public override bool Fits(JsonElement record) =>
        GetText(record) is not null
        && GetAnswers(record) is { } answers
        && ListLines(answers) is { Count: > 0 } lines
        && lines.TrueForAll(line => Parse(line) is not null);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var text = GetText(record.Root)!;
        reading.CountUnread(record.Root, Taken);
        reading.Log.CountPassed("answers behind the first", Math.Max(0, record.Root.Items(Answers).Count() - 1));
        var metadata = reading.ReadMetadata(record.Root, record.Place);
        var recorded = ListLines(GetAnswers(record.Root) ?? "").Select(Parse).OfType<RecordedMention>()
            .Select((mention, index) => mention with { Id = $"m{index + 1}", Place = record.Place }).ToList();
        yield return new AnnotatedArticle(metadata with { Id = metadata.Id ?? record.Root.Get("input").Text("fname") }, text)
        {
            File = reading.File,
            Mentions = RecordedMentions.PlaceAll(text, OffsetUnit.CodePoints, recorded, reading.Log),
        };
    }

    private static string? GetText(JsonElement record) => record.Text("text") ?? record.Get("input").Text("fcontent");

    private static string? GetAnswers(JsonElement record) => record.Get(Answers) is { ValueKind: JsonValueKind.String } answers
        ? JsonText.Get(answers)
        : record.Get(Answers).At(0).Text("answer");

    private static List<string> ListLines(string answers) =>
        [.. answers.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => !string.IsNullOrWhiteSpace(line))];

    private static RecordedMention? Parse(string line)
    {
        var match = Regex.Match(
            line, @"^(?<type>\S+) (?<parts>\d{1,9} \d{1,9}(; ?\d{1,9} \d{1,9})*)(\t(?<words>.*))?$", RegexOptions.CultureInvariant);
        return match.Success
            ? new RecordedMention(
                "",
                [match.Groups["type"].Value],
                [.. match.Groups["parts"].Value.Split(';').Select(ReadPart)],
                match.Groups["words"] is { Success: true, Length: > 0 } words ? words.Value : null,
                default)
            : null;
    }

    private static RecordedSpan ReadPart(string part)
    {
        var bounds = part.Trim().Split(' ');
        return new RecordedSpan(
            long.Parse(bounds[0], CultureInfo.InvariantCulture), long.Parse(bounds[1], CultureInfo.InvariantCulture), null);
    }
}
