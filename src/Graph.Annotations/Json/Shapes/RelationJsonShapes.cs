using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// TACRED, Re-TACRED, TACREV, REFinD: a sentence of tokens with two names and their places in fields of the record, <c>subj_start</c> and
/// <c>obj_start</c> or <c>e1_start</c> and <c>e2_start</c>, or in objects, <c>{"head": {"start": 0, "end": 1}}</c>. <c>no_relation</c> says
/// that there is none.
/// </summary>
internal sealed class TacredShape() : JsonShape("TACRED")
{
    private static readonly ImmutableArray<(TokenEnd Source, TokenEnd Target)> Ends =
    [
        .. new[] { ("subj", "obj"), ("e1", "e2"), ("head", "tail"), ("entity1", "entity2"), ("arg1", "arg2"), ("subject", "object"),
            ("source", "target") }
            .SelectMany(names => new[] { "_", "." }.Select(joint => (TokenEnd.Of(names.Item1, joint), TokenEnd.Of(names.Item2, joint)))),
    ];

    private static readonly HashSet<string> Taken = new(
        ["id", "docid", "relation", "token", "tokens", .. Ends.SelectMany(ends => ends.Source.Names.Concat(ends.Target.Names))],
        StringComparer.Ordinal);

    public override bool Fits(JsonElement record) => record.Get(Words(record)).IsTexts() && FindEnds(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var tokens = JsonTokens.Read(root.Get(Words(root)));
        reading.CountUnread(root, Taken);
        var metadata = reading.ReadMetadata(root, record.Place, "id");
        var draft = reading.CreateDraft(record, tokens.ToString(), metadata with { Source = metadata.Source ?? root.Text("docid") });
        var (subject, target) = FindEnds(root)!.Value;
        // The original includes the last tokens; of others it shows in their files.
        var includesLast = subject == Ends[0].Source || reading.IncludesLast(this, ListSpans);
        var (source, goal) = (AddEnd(root, subject, includesLast, tokens, draft), AddEnd(root, target, includesLast, tokens, draft));
        if (NoRelation.Is(root.Text("relation")))
            reading.Log.Count("pairs without a relation");
        else
            draft.AddRelation(null, root.Text("relation"), source, goal);
        yield return draft.ToArticle();
    }

    private static string Words(JsonElement record) => record.HasArray("token") ? "token" : "tokens";

    private static (TokenEnd Source, TokenEnd Target)? FindEnds(JsonElement record)
    {
        foreach (var ends in Ends)
        {
            if (ends.Source.ReadSpan(record).Start >= 0 && ends.Target.ReadSpan(record).Start >= 0)
                return ends;
        }

        return null;
    }

    private static IEnumerable<(long Start, long End)> ListSpans(JsonElement record) => FindEnds(record) is not var (source, target)
        ? []
        : new[] { source, target }.Select(end => end.ReadSpan(record));

    private static int? AddEnd(JsonElement root, TokenEnd end, bool includesLast, JsonTokens tokens, JsonArticleDraft draft)
    {
        var (first, last) = end.ReadSpan(root);
        return (includesLast ? draft.FindSpanTo(tokens, first, last) : draft.FindSpan(tokens, first, last)) is { } span
            ? draft.AddMention(null, [end.ReadType(root) ?? ""], span)
            : null;
    }

    /// <summary>The fields of one end.</summary>
    /// <param name="Holder">The object that has them; null where the record does.</param>
    private sealed record TokenEnd(string? Holder, string Start, string End, string Type)
    {
        public IEnumerable<string> Names => Holder is null ? [Start, End, Type] : [Holder];

        public static TokenEnd Of(string name, string joint) =>
            joint == "_" ? new(null, $"{name}_start", $"{name}_end", $"{name}_type") : new(name, "start", "end", "type");

        /// <summary>Negative where there is none.</summary>
        public (long Start, long End) ReadSpan(JsonElement record) => (Get(record).Integer(Start) ?? -1, Get(record).Integer(End) ?? -2);

        public string? ReadType(JsonElement record) => Get(record).Text(Type);

        private JsonElement Get(JsonElement record) => Holder is null ? record : record.Get(Holder);
    }
}

