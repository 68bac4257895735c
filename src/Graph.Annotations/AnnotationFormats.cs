namespace Graph.Annotations;

/// <summary>
/// Every format that a folder is searched for, the most particular first: a later one never sees what an earlier one took.
/// </summary>
internal static class AnnotationFormats
{
    public static ImmutableArray<IAnnotationFormat> CreateAll() =>
    [
        new NativeFormat(),
        new I2b2Format(),
        new FactRuEvalFormat(),
        new LitBankFormat(),
        new BsnlpFormat(),
        new BratFormat(),
        new SpanTableFormat(),
        new NafFormat(),
        new TeiFormat(),
        new UimaFormat(),
        new TimeMlFormat(),
        new AceFormat(),
        new EreFormat(),
        new MaeFormat(),
        new KnowtatorFormat(),
        new GrafFormat(),
        new LinkingFormat(),
        new LinkingQueryFormat(),
        new DiscoveryTableFormat(),
        new RecogitoTableFormat(),
        new CatFormat(),
        new GateFormat(),
        new CoreNlpFormat(),
        new BiocFormat(),
        new PubTatorFormat(),
        new FoliaFormat(),
        new MmaxFormat(),
        new NifFormat(),
        new WebNlgFormat(),
        new PpiFormat(),
        new RothYihFormat(),
        new PageFormat(),
        new AltoFormat(),
        new GeniaFormat(),
        new SemEvalAbstractFormat(),
        new SgmlFormat(),
        new SemEvalFormat(),
        new LabelStudioTableFormat(),
        new RecordTableFormat(),
        new JsonFormat(),
        new OnfFormat(),
        new CoNll2012Format(),
        new AidaFormat(),
        new ConlluFormat(),
        new HipeFormat(),
        new IobFormat(),
        new InlineTagFormat(),
        new InlineBracketFormat(),
    ];
}
