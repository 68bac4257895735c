using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// How the fields of spans are called, without regard to case and to what joins their words: <c>startOffset</c>, <c>start_offset</c> and
/// <c>StartOffset</c> are one name. The first name that is there counts.
/// </summary>
internal static class SpanNames
{
    public static readonly ImmutableArray<string> Starts =
    [
        "start", "begin", "startoffset", "beginoffset", "startchar", "beginchar", "charstart", "charbegin", "startindex", "beginindex",
        "startidx", "beginidx", "startpos", "beginpos", "startposition", "beginposition", "characteroffsetbegin", "charoffsetbegin",
        "offsetstart", "offsetbegin", "spanstart", "startingpos", "entityposstartrel", "from", "offset", "index",
    ];

    public static readonly ImmutableArray<string> Ends =
    [
        "end", "endoffset", "endchar", "charend", "endindex", "endidx", "endpos", "endposition", "characteroffsetend", "charoffsetend",
        "offsetend", "spanend", "endingpos", "entityposendrel", "stop", "to", "until", "finish",
    ];

    public static readonly ImmutableArray<string> Lengths = ["length", "len", "size"];

    /// <summary>Fields that hold start and end as a list.</summary>
    public static readonly ImmutableArray<string> Pairs =
    [
        "span", "offsets", "offset", "position", "positions", "pos", "indices", "boundaries", "range", "charspan", "interval", "loc",
        "location",
    ];

    public static ImmutableArray<string> Types => TypeNames.Usual;

    public static readonly ImmutableArray<string> Surfaces =
    [
        "text", "value", "word", "words", "surface", "mention", "span", "name", "quote", "surfaceform", "mentiontext", "entitytext",
        "phrase", "term", "exact", "content", "string", "spot", "placename", "toponym", "entityname", "matchedtext", "coveredtext", "txt",
        "textfragment", "fragment", "spantext", "eventtext", "triggertext",
        "trigger", "triggerword",
    ];

    /// <summary>The same where they are as long as the span alone, as these may also hold an id or another name.</summary>
    public static readonly ImmutableArray<string> AllSurfaces = [.. Surfaces, "entity", "title", "form", "target"];

    public static readonly ImmutableArray<string> Confidences = ["confidence", "score", "confidencescore", "probability"];

    public static readonly ImmutableArray<string> Ids = ["id", "annotationid", "mentionid", "uid", "uuid", "eid", "spanid", "eventid"];

    /// <summary>The fields that may say what a span is, the most usual first; numbers count something.</summary>
    public static IEnumerable<string> FindTypes(JsonElement item) => FindAll(item, Types).Concat(item.Fields()
        .Where(property => property.Value.ValueKind == JsonValueKind.String && property.Value.IsSaying())
        .Select(JsonText.GetName)
        .Where(name => TypeNames.FindRank(name) == Types.Length && !JsonPath.IsPath(name)));

    /// <summary>The first of the names that an object has with something in it, as the object spells it.</summary>
    public static string? Find(JsonElement item, ImmutableArray<string> names) => FindAll(item, names).FirstOrDefault();

    public static string? FindNumber(JsonElement item, ImmutableArray<string> names) =>
        FindAll(item, names).FirstOrDefault(name => item.Get(name).Integer() is not null);

    public static IEnumerable<string> FindAll(JsonElement item, ImmutableArray<string> names) =>
        item.Fields()
            .Where(property => property.Value.IsSaying())
            .Select(property => JsonText.GetName(property))
            .Select(name => (Name: name, Rank: names.IndexOf(Normalize(name))))
            .Where(found => found.Rank >= 0 && !JsonPath.IsPath(found.Name))
            .OrderBy(found => found.Rank)
            .Select(found => found.Name);

    public static string Normalize(string name) => TypeNames.Normalize(name);
}

/// <summary>
/// The text of a record that no shape knows: by the usual names, in an object too, else its longest text of several words, or in a script
/// without blanks.
/// </summary>
internal static class JsonTexts
{
    private static readonly string[] Names =
    [
        "text", "content", "body", "sentence", "source_text", "raw_text", "full_text", "raw", "document", "context", "passage", "paragraph",
        "originalText", "original_text", "doc", "article", "documentText", "textContent", "document_text", "input_text", "utterance",
        "abstract", "tweet", "cleanedText", "doctext", "form", "page_content", "article_text", "displayed_text",
    ];

    /// <summary>The same in any spelling, which counts where no field is called exactly so.</summary>
    private static readonly ImmutableArray<string> Spellings = [.. Names.Select(SpanNames.Normalize).Distinct()];

    private static readonly string[] TokenNames = ["tokens", "words", "token", "sentence", "text", "sentences", "sent_tokens"];

    // Parts of a text, each with its own.
    private const string PassageList = "passages";
    private const string Passages = "passages[].text";

    private static readonly string[] Holders = ["data", "document", "text_snippet", "textSnippet", "doc", "source", "article", "text",
        "context", "passage"];

    /// <summary>The name of its field, or a path; null where there is none.</summary>
    public static string? FindName(JsonElement record) => FindKnown(record) ?? FindLongest(record);

    /// <summary>A text under a name that says so.</summary>
    public static string? FindKnown(JsonElement record)
    {
        if (!record.IsObject())
            return null;
        if (Names.FirstOrDefault(name => IsText(record.Get(name))) is { } known)
            return known;
        if (record.Items(PassageList).Any(passage => passage.Get("text") is { } text && (IsText(text) || text.IsTexts())))
            return Passages;
        foreach (var holder in Holders)
        {
            if (Names.FirstOrDefault(name => IsText(record.Get(holder).Get(name))) is { } inner)
                return $"{holder}.{inner}";
        }

        return SpanNames.FindAll(record, Spellings).FirstOrDefault(name => IsText(record.Get(name)));
    }

    /// <summary>Whether a field may be called so that has a text, in any spelling.</summary>
    public static bool IsName(string name) => Spellings.Contains(SpanNames.Normalize(name));

    private static string? FindLongest(JsonElement record) =>
        record.Fields()
            .Where(property => IsText(property.Value)
                && (JsonText.Get(property.Value).Contains(' ') || IsWithoutBlanks(JsonText.Get(property.Value)))
                && !JsonPath.IsPath(JsonText.GetName(property))
                && !JsonDates.IsTime(JsonText.Get(property.Value)))
            .OrderByDescending(property => JsonText.Get(property.Value).Length)
            .Select(JsonText.GetName)
            .FirstOrDefault();

    // Of languages that part no words: ideographs and kana.
    private static bool IsWithoutBlanks(string text) => text.AsSpan().IndexOfAnyInRange('\u3041', '\u9FFF') >= 0;

    /// <summary>The name of the field that holds the words: a text, or a list of tokens or of sentences of them.</summary>
    public static string? FindAny(JsonElement record) => FindName(record) ?? FindTokens(record);

    public static string? FindTokens(JsonElement record) => TokenNames.FirstOrDefault(
        name => record.Get(name) is { } list && (list.IsTexts() || list.At(0).IsTexts()));

    public static string? Get(JsonElement record, string name) =>
        JsonSpans.Create(record, new JsonField(name), SpanUnit.Characters)?.Text;

    /// <summary>Whether one of several words stands in a text, in any case.</summary>
    public static bool HasAny(string text, IEnumerable<string> words) =>
        words.Any(word => word.Length > 0 && text.Contains(word, StringComparison.OrdinalIgnoreCase));

    public static string FirstStep(string name) => name.Split('.', '[')[0];

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;
}
