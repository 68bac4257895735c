namespace Graph.Annotations;

/// <summary>
/// The lines of tagged files: fields between runs of blanks and tabs, and comments such as <c>#&#160;file:&lt;TAB&gt;name</c>,
/// <c>#&#160;key = value</c> or free words.
/// </summary>
internal static class IobLine
{
    private const string DocumentStart = "-DOCSTART";
    private const string SampleStart = "SAMPLE_START";
    private const string FileName = "FILE ";
    private const string IdMark = "ID:";

    // Of Kyoto University's corpora; it looks like a tag.
    private const string SentenceId = "# S-ID:";
    private const string Abstract = "###MEDLINE:";
    private static readonly char[] Blanks = [' ', '\t'];
    private static readonly HashSet<string> DocumentKeys =
        ["file", "filename", "document_id", "doc_id", "docid", "document", "doc", "newdoc id", "newdoc", "article_id", "article"];

    public static string[] Split(string line) => line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// A token may be a hash, or begin with one, so a comment has a key, or ends in no tag. What looks like a key and is none is not passed
    /// over: it may be the name of the next article.
    /// </summary>
    public static bool IsComment(string line) =>
        ReadKey(line, out _, out _)
        || IsConfiguration(line)
        || IsMarkup(line)
        || line.StartsWith(SentenceId, StringComparison.Ordinal)
        || (line.StartsWith('#') && Split(line) is [.., var last] fields && !TagSequence.IsTag(last) && !fields[..^1].Any(IsKey));

    /// <summary>
    /// Whether the line begins an article: a comment that names it, or a mark, with a name in parentheses where there is one.
    /// </summary>
    public static bool BeginsDocument(string line, out string id)
    {
        if (FindName(line) is { } name)
        {
            id = name;
            return true;
        }

        if (IsDocumentStart(line))
        {
            var rest = line[DocumentStart.Length..].TrimStart('-').Trim();
            var end = rest.IndexOf(')');
            id = rest.StartsWith(FileName, StringComparison.Ordinal)
                ? rest[FileName.Length..]
                : rest.StartsWith('(') && end > 0 ? rest[1..end]
                : "";
            return true;
        }

        // JNLPBA and GENIA.
        if (line.StartsWith(Abstract, StringComparison.Ordinal))
        {
            id = line[Abstract.Length..].Trim();
            return true;
        }

        if (IsMarkup(line)
            && ReadElement(line, out id) is var element
            && (DocumentKeys.Contains(element) || (element is "text" or "article" && id.Length > 0)))
            return true;
        if (line.StartsWith('#') && CoNll2012Format.FindBegin(line) is { } begun)
        {
            id = CoNll2012Format.ReadName(begun);
            return true;
        }

        return (ReadKey(line, out var key, out id) && DocumentKeys.Contains(WithoutPrefix(key))) || ReadNumbered(line, out id);
    }

    /// <summary><c>#doc 12</c>, a kind of document and its name without a sign between.</summary>
    private static bool ReadNumbered(string line, out string id)
    {
        id = "";
        if (!line.StartsWith('#') || line.Contains('\t') || Split(line.TrimStart('#')) is not [var kind, var name]
            || !DocumentKeys.Contains(kind.ToLowerInvariant()) || TagSequence.IsTag(name))
            return false;
        id = name;
        return true;
    }

    /// <summary>The name in a line that has nothing else, <c>IMGID:115799</c> of a tweet with a picture; null for any other.</summary>
    private static string? FindName(string line) => line.IndexOf(IdMark, StringComparison.Ordinal) is >= 0 and var end
        && line[(end + IdMark.Length)..].Trim() is { Length: > 0 } name
        && line.AsSpan(0, end).IndexOfAnyExceptInRange('A', 'Z') < 0
        && !name.AsSpan().ContainsAny(Blanks)
            ? name : null;

    /// <summary>
    /// <c>-DOCSTART-</c>, or <c>-DOCSTART FILE name</c>; <c>-DOCSTART CONFIG</c> only tells of the columns. CASE 2021 has
    /// <c>SAMPLE_START</c>.
    /// </summary>
    public static bool IsDocumentStart(string line) => line.StartsWith(SampleStart, StringComparison.Ordinal)
        || FindName(line) is not null
        || (line.StartsWith(DocumentStart, StringComparison.Ordinal) && !IsConfiguration(line));

    /// <summary>A line that is one tag, as some corpora have them around sentences, titles and documents.</summary>
    public static bool IsMarkup(string line) =>
        line.AsSpan().TrimEnd() is ['<', .., '>'] tag && !tag.Contains('\t') && !tag[1..^1].ContainsAny('<', '>')
        && (char.IsAsciiLetter(tag[1]) || (tag[1] == '/' && tag.Length > 3 && char.IsAsciiLetter(tag[2])));

    /// <summary>The name of the element that begins here, empty where one ends, and its id.</summary>
    private static string ReadElement(string line, out string id)
    {
        var marked = new MarkedText(line);
        id = marked.Elements is [var first, ..] ? marked.GetAttribute(first, "id") ?? marked.GetAttribute(first, "name") ?? "" : "";
        return marked.Elements is [var element, ..] ? element.Name.ToLowerInvariant() : "";
    }

    private static bool IsConfiguration(string line) => line.StartsWith("-DOCSTART CONFIG", StringComparison.Ordinal);

    /// <summary>A key without what stands before a colon: the name of the corpus.</summary>
    public static string WithoutPrefix(string key) => key[(key.IndexOf(':') + 1)..];

    private static bool IsKey(string field) => field.EndsWith(':');

    /// <summary>
    /// The key of a comment stands before a colon and a tab, or before an equals sign; one that names a document before a colon and a blank
    /// too.
    /// </summary>
    public static bool ReadKey(string line, out string key, out string value)
    {
        key = value = "";
        if (!line.StartsWith("# ", StringComparison.Ordinal))
            return false;

        var end = line.IndexOf(":\t", StringComparison.Ordinal);
        var equals = line.IndexOf(" = ", 2, StringComparison.Ordinal);
        if (end < 0 || (equals >= 0 && equals < end))
            end = equals;
        if (end < 0 && line.IndexOf(": ", StringComparison.Ordinal) is > 2 and var colon && DocumentKeys.Contains(line[2..colon])
            && !line.Contains('\t'))
            end = colon;
        if (end < 0 || !line.AsSpan(2, end - 2).ContainsOnlyKeyCharacters())
            return false;

        key = line[2..end];
        value = line[(line[end] == ':' ? end + 2 : end + 3)..].Trim();
        return true;
    }

    private static bool ContainsOnlyKeyCharacters(this ReadOnlySpan<char> key)
    {
        foreach (var character in key)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not (' ' or '_' or ':' or '.'))
                return false;
        }

        return key.Length > 0;
    }
}
