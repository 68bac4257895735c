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
/// <param name="AreOther">Tags are in another notation, to be normalized.</param>
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
    bool AreOther,
    bool AreBare,
    string Prefix)
{
    private const int Sample = 500;
    private const double Share = 0.9;
    private static readonly string[] HeaderWords = ["TOKEN", "TOKENS", "WORD", "WORDS", "FORM"];

    private static readonly char[] Blanks = [' ', '\t'];

    // What stands where there is no name, the most usual first.
    private static readonly string[] Outsides =
        ["O", "0", "_", "-", "*", "o", "OTHER", "Other", "other", "NONE", "None", "none", "OUT", "OUTSIDE", "Outside", "outside"];

    private static readonly HashSet<string> DocumentColumns = new(StringComparer.OrdinalIgnoreCase)
    {
        "doc_id", "docid", "document_id", "document", "doc", "article_id", "article", "file", "filename", "file_name",
    };
    private static readonly HashSet<string> SentenceColumns = new(StringComparer.OrdinalIgnoreCase)
    {
        "sent_id", "sentid", "sentence_id", "sentence", "sent", "sentence #", "sentence_number",
    };

    /// <summary>The lines of a text that may hold tokens.</summary>
    public static IEnumerable<string> TakeSample(SourceText source) => Enumerable.Range(1, source.LineCount)
        .Select(number => source.GetText(source.GetLine(number)))
        .Where(line => !IobLine.IsComment(line) && !IobLine.IsDocumentStart(line)).Take(Sample);

    /// <param name="configured">Which columns hold tokens and tags; null to find them.</param>
    public static IobLayout Find(IEnumerable<string> sample, TokenColumns? configured)
    {
        var lines = sample.ToList();
        var filled = lines.Where(line => !line.AsSpan().IsWhiteSpace()).ToList();
        var isByCommas = IsTable(filled.FirstOrDefault(""));
        var isByTabs = !isByCommas && filled.Count > 0 && filled.Count(line => line.Contains('\t')) >= filled.Count * Share;
        var hasTagAtEnd = !isByTabs && filled.Count > 0 && filled.TrueForAll(line => line.Split(' ') is [_, "-X-", "_" or "-", ..]);
        var start = new IobLayout(isByTabs, hasTagAtEnd, 0, 0, [], false, false, false, false, "")
        {
            IsByCommas = isByCommas,
            Separator = isByTabs || isByCommas ? null : IobSeparator.Find(filled),
        };
        var rows = lines.ConvertAll(start.Split);
        var count = rows.Where(fields => fields.Length > 0).GroupBy(fields => fields.Length).MaxBy(group => group.Count())?.Key ?? 2;
        var header = rows.FirstOrDefault(fields => fields.Length > 0);
        var hasHeader = isByCommas
            || (header is [var first, .., var last]
                && !TagSequence.IsTag(last)
                && (HeaderWords.Contains(first.ToUpperInvariant()) || (IsGroup(first) && header.Any(name => HeaderWords.Contains(name.ToUpperInvariant())))));
        var whole = rows.Skip(hasHeader ? 1 : 0).Where(fields => fields.Length == count).ToList();
        var layout = start with { ColumnCount = count, HasHeader = hasHeader };
        layout = configured is null ? layout.FindColumns(rows, whole, header) : layout.Configure(configured, whole, header);
        if (hasHeader && configured is null)
            layout = layout with { Token = Array.FindIndex(header!, name => HeaderWords.Contains(name.Trim().ToUpperInvariant())) };
        if (hasHeader)
            layout = layout.FindGroups(header!);
        layout = layout with { Link = layout.FindLink(whole), Nesting = IobNesting.Find(layout, rows.Skip(hasHeader ? 1 : 0)) };
        return layout with
        {
            Prefix = FindPrefix(whole, layout.Token),
            Unread = layout.FindUnread(whole, header),
            AreCharacters = isByTabs && whole.Exists(fields => fields[0] == " ") && whole.TrueForAll(fields => Get(fields, layout.Token).Length <= 2),
        };
    }

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
    public bool IsByCommas { get; private init; }

    /// <summary>What parts the fields of a line instead of tabs and blanks; null for these.</summary>
    public IobSeparator? Separator { get; private init; }

    /// <summary>How tags of names within names stand together at a token; null where a token has one in each column.</summary>
    public IobNesting? Nesting { get; private init; }

    /// <summary>The column that says what in a knowledge base a name is; -1 where none does.</summary>
    public int Link { get; private init; } = -1;

    /// <summary>Lines hold the characters of a text, blanks among them, and no words.</summary>
    public bool AreCharacters { get; private init; }

    /// <summary>What tags have where there is no name.</summary>
    public string Outside { get; private init; } = "O";

    /// <summary>The columns that name the article and the sentence of each line; -1 where none does.</summary>
    public int Document { get; private init; } = -1;

    public int Sentence { get; private init; } = -1;

    public bool IsOutside(string tag) => tag is "O" or "0" or "_" or "" || tag == Outside;

    /// <summary>Whether a line is the header of a table with a column of words.</summary>
    public static bool IsTable(string line) =>
        line.Contains(',') && !line.Contains('\t')
            && line.Split(',').Select(name => name.Trim('"', ' ', '\r', '\uFEFF').ToUpperInvariant()).ToList() is { Count: > 1 } names
            && names[^1] is not "" && names.Exists(HeaderWords.Contains);

    /// <summary>The columns that are neither tokens nor tags and say something, as they are to be called.</summary>
    public ImmutableArray<string> Unread { get; private init; } = [];

    /// <summary>Whether lines look like tokens with tags and not like prose.</summary>
    public bool IsTagged(IEnumerable<string> sample, bool isCertain)
    {
        var rows = sample.Skip(HasHeader ? 1 : 0).Select(Split).Where(fields => fields.Length > 0).ToList();
        var tagged = rows.Count(fields => fields.Length > 1 && IsTag(Get(fields, Tags[0].Index)));
        var named = rows.Count(fields => fields.Length > 1
            && Get(fields, Tags[0].Index) is not ("O" or "_" or "") and var tag
            && IsTag(tag));
        return tagged > 0 && tagged >= rows.Count * Share && (isCertain || named > 0) && ColumnCount > 1;
    }

    /// <summary>The fields of a line; none of a line of blanks.</summary>
    public string[] Split(string line)
    {
        if (line.AsSpan().IsWhiteSpace())
            return [];
        if (IsByCommas)
            return IobSeparator.SplitByCommas(line);
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
        || (ArePlain && (IsOutside(tag) || IsPlainTag(tag)))
        || (AreBare && IsBareTag(tag))
        || Continues(tag)
        || (Nesting is { AreFields: false } && IobNesting.IsJoined(tag))
        || (AreOther && TagNotation.Normalize(tag) is not null);

    /// <summary>Whether a tag is a position that goes on with a name without its type: <c>B-PER</c> and then <c>I</c>.</summary>
    public bool Continues(string tag) => !ArePlain && !AreBare && tag is "I" or "E";

    private static bool IsBareTag(string tag) => tag is ['B' or 'I' or 'E' or 'S' or 'L' or 'U' or 'O'];

    private static bool IsPlainTag(string tag) =>
        tag.Length is > 0 and <= 40
        && char.IsLetter(tag[0])
        && tag.All(character => char.IsLetterOrDigit(character) || character is '_' or '-' or '.' or '/' or '&');

    /// <summary>The tag of a line in a column, as <c>B-PER</c> where the notation is known.</summary>
    public string GetTag(string[] fields, int column) =>
        Get(fields, column) is var tag && AreOther ? TagNotation.Normalize(tag) ?? tag : tag;

    private IobLayout FindColumns(List<string[]> rows, List<string[]> whole, string[]? header)
    {
        var tags = Enumerable.Range(0, ColumnCount).Where(column => IsTagColumn(whole, column)).ToList();
        if (tags.Count == 0)
            return FindOtherTags(rows, whole) ?? FindPlainTags(rows, whole);

        // Tags may stand before their tokens.
        var token = tags[0] == 0 && tags[^1] < ColumnCount - 1 ? tags[^1] + 1 : FindToken(rows, whole, tags[0]);
        var isNumbered = IsNumbered(rows);
        return this with
        {
            Token = token,
            Tags =
            [
                .. tags.Select((column, index) =>
                    new IobTagColumn(column - ColumnCount, GetLayer(column, index, tags.Count, isNumbered, header)))
            ]
        };
    }

    private string? GetLayer(int column, int index, int count, bool isNumbered, string[]? header)
    {
        if (index == 0)
            return null;
        if (HasHeader && column < header!.Length)
            return header[column];
        return isNumbered && count == 2 ? "nested" : $"column {column + 1}";
    }

    /// <summary>The columns that have tags of another notation, and some outside.</summary>
    private IobLayout? FindOtherTags(List<string[]> rows, List<string[]> whole)
    {
        var columns = Enumerable.Range(0, ColumnCount).Skip(1).Where(column => HasOtherTags(whole, column)).ToList();
        return columns.Count == 0 ? null : this with
        {
            AreOther = true,
            Token = FindToken(rows, whole, columns[0]),
            Tags = [.. columns.Select((column, index) => new IobTagColumn(column - ColumnCount, index == 0 ? null : $"column {column + 1}"))],
        };
    }

    private static bool HasOtherTags(List<string[]> whole, int column)
    {
        var tags = whole.ConvertAll(fields => TagNotation.Normalize(fields[column].Trim()));
        var named = tags.Where(tag => tag is ['B' or 'S' or 'U', '-', ..]).ToList();
        return named.Count > 0
            && tags.Contains("O")
            && tags.Count(tag => tag is not null) >= tags.Count * Share
            && !named.TrueForAll(tag => TagNotation.IsPhrase(tag![2..]));
    }

    /// <summary>Two columns or more, of which the last holds few different words and one of them on most lines.</summary>
    private IobLayout FindPlainTags(List<string[]> rows, List<string[]> whole)
    {
        var fallback = this with
        {
            Token = whole.Count > 0 && ColumnCount > 2 ? FindToken(whole, whole, ColumnCount - 1) : 0,
            Tags = [new IobTagColumn(-1, null)]
        };
        if (ColumnCount < 2 || whole.Count < 2)
            return fallback;

        var counts = whole.CountBy(fields => fields[^1].Trim()).ToDictionary(StringComparer.Ordinal);
        if (counts.ContainsKey("B") && counts.ContainsKey("O") && counts.Keys.All(IsBareTag))
            return fallback with { AreBare = true, Token = FindToken(whole, whole, ColumnCount - 1) };
        if (FindOutside(rows, counts) is { } outside)
            return fallback with { ArePlain = true, Outside = outside, Token = FindToken(whole, whole, ColumnCount - 1) };
        // Columns of analysis may stand behind that of names.
        for (var column = ColumnCount - 2; column > 1; column--)
        {
            if (FindOutside(rows, whole.CountBy(fields => fields[column].Trim()).ToDictionary(StringComparer.Ordinal)) is "O")
                return this with { ArePlain = true, Token = FindToken(whole, whole, column), Tags = [new IobTagColumn(column - ColumnCount, null)] };
        }

        return ColumnCount == 2 && FindOutside(rows, whole.CountBy(fields => fields[0].Trim()).ToDictionary(StringComparer.Ordinal)) is { } before
            ? this with { ArePlain = true, Outside = before, Token = 1, Tags = [new IobTagColumn(-2, null)] }
            : fallback;
    }

    /// <summary>
    /// What most of few different tags are; null where they are none. Other marks than the usual ones need sentences, as tables have them
    /// too.
    /// </summary>
    private static string? FindOutside(List<string[]> rows, Dictionary<string, int> counts)
    {
        var total = counts.Values.Sum();
        var outside = Outsides.FirstOrDefault(counts.ContainsKey);
        return outside is not null
            && counts.Count > 1
            && counts.Count <= Math.Max(8, total / 10)
            && counts.Keys.All(tag => tag.Length == 0 || tag == outside || IsPlainTag(tag) || TagSequence.IsTag(tag))
            && counts[outside] >= total * 0.3
            && (outside is "O" or "0" || rows.Exists(fields => fields.Length == 0))
            ? outside
            : null;
    }

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
            && whole.Exists(fields => IsPlainTag(Get(fields, columns[0].Index)));
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
            && whole.TrueForAll(fields => EntityLink.FromField(fields[column]) is not null || EntityLink.IsNothing(fields[column]) || fields[column] == "O"),
        -1);

    /// <summary>Numbers, identifiers and what is the same on all lines say nothing.</summary>
    private ImmutableArray<string> FindUnread(List<string[]> whole, string[]? header)
    {
        var read = Tags.Select(tag => tag.Index < 0 ? tag.Index + ColumnCount : tag.Index).Concat([Token, Document, Sentence, Link]).ToHashSet();
        return
        [
            .. Enumerable.Range(0, ColumnCount)
                .Where(column => !read.Contains(column) && !(column < Token && IsIdentifier(whole, column)) && !IsConstant(whole, column))
                .Select(column => HasHeader && column < header!.Length ? $"column '{header[column]}'" : $"column {column + 1} ('{whole[0][column].Trim()}')"),
        ];
    }

    private static bool IsConstant(List<string[]> whole, int column) => whole.TrueForAll(fields => fields[column] == whole[0][column]);

    private static bool IsIdentifier(List<string[]> whole, int column) =>
        whole.Count(fields => fields[column].Any(char.IsAsciiDigit)) >= whole.Count * Share;

    private static bool IsTagColumn(List<string[]> whole, int column)
    {
        var tags = whole.ConvertAll(fields => fields[column].Trim());
        var named = tags.Where(tag => tag.Length > 2 && TagSequence.IsTag(tag)).ToList();
        return named.Count > 0
            && tags.Count(tag => TagSequence.IsTag(tag) || tag is "0" or "I" or "E" || IobNesting.IsJoined(tag)) >= tags.Count * Share
            && !named.TrueForAll(tag => TagNotation.IsPhrase(tag[2..]));
    }

    /// <summary>The first column before the tags that is no number, no identifier and not the same on all lines.</summary>
    private static int FindToken(List<string[]> rows, List<string[]> whole, int end)
    {
        if (IsNumbered(rows) && end > 1)
            return 1;
        for (var column = 0; column < end; column++)
        {
            if (!(whole.Count > 3 && IsConstant(whole, column)) && !IsIdentifier(whole, column))
                return column;
        }

        return Math.Max(
            0,
            Enumerable.Range(0, end)
                .FirstOrDefault(
                    column => !IsIdentifier(whole, column) && !whole.TrueForAll(fields => TagSequence.IsTag(fields[column])), 0));
    }

    /// <summary>Whether the first of three or more columns counts 1, 2, 3 in each sentence.</summary>
    private static bool IsNumbered(List<string[]> rows)
    {
        var expected = 1;
        var longest = 0;
        foreach (var fields in rows)
        {
            if (fields.Length == 0)
            {
                expected = 1;
                continue;
            }

            if (fields.Length < 3 || fields[0] != expected.ToString(CultureInfo.InvariantCulture))
                return false;
            longest = Math.Max(longest, expected++);
        }

        return longest > 1;
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
