using YamlDotNet.RepresentationModel;

namespace Graph.Annotations;

/// <summary>The YAML between two lines of three hyphens at the head of an article: its metadata.</summary>
/// <param name="End">Where the text after it begins.</param>
internal sealed record FrontMatter(ArticleMetadata Metadata, int End)
{
    private static readonly string[] Keys = ["id", "title", "published", "source", "language", "url"];

    // As editors and site generators write them; the keys themselves are stronger.
    private static readonly (string Other, string Key)[] Others = [("date", "published"), ("lang", "language"), ("link", "url")];

    /// <summary>Whether a text begins with front matter that names an id, which is what makes it an article.</summary>
    public static bool HasId(string head)
    {
        var lines = head.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        return lines[0] == "---" && lines.Skip(1).TakeWhile(line => line is not ("---" or "..."))
            .Any(line => line.StartsWith("id:", StringComparison.Ordinal));
    }

    public static FrontMatter Read(SourceText source, ReadingLog log)
    {
        for (var line = 2; line <= source.LineCount; line++)
        {
            if (source.GetLineText(line) is not ("---" or "..."))
                continue;

            var end = line < source.LineCount ? source.GetLine(line + 1).Start : source.Text.Length;
            return new FrontMatter(ReadMetadata(source, source.GetLine(line).Start, log), end);
        }

        log.ReportMalformed(ReadingDiagnostics.Malformed(SourcePlace.Line(source, 1), "front matter",
            "the line '---' that ends it is missing"));
        return new FrontMatter(new ArticleMetadata(), source.Text.Length);
    }

    private static ArticleMetadata ReadMetadata(SourceText source, int end, ReadingLog log)
    {
        var start = source.LineCount > 1 ? source.GetLine(2).Start : end;
        var (root, mistake) = YamlText.Read(source.Text[start..end]);
        if (mistake is null)
            return root is YamlMappingNode mapping ? ToMetadata(source, mapping, log) : new ArticleMetadata();

        var line = Math.Clamp(mistake.Line + 1, 1, source.LineCount);
        log.ReportMalformed(ReadingDiagnostics.Malformed(SourcePlace.Line(source, line), "front matter", mistake.Reason));
        return new ArticleMetadata();
    }

    private static ArticleMetadata ToMetadata(SourceText source, YamlMappingNode mapping, ReadingLog log)
    {
        var values = new Dictionary<string, (string? Text, SourcePlace Place)>(StringComparer.Ordinal);
        foreach (var (keyNode, valueNode) in mapping.Children)
        {
            var place = GetPlace(source, keyNode);
            var key = (keyNode as YamlScalarNode)?.Value ?? "";
            if (!mapping.Children.ContainsKey(GetKey(key)))
                key = GetKey(key);
            if (!Keys.Contains(key))
                log.Report(ReadingDiagnostics.UnknownField(place, key, NearestName.Find(key, Keys)));
            else if (valueNode is YamlScalarNode scalar)
                values[key] = (string.IsNullOrWhiteSpace(scalar.Value) ? null : scalar.Value, GetPlace(source, valueNode));
            else
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, $"value of '{key}'", "it is one text, not a list or a map"));
        }

        var published = values.GetValueOrDefault("published");
        return new ArticleMetadata(
            Get("id"), Get("title"), MetadataDate.Parse(published.Text, published.Place, log), Get("source"), Get("language"), Get("url"));

        string? Get(string key) => values.GetValueOrDefault(key).Text;
    }

    private static string GetKey(string key) => Array.Find(Others, other => other.Other == key) is { Key: { } known } ? known : key;

    private static SourcePlace GetPlace(SourceText source, YamlNode node)
    {
        // The YAML begins on the second line of the file.
        var line = source.GetLine(Math.Clamp((int)node.Start.Line + 1, 1, source.LineCount));
        var start = Math.Min(line.Start + (int)node.Start.Column - 1, line.End);
        return new SourcePlace(source, TextSpan.FromBounds(start, line.End));
    }
}
