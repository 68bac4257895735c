using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// A text with events whose triggers and arguments say themselves where they stand, or only their words:
/// <c>{"event_type": "LAYOFF", "trigger": "cut", "trigger_start_index": 5, "arguments": [{"role": "who", "argument": "Bosch"}]}</c>. A list
/// of mentions may stand beside; arguments with one span are one mention.
/// </summary>
internal sealed class InlineEventShape() : JsonShape("events with their arguments")
{
    public override bool Fits(JsonElement record) => InlineEventLayout.Find(record) is not null;

    public override bool FitsEmpty(JsonElement record) =>
        record.IsObject() && JsonTexts.FindName(record) is not null
        && record.EnumerateObject().Any(property => InlineEventLayout.IsListName(JsonText.GetName(property)) && property.Value.IsArray());

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var text = JsonTexts.FindName(root)!;
        var layout = InlineEventLayout.Find(root) ?? InlineEventLayout.FindWithoutArguments(root);
        var chains = root.EnumerateObject().Where(IsChains).Select(JsonText.GetName).ToList();
        reading.CountUnread(root, [JsonTexts.FirstStep(text), layout?.List, layout?.Mentions, .. chains]);
        var draft = reading.CreateDraft(record, JsonTexts.Get(root, text)!);
        if (layout is not null)
            new InlineEventArticle(root, layout, draft, reading).Read(chains);
        yield return draft.ToArticle();
    }

    /// <summary>Lists of objects with places that are said to be the same: <c>coref_arguments</c>.</summary>
    private static bool IsChains(JsonProperty property) =>
        JsonText.GetName(property).Contains("coref", StringComparison.OrdinalIgnoreCase)
        && property.Value.At(0).At(0) is { ValueKind: JsonValueKind.Object } first && SpanFields.Find(first) is not null;
}

/// <summary>How the fields of such events are called.</summary>
/// <param name="List">The field of the record that has the events.</param>
/// <param name="Trigger">Null where events have none.</param>
/// <param name="Mentions">The list of mentions beside, or null.</param>
internal sealed record InlineEventLayout(string List, string Type, string? Trigger, string Arguments, string Role, string? Mentions)
{
    private static readonly ImmutableArray<string> Lists = ["events", "eventlist", "eventmentions", "event", "arguments"];
    private static readonly ImmutableArray<string> Triggers = ["trigger", "anchor", "nugget", "triggerword", "verb"];
    private static readonly ImmutableArray<string> ArgumentLists = ["arguments", "args", "participants", "roles", "argument", "slots"];
    private static readonly ImmutableArray<string> Types = ["eventtype", .. SpanNames.Types, "name"];
    private static readonly ImmutableArray<string> Roles = ["role", "rolelabel", "argumentrole", .. SpanNames.Types, "name"];

    public static bool IsListName(string name) => Lists.Contains(SpanNames.Normalize(name));

    /// <summary>Null where no list is one of such events, or where their arguments name mentions of another list.</summary>
    public static InlineEventLayout? Find(JsonElement record)
    {
        if (!record.IsObject() || JsonTexts.FindName(record) is not { } name)
            return null;
        var text = JsonTexts.Get(record, name)!;
        foreach (var property in record.EnumerateObject()
            .Where(property => property.Value.At(0).IsObject() && IsListName(JsonText.GetName(property))))
        {
            if (Find(property.Value.Items().ToList(), text) is not { } found)
                continue;
            var list = JsonText.GetName(property);
            var mentions = MentionNames.ListsBeside(record, list).FirstOrDefault(
                other => other.Items[0].IsObject() && HasSpans(other.Items)).Name;
            if (mentions is not null && SpanFields.Find(record.Get(mentions).At(0)) is { } fields
                && (EventListLayout.Find(record, mentions, fields) is not null
                    || RelationListLayout.Find(record, mentions, fields) is not null))
                return null;
            return found with { List = list, Mentions = mentions };
        }

        return null;
    }

