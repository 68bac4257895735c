using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// Names and coreference marked in the text by tags: <c>ENAMEX</c>, <c>TIMEX</c> and <c>NUMEX</c> of MUC-6 and MUC-7, IEER and OntoNotes,
/// <c>COREF</c>, <c>EM</c> of HAREM, <c>ne</c> of Czech and Swedish corpora, <c>pers.ind</c> of Quaero, or an element for each type. A
/// <c>DOC</c> is an article, or a <c>text</c> with an id, else the file.
/// </summary>
internal sealed class SgmlFormat : IAnnotationFormat
{
    /// <summary>Files in which tags are no marks.</summary>
    public static readonly ImmutableArray<string> Others =
    [
        ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".html", ".htm", ".xhtml", ".md", ".conll", ".conllu", ".ann", ".ttl", ".svg", ".js",
    ];

    // What a text says that is an article of several in a file.
    private static readonly string[] TextAttributes = ["id", "title", "date"];

    public string Name => "sgml";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        var marked = folder.Remaining.Where(file => !Others.Contains(file.Extension) && IsMarked(file.Head)).ToList();
        foreach (var file in marked)
        {
            // One that another layer brought along is taken already.
            if (folder.Find(file.Name) is not null && !OntoNotesFiles.IsInReadableForm(file, folder))
                yield return OntoNotesFiles.Claim(file, folder);
        }

        foreach (var file in UnmarkedFiles.Take(folder, marked))
            yield return new FileSet([file]);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var articles = files.Files.Select(file => ReadFile(file, log).ToList()).ToList();
        if (articles is not [var names, var coreference])
            return articles.SelectMany(file => file);
        if (names is [var first] && coreference is [var second] && OntoNotesLayers.Join(first, second, log) is { } joined)
            return [joined];
        log.ReportMalformed(ReadingDiagnostics.Malformed(
            SourcePlace.StartOf(files.Files[1]),
            "layer of a text",
            $"'{files.Main.Name}' has other words"));
        return names.Concat(coreference);
    }

    public static IEnumerable<AnnotatedArticle> ReadFile(AnnotationFile file, ReadingLog log)
    {
        var source = file.ReadText(log);
        var whole = new MarkedText(source.Text);
        var documents = whole.Elements
            .Where(element => element.Name is "DOC" or "RECORD" or MarkedMetadata.Reuters)
            .Select(FindExtent)
            .ToList();
        if (documents.Count == 0)
            documents = [.. whole.Elements
                .Where(element => element.Name == "TEXT" && TextAttributes.Any(name => whole.GetAttribute(element, name) is not null))
                .Select(FindExtent)];
        if (documents.Count == 0)
            documents = [.. whole.Elements
                .Where(element => MarkedMetadata.Articles.Contains(element.Name)
                    && TextAttributes.Any(name => whole.GetAttribute(element, name) is not null))
                .Select(FindExtent)];
        foreach (var span in documents.Count == 0 ? [new TextSpan(0, source.Text.Length)] : documents)
            yield return new SgmlArticleReader(file, source, span, documents.Count > 1, log).Read();
    }

    private static TextSpan FindExtent(MarkedElement document) => TextSpan.FromBounds(document.Tag.Start, document.End);

    /// <summary>Whether marks say where their words are, and all stand between other tags: these repeat words of a text beside.</summary>
    private static bool AreBeside(string head)
    {
        var placed = Regex.Matches(
            head, @"<(?<name>\w+)\s[^<>]*\b(offset|start|begin)\s*=[^<>]*\b(length|end)\s*=[^<>]*>[^<>]*</\k<name>>",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        return placed.Count > 0 && placed.All(match =>
            head.AsSpan(0, match.Index).TrimEnd() is [.., '>'] && head.AsSpan(match.Index + match.Length).TrimStart() is [] or ['<', ..]);
    }

    private static bool IsMarked(string head) =>
        head.Contains('<')
        && !AreBeside(head)
        && (Regex.IsMatch(
            head,
            @"<((B_)?(ENAMEX|NAMEX|TIMEX|NUMEX)\s+([^<>]*\s)?TYPE\s*=|REUTERS\s+[^<>]*NEWID\s*=|TIMEX[23]\s+[^<>]*[^/<>]>|COREF\s+ID\s*="
            + @"|MENTION\s+[^<>]*COREFID\s*=|PLACE\s+[^<>]*FORM\s*=|PHI\s+TYPE\s*=|EM\s+[^<>]*CATEG\s*="
            + @"|NE\s+([^<>]*\s)?TYPE\s*=[^<>]*[^/<>]>)",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)
            || Regex.IsMatch(
                head, @"<(?<name>entity|named-?_?entity|ent)\s[^<>]*\b(type|class|label|category)\s*=[^<>]*[^/<>]>"
                + @"[^<>\n]{1,100}</\k<name>>[ ,.']{0,3}\w",
                RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)
            || Regex.IsMatch(head, @"<(pers|loc|org|prod|func|time)\.[a-z.\-]+>[^>]*<", RegexOptions.CultureInvariant)
            || HasTypes(head));

    /// <summary>Elements named as types of names, with words of a text around them: data have elements of such names too.</summary>
    private static bool HasTypes(string head) =>
        Regex.Matches(head, @"<(?<type>[A-Za-z_]+)(\s[^<>]*[^/<>])?>[^<>\n]{1,100}</\k<type>>[ ,.']{0,3}\w", RegexOptions.CultureInvariant)
            .Any(match => SgmlMarks.IsType(match.Groups["type"].Value.ToUpperInvariant()));
}