/// <summary>
/// OpenNRE (Wiki80, NYT10 and others): a sentence with head and tail, tokens or characters; <c>NA</c> says that there is no relation.
/// FewRel: the same sentences by relation, each end as name, id and its tokens.
/// </summary>
internal sealed class HeadTailShape() : JsonShape("FewRel")
{
    private static readonly HashSet<string> Taken = ["token", "tokens", "text", "h", "t", "relation"];

    public override bool Fits(JsonElement record) =>
        IsSentence(record)
        || (record.IsObject()
            && record.EnumerateObject().Any()
            && record.EnumerateObject().All(relation => IsSentence(relation.Value.At(0))));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        if (IsSentence(record.Root))
        {
            yield return Read(record.Root, record.Root.Text("relation"), record.Place, reading);
            yield break;
        }

        foreach (var relation in record.Root.EnumerateObject())
        {
            foreach (var sentence in relation.Value.Items())
                yield return Read(sentence, relation.Name, record.Place, reading);
        }
    }

    private static bool IsSentence(JsonElement record) => IsEnd(record.Get("h")) && IsEnd(record.Get("t"))
        && (record.Get("tokens").IsTexts() || record.Get("token").IsTexts() || record.Get("text").ValueKind == JsonValueKind.String);

    private static bool IsEnd(JsonElement end) => end.Get("pos").At(1).Integer() is not null || end.At(2).At(0).IsArray();

    private static AnnotatedArticle Read(JsonElement root, string? type, SourcePlace place, JsonReading reading)
    {
        reading.CountUnread(root, Taken);
        var words = root.HasArray("tokens") ? root.Get("tokens") : root.Get("token");
        var tokens = words.IsArray() ? JsonTokens.Read(words) : null;
        var text = tokens?.ToString() ?? root.Text("text") ?? "";
        var draft = new JsonArticleDraft(reading.File, reading.ReadMetadata(root, place), text, place, reading.Log);
        var (head, tail) = (AddEnd(root.Get("h"), tokens, draft), AddEnd(root.Get("t"), tokens, draft));
        if (NoRelation.Is(type))
            reading.Log.Count("pairs without a relation");
        else
            draft.AddRelation(null, type, head, tail);
        return draft.ToArticle();
    }

    private static int? AddEnd(JsonElement end, JsonTokens? tokens, JsonArticleDraft draft)
    {
        var name = end.IsArray() ? end.At(0).Text() : end.Text("name");
        var id = end.IsArray() ? end.At(1).Text() : end.Text("id");
        if (ReadSpan(end, name, tokens, draft) is not { } span)
            return null;

        // Lower case names are those of the data set's index, so only the words of the text count.
        var index = draft.FindMention(span) ?? draft.AddMention(null, [end.IsArray() ? "" : end.Text("type") ?? ""], span);
        var isItem = id is ['Q', _, ..] && id.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
        draft.Complete(
            index,
            mention => mention with
            {
                Links = isItem && mention.Links.IsEmpty ? [new EntityLink(EntityLink.Wikidata, id!)] : mention.Links
            });
        return index;
    }

    private static TextSpan? ReadSpan(JsonElement end, string? name, JsonTokens? tokens, JsonArticleDraft draft)
    {
        if (end.IsArray())
        {
            var places = end.At(2).At(0);
            var (first, last) = (places.At(0).Integer() ?? -1, places.Items().LastOrDefault().Integer() ?? -2);
            return Report(tokens?.TryGetSpan(first, last + 1, out var inTokens) == true ? inTokens : null, first, last + 1, draft, tokens);
        }

        var (start, stop) = (end.Get("pos").At(0).Integer() ?? -1, end.Get("pos").At(1).Integer() ?? -1);
        if (tokens is not null)
            return Report(tokens.TryGetSpan(start, stop, out var found) ? found : null, start, stop, draft, tokens);

        var offsets = TextOffsets.Choose(draft.Text, [new RecordedSpan(start, stop, name)]);
        return Report(offsets.TryGetSpan(start, stop, out var inText) ? inText : null, start, stop, draft, tokens);
    }

    private static TextSpan? Report(TextSpan? span, long start, long end, JsonArticleDraft draft, JsonTokens? tokens)
    {
        if (span is null)
            draft.ReportSpan(start, end, tokens?.Count ?? draft.Text.Length);
        return span;
    }
}
