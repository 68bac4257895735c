using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// The shapes that are recognised without any file, the most particular first, and the maps for those that differ only in the names of
/// fields.
/// </summary>
internal static class JsonShapes
{
    private static readonly JsonShape[] All =
    [
        new LabelStudioShape(),
        new WebAnnotationShape(),
        new TagtogShape(),
        new DocRedShape(),
        new MappedShape(JsonMaps.CrossRe, JsonMaps.IsCrossRe),
        new RamsShape(),
        new DygieShape(),
        new CoreNlpJsonShape(),
        new GlinerShape(),
        new SpertShape(),
        new EventMentionsShape(),
        new AceSentenceShape(),
        new TacredShape(),
        new HeadTailShape(),
        new BiocJsonShape(),
        new SpacyPairShape(),
        new GateJsonShape(),
        new DataturksShape(),
        new DwieShape(),
        new TripleShape(),
        new ClueNerShape(),
        new SpacyDocShape(),
        new LabelStudioMinShape(),
        new MappedShape(JsonMaps.Records, record => JsonMaps.Fits(record, JsonMaps.Records, JsonValueKind.Object)),
        new MappedShape(JsonMaps.Labels, record => JsonMaps.Fits(record, JsonMaps.Labels, JsonValueKind.Array)),
        new ProdigyShape(),
        new TaggedTokensShape(),
        new StanzaShape(),
        new SpacyCorpusShape(),
        new BratJsonShape(),
        new MarkedMentionShape(),
        new CoTypeShape(),
        new SpanListShape(),
    ];

    /// <summary>The shape of a record, or null.</summary>
    public static JsonShape? Recognise(JsonElement record) => Array.Find(All, shape => shape.Fits(record));
}

/// <summary>Records whose fields a map names.</summary>
internal sealed class MappedShape(JsonMap map, Func<JsonElement, bool> fits) : JsonShape(map.Name)
{
    public override bool Fits(JsonElement record) => fits(record);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        if (JsonArticleReader.Start(record, map, reading) is not { } reader)
            yield break;
        yield return reader.Read(Items(record, map.Mentions), Items(record, map.Relations), Items(record, map.Events));
    }

    private static IEnumerable<JsonRecord> Items(JsonRecord record, JsonField field) =>
        field.GetAll(record.Root).Select(item => record with { Root = item });
}
