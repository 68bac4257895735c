using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>A table of coded segments: which column has what, by its name in the languages of the programs.</summary>
internal sealed class CodedSegmentTable
{
    private static readonly ImmutableArray<string> DocumentNames =
    [
        "document", "documentname", "documenttitle", "docname", "doc", "file", "filename", "filecasename", "filecase", "mediatitle",
        "transcript", "case", "source", "sourcename", "textname", "dokument", "dokumentname", "nomdudocument", "nombredeldocumento",
        "documento", "nomedodocumento", "nomedeldocumento", "documentid", "docid", "articleid", "textid", "newsid", "article",
    ];

    // What has several codes in one cell: Dedoose parts them by commas, which others have in names.
    private static readonly ImmutableArray<string> ByCommas = ["codesappliedcombined", "codesapplied", "tags"];
    private static readonly ImmutableArray<string> ByLines = [.. ByCommas, "codes", "labels"];

    private static readonly ImmutableArray<string> CodeNames =
    [
        "code", "codename", "tag", "codesappliedcombined", "codesapplied", "codes", "tags", "node", "nodename", "quirk", "label",
        "labels", "type", "entitytype", "category", "theme", "código", "codice", "tagpath", "codepath", "entitylabel", "entitygroup",
        "nertag", "nertype", "labelname", "tagname", "semantictype", "class", "kind", "concept", "ner",
    ];

    // What has the words of a segment, or its code where others have these.
    private const string Entity = "entity";

    private static readonly ImmutableArray<string> WordNames =
    [
        "segment", "codedsegment", "quotationcontent", "quotationtext", "textcontent", "excerptcopy", "excerpt", "snippet", "seltext",
        "selectedtext", "codedtext", "highlighttext", "content", "keyword", "annotation", "quotation", "quote", "highlight", "coded",
        "text", "mention", "entity", "words", "surface", "segmento", "fragment",
    ];

    private static readonly ImmutableArray<string> StartNames =
    [
        "start", "begin", "startoffset", "beginoffset", "startpoint", "startposition", "startpos", "startchar", "startindex", "pos0",
        "index1", "from", "anfang", "début", "inicio", "início", "inizio",
    ];

    private static readonly ImmutableArray<string> EndNames =
    [
        "end", "endoffset", "endpoint", "endposition", "endpos", "endchar", "endindex", "pos1", "index2", "to", "ende", "fin", "fim",
        "fine",
    ];

    private static readonly ImmutableArray<string> RangeNames = ["excerptrange", "range", "span", "offsets"];
    private static readonly ImmutableArray<string> IdNames =
        ["id", "rowid", "annotationid", "quotationid", "highlightid", "segmentid", "uuid"];

    private readonly HeadedTable table;
    private readonly string? prefix;
    private readonly int code;
    private readonly int words;
    private readonly int start;
    private readonly int end;
    private readonly int range;
    private readonly int line;
    private readonly int id;

    private CodedSegmentTable(HeadedTable table)
    {
        this.table = table;
        prefix = PrefixedNames.List(table.Header).Select(found => found.Prefix).FirstOrDefault();
        // Where what belongs to the segment begins alike, the id is that of the text.
        Documents = [.. (prefix is null ? DocumentNames : [.. DocumentNames, "id"])
            .Select(name => table.Names.IndexOf(name)).Where(column => column >= 0)];
        (code, words, start, end) = (Find(CodeNames), Find(WordNames), Find(StartNames), Find(EndNames));
        if (code < 0 && words >= 0 && table.Names.IndexOf(Entity) is var entity && entity != words)
            code = entity;
        (range, line, id) = (Find(RangeNames), Find(["line"]), Find(IdNames));
    }

    /// <summary>Columns of segments may begin alike: <c>discourse_start</c>, <c>discourse_text</c>, <c>discourse_type</c>.</summary>
    private int Find(ImmutableArray<string> known) => prefix is not null
        && table.Find([.. known.Select(name => prefix + name)]) is >= 0 and var column ? column : table.Find(known);

    /// <summary>The columns that may name documents, the most likely first.</summary>
    public ImmutableArray<int> Documents { get; }

    /// <summary>Whether segments say where they begin and end.</summary>
    public bool HasPlaces => range >= 0 || (start >= 0 && end >= 0);

    /// <summary>Null for a file that is no table, or without a code and words or a place.</summary>
    public static CodedSegmentTable? Open(AnnotationFile file) =>
        HeadedTable.Open(file) is { } table && new CodedSegmentTable(table) is var found && found.code >= 0
            && (found.words >= 0 || found.HasPlaces) ? found : null;

