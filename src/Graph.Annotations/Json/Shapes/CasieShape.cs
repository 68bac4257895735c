using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// CASIE: <c>cyberevent.hopper</c> holds the events of a text, those of one hopper being told several times; each with a nugget and with
/// arguments by characters.
/// </summary>
internal sealed class CasieShape() : JsonShape("CASIE")
{
    private const string TextField = "content";
    private const string Reference = "external_reference";
    private const string Item = "wikidataid";
    private static readonly HashSet<string> Taken = ["text", TextField, "cyberevent", "info", "sourcefile", "id"];
    private static readonly HashSet<string> OfCyberevent = ["hopper"];
    private static readonly HashSet<string> OfInfo = ["title", "date", "link", "type"];
    private static readonly HashSet<string> OfHopper = ["index", "relation", "events"];
    private static readonly HashSet<string> OfRole = ["type"];
    private static readonly HashSet<string> OfEvent = ["index", "nugget", "type", "subtype", "realis", "argument"];
    private static readonly HashSet<string> OfNugget = ["startOffset", "endOffset", "text", "index"];
    private static readonly HashSet<string> OfArgument = ["startOffset", "endOffset", "text", "index", "role", "type", Reference];
    private static readonly HashSet<string> OfReference = [Item];

    public override bool Fits(JsonElement record) =>
        record.TextOf(TextField, "text") is not null && record.Get("cyberevent").Items("hopper").Any(hopper => hopper.HasArray("events"));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var text = root.TextOf(TextField, "text")!;
        var info = root.Get("info");
        reading.CountUnread(root, Taken);
        reading.CountInside("info", info, OfInfo);
        reading.CountInside("cyberevent", root.Get("cyberevent"), OfCyberevent);
        foreach (var hopper in root.Get("cyberevent").Items("hopper"))
            reading.CountUnread("hopper", hopper, OfHopper);
        var metadata = new ArticleMetadata(
            root.TextOf("id") ?? Path.GetFileNameWithoutExtension(root.Text("sourcefile")),
            info.Text("title"),
            JsonDates.Parse(info.Text("date")?.Replace('_', '-'), record.Place, reading.Log),
            Url: info.Text("link"));
        var draft = reading.CreateDraft(record, text, metadata);
        var events = root.Get("cyberevent").Items("hopper").SelectMany(hopper => hopper.Items("events")).ToList();
        var offsets = TextOffsets.Choose(
            text, [.. events.SelectMany(item => item.Items("argument").Prepend(item.Get("nugget"))).Select(ReadSpan)]);
        foreach (var item in events)
        {
            reading.CountUnread("events", item, OfEvent);
            reading.CountUnread("nugget", item.Get("nugget"), OfNugget);
            foreach (var argument in item.Items("argument"))
            {
                reading.CountUnread("argument", argument, OfArgument);
                reading.CountUnread(Reference, argument.Get(Reference), OfReference);
                reading.CountInside("argument[].role", argument.Get("role"), OfRole);
            }

            AddEvent(item, offsets, draft);
        }

        yield return draft.ToArticle();
    }

    private static void AddEvent(JsonElement item, TextOffsets offsets, JsonArticleDraft draft)
    {
        var participants = new List<Participant>();
        foreach (var argument in item.Items("argument"))
        {
            if (draft.FindSpan(offsets, ReadSpan(argument)) is not { } span)
                continue;
            var type = argument.Text("type") ?? "";
            var mention = draft.FindMention(span) is { } known
                && draft.Mentions[known] is { Kind: MentionKind.Entity } other
                && other.Type == type
                ? known
                : draft.AddMention(null, [type], span, argument.Text("text"))!.Value;
            if (argument.Get(Reference).Text(Item) is { } wikidata && !EntityLink.IsNothing(wikidata))
                draft.Complete(mention, found => found with { Links = [new EntityLink(EntityLink.Wikidata, wikidata)] });
            participants.Add(
                new Participant(argument.Get("role").Text("type") ?? argument.Text("role") ?? "", new MentionArgument(mention)));
        }

        if (draft.FindSpan(offsets, ReadSpan(item.Get("nugget"))) is not { } words)
            return;
        var kind = item.Text("subtype") is { Length: > 0 } subtype ? $"{item.Text("type")}.{subtype}" : item.Text("type") ?? "";
        Properties properties = item.Text("realis") is { } realis ? [new("realis", Value.FromString(realis))] : [];
        draft.AddEvent(
            null, kind, draft.AddTrigger(null, kind, words, item.Get("nugget").Text("text")), participants, properties: properties);
    }

    private static RecordedSpan ReadSpan(JsonElement item) =>
        new(item.Integer("startOffset") ?? -1, item.Integer("endOffset") ?? -1, item.Text("text"));
}
