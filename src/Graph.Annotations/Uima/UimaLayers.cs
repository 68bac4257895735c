namespace Graph.Annotations;

/// <summary>What the layers of DKPro Core, WebAnno and INCEpTION mean.</summary>
internal static class UimaLayers
{
    public const string Governor = "Governor";
    public const string Dependent = "Dependent";
    private const string Dkpro = "de.tudarmstadt.ukp.dkpro.core.api.";

    private static readonly HashSet<string> Documents = ["DocumentMetaData", "DocumentAnnotation", "TagsetDescription", "TagDescription"];

    /// <summary>The feature that names the type of an annotation, the first that the layer has.</summary>
    private static readonly string[] TypeFeatures =
    [
        "value", "entity", "label", "type", "category", "DependencyType", "referenceType", "PosValue"
    ];

    /// <summary>Features that point into a knowledge base, with the authority of values that are no addresses.</summary>
    public static readonly IReadOnlyDictionary<string, string> LinkFeatures =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["identifier"] = "identifier", ["identity"] = EntityLink.Wikipedia };

    private static readonly HashSet<string> Structure = ["sofa", "begin", "end", Governor, Dependent, "next", "first", "referenceRelation"];

    public static bool IsDocument(FeatureStructure structure) => Documents.Contains(structure.ShortType);

    public static bool IsSentence(FeatureStructure structure) => structure.ShortType == "Sentence";

    /// <summary>Tokens, tags, lemmas, syntax: analysis of the language, not annotation of what the text is about.</summary>
    public static bool IsLinguistic(FeatureStructure structure) =>
        structure.Type.StartsWith(Dkpro, StringComparison.Ordinal)
        && !structure.Type.AsSpan(Dkpro.Length).StartsWith("ner.")
        && !structure.Type.AsSpan(Dkpro.Length).StartsWith("coref.")
        && !structure.Type.AsSpan(Dkpro.Length).StartsWith("semantics.");

    /// <summary>The annotation type: a value where the layer has one, else the layer's name.</summary>
    public static string GetAnnotationType(FeatureStructure structure) =>
        FindTypeFeature(structure) is { } feature ? structure.Get(feature)! : structure.ShortType;

    /// <summary>Whether a layer only marks words, and says nothing of what they are but its own name.</summary>
    public static bool IsBare(FeatureStructure structure) => FindTypeFeature(structure) is null;

    /// <summary>Every feature that is neither structure, nor the type, nor a link, nor a reference.</summary>
    public static Properties GetProperties(FeatureStructure structure, Func<string, bool> isReference)
    {
        var typeFeature = FindTypeFeature(structure);
        return
        [
            .. structure.Features
                .Where(feature => feature.Key != typeFeature
                    && !Structure.Contains(feature.Key)
                    && !LinkFeatures.ContainsKey(feature.Key)
                    && !isReference(feature.Key))
                .Select(feature => KeyValuePair.Create(feature.Key, ToValue(feature.Value))),
        ];
    }

    /// <summary>A relation of a coreference layer joins its ends, unless it is a bridge from one thing to another.</summary>
    public static bool IsCoreference(FeatureStructure relation) =>
        relation.ShortType.StartsWith("Coref", StringComparison.Ordinal)
        && !GetAnnotationType(relation).StartsWith("bridge", StringComparison.Ordinal);

    public static ImmutableArray<EntityLink> GetLinks(FeatureStructure structure) =>
        [.. LinkFeatures.SelectMany(feature =>
            structure.GetAll(feature.Key).Select(value => EntityLink.FromAddress(value) ?? new EntityLink(feature.Value, value)))];

    private static string? FindTypeFeature(FeatureStructure structure) =>
        TypeFeatures.FirstOrDefault(feature => !string.IsNullOrEmpty(structure.Get(feature)));

    private static Value ToValue(ImmutableArray<string> texts) =>
        texts.Length == 1 ? Value.FromString(texts[0]) : Value.FromList([.. texts.Select(Value.FromString)]);
}