    /// <summary>The documents that the first rows of a column name.</summary>
    public ImmutableArray<string> PeekDocuments(int column) => List(table.PeekRows(), column);

    /// <summary>What the first rows have: a document, and words or the end of a place in it.</summary>
    public IEnumerable<(string Document, string? Words, long? End)> PeekSegments(int column) => table.PeekRows()
        .Where(fields => HeadedTable.Get(fields, column) is not null)
        .Select(fields => Read(fields, HeadedTable.Get(fields, column)!, column, default))
        .Select(segment => (segment.Document, segment.Words, segment.End));

    public ImmutableArray<string> ListDocuments(int column) => List(table.ListRows(), column);

    /// <summary>The segments in the order of the table; a row that names no document is reported.</summary>
    /// <param name="documents">The column that names them; negative where all rows are of the text that is called like the table.</param>
    public List<CodedSegment> ReadSegments(int documents, ReadingLog log)
    {
        var segments = new OrderedDictionary<string, CodedSegment>(StringComparer.Ordinal);
        foreach (var (fields, place) in table.ReadRows(log))
        {
            if ((documents < 0 ? table.File.Stem : HeadedTable.Get(fields, documents)) is not { } document)
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "segment", "it names no document"));
            else if (Read(fields, document, documents, place) is not { Codes.IsEmpty: false } segment)
                log.CountLoss("segments without a code", 1, place);
            else if (segment.Key is { } key && segments.TryGetValue(key, out var known) && !known.Codes.Intersect(segment.Codes).Any())
                segments[key] = known.With(segment);
            else if (segment.Key is null || !segments.TryAdd(segment.Key, segment))
                segments.Add($"row {segments.Count}", segment);
        }

        return [.. segments.Values];
    }

    private static ImmutableArray<string> List(IEnumerable<string[]> rows, int column) =>
        [.. rows.Select(fields => HeadedTable.Get(fields, column)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private CodedSegment Read(string[] fields, string document, int documents, SourcePlace place)
    {
        string? Get(int column) => HeadedTable.Get(fields, column);
        var codes = SplitCodes(Get(code) ?? "").Select(ReadCode).ToList();
        var (from, to) = ReadRange(Get(range)) ?? (WholeNumber.Read(Get(start)), WholeNumber.Read(Get(end)));
        int[] taken = [documents, code, words, start, end, range, line, id];
        var others = Enumerable.Range(0, table.Header.Length)
            .Where(column => table.Header[column].Length > 0 && !taken.Contains(column) && Get(column) is not null)
            .DistinctBy(column => table.Header[column]).ToLookup(column => EntityLink.FromField(Get(column)!) is not null);
        return new CodedSegment(
            document, Get(id) is { } own ? $"{document}\n{own}\n{from} {to} {Get(words)}" : null,
                [.. codes.Select(path => path[^1]).Distinct(StringComparer.Ordinal)],
            [.. codes.Where(path => path.Length > 1).Select(path => string.Join('/', path))], Get(words), from, to,
                WholeNumber.Read(Get(line)), place)
        {
            Links = [.. others[true].Select(column => EntityLink.FromField(Get(column)!)!)],
            Properties = [.. others[false].Select(column => KeyValuePair.Create(table.Header[column], Value.FromString(Get(column)!)))],
        };
    }

    private IEnumerable<string> SplitCodes(string cell)
    {
        var name = table.Names[code];
        char[] separators = ByCommas.Contains(name) ? ['\n', ';', ','] : ByLines.Contains(name) ? ['\n', ';'] : ['\n'];
        return cell.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>A code with those that it stands below: <c>Actor > Person</c>, <c>Actor\Person</c>, <c>/Actor/Person</c>.</summary>
    private static string[] ReadCode(string text)
    {
        var parts = (text.StartsWith('/') ? text.Split('/') : Regex.Split(text, @" > |\\", RegexOptions.CultureInvariant))
            .Select(part => part.Trim()).Where(part => part.Length > 0).ToArray();
        return parts.Length == 0 ? [text] : parts;
    }

    private static (long?, long?)? ReadRange(string? cell) =>
        cell?.Split('-', StringSplitOptions.TrimEntries) is [var first, var last] && WholeNumber.Read(first) is { } from
            && WholeNumber.Read(last) is { } to ? (from, to) : null;
}
