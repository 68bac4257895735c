using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// OpenCalais: a document in <c>doc.info.document</c>, and beside it, by their addresses, things with their instances in the text, and
/// facts whose fields name such things. Offsets are characters.
/// </summary>
internal sealed class CalaisShape() : JsonShape("OpenCalais")
{
    private const string Document = "doc";
    private const string Group = "_typeGroup";
    private const string Instances = "instances";

    private static readonly HashSet<string> OfThing =
        [Group, "_type", "_typeReference", "name", "forenduserdisplay", Instances, "relevance", "confidencelevel"];

    private static readonly HashSet<string> OfInstance = ["detection", "prefix", "exact", "suffix", "offset", "length"];
    private static readonly HashSet<string> OfInfo = ["document", "docId", "docTitle", "docDate", "calaisRequestID", "id"];

    public override bool Fits(JsonElement record) =>
        record.Get(Document).Get("info").Text("document") is not null
        && record.EnumerateObject().Any(thing => thing.Value.Text(Group) is not null);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var info = record.Root.Get(Document).Get("info");
        reading.CountInside("doc.info", info, OfInfo);
        var metadata = new ArticleMetadata(
            Title: info.Text("docTitle"), Published: JsonDates.Parse(info.Text("docDate"), record.Place, reading.Log));
        var draft = reading.CreateDraft(record, info.Text("document")!, metadata);
        new CalaisDocument(record.Root, draft, reading).Read();
        yield return draft.ToArticle();
    }

    /// <summary>One document.</summary>
    private sealed class CalaisDocument(JsonElement root, JsonArticleDraft draft, JsonReading reading)
    {
        private readonly List<JsonProperty> things = [.. root.EnumerateObject().Where(thing => thing.Name != Document)];
        private readonly Dictionary<string, int> firstMentions = new(StringComparer.Ordinal);

        private readonly TextOffsets offsets = TextOffsets.Choose(
            draft.Text, [.. root.EnumerateObject().SelectMany(thing => thing.Value.Items(Instances)).Select(ReadSpan)]);

        public void Read()
        {
            foreach (var thing in things.Where(thing => thing.Value.Text(Group) == "entities"))
                AddThing(JsonText.GetName(thing), thing.Value);
            foreach (var thing in things.Where(thing => thing.Value.Text(Group) == "relations"))
                AddFact(thing.Value);
            foreach (var (group, count) in things.Select(thing => thing.Value.Text(Group) ?? "")
                .Where(group => group is not ("entities" or "relations"))
                .CountBy(group => group))
                draft.Log.CountPassed(group.Length == 0 ? "objects without a group" : $"things of group '{group}' not read", count);
        }

        private static RecordedSpan ReadSpan(JsonElement item) =>
            new(item.Integer("offset") ?? -1, (item.Integer("offset") + item.Integer("length")) ?? -1, item.Text("exact"));

        private void AddThing(string address, JsonElement thing)
        {
            var members = new List<int>();
            foreach (var instance in thing.Items(Instances))
            {
                reading.CountUnread(Instances, instance, OfInstance);
                if (FindSpan(instance) is { } span
                    && draft.AddMention(null, [thing.Text("_type") ?? ""], span, instance.Text("exact")) is { } mention)
                    members.Add(mention);
            }

            reading.CountInside("entity", thing, OfThing);
            foreach (var member in members)
                draft.Complete(member, mention => mention with { EntityLabel = thing.Text("name") });
            if (members.Count > 0)
                firstMentions[address] = members[0];
            if (members.Count > 1)
                draft.AddChain(address, members);
        }

        /// <summary>A fact with those of its fields that name a thing of the text as roles, the others as properties.</summary>
        private void AddFact(JsonElement fact)
        {
            var type = fact.Text("_type") ?? "";
            var participants = new List<Participant>();
            var properties = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>();
            foreach (var field in fact.EnumerateObject()
                .Where(field => field.Value.IsSaying() && !OfThing.Contains(JsonText.GetName(field))))
            {
                var named = field.Value.Texts().Where(firstMentions.ContainsKey).Select(address => firstMentions[address]).ToList();
                participants.AddRange(named.Select(mention => new Participant(JsonText.GetName(field), new MentionArgument(mention))));
                if (named.Count == 0)
                    properties.Add(new(JsonText.GetName(field), JsonText.ToValue(field.Value)));
            }

            var words = fact.Items(Instances).Select(FindSpan).OfType<TextSpan>().ToList();
            draft.AddEvent(null, type, null, participants, words.Count > 0 ? [words[0]] : [], properties.ToImmutable());
        }

        private TextSpan? FindSpan(JsonElement instance) => draft.FindSpan(offsets, ReadSpan(instance));
    }
}
