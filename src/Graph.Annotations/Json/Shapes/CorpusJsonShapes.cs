using System.Text.Json;

namespace Graph.Annotations;

/// <summary>DWIE: a text with mentions that name concepts, and relations between concepts; the tags of a concept hold its type.</summary>
internal sealed class DwieShape() : JsonShape("DWIE")
{
    private const string TypeTag = "type::";
    private static readonly HashSet<string> Taken = ["content", "mentions", "concepts", "relations", "tags", "iptc", "coref"];

    public override bool Fits(JsonElement record) =>
        record.Get("content").ValueKind == JsonValueKind.String && record.HasArray("mentions") && record.HasArray("concepts");

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var text = root.Text("content")!;
        reading.CountUnread(root, Taken);
        var draft = reading.CreateDraft(record, text);
        var concepts = root
            .Items("concepts")
            .Where(concept => concept.Text("concept") is not null)
            .DistinctBy(concept => concept.Text("concept"))
            .ToDictionary(concept => concept.Text("concept")!, StringComparer.Ordinal);
        var members = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        var items = root.Items("mentions").ToList();
        var offsets = TextOffsets.Choose(text, [.. items.Select(ReadSpan)]);
        foreach (var item in items)
        {
            var recorded = ReadSpan(item);
            if (draft.FindSpan(offsets, recorded) is not { } span)
                continue;

            var concept = item.Text("concept") ?? "";
            var known = concepts.GetValueOrDefault(concept);
            var index = draft.AddMention(null, GetTypes(known), span, recorded.Surface);
            draft.Complete(
                index,
                mention => mention with
                {
                    Links = known.Text("link") is { Length: > 0 } title ? [new EntityLink(EntityLink.Wikipedia, title)] : []
                });
            members.AddTo(concept, index!.Value);
        }

        foreach (var (concept, chain) in members)
            draft.AddChain(concept, chain);
        foreach (var relation in root.Items("relations"))
        {
            int? Find(string end) => members.TryGetValue(relation.Text(end) ?? "", out var chain) ? chain[0] : null;
            if (Find("s") is { } source && Find("o") is { } target)
                draft.AddRelation(null, relation.Text("p"), source, target);
            else
                reading.Log.CountLoss("relations of concepts without mentions");
        }

        yield return draft.ToArticle();
    }

    private static ImmutableArray<string> GetTypes(JsonElement concept)
    {
        var types = concept
            .Get("tags")
            .Texts()
            .Where(tag => tag.StartsWith(TypeTag, StringComparison.Ordinal))
            .Select(tag => tag[TypeTag.Length..])
            .ToImmutableArray();
        return types.IsEmpty ? [""] : types;
    }

    private static RecordedSpan ReadSpan(JsonElement item) =>
        new(item.Integer("begin") ?? -1, item.Integer("end") ?? -1, item.Text("text"));
}

/// <summary>T-REx and REBEL: a text with entities by their boundaries and addresses, and triples between them.</summary>
internal sealed class TripleShape() : JsonShape("T-REx")
{
    private static readonly HashSet<string> Taken =
        ["text", "entities", "triples", "relations", "docid", "uri", "title", "words_boundaries", "sentences_boundaries"];
    private static readonly HashSet<string> OfEntity = ["uri", "boundaries", "start", "end", "surfaceform", "type", "annotator"];

    public override bool Fits(JsonElement record) =>
        record.Get("text").ValueKind == JsonValueKind.String
        && (record.HasArray("triples") || record.HasArray("relations"))
        && record.HasArray("entities")
        && record.Items("entities").Any() && record.Items("entities").All(HasSpan)
        && (record.Items("entities").All(entity => entity.Get("boundaries").IsArray())
            || record.Items("triples").Concat(record.Items("relations")).Any(triple => triple.Get("predicate").IsObject()));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var text = root.Text("text")!;
        reading.CountUnread(root, Taken);
        var metadata = reading.ReadMetadata(root, record.Place, "docid");
        var draft = reading.CreateDraft(record, text, metadata with { Url = metadata.Url ?? root.Text("uri") });
        var items = root.Items("entities").ToList();
        var offsets = TextOffsets.Choose(text, [.. items.Select(ReadSpan)]);
        foreach (var item in items)
            FindOrAdd(item, offsets, draft);
        foreach (var triple in root.Items("triples").Concat(root.Items("relations")))
            AddTriple(triple, offsets, draft);
        yield return draft.ToArticle();
    }

    private static void AddTriple(JsonElement triple, TextOffsets offsets, JsonArticleDraft draft)
    {
        // Some ends are only in the knowledge base and not in the text.
        if (!HasSpan(triple.Get("subject")) || !HasSpan(triple.Get("object")))
        {
            draft.Log.CountLoss("triples with an end outside the text");
            return;
        }

        var predicate = triple.Get("predicate");
        var type = predicate.TextOf("surfaceform", "uri") ?? predicate.Text();
        draft.AddRelation(null, type, FindOrAdd(triple.Get("subject"), offsets, draft), FindOrAdd(triple.Get("object"), offsets, draft));
    }

    private static int? FindOrAdd(JsonElement item, TextOffsets offsets, JsonArticleDraft draft)
    {
        var recorded = ReadSpan(item);
        if (draft.FindSpan(offsets, recorded) is not { } span)
            return null;

        if (draft.FindMention(span) is { } known)
            return known;
        var link = item.Text("uri") is { Length: > 0 } uri
            ? EntityLink.FromAddress(uri) ?? (uri[0] == 'Q' ? new EntityLink(EntityLink.Wikidata, uri) : null)
            : null;
        var index = draft.AddMention(null, [item.Text("type") ?? ""], span, recorded.Surface);
        draft.Complete(index, mention => mention with { Links = link is null ? [] : [link], Properties = item.Others(OfEntity) });
        return index;
    }

    /// <summary>T-REx and REBEL have a list of both, SRED a start and an end.</summary>
    private static bool HasSpan(JsonElement item) =>
        item.Get("boundaries").IsArray() || (item.Integer("start") is not null && item.Integer("end") is not null);

    private static RecordedSpan ReadSpan(JsonElement item) => new(
        item.Get("boundaries").At(0).Integer() ?? item.Integer("start") ?? -1,
        item.Get("boundaries").At(1).Integer() ?? item.Integer("end") ?? -1,
        item.Text("surfaceform"));
}

