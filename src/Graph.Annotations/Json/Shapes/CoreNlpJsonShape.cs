using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Stanford CoreNLP, outputFormat json: tokens with the blanks around them, <c>entitymentions</c>, <c>corefs</c>, <c>kbp</c> triples;
/// tokens count from 0 in the sentence, in <c>corefs</c> from 1, end exclusive.
/// </summary>
internal sealed class CoreNlpJsonShape() : JsonShape("CoreNLP")
{
    private static readonly HashSet<string> Taken = ["docId", "docDate", "sentences", "corefs"];

    public override bool Fits(JsonElement record) => record.Items("sentences").FirstOrDefault().HasArray("tokens")
        && record.Items("sentences").FirstOrDefault().Items("tokens").FirstOrDefault().Text("word") is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken);
        var document = new TokenDocument();
        foreach (var sentence in root.Items("sentences"))
        {
            foreach (var token in sentence.Items("tokens"))
            {
                document.Add(new PlacedToken(token.TextOf("originalText", "word") ?? "", token.Text("before"), token.Text("ner") ?? "O",
                    token.Integer("characterOffsetBegin"), token.Integer("characterOffsetEnd")));
            }

            document.EndSentence();
        }

        var metadata = new ArticleMetadata(root.Text("docId"), Published: JsonDates.Parse(root.Text("docDate"), record.Place, reading.Log));
        var draft = reading.CreateDraft(record, document.Text, metadata, document.Sentences);
        AddEntities(root, document, draft);
        AddTriples(root, document, draft);
        AddChains(root.Get("corefs"), document, draft);
        yield return draft.ToArticle();
    }

    /// <summary>Versions before 3.8 have no list of mentions, only a tag on each token.</summary>
    private static void AddEntities(JsonElement root, TokenDocument document, JsonArticleDraft draft)
    {
        var hasMentions = root.Items("sentences").Any(sentence => sentence.HasArray("entitymentions"));
        foreach (var (sentence, number) in root.Items("sentences").Select((sentence, index) => (sentence, index)))
        {
            foreach (var item in sentence.Items("entitymentions"))
            {
                if (document.TryGetSpan(number, item.Integer("tokenBegin") ?? -1, item.Integer("tokenEnd") ?? -1, out var span))
                    draft.Complete(
                        draft.AddMention(null, [item.Text("ner") ?? ""], span),
                        mention => mention with { Properties = GetProperties(item), Links = GetLinks(item) });
                else
                    draft.ReportSpan(item.Integer("tokenBegin") ?? -1, item.Integer("tokenEnd") ?? -1, document.CountTokens(number));
            }

            if (!hasMentions)
                document.AddRuns(number, (type, span) => draft.AddMention(null, [type], span));
        }
    }

    private static readonly HashSet<string> OfMention =
    [
        "docTokenBegin", "docTokenEnd", "tokenBegin", "tokenEnd", "text", "characterOffsetBegin", "characterOffsetEnd", "ner",
        "entitylink", "normalizedNER",
    ];

    private static Properties GetProperties(JsonElement item) =>
        [.. item.Text("normalizedNER") is { } value
            ? [new("value", Value.FromString(value))]
            : ImmutableArray<KeyValuePair<string, Value>>.Empty, .. item.Others(OfMention)];

    private static ImmutableArray<EntityLink> GetLinks(JsonElement item) =>
        item.Text("entitylink") is { Length: > 0 } title && title != "O" ? [new EntityLink(EntityLink.Wikipedia, title)] : [];

    private static void AddTriples(JsonElement root, TokenDocument document, JsonArticleDraft draft)
    {
        foreach (var (sentence, number) in root.Items("sentences").Select((sentence, index) => (sentence, index)))
        {
            draft.Log.CountLoss("openie triples not read", sentence.Items("openie").Count());
            foreach (var item in sentence.Items("kbp"))
            {
                int? Find(string name) =>
                    document.TryGetSpan(number, item.Get(name).At(0).Integer() ?? -1, item.Get(name).At(1).Integer() ?? -1, out var span)
                        ? draft.FindOrAddMention(span, "argument")
                        : null;
                draft.AddRelation(null, item.Text("relation"), Find("subjectSpan"), Find("objectSpan"));
            }
        }
    }

    private static void AddChains(JsonElement corefs, TokenDocument document, JsonArticleDraft draft)
    {
        if (!corefs.IsObject())
            return;
        foreach (var chain in corefs.EnumerateObject())
        {
            var members = new List<int>();
            foreach (var item in chain.Value.Items())
            {
                if (document.TryGetSpan(
                    (int)(item.Integer("sentNum") ?? 0) - 1,
                    (item.Integer("startIndex") ?? 0) - 1,
                    (item.Integer("endIndex") ?? 0) - 1,
                    out var span))
                    members.Add(draft.FindOrAddMention(span, "coreference"));
            }

            draft.AddChain(chain.Name, members);
        }
    }
}
