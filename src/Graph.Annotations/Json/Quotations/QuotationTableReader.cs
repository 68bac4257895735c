using System.Text.Json;

namespace Graph.Annotations;

/// <summary>One novel: its quotations are events, its characters what takes part in them.</summary>
internal sealed class QuotationTableReader(AnnotationFile file, ReadingLog log)
{
    private const string Quotation = "quotation";
    private const string Character = "character";

    private readonly string text = file.ReadText(log).Text;
    private readonly List<Mention> mentions = [];
    private readonly List<EventAnnotation> events = [];
    private readonly OrderedDictionary<string, EntityDescription> characters = new(StringComparer.Ordinal);
    private TextOffsets offsets = new("");

    public AnnotatedArticle Read(AnnotationFile quotations, AnnotationFile names)
    {
        foreach (var row in ReadRows(names))
            AddCharacter(row);
        var rows = ReadRows(quotations).ToList();
        offsets = TextOffsets.Choose(text, [.. rows.SelectMany(row => row.ListMentions()).Select(mention => mention.Span)]);
        rows.ForEach(AddQuotation);
        return new AnnotatedArticle(new ArticleMetadata(), text)
        {
            File = file,
            Mentions = [.. mentions],
            Events = [.. events],
            Entities = [.. characters.Values],
        };
    }

    /// <summary>A row is gone when the next is asked for.</summary>
    private IEnumerable<QuotationRow> ReadRows(AnnotationFile table) =>
        TableRecords.Read(table.ReadText(log)).Select(row => new QuotationRow(row.Root.Clone(), row.Place));

    private void AddCharacter(QuotationRow row)
    {
        if (row["Main Name"] is not { } name)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(row.Place, Character, "it has no main name"));
            return;
        }

        characters[name] = new EntityDescription(ToId(name), Character, [name, .. row.ListTexts("Aliases").Where(other => other != name)],
            row.Place)
        {
            Properties = row.Describe("Gender", "Category"),
        };
    }

    private void AddQuotation(QuotationRow row)
    {
        var parts = row.ListSpans("quoteByteSpans").Select(span => Find(span, row)).OfType<TextSpan>().ToImmutableArray();
        var speakers = new[] { row["speaker"] }.OfType<string>().Select(name => new Participant("speaker", ToArgument(name, row)));
        var addressees = row.ListTexts("addressee").Select(name => new Participant("addressee", ToArgument(name, row)));
        events.Add(new EventAnnotation(
            row["quoteID"] ?? $"q{events.Count + 1}", Quotation, null, [.. speakers, .. addressees], row.Place)
        {
            Fragments = parts,
            Properties = row.Describe("quoteType", "referringExpression"),
        });
        foreach (var (recorded, who) in row.ListMentions())
        {
            if (Find(recorded, row) is not { } span)
                continue;
            if (who.Length > 1)
                log.CountPassed("mentions of several characters");
            mentions.Add(new Mention($"m{mentions.Count + 1}", [Character], [span], row.Place)
            {
                EntityId = who is [var name] ? ((EntityArgument)ToArgument(name, row)).Id : null,
            });
        }
    }

    private TextSpan? Find(RecordedSpan recorded, QuotationRow row)
    {
        if (offsets.TryGetSpan(recorded.Start, recorded.End, out var span))
            return span;
        log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(row.Place, recorded.Start, recorded.End, offsets.Length));
        return null;
    }

    /// <summary>Who is not in the table of characters is called so all the same.</summary>
    private Argument ToArgument(string name, QuotationRow row)
    {
        if (!characters.ContainsKey(name))
            characters[name] = new EntityDescription(ToId(name), Character, [name], row.Place);
        return new EntityArgument(ToId(name), row.Place);
    }

    /// <summary>Characters of several novels may have one name.</summary>
    private string ToId(string name) => $"{file.DisplayPath}#{name}";
}

/// <summary>A row of one of the tables; its cells have lists as Python prints them.</summary>
internal readonly record struct QuotationRow(JsonElement Root, SourcePlace Place)
{
    public string? this[string column] => Root.Text(column);

    public ImmutableArray<string> ListTexts(string column) => Root.Get(column).Texts();

    public IEnumerable<RecordedSpan> ListSpans(string column) =>
        Flatten(Root.Get(column), item => item.IsArray() && item.GetArrayLength() == 2 && item.At(0).Integer() is not null)
            .Select(item => new RecordedSpan(item.At(0).Integer() ?? -1, item.At(1).Integer() ?? -1, null));

    /// <summary>The characters that a quotation mentions: words, places and names, each in a list for each part of the quotation.</summary>
    public ImmutableArray<(RecordedSpan Span, ImmutableArray<string> Characters)> ListMentions()
    {
        var words = Flatten(Root.Get("mentionTextsList"), item => item.ValueKind == JsonValueKind.String).Select(JsonText.Get).ToList();
        var names = Flatten(Root.Get("mentionEntitiesList"), item => item.IsTexts()).Select(item => item.Texts()).ToList();
        return
        [
            .. ListSpans("mentionSpansList").Select((span, index) => (
                span with { Surface = index < words.Count ? words[index] : null }, index < names.Count ? names[index] : [])),
        ];
    }

    /// <summary>What the row says besides, by the names of its columns.</summary>
    public Properties Describe(params ReadOnlySpan<string> columns)
    {
        var properties = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>();
        foreach (var column in columns)
        {
            if (this[column] is { } value)
                properties.Add(KeyValuePair.Create(column, Value.FromString(value)));
        }

        return properties.ToImmutable();
    }

    private static IEnumerable<JsonElement> Flatten(JsonElement list, Func<JsonElement, bool> isItem) =>
        isItem(list) ? [list] : list.Items().SelectMany(item => Flatten(item, isItem));
}
