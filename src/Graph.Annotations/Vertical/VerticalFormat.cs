using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// Vertical text, as Corpus Workbench and Sketch Engine take it: a word a line with its columns, and lines with tags around texts,
/// sentences and names, <c>&lt;ne type="PER"&gt;</c>. Each <c>text</c> or <c>doc</c> is an article.
/// </summary>
internal sealed class VerticalFormat() : SingleFileFormat("vertical")
{
    private const int MostLines = 400;

    private static readonly string[] Extensions = [".vrt", ".vert", ".vertical", ".txt", ".xml", ".tsv", ""];

    protected override bool Fits(AnnotationFile file) => Extensions.Contains(file.Extension) && IsVertical(file.Head);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log) => new VerticalReader(file, log).Read();

    /// <summary>A text and a sentence begin on lines of their own, and all other lines are words with columns.</summary>
    private static bool IsVertical(string head)
    {
        if (!head.AsSpan().TrimStart().StartsWith("<"))
            return false;
        var lines = head.Split('\n').SkipLast(1).Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).Take(MostLines).ToList();
        var words = lines.Where(line => !VerticalLine.IsTag(line)).ToList();
        return words.Count > 0
            && words.TrueForAll(line => line.Contains('\t') && !line.StartsWith('\t'))
            && lines.Exists(line => Regex.IsMatch(line, "^<(text|doc|file)[ >]", RegexOptions.CultureInvariant))
            && lines.Exists(line => line is "<s>" or "<p>"
                || line.StartsWith("<s ", StringComparison.Ordinal)
                || line.StartsWith("<p ", StringComparison.Ordinal));
    }
}

/// <summary>A line that is a tag: the name of its element, whether it ends that, and its attributes.</summary>
internal sealed record VerticalLine(string Name, bool IsEnd, IReadOnlyList<KeyValuePair<string, string>> Attributes)
{
    public static bool IsTag(string line) =>
        Regex.IsMatch(line, @"^<[/!?]?[A-Za-z_-][^<>]*>\s*$", RegexOptions.CultureInvariant);

    public static VerticalLine Read(string line) => new(
        Regex.Match(line, @"^<[/!?]?(?<name>[\w.-]+)", RegexOptions.CultureInvariant).Groups["name"].Value,
        line.StartsWith("</", StringComparison.Ordinal),
        [
            .. Regex.Matches(line, "(?<name>[\\w:.-]+)\\s*=\\s*(\"(?<value>[^\"]*)\"|'(?<value>[^']*)')", RegexOptions.CultureInvariant)
                .Select(match => KeyValuePair.Create(
                    match.Groups["name"].Value, System.Net.WebUtility.HtmlDecode(match.Groups["value"].Value))),
        ]);

    /// <summary>The first of some attributes that says something.</summary>
    public string? Get(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var attribute in Attributes)
            {
                if (attribute.Key == name && attribute.Value.Length > 0)
                    return attribute.Value;
            }
        }

        return null;
    }
}
