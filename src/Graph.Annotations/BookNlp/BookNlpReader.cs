using System.Text;

namespace Graph.Annotations;

/// <summary>One text of BookNLP.</summary>
internal sealed class BookNlpReader(AnnotationFile file, ReadingLog log)
{
    private const string Quotation = "quotation";

    private static readonly string[] OfTokens =
        ["token_ID_within_document", "word", "byte_onset", "byte_offset", "sentence_ID", "paragraph_ID", "token_ID_within_sentence"];
    private static readonly string[] OfEntities = ["COREF", "start_token", "end_token", "prop", "cat", "text"];
    private static readonly string[] OfQuotes = ["quote_start", "quote_end", "char_id", "quote"];

    private readonly StringBuilder text = new();
    private readonly Dictionary<long, TextSpan> words = [];
    private readonly List<TextSpan> sentences = [];
    private readonly List<Mention> mentions = [];
    private readonly OrderedDictionary<string, List<int>> chains = new(StringComparer.Ordinal);

    public AnnotatedArticle Read(AnnotationFile? entities, AnnotationFile? quotes)
    {
        ReadWords();
        foreach (var row in TabTable.Read(entities, OfEntities, log))
            AddEntity(row);
        foreach (var row in TabTable.Read(quotes, OfQuotes, log))
            AddQuotation(row);
        return new AnnotatedArticle(new ArticleMetadata(), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Chains = [.. chains.Select(chain => CoreferenceChain.Create(chain.Key, chain.Value, mentions))],
            Sentences = [.. sentences],
        };
    }

    private void ReadWords()
    {
        var end = 0L;
        var (sentence, paragraph) = ("", "");
        foreach (var row in TabTable.Read(file, OfTokens, log))
        {
            if (row.GetNumber(OfTokens[0]) is not { } number || row.GetNumber(OfTokens[2]) is not { } start)
            {
                log.ReportMalformed(ReadingDiagnostics.Malformed(row.Place, "word", "it has no number or no place in the text"));
                continue;
            }

            var isFirst = row[OfTokens[4]] != sentence;
            if (text.Length > 0 && start > end)
                text.Append(row[OfTokens[5]] != paragraph ? '\n' : ' ');
            var word = row[OfTokens[1]];
            var span = new TextSpan(text.Length, word.Length);
            text.Append(word);
            words[number] = span;
            if (sentences.Count == 0 || isFirst)
                sentences.Add(span);
            else
                sentences[^1] = sentences[^1].Cover(span);
            (sentence, paragraph) = (row[OfTokens[4]], row[OfTokens[5]]);
            end = row.GetNumber(OfTokens[3]) ?? start + word.Length;
        }
    }

    private void AddEntity(TabRow row)
    {
        if (FindSpan(row, OfEntities[1], OfEntities[2]) is not { } span)
            return;
        var chain = row[OfEntities[0]];
        chains.AddTo(chain, mentions.Count);
        mentions.Add(new Mention($"m{mentions.Count + 1}", [row[OfEntities[4]]], [span], row.Place)
        {
            Form = MentionForms.Read(row[OfEntities[3]]),
        });
    }

    /// <summary>Words that somebody says, with the number of the speaker.</summary>
    private void AddQuotation(TabRow row)
    {
        if (FindSpan(row, OfQuotes[0], OfQuotes[1]) is { } span)
            mentions.Add(new Mention($"q{mentions.Count + 1}", [Quotation], [span], row.Place)
            {
                Layer = Quotation,
                Properties = row[OfQuotes[2]] is { Length: > 0 } speaker ? [new("speaker", Value.FromString(speaker))] : [],
            });
    }

    private TextSpan? FindSpan(TabRow row, string first, string last)
    {
        if (row.GetNumber(first) is { } from && row.GetNumber(last) is { } to && from <= to
            && words.TryGetValue(from, out var start) && words.TryGetValue(to, out var end))
            return start.Cover(end);
        log.ReportMalformed(ReadingDiagnostics.Malformed(row.Place, "mention", "its words are not those of the text"));
        return null;
    }
}
