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

    public string? GetText(string key)
    {
        if (Find(key) is not { } node)
            return null;
        if (node is YamlScalarNode scalar)
            return scalar.Value is { Length: > 0 } value ? value : null;

        Report(key, "it is one text, not a list or a map");
        return null;
    }

    /// <summary>True or false, as YAML and people write them; null where the key is not there.</summary>
    public bool? GetFlag(string key)
    {
        switch (GetText(key)?.ToLowerInvariant())
        {
            case null:
                return null;
            case "true" or "on" or "yes":
                return true;
            case "false" or "off" or "no":
                return false;
            default:
                Report(key, $"'{GetText(key)}' is neither true nor false");
                return null;
        }
    }

    /// <summary>The keys of a map or the items of a list, each with its place.</summary>
    public IEnumerable<(string Name, SourcePlace Place)> ListNames(string key) => Find(key) switch
    {
        YamlMappingNode map => map.Children.Keys.OfType<YamlScalarNode>().Select(node => (node.Value ?? "", GetPlace(node))),
        YamlSequenceNode list => list.Children.OfType<YamlScalarNode>().Select(node => (node.Value ?? "", GetPlace(node))),
        YamlScalarNode { Value: { Length: > 0 } value } scalar => [(value, GetPlace(scalar))],
        _ => [],
    };

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
        YamlMappingNode => ReportNoList(key),
        _ => [],
    };

    /// <summary>A map of texts; what is none is reported and left out.</summary>
    public ImmutableDictionary<string, string> GetMap(string key)
    {
        var result = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (!IsMapOrNothing(key) || Find(key) is not YamlMappingNode map)
            return result.ToImmutable();

        foreach (var (name, value) in map.Children)
        {
            if (name is YamlScalarNode from && value is YamlScalarNode { Value: { Length: > 0 } to })
                result[from.Value ?? ""] = to;
            else
                log.ReportMalformed(ReadingDiagnostics.Malformed(
                    GetPlace(name), $"setting '{key}'", "each line is a name, a colon and another name"));
        }

        return result.ToImmutable();
    }

    public YamlSection? GetSection(string key) =>
        IsMapOrNothing(key) && Find(key) is YamlMappingNode node ? new YamlSection(source, node, log) : null;

    private bool IsMapOrNothing(string key)
    {
        if (Find(key) is null or YamlMappingNode or YamlScalarNode { Value: null or "" })
            return Find(key) is null or YamlMappingNode;

        Report(key, "it is a map: a name, a colon and a value on each line below it, or all in braces");
        return false;
    }

    /// <summary>The maps of a list; one map is a list of one.</summary>
    public IReadOnlyList<YamlSection> GetSections(string key) => Find(key) switch
    {
        YamlSequenceNode sequence => [.. sequence.Children.OfType<YamlMappingNode>().Select(node => new YamlSection(source, node, log))],
        YamlMappingNode node => [new YamlSection(source, node, log)],
        _ => [],
    };

    private ImmutableArray<string> ReportNoList(string key)
    {
        Report(key, "it is a list: [one, two]");
        return [];
    }

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