    /// <summary>Events of a record among others whose events have arguments.</summary>
    public static InlineEventLayout? FindWithoutArguments(JsonElement record) => record.EnumerateObject()
        .Where(property => property.Value.At(0).IsObject() && IsListName(JsonText.GetName(property)))
        .Select(property => (List: JsonText.GetName(property), First: property.Value.At(0)))
        .Select(found => SpanNames.FindAll(found.First, Types).FirstOrDefault(name => found.First.Text(name) is not null) is { } type
            ? new InlineEventLayout(found.List, type, SpanNames.Find(found.First, Triggers), "arguments", "role", null)
            : null)
        .FirstOrDefault(layout => layout is not null);

    private static bool HasSpans(List<JsonElement> items) =>
        items.TrueForAll(
            item => SpanFields.Find(item) is { HasEnd: true } fields && fields.ReadSpan(item).Start >= 0 && fields.HasLabel(item));

    private static InlineEventLayout? Find(List<JsonElement> items, string text)
    {
        var sample = items.Find(item => SpanNames.Find(item, ArgumentLists) is not null);
        if (SpanNames.Find(sample, ArgumentLists) is not { } list || !sample.Get(list).At(0).IsObject()
            || SpanNames.FindAll(sample, Types).FirstOrDefault(name => sample.Text(name) is not null) is not { } type)
            return null;
        var arguments = items.SelectMany(item => item.Items(list)).ToList();
        var role = SpanNames.FindAll(arguments[0], Roles).FirstOrDefault(name => arguments[0].Text(name) is not null);
        var placed = role is null ? 0 : arguments.Count(argument => InlinePlace.Read(argument, null, role) is { } place
            && (place.Start >= 0 || text.Contains(place.Surface!, StringComparison.Ordinal)));
        return placed <= arguments.Count / 2 ? null : new InlineEventLayout("", type, SpanNames.Find(sample, Triggers), list, role!, null);
    }
}

/// <summary>Where a trigger or an argument stands.</summary>
internal static class InlinePlace
{
    private static readonly ImmutableArray<string> Words = [.. SpanNames.Surfaces, "argument", "arg", "entity", "triggerword", "quotation"];

    /// <summary>Its span, or its words with a start of -1 where nothing says where they are; null where there is neither.</summary>
    /// <param name="name">The field that has it; null where the holder itself is the argument.</param>
    /// <param name="other">A field of it that has no words.</param>
    public static RecordedSpan? Read(JsonElement holder, string? name, string? other = null)
    {
        if (!holder.IsObject())
            return null;
        var value = name is null ? holder : holder.Get(name);
        if (value.IsObject()
            && SpanFields.Find(value) is { } fields
            && fields.ReadSpan(value) is var span
            && span.Start >= 0
            && span.Start <= span.End)
            return span;
        var field = name;
        if (value.IsObject())
            field = SpanNames.FindAll(value, Words).FirstOrDefault(found => found != other && value.Text(found) is not null);
        var words = value.IsObject() ? (field is null ? null : value.Text(field)) : value.Text();
        if (string.IsNullOrWhiteSpace(words))
            return null;
        var start = FindStart(value.IsObject() ? value : holder, field!);
        return start is { } at ? new RecordedSpan(at, at + words.EnumerateRunes().Count(), words) : new RecordedSpan(-1, -1, words);
    }

    /// <summary>The number in a field that is called like another and like a start: <c>trigger_start_index</c>.</summary>
    private static long? FindStart(JsonElement holder, string field)
    {
        var prefix = SpanNames.Normalize(field);
        return holder.EnumerateObject()
            .Where(property => SpanNames.Normalize(JsonText.GetName(property)) is var name
                && name.StartsWith(prefix, StringComparison.Ordinal) && SpanNames.Starts.Contains(name[prefix.Length..]))
            .Select(property => property.Value.Integer())
            .FirstOrDefault(number => number is >= 0);
    }
}

