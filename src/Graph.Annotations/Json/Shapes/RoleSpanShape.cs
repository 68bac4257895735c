using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Mentions in fields of the record that are called by what they are: <c>cause</c> with <c>cause_start</c> and <c>cause_end</c>,
/// <c>effect</c> with its own. The record is read as one with a list of spans.
/// </summary>
internal sealed class RoleSpanShape() : JsonShape("spans by role")
{
    private readonly SpanListShape list = new();

    /// <summary>Whether a table has a text and columns of words with their places.</summary>
    public static bool HasNames(IReadOnlyCollection<string> names) => names.Any(JsonTexts.IsName) && ListRoles(names).Any();

    public override bool Fits(JsonElement record) => FindMentions(record).Count > 0;

    /// <summary>A text in which nothing has any of the roles.</summary>
    public override bool FitsEmpty(JsonElement record) =>
        record.IsObject() && HasNames([.. record.EnumerateObject().Select(JsonText.GetName)]);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading) =>
        ReadTurnedOrPlain(Turn(record.Root), list, record, reading);

    /// <summary>The roles whose words stand where their fields say.</summary>
    private static List<RoleFields> FindMentions(JsonElement record) =>
        record.IsObject() && JsonTexts.FindKnown(record) is { } name && JsonTexts.Get(record, name) is { } text
            ? ListRoles([.. record.EnumerateObject().Select(JsonText.GetName)])
                .Where(role => role.Words != name && Read(record, role) is { Surface: not null } span
                    && TextOffsets.Choose(text, [span]).CountFits(text, [span]) == 1)
                .ToList()
            : [];

    private static RecordedSpan Read(JsonElement record, RoleFields role) => new(
        record.Integer(role.Start) ?? -1, record.Integer(role.End) ?? -1, record.Text(role.Words));

    private static IEnumerable<RoleFields> ListRoles(IReadOnlyCollection<string> names) =>
        from found in PrefixedNames.List(names)
        let words = names.FirstOrDefault(name => SpanNames.Normalize(name) == found.Prefix)
        where words is not null
        select new RoleFields(words, found.Start, found.End);

    private static JsonDocument Turn(JsonElement record)
    {
        var roles = ListRoles([.. record.EnumerateObject().Select(JsonText.GetName)]).ToList();
        var found = FindMentions(record);
        var taken = roles.Where(role => found.Contains(role) || Read(record, role) is { Start: < 0, End: < 0 })
            .SelectMany(role => new[] { role.Words, role.Start, role.End }).ToHashSet(StringComparer.Ordinal);
        return WrittenJson.WriteSpans(record, name => !taken.Contains(name), json =>
        {
            foreach (var role in found)
            {
                var span = Read(record, role);
                json.WriteStartObject();
                json.WriteNumber("start", span.Start);
                json.WriteNumber("end", span.End);
                json.WriteString("text", span.Surface);
                json.WriteString("type", role.Words);
                json.WriteEndObject();
            }
        });
    }

    private sealed record RoleFields(string Words, string Start, string End);
}
