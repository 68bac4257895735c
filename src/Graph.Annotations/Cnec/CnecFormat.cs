using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// The Czech Named Entity Corpus in plain text: a sentence a line, names in angle brackets behind their type, names in names,
/// <c>&lt;P&lt;pf Václav&gt; &lt;ps Havel&gt;&gt;</c>. A file is one article.
/// </summary>
internal sealed class CnecFormat() : SingleFileFormat("cnec")
{
    private const int Fewest = 2;

    protected override bool Fits(AnnotationFile file) => file.Extension is ".txt" or "" && IsMarked(file.Head);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log) =>
        [new CnecReader(file, file.ReadText(log), log).Read()];

    /// <summary>Types of two small letters before words, and no tag that closes one.</summary>
    private static bool IsMarked(string head) =>
        !head.Contains("</", StringComparison.Ordinal)
        && Regex.Count(head, @"<[a-z][a-z_]\s[^<>=]{1,200}>", RegexOptions.CultureInvariant) >= Fewest;
}

internal sealed class CnecReader(AnnotationFile file, SourceText source, ReadingLog log)
{
    private readonly System.Text.StringBuilder text = new();
    private readonly List<(int Opened, Mention Mention)> mentions = [];
    private readonly List<TextSpan> sentences = [];
    private readonly Stack<(string Type, int Start, int Opened, SourcePlace Place)> open = new();
    private int opened;

    public AnnotatedArticle Read()
    {
        foreach (var (_, line, place) in source.ReadLines())
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (text.Length > 0)
                text.Append('\n');
            var start = text.Length;
            ReadLine(line, place);
            if (text.Length > start)
                sentences.Add(TextSpan.FromBounds(start, text.Length));
        }

        return new AnnotatedArticle(new ArticleMetadata(), text.ToString())
        {
            File = file,
            Mentions = [.. mentions.OrderBy(found => found.Opened).Select((found, index) => found.Mention with { Id = $"m{index + 1}" })],
            Sentences = [.. sentences],
        };
    }

    private void ReadLine(string line, SourcePlace place)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var mark = line[i] == '<'
                ? Regex.Match(line[i..], @"^<(?<type>[A-Za-z?][A-Za-z_?]{0,9})(\s|(?=<))", RegexOptions.CultureInvariant)
                : Match.Empty;
            if (mark.Success)
            {
                open.Push((mark.Groups["type"].Value, text.Length, opened++, place));
                i += mark.Length - 1;
            }
            else if (line[i] == '>' && open.TryPop(out var name))
            {
                AddMention(name.Type, name.Start, name.Opened, name.Place);
            }
            else
            {
                text.Append(line[i]);
            }
        }

        while (open.TryPop(out var rest))
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "name", $"nothing closes '<{rest.Type}'"));
    }

    private void AddMention(string type, int start, int number, SourcePlace place)
    {
        var end = text.Length;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (start < end && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (start < end)
            mentions.Add((number, new Mention("", [type], [TextSpan.FromBounds(start, end)], place)));
        else
            log.CountLoss("marks without words", 1, place);
    }
}
