using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Entity linking with one mention a record: KILT marks it in <c>input</c> between <c>[START_ENT]</c> and <c>[END_ENT]</c> and has its page
/// in <c>output</c>; BLINK and Zeshel have <c>context_left</c>, <c>mention</c> and <c>context_right</c>, data sets of fine types such
/// contexts as tokens, with a list of types.
/// </summary>
internal sealed class MarkedMentionShape() : JsonShape("KILT")
{
    private const string Start = "[START_ENT]";
    private const string End = "[END_ENT]";

    private static readonly string[] Items = ["label_qid", "qid", "wikidata_id"];

    private static readonly HashSet<string> Taken =
    [
        "label_qid", "qid", "wikidata_id",
        "id", "input", "output", "meta", "context_left", "context_right", "mention", "label_title", "label_id", "wikipedia_title", "label",
        "query_id", "mention_id", "context_document_id",
        "left_context", "right_context", "left_context_token", "right_context_token", "mention_span", "y_str", "annot_id",
    ];

    public override bool Fits(JsonElement record) =>
        IsMarked(record) || (Left(record) is not null && Right(record) is not null && Words(record) is not null);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken);
        var (left, words, right) = Split(root);
        var draft = reading.CreateDraft(
            record, left + words + right, reading.ReadMetadata(root, record.Place, "id", "query_id", "mention_id", "annot_id"));
        if (words.Length == 0)
            reading.Log.ReportMalformed(ReadingDiagnostics.Malformed(record.Place, "mention", "it has no words"));
        else
            draft.Complete(
                draft.AddMention(null, root.Get("y_str").Texts(), new TextSpan(left.Length, words.Length)),
                mention => mention with { Links = [.. FindLinks(root)] });
        yield return draft.ToArticle();
    }

    private static bool IsMarked(JsonElement record) =>
        record.Text("input") is { } input
        && input.IndexOf(Start, StringComparison.Ordinal) is >= 0 and var start
        && input.IndexOf(End, start, StringComparison.Ordinal) > start;

    private static string? Words(JsonElement record) => record.TextOf("mention", "mention_span");

    private static string? Left(JsonElement record) =>
        record.Text("context_left") ?? record.Text("left_context") ?? Join(record.Get("left_context_token"));

    private static string? Right(JsonElement record) =>
        record.Text("context_right") ?? record.Text("right_context") ?? Join(record.Get("right_context_token"));

    private static string? Join(JsonElement tokens) => tokens.IsArray() ? string.Join(' ', tokens.Texts()) : null;

    private static (string Left, string Words, string Right) Split(JsonElement record)
    {
        if (!IsMarked(record))
        {
            var mention = Words(record)!.Trim();
            return (
                Left(record) is { Length: > 0 } left ? left.TrimEnd() + " " : "",
                mention,
                Right(record) is { Length: > 0 } right ? " " + right.TrimStart() : "");
        }

        var input = record.Text("input")!;
        var start = input.IndexOf(Start, StringComparison.Ordinal);
        var end = input.IndexOf(End, start, StringComparison.Ordinal);
        var words = input[(start + Start.Length)..end].Trim();
        return (input[..start], words, input[(end + End.Length)..]);
    }

    /// <summary>An item of Wikidata where a record has it, and a page of Wikipedia.</summary>
    private static IEnumerable<EntityLink> FindLinks(JsonElement record)
    {
        if (record.TextOf(Items) is { } item && EntityLink.FromField(item) is { } link)
            yield return link;
        if (FindTitle(record) is { } title)
            yield return new EntityLink(EntityLink.Wikipedia, title);
    }

    /// <summary>The page of the first answer.</summary>
    private static string? FindTitle(JsonElement record) =>
        record
            .Items("output")
            .Select(answer => answer.Get("provenance").At(0).Text("title") ?? answer.Text("answer"))
            .FirstOrDefault(title => title is { Length: > 0 })
        ?? (record.TextOf("label_title", "wikipedia_title", "label_id") is { } page && !EntityLink.IsNothing(page) ? page : null);
}

/// <summary>
/// NYT in the form of CoType: a sentence, entities and pairs of them by their words alone, which are found in the text in their order.
/// </summary>
internal sealed class CoTypeShape() : JsonShape("CoType")
{
    private static readonly HashSet<string> Taken = ["sentText", "entityMentions", "relationMentions", "articleId", "sentId"];

    public override bool Fits(JsonElement record) => record.Text("sentText") is not null && record.HasArray("entityMentions");

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var text = root.Text("sentText")!;
        reading.CountUnread(root, Taken);
        var draft = reading.CreateDraft(record, text);
        var byWords = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in root.Items("entityMentions"))
        {
            var words = item.Text("text") ?? "";
            var at = FindFree(text, words, draft);
            if (at < 0)
                reading.Log.ReportMalformed(ReadingDiagnostics.UnknownReference(record.Place, words));
            else if (draft.AddMention(null, [item.Text("label") ?? ""], new TextSpan(at, words.Length)) is { } index)
                byWords.TryAdd(words, index);
        }

        foreach (var item in root.Items("relationMentions"))
        {
            if (item.Text("label") is null or "None" or "NA")
                reading.Log.Count("pairs without a relation");
            else
                draft.AddRelation(null, item.Text("label"), Find(item.Text("em1Text")), Find(item.Text("em2Text")));
        }

        yield return draft.ToArticle();

        int? Find(string? words) => words is not null && byWords.TryGetValue(words, out var index) ? index : null;
    }

    /// <summary>The first place of the words that is no mention yet.</summary>
    private static int FindFree(string text, string words, JsonArticleDraft draft)
    {
        var at = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal);
        var first = at;
        while (at >= 0 && draft.FindMention(new TextSpan(at, words.Length)) is not null)
            at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
        return at < 0 ? first : at;
    }
}