/// <summary>CLUENER: <c>label</c> is a map from types to surfaces with their characters, the last one included.</summary>
internal sealed class ClueNerShape() : JsonShape("CLUENER")
{
    private static readonly HashSet<string> Taken = ["text", "label"];

    public override bool Fits(JsonElement record) =>
        record.Get("text").ValueKind == JsonValueKind.String
        && record.Get("label") is { ValueKind: JsonValueKind.Object } types
        && types.EnumerateObject().Any()
        && types
            .EnumerateObject()
            .All(type => type.Value.IsObject() && type.Value.EnumerateObject().All(surface => surface.Value.At(0).IsArray()));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var text = record.Root.Text("text")!;
        reading.CountUnread(record.Root, Taken);
        var draft = reading.CreateDraft(record, text);
        var items = (from type in record.Root.Get("label").EnumerateObject()
                     from surface in type.Value.EnumerateObject()
                     from span in surface.Value.Items()
                     select (Type: type.Name, Span: new RecordedSpan(
                         span.At(0).Integer() ?? -1, (span.At(1).Integer() ?? -2) + 1, surface.Name))).ToList();
        var offsets = TextOffsets.Choose(text, [.. items.Select(item => item.Span)]);
        foreach (var (type, recorded) in items)
        {
            if (draft.FindSpan(offsets, recorded) is { } span)
                draft.AddMention(null, [type], span, recorded.Surface);
        }

        yield return draft.ToArticle();
    }
}

/// <summary>
/// RAMS: sentences of tokens, triggers and arguments as spans of the document, last token included, and links from one to the other.
/// </summary>
internal sealed class RamsShape() : JsonShape("RAMS")
{
    private static readonly HashSet<string> Taken =
        ["sentences", "ent_spans", "evt_triggers", "gold_evt_links", "doc_key", "source_url", "language_id", "split"];

    public override bool Fits(JsonElement record) =>
        record.HasArray("sentences") && record.HasArray("evt_triggers") && record.HasArray("ent_spans");

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var tokens = JsonTokens.Read(root.Get("sentences"));
        reading.CountUnread(root, Taken);
        var metadata = reading.ReadMetadata(root, record.Place, "doc_key");
        var draft = reading.CreateDraft(record, tokens.ToString(), metadata with { Url = root.Text("source_url") }, tokens.Sentences);
        foreach (var item in root.Items("ent_spans"))
        {
            if (ReadSpan(item, tokens, draft) is { } span && draft.FindMention(span) is null)
                draft.AddMention(null, [""], span);
        }

        foreach (var item in root.Items("evt_triggers"))
            AddEvent(item, root, tokens, draft);
        yield return draft.ToArticle();
    }

    private static void AddEvent(JsonElement item, JsonElement root, JsonTokens tokens, JsonArticleDraft draft)
    {
        if (ReadSpan(item, tokens, draft) is not { } words)
            return;
        var type = item.At(2).At(0).At(0).Text() ?? "";
        var participants = root
            .Items("gold_evt_links")
            .Where(link => link.At(0).At(0).Integer() == item.At(0).Integer() && link.At(0).At(1).Integer() == item.At(1).Integer())
            .Select(link => (Role: GetRole(link.At(2).Text() ?? ""), Span: ReadSpan(link.At(1), tokens, draft)))
            .Where(link => link.Span is not null)
            .Select(link => new Participant(link.Role, new MentionArgument(draft.FindOrAddMention(link.Span!.Value, "argument")))).ToList();
        draft.AddEvent(null, type, draft.AddTrigger(null, type, words), participants);
    }

    /// <summary><c>evt043arg02place</c> is the role <c>place</c>.</summary>
    private static string GetRole(string name) =>
        name.StartsWith("evt", StringComparison.Ordinal) && name.IndexOf("arg", StringComparison.Ordinal) is > 0 and var at
            ? name[(at + "arg".Length)..].TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')
            : name;

    private static TextSpan? ReadSpan(JsonElement item, JsonTokens tokens, JsonArticleDraft draft) =>
        draft.FindSpanTo(tokens, item.At(0).Integer() ?? -1, item.At(1).Integer() ?? -2);
}
