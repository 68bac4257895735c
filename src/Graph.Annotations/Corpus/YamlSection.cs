using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Graph.Annotations;

/// <summary>A map of a YAML file, read key by key; what nobody asked for is reported as unknown.</summary>
internal sealed class YamlSection(SourceText source, YamlMappingNode mapping, ReadingLog log)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public SourcePlace Place => GetPlace(mapping);

    /// <summary>The map of a file; null, and a diagnostic, where it holds none.</summary>
    public static YamlSection? ReadRoot(SourceText source, ReadingLog log)
    {
        var (root, mistake) = YamlText.Read(source.Text);
        if (root is YamlMappingNode mapping)
            return new YamlSection(source, mapping, log);

        mistake ??= root is null ? null : new YamlMistake(1, "it is a map of settings");
        if (mistake is not null)
        {
            var place = SourcePlace.Line(source, Math.Clamp(mistake.Line, 1, source.LineCount));
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "corpus file", mistake.Reason));
        }

        return null;
    }

    public IEnumerable<string> Keys => mapping.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    public bool Has(string key) => Find(key) is not null;

    public bool IsSection(string key) => Find(key) is YamlMappingNode;

    public string? GetText(string key) => Find(key) is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;

    public double? GetNumber(string key)
    {
        if (GetText(key) is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number;

        Report(key, $"'{text}' is no number");
        return null;
    }

    /// <summary>A list of texts; one text is a list of one.</summary>
    public ImmutableArray<string> GetList(string key) => Find(key) switch
    {
        YamlSequenceNode sequence => [.. sequence.Children.OfType<YamlScalarNode>().Select(node => node.Value ?? "")],
        YamlScalarNode { Value: { Length: > 0 } value } => [value],
        _ => [],
    };

    public ImmutableDictionary<string, string> GetMap(string key) => Find(key) is YamlMappingNode node
        ? node.Children
            .Where(pair => pair is { Key: YamlScalarNode, Value: YamlScalarNode })
            .ToImmutableDictionary(pair => ((YamlScalarNode)pair.Key).Value ?? "", pair => ((YamlScalarNode)pair.Value).Value ?? "",
                StringComparer.Ordinal)
        : ImmutableDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    public YamlSection? GetSection(string key) => Find(key) is YamlMappingNode node ? new YamlSection(source, node, log) : null;

    /// <summary>The maps of a list; one map is a list of one.</summary>
    public IReadOnlyList<YamlSection> GetSections(string key) => Find(key) switch
    {
        YamlSequenceNode sequence => [.. sequence.Children.OfType<YamlMappingNode>().Select(node => new YamlSection(source, node, log))],
        YamlMappingNode node => [new YamlSection(source, node, log)],
        _ => [],
    };

    public void Report(string key, string reason) =>
        log.ReportMalformed(ReadingDiagnostics.Malformed(GetPlace(Find(key) ?? mapping), $"setting '{key}'", reason));

    public void ReportMissing(string key) =>
        log.ReportMalformed(ReadingDiagnostics.Malformed(Place, "section", $"the setting '{key}' is missing"));

    public void ReportUnknown()
    {
        foreach (var key in mapping.Children.Keys.OfType<YamlScalarNode>())
        {
            if (!asked.Contains(key.Value ?? ""))
                log.Report(ReadingDiagnostics.UnknownField(GetPlace(key), key.Value ?? "",
                    NearestName.Find(key.Value ?? "", asked.Order(StringComparer.Ordinal))));
        }
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return mapping.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    private SourcePlace GetPlace(YamlNode node)
    {
        var line = source.GetLine(Math.Clamp((int)node.Start.Line, 1, source.LineCount));
        var start = Math.Min(line.Start + (int)node.Start.Column - 1, line.End);
        return new SourcePlace(source, TextSpan.FromBounds(start, line.End));
    }
}
