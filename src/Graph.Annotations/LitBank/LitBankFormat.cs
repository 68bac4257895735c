using System.Globalization;

namespace Graph.Annotations;

/// <summary>
/// LitBank's coreference and quotations: a text of tokens between blanks, a sentence a line, and beside it <c>a.ann</c> with a line
/// <c>MENTION</c> for each mention, by sentence and token from 0, last one included, and <c>COREF</c> with the entity that it is.
/// </summary>
internal sealed class LitBankFormat : IAnnotationFormat
{
    public string Name => "litbank";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(IsLitBank))
        {
            if (folder.TakeIfPresent($"{file.Stem}.txt") is not { } text)
                continue;
            folder.Take(file);
            yield return new FileSet([text, file]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        yield return new LitBankReader(files, log).Read();
    }

    private static bool IsLitBank(AnnotationFile file) =>
        file.Extension == ".ann"
        && (file.Head.StartsWith("MENTION\t", StringComparison.Ordinal) || file.Head.StartsWith("QUOTE\t", StringComparison.Ordinal));
}

internal sealed class LitBankReader(FileSet files, ReadingLog log)
{
    private const string Quotation = "quotation";

    private readonly List<List<int>> sentences = [];
    private readonly TokenizedText text = new();
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<string, int> byId = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<int>> chains = new(StringComparer.Ordinal);

    public AnnotatedArticle Read()
    {
        ReadText();
        foreach (var (_, line, place) in files.Files[1].ReadText(log).ReadLines())
        {
            if (line.Length > 0)
                ReadLine(line.Split('\t'), place);
        }

        return new AnnotatedArticle(new ArticleMetadata(), text.ToString())
        {
            File = files.Main,
            Mentions = [.. mentions],
            Chains = [.. chains.Select(chain => CoreferenceChain.Create(chain.Key, chain.Value, mentions))],
            Sentences = text.GetSentences(),
        };
    }

    private void ReadText()
    {
        foreach (var (_, line, _) in files.Main.ReadText(log).ReadLines())
        {
            var tokens = new List<int>();
            foreach (var word in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                tokens.Add(text.Tokens.Count);
                text.Add(word);
            }

            sentences.Add(tokens);
            text.EndSentence();
        }
    }

    private void ReadLine(string[] fields, SourcePlace place)
    {
        switch (fields)
        {
            case ["MENTION" or "QUOTE", var id, var firstSentence, var first, var lastSentence, var last, ..]:
                AddMention(fields, id, FindToken(firstSentence, first), FindToken(lastSentence, last), place);
                break;
            case ["COREF", var id, var entity, ..] when byId.TryGetValue(id, out var mention):
                chains.AddTo(entity, mention);
                break;
            case ["COREF", var id, ..]:
                log.ReportMalformed(ReadingDiagnostics.UnknownReference(place, id));
                break;
            default:
                log.CountLoss($"{fields[0]} lines", 1, place);
                break;
        }
    }

    private void AddMention(string[] fields, string id, int? first, int? last, SourcePlace place)
    {
        if (first is not { } start || last is not { } end || end < start)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "mention", "its sentences and tokens are not those of the text"));
            return;
        }

        if (!byId.TryAdd(id, mentions.Count))
        {
            log.ReportMalformed(ReadingDiagnostics.DuplicateId(place, id));
            return;
        }

        var span = text.Cover(start, end);
        var isQuotation = fields[0] == "QUOTE";
        mentions.Add(new Mention(id, [isQuotation ? Quotation : fields.ElementAtOrDefault(7) ?? ""], [span], place)
        {
            RecordedSurface = log.CheckSurface(
                place, fields.ElementAtOrDefault(6), text.ToString().Substring(span.Start, span.Length)),
            Layer = isQuotation ? Quotation : null,
            Form = MentionForms.Read(fields.ElementAtOrDefault(8)),
        });
    }

    private int? FindToken(string sentence, string token) =>
        int.TryParse(sentence, NumberStyles.None, CultureInfo.InvariantCulture, out var line)
        && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
        && line < sentences.Count && place < sentences[line].Count
            ? sentences[line][place] : null;
}
