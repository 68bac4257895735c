using System.Text;
using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Google's Natural Language: entities with mentions, whose <c>text</c> has <c>content</c> and <c>beginOffset</c> in the encoding that was
/// asked for. The text is that of the document in the record, else of the sentences or tokens, else a file beside.
/// </summary>
internal sealed class GoogleShape() : JsonShape("Google Natural Language")
{
    private static readonly HashSet<string> Taken =
        ["document", "entities", "language", "languageCode", "sentences", "tokens", "encodingType", "encoding_type", "languageSupported"];
    private static readonly HashSet<string> OfDocument = ["content", "text", "type", "language", "languageCode"];
    private static readonly HashSet<string> OfSentence = ["text"];
    private static readonly HashSet<string> OfEntity = ["name", "type", "mentions", "metadata", "type_", "salience"];
    private static readonly HashSet<string> OfMention = ["text", "type", "type_", "probability"];
    private static readonly HashSet<string> OfText = ["content", "beginOffset", "begin_offset"];
    private static readonly HashSet<string> Addresses = ["wikipedia_url", "wikipediaUrl"];

    private static readonly OffsetUnit[] Units = [OffsetUnit.CodePoints, OffsetUnit.Utf16, OffsetUnit.Bytes];

    public override bool HasTextBeside => true;

    public override bool Fits(JsonElement record) =>
        record.Items("entities")
            .SelectMany(entity => entity.Items("mentions"))
            .FirstOrDefault() is { ValueKind: JsonValueKind.Object } mention
        && mention.Get("text").Text("content") is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken);
        reading.CountInside("document", root.Get("document"), OfDocument);
        if (FindText(root, record.Place, reading) is not { } text)
            yield break;

        var metadata = reading.ReadMetadata(root, record.Place);
        metadata = metadata with
        {
            Language = metadata.Language
            ?? root.TextOf("languageCode")
            ?? root.Get("document").TextOf("language", "languageCode")
        };
        var draft = reading.CreateDraft(record, text, metadata);
        var offsets = ChooseOffsets(root, text);
        foreach (var sentence in root.Items("sentences"))
        {
            reading.CountUnread("sentences", sentence, OfSentence);
            reading.CountInside("sentences[].text", sentence.Get("text"), OfText);
        }

        foreach (var entity in root.Items("entities"))
        {
            reading.CountUnread("entities", entity, OfEntity);
            AddEntity(entity, offsets, draft, reading);
        }

        yield return draft.ToArticle();
    }

    private static void AddEntity(JsonElement entity, TextOffsets offsets, JsonArticleDraft draft, JsonReading reading)
    {
        var chain = new List<int>();
        var link = entity.Get("metadata").TextOf("wikipedia_url", "wikipediaUrl") is { } address ? EntityLink.FromAddress(address) : null;
        var type = entity.TextOf("type", "type_") ?? "";
        var properties = entity.Get("metadata").Others(Addresses);
        if (entity.Number("salience") is { } salience)
            properties = properties.Add(new("salience", Value.FromFloat(salience)));
        foreach (var item in entity.Items("mentions"))
        {
            reading.CountUnread("entities[].mentions", item, OfMention);
            reading.CountInside("entities[].mentions[].text", item.Get("text"), OfText);
            var recorded = ReadSpan(item, offsets.Counting.Unit);
            if (!offsets.TryGetSpan(recorded.Start, recorded.End, out var span) && !TryFind(draft.Text, recorded, out span))
            {
                draft.ReportSpan(recorded.Start, recorded.End, offsets.Length);
                continue;
            }

            var index = draft.AddMention(null, [type], span, recorded.Surface);
            draft.Complete(index, mention => mention with
            {
                Form = item.TextOf("type", "type_") switch
                {
                    "PROPER" => MentionForm.Name,
                    "COMMON" => MentionForm.Description,
                    _ => MentionForm.Unknown,
                },
                Confidence = item.Number("probability"),
                Links = link is null ? [] : [link],
                Properties = properties,
            });
            chain.Add(index!.Value);
        }

        draft.AddChain(null, chain);
    }

    /// <summary>Without an encoding the service gives -1 for every place; a name that stands in the text once is there.</summary>
    private static bool TryFind(string text, RecordedSpan recorded, out TextSpan span)
    {
        var first = recorded.Start == -1 && recorded.Surface is { Length: > 0 }
            ? text.IndexOf(recorded.Surface, StringComparison.Ordinal)
            : -1;
        span = first < 0 ? default : new TextSpan(first, recorded.Surface!.Length);
        return first >= 0 && text.IndexOf(recorded.Surface!, span.End, StringComparison.Ordinal) < 0;
    }

    /// <summary>The encoding that was asked for is seldom written down; the words show it.</summary>
    private static TextOffsets ChooseOffsets(JsonElement root, string text)
    {
        OffsetUnit? named = root.TextOf("encodingType", "encoding_type") switch
        {
            "UTF8" => OffsetUnit.Bytes,
            "UTF16" => OffsetUnit.Utf16,
            "UTF32" => OffsetUnit.CodePoints,
            _ => null,
        };
        var mentions = root.Items("entities").SelectMany(entity => entity.Items("mentions")).ToList();
        return Units
            .OrderByDescending(unit => unit == named)
            .Select(unit => new TextOffsets(text, new OffsetCounting(unit)))
            .MaxBy(offsets => offsets.CountFits(text, mentions.Select(item => ReadSpan(item, offsets.Counting.Unit))))!;
    }

    private static string? FindText(JsonElement root, SourcePlace place, JsonReading reading)
    {
        if (root.Get("document").TextOf("content", "text") is { } own)
            return own;
        if (root.TextOf("content", "text", "document") is { } beside)
            return beside;
        if (Rebuild(root.Items("sentences")) is { } sentences)
            return sentences;
        return Rebuild(root.Items("tokens")) ?? JsonTextFiles.Read($"{reading.File.Stem}.txt", place, reading);
    }

    /// <summary>Parts at their places, with blanks between, in the first unit in which none overlap.</summary>
    private static string? Rebuild(IEnumerable<JsonElement> parts)
    {
        var texts = parts.Select(part => part.Get("text")).Where(part => part.Text("content") is not null).ToList();
        if (texts.Count == 0)
            return null;
        foreach (var unit in Units)
        {
            if (Rebuild(texts, unit) is { } text)
                return text;
        }

        return string.Join(' ', texts.Select(part => part.Text("content")));
    }

    private static string? Rebuild(List<JsonElement> parts, OffsetUnit unit)
    {
        var text = new StringBuilder();
        var position = 0L;
        foreach (var part in parts)
        {
            var content = part.Text("content")!;
            var gap = GetStart(part) - position;
            // Gaps are white space, of which nobody writes much.
            if (gap is < 0 or > 100)
                return null;
            text.Append(' ', (int)gap).Append(content);
            position += gap + Count(content, unit);
        }

        return text.ToString();
    }

    private static long Count(string text, OffsetUnit unit) => unit switch
    {
        OffsetUnit.Utf16 => text.Length,
        OffsetUnit.Bytes => Encoding.UTF8.GetByteCount(text),
        _ => text.EnumerateRunes().Count(),
    };

    /// <summary>The service leaves out zeros.</summary>
    private static long GetStart(JsonElement text) => text.Integer("beginOffset") ?? text.Integer("begin_offset") ?? 0;

    private static RecordedSpan ReadSpan(JsonElement mention, OffsetUnit unit)
    {
        var text = mention.Get("text");
        var content = text.Text("content") ?? "";
        return new RecordedSpan(GetStart(text), GetStart(text) + Count(content, unit), content);
    }
}