/// <summary>Which elements mark a mention, and as what.</summary>
/// <param name="hasHead">Whether the document says what it is in elements, of which some are called as types are.</param>
/// <param name="own">The names of elements that mark words, whatever they are called.</param>
internal sealed class SgmlMarks(bool hasHead, IReadOnlySet<string> own)
{
    /// <summary>A member of a chain, in MUC by the id of another.</summary>
    public const string Coreference = "COREF";

    /// <summary>A member of a chain of the EventCorefBank, by the id of the chain.</summary>
    public const string Chain = "MENTION";

    // Of SpatialML, where the type is the kind of place.
    private const string Place = "PLACE";

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "PERSON", "PER", "PERS", "ORGANIZATION", "ORGANISATION", "ORG", "LOCATION", "LOC", "GPE", "FACILITY", "MISC", "NORP", "MONEY",
        "PERCENT", "ARTIFACT",
        // Of HAREM's first collection, and of corpora in other languages.
        "PESSOA", "LOCAL", "ORGANIZACAO", "TEMPO", "OBRA", "ACONTECIMENTO", "ABSTRACCAO", "COISA", "VALOR", "VARIADO",
        "PERSONA", "PERSONNE", "PERSOON", "LUGAR", "LIEU", "LUOGO", "PLAATS", "ORGANIZACION", "ORGANIZZAZIONE", "ORGANISATIE",
    };

    // Of corpora of places; others have them inside of what names a place, or say where a text comes from.
    private static readonly HashSet<string> Places = ["CITY", "COUNTRY", "CONTINENT", "REGION", "LANDMARK", "POI", "STREET"];

    // Of corpora whose makers have no other word for a name.
    private static readonly HashSet<string> Entities = ["ENTITY", "NAMEDENTITY", "NAMED_ENTITY", "NAMED-ENTITY", "ENT"];
    private static readonly string[] TypeAttributes = ["CLASS", "LABEL", "CATEGORY"];

    // What the names and times of Quaero are made of.
    private static readonly HashSet<string> Components =
    [
        "NAME", "NAME.FIRST", "NAME.MIDDLE", "NAME.LAST", "NAME.NICKNAME", "TITLE", "KIND", "QUALIFIER", "DEMONYM", "DEMONYM.NICKNAME",
        "VAL", "UNIT", "OBJECT", "EXTRACTOR", "RANGE-MARK", "DAY", "WEEK", "MONTH", "YEAR", "CENTURY", "MILLENNIUM", "REFERENCE-ERA",
        "TIME-MODIFIER", "ADDRESS-NUMBER", "PO-BOX", "ZIP-CODE", "OTHER-ADDRESS-COMPONENT", "AWARD-CAT",
    ];

    public static bool IsType(string name) => Types.Contains(name) || Places.Contains(name);

    public static bool IsOfQuaero(string name) =>
        name is "AMOUNT"
        || (name.IndexOf('.') is > 0 and var dot && name[..dot] is "PERS" or "LOC" or "ORG" or "PROD" or "FUNC" or "TIME" or "EVENT");

    public bool IsMark(MarkedElement element) =>
        element.Name is "ENAMEX" or "NAMEX" or "TIMEX" or "NUMEX" or "TIMEX2" or "TIMEX3" or "B_ENAMEX" or "B_TIMEX" or "B_NUMEX"
            or Coreference or Chain or "EM" or "PHI" or "NE" or Place
        || Types.Contains(element.Name)
        || own.Contains(element.Name)
        || Entities.Contains(element.Name)
        || IsOfQuaero(element.Name)
        || (element.Name is "DATE" or "TIME" && (!hasHead || IsInText(element)))
        || (Places.Contains(element.Name) && (!hasHead || IsInText(element)) && !(element.Parent is { } place && IsMark(place)));

    /// <summary>Whether it stands among words, and does not say when the document appeared.</summary>
    private static bool IsInText(MarkedElement element) => element.Parent is { } holder
        && (holder.Name is "TEXT" or "BODY" or "P" or "S" or "HEADLINE" or "TXT" or "TEXTO" || IsInText(holder));

    /// <summary>What stands in a line of text and is no name of its own: a component in a name of Quaero, and readings of HAREM.</summary>
    public bool IsPart(MarkedElement element) => element.Name == SgmlAlternatives.Name
        || (Components.Contains(element.Name) && element.Parent is { } holder && (IsOfQuaero(holder.Name) || IsPart(holder)));

    /// <summary>Several where an annotator would accept each, <c>ORGANIZATION|LOCATION</c>.</summary>
    public static ImmutableArray<string> GetTypes(MarkedElement element, IReadOnlyDictionary<string, string> attributes)
    {
        if (element.Name is Coreference or Chain)
            return [""];
        var type = attributes.GetValueOrDefault("TYPE") ?? attributes.GetValueOrDefault("CATEG")
            ?? (Entities.Contains(element.Name)
                ? TypeAttributes.Select(name => attributes.GetValueOrDefault(name)).FirstOrDefault(value => value is not null)
                : null);
        return string.IsNullOrWhiteSpace(type)
            ? [IsOfQuaero(element.Name) ? element.Name.ToLowerInvariant() : element.Spelling]
            : [.. type.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
    }
}