/// <summary>One such record.</summary>
internal sealed class InlineEventArticle(JsonElement root, InlineEventLayout layout, JsonArticleDraft draft, JsonReading reading)
{
    private TextOffsets offsets = new("");

    /// <param name="chains">The fields that have chains.</param>
    public void Read(IReadOnlyCollection<string> chains)
    {
        offsets = TextOffsets.Choose(draft.Text, [.. ListSpans()]);
        foreach (var item in layout.Mentions is null ? [] : root.Items(layout.Mentions))
            AddMention(item);
        foreach (var item in root.Items(layout.List))
        {
            if (item.IsObject())
                AddEvent(item);
            else
                draft.Log.CountLoss($"events of '{layout.List}' that are no objects", 1, draft.Place);
        }

        foreach (var chain in chains.SelectMany(name => root.Items(name)))
        {
            draft.AddChain(null, chain.Items()
                .Select(item => Find(InlinePlace.Read(item, null)) is { } span ? draft.FindOrAddMention(span, null) : (int?)null)
                .OfType<int>());
        }
    }

    private IEnumerable<RecordedSpan> ListSpans()
    {
        foreach (var item in root.Items(layout.List))
        {
            if (layout.Trigger is not null && InlinePlace.Read(item, layout.Trigger) is { Start: >= 0 } trigger)
                yield return trigger;
            foreach (var argument in item.Items(layout.Arguments))
            {
                if (InlinePlace.Read(argument, null, layout.Role) is { Start: >= 0 } place)
                    yield return place;
            }
        }
    }

    private void AddMention(JsonElement item)
    {
        var fields = SpanFields.Find(item)!.Value;
        var recorded = fields.ReadSpan(item);
        if (draft.FindSpan(offsets, recorded) is { } span)
        {
            draft.Complete(
                draft.AddMention(fields.Id is null ? null : item.Text(fields.Id), fields.ReadTypes(item), span, recorded.Surface),
                mention => JsonLinks.Take(mention with { Properties = item.Others(fields.Names) }));
        }
    }

    private void AddEvent(JsonElement item)
    {
        var type = item.Text(layout.Type) ?? "";
        reading.CountUnread(
            layout.List, item, ["id", layout.Type, layout.Trigger, layout.Arguments, .. ListPlaceFields(item, layout.Trigger)]);
        var trigger = layout.Trigger is null ? null : Find(InlinePlace.Read(item, layout.Trigger));
        var participants = new List<Participant>();
        foreach (var argument in item.Items(layout.Arguments))
        {
            if (InlinePlace.Read(argument, null, layout.Role) is not { } place || Find(place) is not { } span)
                continue;
            var own = SpanFields.Find(argument)?.Type is { } name && name != layout.Role ? argument.Text(name) : null;
            participants.Add(
                new Participant(argument.Text(layout.Role) ?? "", new MentionArgument(draft.FindOrAddMention(span, null, own ?? ""))));
        }

        draft.AddEvent(item.Text("id"), type, trigger is { } words ? draft.AddTrigger(null, type, words) : null, participants);
    }

    /// <summary>The fields that say where the trigger stands.</summary>
    private static IEnumerable<string> ListPlaceFields(JsonElement item, string? trigger) => trigger is null
        ? []
        : item.EnumerateObject().Select(JsonText.GetName).Where(name => name.StartsWith($"{trigger}_", StringComparison.Ordinal));

    /// <summary>The place in the text; null, and counted or told, where it has none.</summary>
    private TextSpan? Find(RecordedSpan? place)
    {
        if (place is not { } found)
            return null;
        if (found.Start >= 0)
            return draft.FindSpan(offsets, found);
        if (WordFinder.Find(draft.Text, found.Surface!) is >= 0 and var start)
            return new TextSpan(start, found.Surface!.Length);
        draft.Log.CountLoss("mentions whose words are not in the text", 1, draft.Place);
        return null;
    }
}
