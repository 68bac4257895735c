using System.Text;
using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// W3C Web Annotation, as Recogito and others export it: each annotation names its source and quotes it. The text is the file beside that
/// has the name of the source, else the quotes themselves, a line each. Offsets are UTF-16 units.
/// </summary>
internal sealed class WebAnnotationShape() : JsonShape("Web Annotation")
{
    public override bool HasTextBeside => true;

    public override bool IsWholeFile => true;

    public override bool Fits(JsonElement record) => record.IsObject()
        && (IsAnnotation(record) || ListPages(record).Any() || record.Get("type").Texts().Contains("AnnotationPage"));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading) => ReadFile([record], reading);

    public override IEnumerable<AnnotatedArticle> ReadFile(IEnumerable<JsonRecord> records, JsonReading reading)
    {
        var sources = new List<WebAnnotationSource>();
        var byName = new Dictionary<string, WebAnnotationSource>(StringComparer.Ordinal);
        var relations = new List<WebAnnotation>();
        foreach (var record in records)
        {
            foreach (var item in IsAnnotation(record.Root) ? [record.Root] : ListPages(record.Root))
            {
                var annotation = WebAnnotation.Read(item, record.Place);
                reading.Log.CountLoss(
                    "bodies of web annotations that are neither tags nor links", WebAnnotation.CountUnread(item), record.Place);
                if (annotation.Quote is null && annotation.Ends.Length == 2)
                    relations.Add(annotation);
                else if (annotation.Quote is null)
                    reading.Log.CountLoss("web annotations without quoted words");
                else
                    Add(annotation, sources, byName);
            }
        }

        // A page without annotations is about the text beside it.
        var text = new WebAnnotationSource(reading.File.Stem);
        if (sources.Count == 0 && text.HasText(reading))
            sources.Add(text);
        var articles = sources.Select(source => source.Read(relations, reading)).ToList();
        reading.Log.CountLoss(
            "relations between web annotations that are not in one text",
            relations.Count - articles.Sum(article => article.Relations.Length));
        return articles;
    }

    public override IEnumerable<string> ListTexts(IEnumerable<JsonElement> records) =>
        records
            .SelectMany(record => IsAnnotation(record) ? [record] : ListPages(record))
            .Select(item => new WebAnnotationSource(WebAnnotation.Read(item, default).Source).TextName)
            .ToHashSet(StringComparer.Ordinal);

    private static void Add(WebAnnotation annotation, List<WebAnnotationSource> sources, Dictionary<string, WebAnnotationSource> byName)
    {
        if (!byName.TryGetValue(annotation.Source, out var source))
        {
            byName.Add(annotation.Source, source = new WebAnnotationSource(annotation.Source));
            sources.Add(source);
        }

        source.Annotations.Add(annotation);
    }

    /// <summary>Those of Hypothesis have tags in place of bodies, and no type.</summary>
    private static bool IsAnnotation(JsonElement record) =>
        (record.Get("type").Texts().Contains("Annotation") && record.TryGetProperty("target", out _))
        || (record.HasArray("tags") && record.Text("uri") is not null && record.Get("target").At(0).HasArray("selector"));

    /// <summary>The items of a page, or of the first page of a collection; the rows that a search of Hypothesis gives.</summary>
    private static IEnumerable<JsonElement> ListPages(JsonElement record) =>
        record.Items("items")
            .Concat(record.Get("first").Items("items"))
            .Concat(record.Items("rows"))
            .Where(item => item.IsObject() && IsAnnotation(item));
}

