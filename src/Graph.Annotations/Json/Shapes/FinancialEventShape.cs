using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// ChFinAnn, announcements with their events: an id, and sentences with names by their words, all places of each as sentence, start and
/// end, what a name is, and records of events whose roles are such words.
/// </summary>
internal sealed class FinancialEventShape() : JsonShape("ChFinAnn")
{
    private const string Sentences = "sentences";
    private const string Places = "ann_mspan2dranges";
    private const string Types = "ann_mspan2guess_field";
    private const string Events = "recguid_eventname_eventdict_list";

    // These repeat what the places say.
    private static readonly HashSet<string> Taken = [Sentences, Places, Types, Events, "ann_valid_mspans", "ann_valid_dranges"];

    public override bool Fits(JsonElement record) =>
        record.IsArray() && record.GetArrayLength() == 2 && record.At(0).ValueKind == JsonValueKind.String
        && record.At(1).Get(Sentences).IsTexts() && record.At(1).Get(Places).IsObject();

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root.At(1);
        reading.CountUnread(root, Taken);
        var sentences = root.Get(Sentences).Texts();
        var starts = new List<int> { 0 };
        foreach (var sentence in sentences)
            starts.Add(starts[^1] + sentence.Length + 1);
        var metadata = reading.ReadMetadata(root, record.Place) with { Id = record.Root.At(0).Text() };
        var draft = reading.CreateDraft(
            record, string.Join('\n', sentences), metadata,
            [.. sentences.Select((sentence, index) => new TextSpan(starts[index], sentence.Length)).Where(span => span.Length > 0)]);
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in root.Get(Places).EnumerateObject())
        {
            var words = JsonText.GetName(name);
            var chain = name.Value
                .Items()
                .Select(place => Add(place, words, root.Get(Types).Text(words), sentences, starts, draft))
                .OfType<int>()
                .ToList();
            draft.AddChain(null, chain);
            if (chain.Count > 0)
                named.TryAdd(words, chain[0]);
        }

        foreach (var item in root.Items(Events))
            AddEvent(item, named, draft);
        yield return draft.ToArticle();
    }

    private static int? Add(
        JsonElement place, string words, string? type, ImmutableArray<string> sentences, List<int> starts, JsonArticleDraft draft)
    {
        var (sentence, start, end) = (place.At(0).Integer() ?? -1, place.At(1).Integer() ?? -1, place.At(2).Integer() ?? -1);
        if (sentence >= 0 && sentence < sentences.Length
            && new TextOffsets(sentences[(int)sentence]).TryGetSpan(start, end, out var span))
            return draft.AddMention(null, [type ?? ""], new TextSpan(starts[(int)sentence] + span.Start, span.Length), words);
        draft.ReportSpan(start, end, sentence >= 0 && sentence < sentences.Length ? sentences[(int)sentence].Length : 0);
        return null;
    }

    private static void AddEvent(JsonElement item, Dictionary<string, int> named, JsonArticleDraft draft)
    {
        var participants = new List<Participant>();
        foreach (var role in item.At(2).Fields())
        {
            if (role.Value.Text() is not { } words)
                continue;
            if (named.TryGetValue(words, out var mention))
                participants.Add(new Participant(JsonText.GetName(role), new MentionArgument(mention)));
            else
                draft.Log.CountLoss("mentions whose words are not in the text", 1, draft.Place);
        }

        draft.AddEvent(null, item.At(1).Text() ?? "", null, participants);
    }
}
