using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Structured sentiment as SemEval 2022 task 10 has it: opinions, each an expression with its source and its target, all as words and their
/// characters, <c>[["very", "bad"], ["5:9", "12:15"]]</c>. An opinion is an event of its polarity.
/// </summary>
internal sealed class OpinionShape() : JsonShape("structured sentiment")
{
    private const string Opinions = "opinions";
    private const string Expression = "Polar_expression";
    private static readonly string[] Roles = ["Source", "Target"];
    private static readonly HashSet<string> Taken = ["sent_id", "text", Opinions];
    private static readonly HashSet<string> OfOpinion = [Expression, "Source", "Target", "Polarity"];

    public override bool Fits(JsonElement record) =>
        record.Text("text") is not null && record.Items(Opinions).Any(opinion => opinion.Get(Expression).At(1).IsArray());

    public override bool FitsEmpty(JsonElement record) => record.Text("text") is not null && record.HasArray(Opinions);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken);
        var draft = reading.CreateDraft(record, root.Text("text")!, reading.ReadMetadata(root, record.Place, "sent_id"));
        var places = root.Items(Opinions)
            .SelectMany(opinion => Roles.Append(Expression).SelectMany(role => ListPlaces(opinion.Get(role))))
            .OfType<RecordedSpan>()
            .ToList();
        var offsets = TextOffsets.Choose(draft.Text, places);
        var mentions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var opinion in root.Items(Opinions).Where(opinion => opinion.IsObject()))
        {
            var participants = Roles.Select(role => (Role: role, Mention: AddMention(role, opinion.Get(role), offsets, mentions, draft)))
                .Where(found => found.Mention is not null)
                .Select(found => new Participant(found.Role, new MentionArgument(found.Mention!.Value))).ToList();
            var type = opinion.Text("Polarity") ?? "";
            var fragments = FindFragments(opinion.Get(Expression), offsets, draft);
            var trigger = fragments.IsEmpty ? null : draft.AddMention(null, [type], fragments, null);
            draft.Complete(trigger, mention => mention with { Kind = MentionKind.Trigger });
            draft.AddEvent(null, type, trigger, participants, properties: opinion.Others(OfOpinion));
        }

        yield return draft.ToArticle();
    }

    /// <summary>The same words in the same role are one mention, whatever is thought of it.</summary>
    private static int? AddMention(
        string role, JsonElement value, TextOffsets offsets, Dictionary<string, int> mentions, JsonArticleDraft draft)
    {
        var fragments = FindFragments(value, offsets, draft);
        if (fragments.IsEmpty)
            return null;
        var key = $"{role} {string.Join(' ', fragments)}";
        if (!mentions.TryGetValue(key, out var known))
            mentions.Add(key, known = draft.AddMention(null, [role], fragments, null)!.Value);
        return known;
    }

    private static ImmutableArray<TextSpan> FindFragments(JsonElement value, TextOffsets offsets, JsonArticleDraft draft)
    {
        var fragments = new List<TextSpan>();
        foreach (var place in ListPlaces(value))
        {
            if (place is null)
                draft.Log.ReportMalformed(
                    ReadingDiagnostics.Malformed(draft.Place, "span", "it is not a start and an end with a colon between"));
            else if (draft.FindSpan(offsets, place.Value) is { } span)
                fragments.Add(span);
        }

        return [.. fragments.OrderBy(span => span.Start)];
    }

    private static IEnumerable<RecordedSpan?> ListPlaces(JsonElement value) =>
        value.At(1).Items().Select((place, index) => Read(place.Text() ?? "", value.At(0).At(index).Text()));

    private static RecordedSpan? Read(string place, string? words) =>
        place.Split(':') is [var start, var end]
            && WholeNumber.Read(start) is { } from
            && WholeNumber.Read(end) is { } to
            ? new RecordedSpan(from, to, words)
            : null;
}
