using System.Globalization;

namespace Graph.Annotations;

/// <param name="Index">Counted from the end where it is negative.</param>
/// <param name="Layer">Null for the main one.</param>
internal sealed record IobTagColumn(int Index, string? Layer);

/// <summary>How the lines of a tagged file are made, found by what stands in the first of them.</summary>
/// <param name="IsByTabs">Fields may hold blanks.</param>
/// <param name="HasTagAtEnd">Three fields and then the tag, which may hold blanks, as Label Studio writes it.</param>
/// <param name="HasHeader">The first line names the columns.</param>
/// <param name="ArePlain">Tags are types without a position; a run of one type is one mention.</param>
/// <param name="AreBare">Tags are positions without a type.</param>
/// <param name="Prefix">What stands before each token, such as <c>nl:</c> in WikiANN.</param>
internal sealed record IobLayout(
    bool IsByTabs,
    bool HasTagAtEnd,
    int ColumnCount,
    int Token,
    ImmutableArray<IobTagColumn> Tags,
    bool HasHeader,
    bool ArePlain,
    bool AreBare,
    string Prefix)
{
    private const int Sample = 500;
    private const double Share = 0.9;
    private static readonly string[] HeaderWords = ["TOKEN", "TOKENS", "WORD", "WORDS", "FORM"];
    private static readonly string[] HeaderTags =
        ["TAG", "TAGS", "LABEL", "LABELS", "NER", "NE", "NER_TAG", "NER_TAGS", "NERTAG", "ENTITY", "BIO", "IOB"];

    private static readonly char[] Blanks = [' ', '\t'];

    private static readonly HashSet<string> DocumentColumns = new(StringComparer.OrdinalIgnoreCase)
    {
        "doc_id", "docid", "document_id", "document", "doc", "article_id", "article", "file", "filename", "file_name",
    };
    private static readonly HashSet<string> SentenceColumns = new(StringComparer.OrdinalIgnoreCase)
    {
        "sent_id", "sentid", "sentence_id", "sentence", "sent", "sentence #", "sentence_number",
    };

    /// <summary>The lines of a text that may hold tokens.</summary>
    public static IEnumerable<string> TakeSample(SourceText source) => source.ReadLines()
        .Select(line => line.Text)
        .Where(line => !IobLine.IsComment(line) && !IobLine.IsDocumentStart(line)).Take(Sample);

    /// <param name="configured">Which columns hold tokens and tags; null to find them.</param>
    public static IobLayout Find(IEnumerable<string> sample, TokenColumns? configured)
    {
        var lines = sample.ToList();
        var filled = lines.Where(line => !line.AsSpan().IsWhiteSpace()).ToList();
        var cells = FindCells(filled.FirstOrDefault(""));
        var isByCommas = cells is not null;
        var isByTabs = !isByCommas && filled.Count > 0 && filled.Count(line => line.Contains('\t')) >= filled.Count * Share;
        var hasTagAtEnd = !isByTabs && filled.Count > 0 && filled.TrueForAll(line => line.Split(' ') is [_, "-X-", "_" or "-", ..]);
        var start = new IobLayout(isByTabs, hasTagAtEnd, 0, 0, [], false, false, false, "")
        {
            Cells = cells,
            Separator = isByTabs || isByCommas ? null : IobSeparator.Find(filled),
        };
        var rows = lines.ConvertAll(start.Split);
        var count = rows.Where(fields => fields.Length > 0).GroupBy(fields => fields.Length).MaxBy(group => group.Count())?.Key ?? 2;
        var header = rows.FirstOrDefault(fields => fields.Length > 0);
        var hasHeader = isByCommas || IsHeader(header) || IsAboveTags(header, rows);
        var whole = rows.Skip(hasHeader ? 1 : 0).Where(fields => fields.Length == count).ToList();
        var layout = start with { ColumnCount = count, HasHeader = hasHeader };
        layout = configured is null ? new IobTagFinder(layout, rows, whole, header).Find() : layout.Configure(configured, whole, header);
        if (hasHeader && configured is null)
            layout = layout with { Token = Array.FindIndex(header!, name => HeaderWords.Contains(name.Trim().ToUpperInvariant())) };
        if (hasHeader)
            layout = layout.FindGroups(header!);
        else if (configured is null && IobGroups.Find(rows, layout.Token) is var (document, sentence))
            layout = layout with { Document = document, Sentence = sentence };
        layout = layout with
        {
            Link = layout.Link >= 0 ? layout.Link : layout.FindLink(whole),
            Nesting = IobNesting.Find(layout, rows.Skip(hasHeader ? 1 : 0)),
        };
        if (!hasHeader && configured is null && layout is { Document: < 0, Sentence: < 0 })
            layout = layout with { Document = IobDocuments.Find(rows, count, layout.IsFree) };
        return layout with
        {
            Prefix = FindPrefix(whole, layout.Token),
            AreQuoted = whole.Count > 0 && whole.TrueForAll(fields => IsQuoted(Get(fields, layout.Token))),
            Unread = layout.FindUnread(whole, header),
            AreCharacters = isByTabs
                && whole.Exists(fields => fields[0] == " ")
                && whole.TrueForAll(fields => Get(fields, layout.Token).Length <= 2),
        };
    }

    /// <summary>One column is called as words are, the first one or one beside a group or a tag.</summary>
    private static bool IsHeader(string[]? fields) => fields is [var first, .., var last]
        && !TagSequence.IsTag(last)
        && (HeaderWords.Contains(first.ToUpperInvariant())
            || (fields.Any(name => HeaderWords.Contains(name.Trim().ToUpperInvariant()))
                && (IsGroup(first) || fields.Any(name => HeaderTags.Contains(name.Trim().ToUpperInvariant())))));

    /// <summary>One column is called as words are, and another one has tags below and none here.</summary>
    private static bool IsAboveTags(string[]? fields, List<string[]> rows) => fields is { Length: > 2 }
        && fields.Any(name => HeaderWords.Contains(name.Trim().ToUpperInvariant()))
        && rows.Where(row => row.Length == fields.Length).Skip(1).ToList() is { Count: > 0 } below
        && Enumerable.Range(0, fields.Length).Any(column => !TagSequence.IsTag(fields[column].Trim())
            && below.Exists(row => row[column].Trim().Length > 2)
            && below.TrueForAll(row => TagSequence.IsTag(row[column].Trim())));

    private bool IsFree(int column) =>
        column != Token && column != Link && column != Types && !Tags.Any(tag => tag.Index == column || tag.Index + ColumnCount == column);

    private static bool IsQuoted(string token) => token is ['"', _, .., '"'];

    private static bool IsGroup(string name) => DocumentColumns.Contains(name.Trim()) || SentenceColumns.Contains(name.Trim());

    /// <summary>A table of words has the sentence in its first column, whatever that is called.</summary>
    private IobLayout FindGroups(string[] header)
    {
        var document = Array.FindIndex(header, name => DocumentColumns.Contains(name.Trim()));
        var sentence = Array.FindIndex(header, name => SentenceColumns.Contains(name.Trim()));
        return this with
        {
            Document = document == Token ? -1 : document,
            Sentence = sentence >= 0 && sentence != Token ? sentence : IsByCommas && Token > 0 && document != 0 ? 0 : -1,
        };
    }

    /// <summary>Lines are rows of a table, whose first names the columns.</summary>
    public bool IsByCommas => Cells is not null;

    /// <summary>What parts the cells of such rows: a comma, or a semicolon where these are in numbers.</summary>
    private char? Cells { get; init; }

    /// <summary>What parts the fields of a line instead of tabs and blanks; null for these.</summary>
    public IobSeparator? Separator { get; private init; }

    /// <summary>How tags in another notation are read, null for what is none; null where they are in none.</summary>
    public Func<string, string?>? Notation { get; init; }

    /// <summary>All tags have a number behind the type, which is not read.</summary>
    public bool AreNumbered { get; init; }

    /// <summary>How tags of names within names stand together at a token; null where a token has one in each column.</summary>
    public IobNesting? Nesting { get; private init; }

    /// <summary>The column that says what in a knowledge base a name is; -1 where none does.</summary>
    public int Link { get; init; } = -1;

    /// <summary>What a name is, in a column of links: an address, an item, or a page as the type of a tag.</summary>
    public EntityLink? GetLink(string[] fields) => Link < 0 ? null
        : Get(fields, Link) is ['B' or 'I' or 'E' or 'S' or 'L' or 'U', '-', _, ..] page
            ? EntityLink.FromField(page[2..]) ?? (EntityLink.IsNothing(page[2..]) ? null : new EntityLink(EntityLink.Wikipedia, page[2..]))
            : EntityLink.FromField(Get(fields, Link));

    /// <summary>Lines hold the characters of a text, blanks among them, and no words.</summary>
    public bool AreCharacters { get; private init; }

    /// <summary>Tokens stand in quotes, as tables of other programs have them.</summary>
    public bool AreQuoted { get; private init; }

    /// <summary>The column that has the types where tags are only positions; -1 where none does.</summary>
    public int Types { get; init; } = -1;

    /// <summary>What tags have where there is no name.</summary>
    public string Outside { get; init; } = "O";

    /// <summary>The columns that name the article and the sentence of each line; -1 where none does.</summary>
    public int Document { get; private init; } = -1;

    public int Sentence { get; private init; } = -1;

    public bool IsOutside(string tag) => tag is "O" or "0" or "_" or "" || tag == Outside;

    /// <summary>Whether a line is the header of a table with a column of words.</summary>
    public static bool IsTable(string line) => FindCells(line) is not null;

    private static char? FindCells(string line) => line.Contains('\t') ? null
        : new char?[] { ',', ';' }.FirstOrDefault(sign => line.Contains(sign!.Value)
            && line.Split(sign.Value).Select(name => name.Trim('"', ' ', '\r', '\uFEFF').ToUpperInvariant()).ToList()
                is { Count: > 1 } names
            && names[^1] is not "" && names.Exists(HeaderWords.Contains));

    /// <summary>The columns that are neither tokens nor tags and say something, as they are to be called.</summary>
    public ImmutableArray<string> Unread { get; private init; } = [];

    /// <summary>Whether lines look like tokens with tags and not like prose.</summary>
    public bool IsTagged(IEnumerable<string> sample, bool isCertain)
    {
        var rows = sample.Skip(HasHeader ? 1 : 0).Select(Split).Where(fields => fields.Length > 0).ToList();
        var tagged = rows.Count(fields => fields.Length > 1 && IsTag(GetTag(fields, Tags[0].Index)));
        var named = rows.Count(fields => fields.Length > 1
            && GetTag(fields, Tags[0].Index) is not ("O" or "_" or "") and var tag
            && IsTag(tag));
        // Columns of brackets, as predicates have them, are no words, nor are tags; a column that is empty has no tags.
        var brackets = rows.Count(fields => fields.Length > 1 && GetToken(fields).Contains('*'));
        return tagged > 0
            && tagged >= rows.Count * Share
            && (isCertain || named > 0)
            && ColumnCount > 1
            && brackets <= rows.Count / 2
            && rows.Exists(fields => Get(fields, Tags[0].Index).Length > 0)
            && !rows.TrueForAll(fields => fields.All(TagSequence.IsTag))
            // Numbers alone are ids, as those of facts are, or of words in a document.
            && !rows.TrueForAll(fields => fields.All(field => field.All(char.IsAsciiDigit)))
            && !(HasHeader && rows.TrueForAll(fields => fields.Length > 2 && fields[..^1].All(field => field.All(char.IsAsciiDigit))));
    }

    /// <summary>The fields of a line; none of a line of blanks.</summary>
    public string[] Split(string line)
    {
        if (line.AsSpan().IsWhiteSpace())
            return [];
        if (Cells is { } cells)
            return IobSeparator.SplitCells(line, cells);
        if (Separator is { } separator)
            return separator.Split(line);
        if (IsByTabs)
            return line.TrimEnd('\r').Split('\t');
        if (!HasTagAtEnd)
            return line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        return line.TrimEnd().Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
    }

    public string GetToken(string[] fields)
    {
        // In a file of two columns, a token that holds blanks is what stands before the tag.
        var token = ColumnCount == 2 && !IsByTabs && Token == 0 && Tags is [{ Index: -1 or 1 }] && Nesting is null
            ? string.Join(' ', fields[..^1])
            : Get(fields, Token);
        if (AreQuoted && IsQuoted(token))
            token = token[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal);
        return Prefix.Length > 0 && token.StartsWith(Prefix, StringComparison.Ordinal) && token.Length > Prefix.Length
            ? token[Prefix.Length..]
            : token;
    }

    /// <summary>A column, counted from the end where it is negative; the nearest one where the line is too short.</summary>
    public static string Get(string[] fields, int column) =>
        fields[Math.Clamp(column < 0 ? fields.Length + column : column, 0, fields.Length - 1)].Trim();

    public bool IsTag(string tag) =>
        TagSequence.IsTag(tag)
        || tag == "0"
        || tag == Outside
        || (ArePlain && (IsOutside(tag) || TagNotation.IsPlain(tag)))
        || (AreBare && IsBareTag(tag))
        || Continues(tag)
        || (Nesting is { AreFields: false } && TagNotation.IsJoined(tag))
        || Notation?.Invoke(tag) is not null;

    /// <summary>Whether a tag is a position that goes on with a name without its type: <c>B-PER</c> and then <c>I</c>.</summary>
    public bool Continues(string tag) => !ArePlain && !AreBare && tag is "I" or "E";

    public static bool IsBareTag(string tag) => tag is ['B' or 'I' or 'E' or 'S' or 'L' or 'U' or 'O'];

    /// <summary>The tag of a line in a column, as <c>B-PER</c> where the notation is known.</summary>
    public string GetTag(string[] fields, int column) =>
        TagNotation.Join(Get(fields, column)) is var tag ? Notation?.Invoke(tag) ?? tag : "";

    /// <summary>The type of a line that has it in a column of its own; empty where tags have it, or nothing has.</summary>
    public string GetKind(string[] fields) => Types < 0 ? "" : Get(fields, Types);

    private IobLayout Configure(TokenColumns configured, List<string[]> whole, string[]? header)
    {
        int Find(string name) => int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : header is not null
                && Array.FindIndex(header, column => column.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var found ? found
            : -1;
        var token = configured.Token is null ? 0 : Find(configured.Token);
        var tags = configured.Tags.IsEmpty ? ["-1"] : configured.Tags;
        var columns = tags.Select((name, index) => new IobTagColumn(Find(name), index == 0 ? null : name)).ToImmutableArray();
        var arePlain = whole.Count > 0
            && !whole.Exists(fields => TagSequence.IsTag(Get(fields, columns[0].Index)) && Get(fields, columns[0].Index).Length > 2)
            && whole.Exists(fields => TagNotation.IsPlain(Get(fields, columns[0].Index)));
        var hasHeader = HasHeader
            || Array.Exists(
                tags.Append(configured.Token ?? "0").ToArray(),
                name => !int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
        return this with { Token = token, Tags = columns, ArePlain = arePlain, HasHeader = hasHeader };
    }

    /// <summary>A column that is empty but for addresses and items of Wikidata.</summary>
    private int FindLink(List<string[]> whole) => Enumerable.Range(0, ColumnCount).FirstOrDefault(
        column => column != Token
            && whole.Exists(fields => EntityLink.FromField(fields[column]) is not null)
            && whole.TrueForAll(fields => EntityLink.FromField(fields[column]) is not null
                || EntityLink.IsNothing(fields[column])
                || fields[column] == "O"),
        -1);

    /// <summary>Numbers, identifiers and what is the same on all lines say nothing.</summary>
    private ImmutableArray<string> FindUnread(List<string[]> whole, string[]? header)
    {
        var read = Tags.Select(tag => tag.Index < 0 ? tag.Index + ColumnCount : tag.Index)
            .Concat([Token, Document, Sentence, Link, Types])
            .ToHashSet();
        return
        [
            .. Enumerable.Range(0, ColumnCount)
                .Where(column => !read.Contains(column)
                    && !(column < Token && IobColumn.IsIdentifier(whole, column))
                    && !IobColumn.IsConstant(whole, column))
                .Select(column => HasHeader && column < header!.Length
                    ? $"column '{header[column]}'"
                    : $"column {column + 1} ('{whole[0][column].Trim()}')"),
        ];
    }

    /// <summary>A code of a language and a colon that all tokens begin with.</summary>
    private static string FindPrefix(List<string[]> whole, int token)
    {
        const int MinimumLines = 4;
        if (whole.Count < MinimumLines || Get(whole[0], token).IndexOf(':') is not (>= 2 and <= 12 and var colon))
            return "";
        var prefix = Get(whole[0], token)[..(colon + 1)];
        return prefix[..^1].All(character => char.IsAsciiLetterLower(character) || character == '-')
            && whole.TrueForAll(fields => Get(fields, token).StartsWith(prefix, StringComparison.Ordinal))
                ? prefix : "";
    }
}
