using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// KNP, as the corpora of Kyoto University have it: a morpheme a line, lines of phrases with <c>&lt;NE:PERSON:words&gt;</c> on the last
/// phrase of a name, <c># S-ID:</c> before each sentence and <c>EOS</c> behind it. A file is an article.
/// </summary>
internal sealed class KnpFormat() : SingleFileFormat("knp")
{
    protected override bool Fits(AnnotationFile file) =>
        file.Extension is ".knp" or ".txt" or ".kwdlc" or ""
        && file.Head.StartsWith("# S-ID:", StringComparison.Ordinal)
        && Regex.IsMatch(file.Head, @"^\+ -?\d+[DPIA]", RegexOptions.CultureInvariant | RegexOptions.Multiline);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log) => [new KnpReader(file, log).Read()];
}

internal sealed class KnpReader(AnnotationFile file, ReadingLog log)
{
    private readonly TokenizedText text = new();
    private readonly List<Mention> mentions = [];

    // Names are told at the last phrase, before its morphemes.
    private List<(string Type, string Words, SourcePlace Place)> waiting = [];
    private List<string> forms = [];
    private int firstToken;

    public AnnotatedArticle Read()
    {
        foreach (var (_, line, place) in file.ReadText(log).ReadLines())
        {
            if (line.StartsWith("# ", StringComparison.Ordinal) || line.Length == 0)
                continue;
            if (line == "EOS")
                EndSentence();
            else if (line.StartsWith("+ ", StringComparison.Ordinal))
                ReadPhrase(line, place);
            else if (!line.StartsWith("* ", StringComparison.Ordinal))
                AddWord(line);
        }

        EndSentence();
        log.CountPassed("words with parts of speech and syntax", text.Tokens.Count);
        return new AnnotatedArticle(new ArticleMetadata(), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Sentences = text.GetSentences(),
        };
    }

    /// <summary>A blank itself may be the word.</summary>
    private void AddWord(string line)
    {
        var end = line.IndexOf(' ', 1);
        forms.Add(end < 0 ? line : line[..end]);
        text.Add(forms[^1], isFollowedBySpace: false);
    }

    private void ReadPhrase(string line, SourcePlace place)
    {
        PlaceNames();
        foreach (Match name in Regex.Matches(line, "<NE:(?<type>[^:<>]+):(?<words>[^<>]+)>", RegexOptions.CultureInvariant))
            waiting.Add((name.Groups["type"].Value, name.Groups["words"].Value, place));
        foreach (Match relation in Regex.Matches(line, "<rel type=\"(?<type>[^\"]*)\"", RegexOptions.CultureInvariant))
        {
            if (relation.Groups["type"].Value.StartsWith('='))
                log.CountLoss("phrases that are the same as others", 1, place);
            else
                log.CountPassed("arguments of predicates");
        }
    }

    /// <summary>A name ends in the phrase that tells of it.</summary>
    private void PlaceNames()
    {
        var told = waiting;
        waiting = [];
        if (told.Count == 0)
            return;
        var sentence = string.Concat(forms);
        foreach (var (type, words, place) in told)
        {
            var start = sentence.LastIndexOf(words, StringComparison.Ordinal);
            if (start < 0)
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "name", $"'{words}' does not stand before the end of its phrase"));
            else
                mentions.Add(new Mention(
                    $"m{mentions.Count + 1}", [type], [new TextSpan(text.Tokens[firstToken].Start + start, words.Length)], place)
                {
                    Form = MentionForm.Name
                });
        }
    }

    private void EndSentence()
    {
        PlaceNames();
        text.EndSentence();
        (firstToken, forms) = (text.Tokens.Count, []);
    }
}
