using System.Globalization;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// A sentence in several lines, as systems for names within names take it: its words, their parts of speech, and its names by words counted
/// from 0, <c>0,2 PER|6,7 GPE</c>, or an empty line; an empty line behind. Where a name ends in its first word, ends are included, else
/// behind.
/// </summary>
internal sealed class SpanLineFormat() : SingleFileFormat("span-lines")
{
    private static readonly string[] Extensions = [".data", ".txt", ".train", ".dev", ".test", ""];

    protected override bool Fits(AnnotationFile file) => Extensions.Contains(file.Extension) && SpanLineBlock.AreSome(file.Head);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log) => [new SpanLineReader(file, log).Read()];
}

/// <summary>The lines of one sentence.</summary>
/// <param name="Line">The number of the first.</param>
internal sealed record SpanLineBlock(int Line, string[] Words, string Names)
{
    private const string Name = @"\d+,\d+ [^\s|]+";

    /// <summary>Whether the first sentences are made so: as many parts of speech as words, and one has names.</summary>
    public static bool AreSome(string head)
    {
        var lines = head.Split('\n').SkipLast(1).Select(line => line.TrimEnd('\r')).ToList();
        var found = lines.FindIndex(line => Regex.IsMatch(line, $@"^{Name}(\|{Name})*$", RegexOptions.CultureInvariant));
        return found >= 2 && CountWords(lines[found - 2]) is > 0 and var words && words == CountWords(lines[found - 1])
            && CountWords(lines[0]) > 0 && CountWords(lines[0]) == CountWords(lines[1]);
    }

    private static int CountWords(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    public static IEnumerable<SpanLineBlock> ReadAll(SourceText source)
    {
        string GetLine(int number) => number > source.LineCount ? "" : source.GetLineText(number);
        for (var number = 1; number <= source.LineCount;)
        {
            if (GetLine(number).Length == 0)
            {
                number++;
                continue;
            }

            yield return new SpanLineBlock(number, GetLine(number).Split(' ', StringSplitOptions.RemoveEmptyEntries), GetLine(number + 2));
            number += 3;
        }
    }

    /// <summary>First word, end and type of each name; the end is -1 where it is no number.</summary>
    public IEnumerable<(int First, int End, string Type)> ListNames()
    {
        foreach (var name in Names.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var match = Regex.Match(name, @"^(?<first>\d+),(?<end>\d+) (?<type>\S+)$", RegexOptions.CultureInvariant);
            yield return (Parse(match.Groups["first"].Value), Parse(match.Groups["end"].Value), match.Groups["type"].Value);
        }
    }

    private static int Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}

internal sealed class SpanLineReader(AnnotationFile file, ReadingLog log)
{
    private readonly TokenizedText text = new();
    private readonly List<Mention> mentions = [];

    public AnnotatedArticle Read()
    {
        var source = file.ReadText(log);
        var blocks = SpanLineBlock.ReadAll(source).ToList();
        var last = blocks.SelectMany(block => block.ListNames()).Any(name => name.First >= 0 && name.First == name.End) ? 1 : 0;
        foreach (var block in blocks)
        {
            var start = text.Tokens.Count;
            foreach (var word in block.Words)
                text.Add(word);
            text.EndSentence();
            foreach (var (first, end, type) in block.ListNames())
                Add(start, block.Words.Length, first, end
                    + last, type, SourcePlace.Line(source, Math.Min(block.Line + 2, source.LineCount)));
        }

        log.CountPassed("parts of speech beside tokens", text.Tokens.Count);
        return new AnnotatedArticle(new ArticleMetadata(), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Sentences = text.GetSentences(),
        };
    }

    private void Add(int start, int count, int first, int end, string type, SourcePlace place)
    {
        if (first < 0 || end <= first || end > count)
            log.ReportMalformed(
                ReadingDiagnostics.Malformed(place, "name", "it has not a first and a last word of its sentence and a type"));
        else
            mentions.Add(new Mention($"m{mentions.Count + 1}", [type], [text.Cover(start + first, start + end - 1)], place));
    }
}