/// <summary>What one annotation says, apart from its JSON.</summary>
/// <param name="Ends">The annotations that a relation joins, by id.</param>
internal sealed record WebAnnotation(
    string Id,
    string Source,
    string? Quote,
    string Prefix,
    string Suffix,
    (long Start, long End)? Position,
    ImmutableArray<string> Types,
    ImmutableArray<string> Links,
    ImmutableArray<string> Ends, SourcePlace Place)
{
    /// <summary>What the resource that the words name is called.</summary>
    public string? EntityLabel { get; private init; }

    private static readonly string[] TypePurposes = ["tagging", "classifying"];
    private static readonly string[] LinkPurposes = ["identifying", "linking", "georeferencing", "geotagging"];

    public static WebAnnotation Read(JsonElement item, SourcePlace place)
    {
        var targets = item.Get("target") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToList() : [item.Get("target")];
        var selectors = targets.Take(1).SelectMany(target => ListSelectors(target.Get("selector"))).ToList();
        var quote = selectors.FirstOrDefault(selector => selector.Text("type") == "TextQuoteSelector");
        var position = selectors.FirstOrDefault(selector => selector.Text("type") == "TextPositionSelector");
        var bodies = item.Get("body") is { ValueKind: JsonValueKind.Array } several
            ? several.EnumerateArray().ToList()
            : [item.Get("body")];
        return new WebAnnotation(
            item.Text("id") ?? "",
            targets[0].IsObject() ? targets[0].Text("source") ?? targets[0].Get("source").Text("id") ?? "" : targets[0].Text() ?? "",
            quote.Text("exact"), quote.Text("prefix") ?? "", quote.Text("suffix") ?? "",
            position.Integer("start") is { } start && position.Integer("end") is { } end ? (start, end) : null,
            [.. bodies
                .Where(body => Has(body, item, TypePurposes))
                .Select(body => body.Text("value") ?? body.Get("source").Text("label"))
                .OfType<string>(), .. item.Get("body").ValueKind == JsonValueKind.Undefined ? item.Get("tags").Texts() : []],
            [.. bodies.Where(body => !body.IsObject() || body.Text("type") == "SpecificResource" || Has(body, item, LinkPurposes))
                .Select(body => body.Text() ?? body.Text("value") ?? body.Text("source") ?? body.Get("source").Text("id"))
                .OfType<string>()],
            [.. targets.Select(target => target.Text() ?? target.Text("id")).OfType<string>()],
            place)
        {
            EntityLabel = bodies.Where(body => Has(body, item, LinkPurposes)).Select(body => body.Get("source").Text("label"))
                .FirstOrDefault(label => label is not null),
        };
    }

    /// <summary>How many bodies are for other purposes, such as comments.</summary>
    public static int CountUnread(JsonElement item)
    {
        var bodies = item.Get("body") is { ValueKind: JsonValueKind.Array } several
            ? several.EnumerateArray().ToList()
            : [item.Get("body")];
        var isCommented = item.Text("uri") is not null && item.Text("text") is { Length: > 0 };
        return (isCommented ? 1 : 0) + bodies.Count(body => body.IsObject()
            && body.Text("type") != "SpecificResource"
            && !Has(body, item, TypePurposes)
            && !Has(body, item, LinkPurposes));
    }

    /// <summary>Whether a body is there for one of these purposes; one without its own has that of the annotation.</summary>
    private static bool Has(JsonElement body, JsonElement item, string[] purposes) =>
        body.IsObject()
        && (body.Text("purpose") ?? item.Get("motivation").Texts().FirstOrDefault()) is { } purpose
        && purposes.Contains(purpose);

    private static IEnumerable<JsonElement> ListSelectors(JsonElement selector)
    {
        foreach (var item in selector.IsArray() ? selector.Items() : selector.IsObject() ? [selector] : [])
        {
            yield return item;
            foreach (var inner in ListSelectors(item.Get("refinedBy")))
                yield return inner;
        }
    }
}

/// <summary>The annotations of one source.</summary>
internal sealed class WebAnnotationSource(string name)
{
    public List<WebAnnotation> Annotations { get; } = [];

    /// <summary>The file beside that may have the text.</summary>
    public string TextName => $"{GetStem()}.txt";

    public AnnotatedArticle Read(IEnumerable<WebAnnotation> relations, JsonReading reading)
    {
        var ordered = Annotations.OrderBy(annotation => annotation.Position?.Start ?? long.MaxValue).ToList();
        var text = FindText(reading) ?? WriteQuotes(ordered);
        var isUrl = name.StartsWith("http", StringComparison.Ordinal);
        // The file itself names an article that is called as it is.
        var metadata = new ArticleMetadata(
            GetStem() is { Length: > 0 } stem && stem != reading.File.Stem ? stem : null, Url: isUrl ? name : null);
        var place = ordered.Count > 0 ? ordered[0].Place : SourcePlace.StartOf(reading.File);
        var draft = new JsonArticleDraft(reading.File, metadata, text.Value, place, reading.Log);
        var offsets = new TextOffsets(text.Value, new OffsetCounting(OffsetUnit.Utf16));
        foreach (var annotation in ordered)
            AddMention(annotation, text, offsets, draft);
        foreach (var relation in relations)
        {
            if (Find(relation.Ends[0], draft) is { } from && Find(relation.Ends[1], draft) is { } to)
                draft.AddRelation(relation.Id, relation.Types.FirstOrDefault("related"), from, to);
        }

        return draft.ToArticle();
    }

