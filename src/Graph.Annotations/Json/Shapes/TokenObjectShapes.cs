using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Stanza, <c>Document.to_dict()</c>: a list of sentences, each a list of words with a tag <c>ner</c> and the characters of the text. All
/// sentences of a file are one article.
/// </summary>
internal sealed class StanzaShape() : JsonShape("Stanza")
{
    public override bool IsWholeFile => true;

    public override bool Fits(JsonElement record) =>
        record.IsArray()
        && record.At(0).Text("text") is not null
        && record.At(0).TryGetProperty("id", out _)
        && record.EnumerateArray().Any(word => word.Text("ner") is not null);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading) => ReadFile([record], reading);

    public override IEnumerable<AnnotatedArticle> ReadFile(IEnumerable<JsonRecord> records, JsonReading reading)
    {
        var document = new TokenDocument();
        SourcePlace? first = null;
        var sentences = 0;
        foreach (var record in records)
        {
            first ??= record.Place;
            // The words that a multiword token stands for have no tag of their own.
            foreach (var word in record.Root
                .Items()
                .Where(word => word.TryGetProperty("start_char", out _) || word.Text("ner") is not null))
            {
                document.Add(new PlacedToken(
                    word.Text("text") ?? "", null, word.Text("ner") ?? "O", word.Integer("start_char"), word.Integer("end_char")));
            }

            document.EndSentence();
            sentences++;
        }

        if (first is not { } place)
            yield break;
        var draft = new JsonArticleDraft(reading.File, new ArticleMetadata(), document.Text, place, reading.Log)
        {
            Sentences = document.Sentences
        };
        for (var sentence = 0; sentence < sentences; sentence++)
            document.AddTags(sentence, (type, span) => draft.AddMention(null, [type], span));
        reading.Log.CountPassed("words with parts of speech and syntax", document.Count);
        yield return draft.ToArticle();
    }
}

/// <summary>
/// spaCy 2, the JSON of <c>spacy convert</c>: paragraphs of sentences of tokens with <c>orth</c> and a BILUO tag <c>ner</c>.
/// </summary>
internal sealed class SpacyCorpusShape() : JsonShape("spaCy 2 corpus")
{
    private static readonly HashSet<string> Taken = ["id", "paragraphs"];
    private static readonly HashSet<string> OfParagraph = ["raw", "sentences"];

    public override bool Fits(JsonElement record) =>
        record.Items("paragraphs").Any(paragraph => paragraph.Items("sentences").Any(
            sentence => sentence.Items("tokens").Any(token => token.Text("orth") is not null)));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        reading.CountUnread(record.Root, Taken);
        foreach (var paragraph in record.Root.Items("paragraphs"))
            reading.CountUnread("paragraphs", paragraph, OfParagraph);
        var sentences = record.Root
            .Items("paragraphs")
            .SelectMany(paragraph => paragraph.Items("sentences"))
            .Select(sentence => sentence.Items("tokens").ToList())
            .ToList();
        var tokens = JsonTokens.FromSentences(sentences.Select(sentence => sentence.Select(token => token.Text("orth") ?? "")));
        var metadata = reading.ReadMetadata(record.Root, record.Place);
        var draft = reading.CreateDraft(record, tokens.ToString(), metadata, tokens.Sentences);
        var tags = new TagSequence();
        var index = 0;
        foreach (var sentence in sentences)
        {
            foreach (var token in sentence)
                tags.Add(index++, token.Text("ner") ?? "O");
            tags.Break();
        }

        foreach (var run in tags.Runs)
        {
            if (tokens.TryGetSpan(run.First, run.Last + 1, out var span))
                draft.AddMention(null, [run.Type], span);
        }

        reading.Log.CountPassed("words with parts of speech and syntax", tokens.Count);
        yield return draft.ToArticle();
    }
}
