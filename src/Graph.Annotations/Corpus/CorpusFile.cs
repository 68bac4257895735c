using YamlDotNet.RepresentationModel;

namespace Graph.Annotations;

/// <summary>
/// Reads <c>corpus.yaml</c>. Sections: <c>format</c>, <c>language</c>, <c>source</c>, <c>types</c> and <c>relations</c> (from annotation
/// to graph
/// type), <c>coreference</c>, <c>confidence</c>, <c>layers</c>, <c>identity</c>, <c>columns</c>, <c>texts</c>, <c>annotator</c>,
/// <c>json</c>, <c>tables</c>.
/// </summary>
internal static class CorpusFile
{
    public const string FileName = "corpus.yaml";
    public const string Types = "types";
    public const string Relations = "relations";
    public const string Coreference = "coreference";
    public const string Layers = "layers";

    /// <param name="formats">What <c>format</c> may be.</param>
    public static CorpusSettings Read(AnnotationFile file, ImmutableArray<string> formats, ReadingLog log)
    {
        if (YamlSection.ReadRoot(file.ReadText(log), log) is not { } root)
            return CorpusSettings.Default;

        var settings = new CorpusSettings
        {
            Format = ReadFormat(root, formats),
            Metadata = new ArticleMetadata(Source: root.GetText("source"), Language: root.GetText("language")),
            Mapping = new LabelMapping { Types = root.GetMap(Types), Relations = root.GetMap(Relations) },
            Names = [.. new[] { Types, Relations, Coreference, Layers }.SelectMany(section =>
                root.ListNames(section).Select(name => new NamedSetting(section, name.Name, name.Place)))],
            Coreference = [.. root.GetList(Coreference)],
            Layers = root.Has(Layers) ? [.. root.GetList(Layers)] : null,
            Identity = ReadIdentity(root),
            Columns = root.GetSection("columns") is { } columns ? ReadColumns(columns) : null,
            Texts = root.GetText("texts"),
            TextsFolder = file.Folder,
            Annotator = root.GetText("annotator"),
            Json = root.GetSection("json"),
            Tables = root.GetSection("tables"),
        };
        settings = ReadThresholds(root, settings);
        root.ReportUnknown();
        return settings;
    }

    private static string? ReadFormat(YamlSection root, ImmutableArray<string> formats)
    {
        var format = root.GetText("format");
        if (format is null || formats.Contains(format))
            return format;

        root.Report("format", $"'{format}' is no format; there are {string.Join(", ", formats)}");
        return null;
    }

    /// <summary><c>confidence: 0.5</c>, or <c>confidence: {mentions: 0.5, relations: 0.8}</c></summary>
    private static CorpusSettings ReadThresholds(YamlSection root, CorpusSettings settings)
    {
        if (!root.IsSection("confidence"))
            return root.GetNumber("confidence") is { } both
                ? settings with { MentionThreshold = both, RelationThreshold = both }
                : settings;

        var section = root.GetSection("confidence")!;
        settings = settings with
        {
            MentionThreshold = section.GetNumber("mentions") ?? 0,
            RelationThreshold = section.GetNumber("relations") ?? 0,
        };
        section.ReportUnknown();
        return settings;
    }

    /// <summary><c>identity: {name: false, lastName: false}</c> switches rules off.</summary>
    private static IdentityRules ReadIdentity(YamlSection root)
    {
        if (root.GetSection("identity") is not { } section)
            return IdentityRules.All;

        var disabled = ImmutableHashSet.CreateBuilder<IdentityRule>();
        foreach (var (name, rule) in IdentityRules.Names)
        {
            if (section.GetFlag(name) == false)
                disabled.Add(rule);
        }

        section.ReportUnknown();
        return new IdentityRules { Disabled = disabled.ToImmutable() };
    }

    /// <summary>Numbers or names of a header; the first of several tag columns is the main one, the others are layers.</summary>
    private static TokenColumns ReadColumns(YamlSection section)
    {
        var columns = new TokenColumns(section.GetText("token"), [.. section.GetList("tag")]);
        section.ReportUnknown();
        return columns;
    }
}