    /// <summary>An annotation by its id, which is written with a hash in one place and without in another.</summary>
    private static int? Find(string end, JsonArticleDraft draft) =>
        draft.FindMention(end) ?? draft.FindMention(end.TrimStart('#')) ?? draft.FindMention($"#{end}");

    private static void AddMention(WebAnnotation annotation, SourceWords text, TextOffsets offsets, JsonArticleDraft draft)
    {
        if (text.Find(annotation, offsets) is not { } span)
        {
            draft.Log.ReportSurfaceMismatch(annotation.Place, annotation.Quote!, "");
            return;
        }

        var links = annotation.Links.Select(ReadLink).OfType<EntityLink>().ToImmutableArray();
        var id = annotation.Links.FirstOrDefault(link => link.Length > 1 && link[0] == '#');
        draft.Complete(
            draft.AddMention(annotation.Id, annotation.Types, span, annotation.Quote),
            mention => mention with
            {
                Links = links,
                EntityId = id is null ? null : Uri.UnescapeDataString(id[1..]),
                EntityLabel = annotation.EntityLabel,
            });
    }

    /// <summary>An address, or <c>urn:viaf:123</c>; a fragment alone, <c>#russia</c>, is the id of an entity.</summary>
    private static EntityLink? ReadLink(string address) => address.Split(':', 3) is ["urn", { Length: > 0 } authority, { Length: > 0 } id]
        ? new EntityLink(authority.ToLowerInvariant(), Uri.UnescapeDataString(id))
        : EntityLink.FromAddress(address);

    public bool HasText(JsonReading reading) => GetStem().Length > 0 && File.Exists(GetTextPath(reading));

    private string GetTextPath(JsonReading reading) => Path.Combine(reading.File.Folder, TextName);

    private SourceWords? FindText(JsonReading reading)
    {
        var path = GetTextPath(reading);
        return HasText(reading)
            ? new SourceWords(new AnnotationFile(path, Path.GetFileName(path), Path.GetFileName(path)).ReadText(reading.Log).Text, null)
            : null;
    }

    private string GetStem() =>
        Path.GetFileNameWithoutExtension(name.TrimEnd('/').Split('/', '#', '?')[^1] is { Length: > 0 } last
            ? string.Concat(last.Split(Path.GetInvalidFileNameChars()))
            : "");

    private static SourceWords WriteQuotes(List<WebAnnotation> annotations)
    {
        var text = new StringBuilder();
        var spans = new Dictionary<WebAnnotation, TextSpan>();
        foreach (var annotation in annotations)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(annotation.Prefix);
            spans.TryAdd(annotation, new TextSpan(text.Length, annotation.Quote!.Length));
            text.Append(annotation.Quote).Append(annotation.Suffix);
        }

        return new SourceWords(text.ToString(), spans);
    }

    /// <param name="Spans">Where each quote stands, in a text that was made of them.</param>
    private sealed record SourceWords(string Value, Dictionary<WebAnnotation, TextSpan>? Spans)
    {
        /// <summary>The position where it holds the quote, else the quote with what stands around it, else the quote alone.</summary>
        public TextSpan? Find(WebAnnotation annotation, TextOffsets offsets)
        {
            if (Spans is not null)
                return Spans.TryGetValue(annotation, out var known) && known.Length > 0 ? known : null;
            var quote = annotation.Quote!;
            if (annotation.Position is { } position
                && offsets.TryGetSpan(position.Start, position.End, out var span)
                && Value.AsSpan(span.Start, span.Length).SequenceEqual(quote))
                return span;
            var around = Value.IndexOf(annotation.Prefix + quote + annotation.Suffix, StringComparison.Ordinal);
            var alone = around >= 0 ? around + annotation.Prefix.Length : Value.IndexOf(quote, StringComparison.Ordinal);
            return alone < 0 || quote.Length == 0 ? null : new TextSpan(alone, quote.Length);
        }
    }
}
