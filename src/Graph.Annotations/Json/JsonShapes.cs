using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// The shapes that are recognised without any file, the most particular first, and the maps for those that differ only in the names of
/// fields.
/// </summary>
internal static class JsonShapes
{
    /// <summary>A record that has a text and an empty list; others of its file may show what the list is for.</summary>
    public static readonly JsonShape Plain = new PlainShape();

    /// <summary>Asked for only where a text is beside.</summary>
    public static readonly TextBesideShape Beside = new();

    private static readonly JsonShape[] All =
    [
        new LabelStudioShape(),
        new WebAnnotationShape(),
        new PubAnnotationShape(),
        new TagtogShape(),
        new DocRedShape(),
        new UieShape(),
        new MappedShape(JsonMaps.CrossRe, JsonMaps.IsCrossRe),
        new RamsShape(),
        new OmniEventShape(),
        new RoleMentionShape(),
        new TriggerRecordShape(),
        new QuestionNerShape(),
        new ArgillaTableShape(),
        new DygieShape(),
        new CoreNlpJsonShape(),
        new GlinerShape(),
        new SpertShape(),
        new EventMentionsShape(),
        new AceSentenceShape(),
        new TacredShape(),
        new HeadTailShape(),
        new BiocJsonShape(),
        new SpotlightShape(),
        new PolEvalShape(),
        new ConceptShape(),
        new CalaisShape(),
        new EventTableShape(),
        new PronounShape(),
        new CailShape(),
        new SciRexShape(),
        new KpiEdgarShape(),
        new SpacyPairShape(),
        new TaggedPairShape(),
        new GateJsonShape(),
        new DataturksShape(),
        new KiliShape(),
        new LabelboxShape(),
        new WikifierShape(),
        new MucShape(),
        new MindShape(),
        new OpinionShape(),
        new FinancialEventShape(),
        new TokenNumbersShape(),
        new DocumentEventShape(),
        new DwieShape(),
        new KnowledgeNetShape(),
        new TripleShape(),
        new ClueNerShape(),
        new SpacyDocShape(),
        new LabelStudioMinShape(),
        new QuoteListShape(),
        new InlineEventShape(),
        new AnnotatorsShape(),
        new TitledTextShape(),
        new TypedListsShape(),
        new ListedShape(JsonMaps.Records, JsonValueKind.Object),
        new ListedShape(JsonMaps.Labels, JsonValueKind.Array),
        new UbiaiShape(),
        new PrecoShape(),
        new NumberedChainShape(),
        new MavenShape(),
        new MavenArgumentShape(),
        new CasieShape(),
        new WebNlgShape(),
        new ProdigyShape(),
        new TaggedTokensShape(),
        new TaggedTextShape(),
        new TaggedWordsShape(),
        new StanzaShape(),
        new TaggedSentencesShape(),
        new SpacyCorpusShape(),
        new GoogleShape(),
        new BratJsonShape(),
        new BratLinesShape(),
        new MarkedMentionShape(),
        new CoTypeShape(),
        new MentionListsShape(),
        new SectionedShape(),
        new InlineRelationShape(),
        new ClusterShape(),
        new SpanListShape(),
        new SpanColumnsShape(),
        new ArgillaShape(),
        new ParallelSpanShape(),
        new SpanWordsShape(),
        new AzureShape(),
        new ComprehendShape(),
        new TextFileSpanShape(),
        new TripletStringShape(),
        new WordTripleShape(),
        new DialogShape(),
        new MarkedTextShape(),
        new WordPairShape(),
        new RoleSpanShape(),
        new FlatSpanShape(),
        new TagStringShape(),
        new SegmentShape(),
        new AnswerShape(),
        new EncodedShape(),
        Plain,
    ];

    /// <summary>The shape of a record, or null.</summary>
    public static JsonShape? Recognise(JsonElement record) => Array.Find(All, shape => shape.Fits(record));
}

/// <summary>Records whose fields a map names.</summary>
internal class MappedShape(JsonMap map, Func<JsonElement, bool> fits) : JsonShape(map.Name)
{
    public override bool Fits(JsonElement record) => fits(record);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var map = GetMap(record.Root);
        if (JsonArticleReader.Start(record, map, reading) is not { } reader)
            yield break;
        yield return reader.Read(Items(record, map.Mentions), Items(record, map.Relations), Items(record, map.Events));
    }

    protected virtual JsonMap GetMap(JsonElement record) => map;

    private static IEnumerable<JsonRecord> Items(JsonRecord record, JsonField field) =>
        field.GetAll(record.Root).Select(item => record with { Root = item });
}

/// <summary>Records with mentions in a list of the usual names; relations and events beside may have other names.</summary>
internal sealed class ListedShape(JsonMap map, JsonValueKind itemKind) : MappedShape(map, record => JsonMaps.Fits(record, map, itemKind))
{
    private readonly JsonMap map = map;
    private readonly Dictionary<(RelationListLayout?, EventListLayout?, ChainListLayout?), JsonMap> maps = [];

    protected override JsonMap GetMap(JsonElement record)
    {
        var list = map.Mentions.FindList(record);
        if (list is null || SpanFields.Find(record.Get(list).At(0)) is not { } fields)
            return map;

        var relations = HasUsual(record, map.Relations, map.Relation) ? null : RelationListLayout.Find(record, list, fields);
        var events = EventListLayout.Find(record, list, fields);
        var chains = ChainListLayout.Find(record, list, fields);
        if (relations is null && events is null && chains is null)
            return map;
        if (!maps.TryGetValue((relations, events, chains), out var found))
            maps.Add((relations, events, chains), found = map.With(relations, events, chains));
        return found;
    }

    private static bool HasUsual(JsonElement record, JsonField list, JsonRelationMap fields) =>
        list.GetAll(record).FirstOrDefault() is { ValueKind: JsonValueKind.Object } item
        && fields.Type.GetText(item) is not null
        && fields.Source.GetText(item) is not null
        && fields.Target.GetText(item) is not null;
}

/// <summary>
/// A record with a text and nothing annotated, among others that have annotations: a list for them is empty, and no other holds anything
/// but words. What has a sentence and an empty list is not enough, as descriptions of data sets and settings of tools have these.
/// </summary>
internal sealed class PlainShape() : JsonShape("text")
{
    private static readonly HashSet<string> ListsOfMentions = new(StringComparer.OrdinalIgnoreCase)
    {
        "entities", "ents", "entity", "label", "labels", "annotations", "annotation", "mentions", "spans", "ner", "marks", "masks",
        "results", "result", "relations", "events", "clusters",
    };

    public override bool Fits(JsonElement record) =>
        (JsonTexts.FindKnown(record) ?? JsonTexts.FindTokens(record)) is { } name
        && Lists(record).Any(list => list.Value.GetArrayLength() == 0 && ListsOfMentions.Contains(JsonText.GetName(list)))
        && Lists(record).All(list => JsonTexts.FirstStep(name) == JsonText.GetName(list)
            || !list.Value.Items().Any(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var name = JsonTexts.FindAny(record.Root)!;
        reading.CountUnread(record.Root, [JsonTexts.FirstStep(name)]);
        yield return new AnnotatedArticle(reading.ReadMetadata(record.Root, record.Place), JsonTexts.Get(record.Root, name)!)
        {
            File = reading.File,
        };
    }

    private static IEnumerable<JsonProperty> Lists(JsonElement record) =>
        record.EnumerateObject().Where(property => property.Value.IsArray());
}
