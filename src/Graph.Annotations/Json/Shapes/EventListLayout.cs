using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// A list of events beside a list of mentions, whatever its fields are called: each with a trigger or without, and with arguments that name
/// mentions.
/// </summary>
/// <param name="List">The field of the record.</param>
/// <param name="Trigger">Empty where events have none.</param>
/// <param name="Target">A path, where an object holds the mention.</param>
/// <param name="TriggerStart">A path; null where the trigger is a mention.</param>
internal readonly record struct EventListLayout(
    string List, string Type, string Trigger, string? TriggerStart, string? TriggerEnd, string Arguments, string Role, string Target)
{
    private static readonly string[] Lists = ["events", "eventmentions", "triggers", "eventtriggers", "nuggets"];
    private static readonly ImmutableArray<string> Triggers = ["trigger", "anchor", "nugget", "predicate", "triggerid", "verb"];
    private static readonly ImmutableArray<string> ArgumentLists = ["arguments", "args", "participants", "roles", "argument", "slots"];
    private static readonly ImmutableArray<string> Types = ["eventtype", .. SpanNames.Types, "name"];
    private static readonly ImmutableArray<string> Roles = ["role", "rolelabel", .. SpanNames.Types, "name"];
    private static readonly ImmutableArray<string> Targets =
    [
        "entityid", "entity", "mentionid", "mention", "conceptmention", "entitymention", "target", "ref", "refid", "filler", "argument",
        "arg", "id", "index",
    ];

    /// <summary>The list whose triggers are spans or mentions, and whose arguments are mentions; null where there is none.</summary>
    /// <param name="list">The field that holds the mentions.</param>
    public static EventListLayout? Find(JsonElement record, string list, SpanFields fields) =>
        MentionNames.FindBeside(record, list, fields, Find) is var (name, found)
            ? found with { List = name }
            : FindTriggers(record, list);

    /// <summary>A list, called as one of events, of spans with a type: triggers of events in which nobody takes part.</summary>
    private static EventListLayout? FindTriggers(JsonElement record, string list)
    {
        foreach (var (name, items) in MentionNames.ListsBeside(record, list)
            .Where(beside => IsName(beside.Name)))
        {
            if (SpanFields.Find(items[0]) is { } fields
                && items.TrueForAll(item => fields.HasLabel(item)
                    && fields.ReadSpan(item) is { Start: >= 0 } span && span.Start < span.End)
                && FromSpans(name, fields) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>A list of spans that is called as one of events; null where it is called otherwise, or where spans have no type.</summary>
    public static EventListLayout? FromSpans(string list, SpanFields fields) =>
        IsName(list) && fields is { End: { } end, Type: { } type }
            ? new EventListLayout(list, type, fields.Surface ?? "", fields.Start, end, "", "", "") : null;

    public JsonField ListField => new(List);

    public JsonEventMap ToMap() => new()
    {
        Type = new JsonField(Type),
        Trigger = ToField(Trigger),
        TriggerStart = ToField(TriggerStart ?? ""),
        TriggerEnd = ToField(TriggerEnd ?? ""),
        Arguments = ToField(Arguments),
        Role = ToField(Role),
        Target = ToField(Target),
    };

    /// <summary>Whether a list is called as one of events, whatever holds it.</summary>
    public static bool IsName(string path) => Lists.Contains(SpanNames.Normalize(path.Split('.')[^1]));

    private static JsonField ToField(string name) => name.Length == 0 ? new JsonField() : new JsonField(name);

    private static EventListLayout? Find(List<JsonElement> items, Lazy<MentionNames> mentions)
    {
        var sample = items.Find(item => SpanNames.Find(item, ArgumentLists) is not null);
        if (SpanNames.Find(sample, ArgumentLists) is not { } list)
            return null;
        var trigger = SpanNames.Find(sample, Triggers);
        var type = SpanNames.FindAll(sample, Types).FirstOrDefault(name => sample.Text(name) is not null);
        var argument = sample.Get(list).At(0);
        if (type is null || SpanNames.FindAll(argument, Roles).FirstOrDefault(name => argument.Text(name) is not null) is not { } role)
            return null;

        var arguments = items.SelectMany(item => item.Items(list)).ToList();
        var target = SpanNames.FindAll(argument, Targets)
            .SelectMany(name => new[] { name, $"{name}.id" })
            .FirstOrDefault(path => arguments.TrueForAll(
            other => JsonPath.Find(other, path).FirstOrDefault() is var end
                && (mentions.Value.HasId(end) || (mentions.Value.Ids.Count == 0 && mentions.Value.HasPlace(end)))));
        if (target is not null && trigger is null)
            return new EventListLayout("", type, "", null, null, list, role, target);
        return target is null ? null : FindTrigger(items, trigger!, mentions.Value) is not var (start, end) ? null
            : new EventListLayout("", type, trigger!, start, end, list, role, target);
    }

    /// <summary>The paths to the ends of the trigger, or none where it is a mention.</summary>
    private static (string? Start, string? End)? FindTrigger(List<JsonElement> items, string name, MentionNames mentions)
    {
        var trigger = items[0].Get(name);
        if (trigger.IsObject()
            && SpanNames.FindNumber(trigger, SpanNames.Starts) is { } start
            && SpanNames.FindNumber(trigger, SpanNames.Ends) is { } end)
            return ($"{name}.{start}", $"{name}.{end}");
        if (trigger.IsArray() && trigger.At(0).Integer() is not null && trigger.At(1).Integer() is not null)
            return ($"{name}[0]", $"{name}[1]");
        return items.TrueForAll(item => mentions.HasId(item.Get(name))) ? (null, null) : null;
    }
}
