namespace Graph.Annotations;

/// <summary>
/// CoNLL-2011, CoNLL-2012 and OntoNotes, also SemEval-2010 and LitBank: <c>#begin document (name); part 000</c>, a token a line, named
/// entities and coreference as brackets. No offsets are recorded, so the text is the tokens joined by blanks, a line for each sentence.
/// </summary>
internal sealed class CoNll2012Format() : SingleFileFormat("conll2012")
{
    private static readonly string[] Begins = ["#begin document", "# begin document"];
    private static readonly string[] Ends = ["#end document", "# end document"];

    protected override bool Fits(AnnotationFile file) =>
        FindBegin(file.Head.TrimStart('\n', '\r', ' ')) is not null && !HasTags(file.Head);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log) =>
        new CoNll2012FileReader(file, file.ReadText(log), log).Read();

    /// <summary>Files of tags may begin their documents in the same way; brackets are no tags.</summary>
    private static bool HasTags(string head) => head.Split('\n').Select(line => IobLine.Split(line.TrimEnd())).Take(100)
        .Any(fields => fields.Length > 1 && !fields[0].StartsWith('#') && fields[^1].Length > 2 && TagSequence.IsTag(fields[^1]));

    /// <summary>What follows the mark that begins a document; null where a line begins none.</summary>
    public static string? FindBegin(string line) =>
        Begins.FirstOrDefault(begin => line.StartsWith(begin, StringComparison.OrdinalIgnoreCase)) is { } found
            ? line[found.Length..]
            : null;

    /// <summary><c>(nw/x); part 001</c>: the name, with the part where it is not the first.</summary>
    public static string ReadName(string document)
    {
        var rest = document.Trim();
        var end = rest.LastIndexOf("; part ", StringComparison.Ordinal);
        var part = end < 0 ? "" : rest[(end + "; part ".Length)..].Trim().TrimStart('0');
        var name = (end < 0 ? rest : rest[..end]).Trim().TrimEnd(';');
        if (name is ['(', .., ')'])
            name = name[1..^1];
        return part.Length == 0 ? name : $"{name}/{part}";
    }

    public static bool IsEnd(string line) => Ends.Any(end => line.StartsWith(end, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Splits a file into the parts of its documents.</summary>
internal sealed class CoNll2012FileReader(AnnotationFile file, SourceText source, ReadingLog log)
{
    private const int Sample = 300;
    private static readonly char[] Blanks = [' ', '\t'];

    public IEnumerable<AnnotatedArticle> Read()
    {
        CoNll2012Part? part = null;
        var columns = FindColumns();
        foreach (var (number, written, _) in source.ReadLines())
        {
            var line = written.TrimEnd();
            if (CoNll2012Format.FindBegin(line) is { } document)
            {
                if (part is not null)
                    yield return part.Finish(file);
                part = new CoNll2012Part(CoNll2012Format.ReadName(document), source, columns, log);
            }
            else if (CoNll2012Format.IsEnd(line))
            {
                if (part is not null)
                    yield return part.Finish(file);
                part = null;
            }
            else if (line.Length == 0)
            {
                part?.EndSentence();
            }
            else if (IsToken(line))
            {
                part ??= new CoNll2012Part(null, source, columns, log);
                part.Add(Split(line), number);
            }
        }

        if (part is { IsEmpty: false })
            yield return part.Finish(file);
    }

    private CoNll2012Columns FindColumns() => CoNll2012Columns.Find([
        .. source.ReadLines().Select(line => line.Text.TrimEnd())
            .Where(line => line.Length > 0 && CoNll2012Format.FindBegin(line) is null && !CoNll2012Format.IsEnd(line) && IsToken(line))
            .Take(Sample).Select(Split)]);

    private static bool IsToken(string line) => line[0] != '#' || line.Contains('\t') || Split(line).Length > 3;

    private static string[] Split(string line) =>
        line.Contains('\t') ? line.Split('\t') : line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>
/// One part of a document: mentions of the named entity column, those of the coreference column that have no name, and chains.
/// </summary>
internal sealed class CoNll2012Part(string? id, SourceText source, CoNll2012Columns columns, ReadingLog log)
{
    private readonly TokenizedText text = new();
    private readonly List<int> lines = [];
    private readonly List<BracketSpan> names = [];
    private readonly List<BracketSpan> chains = [];
    private readonly List<BracketSpan> openNames = [];
    private readonly List<BracketSpan> openChains = [];
    private readonly Dictionary<int, string> speakers = [];

    public bool IsEmpty => text.Tokens.Count == 0;

    public void Add(string[] fields, int line)
    {
        if (fields.Length <= columns.Word)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                SourcePlace.Line(source, line), "token", $"it has {fields.Length} columns, the word is number {columns.Word + 1}"));
            return;
        }

        text.Add(fields[columns.Word]);
        lines.Add(line);
        var token = lines.Count - 1;
        if (columns.Name is { } name && name < fields.Length - 1)
            ReadBrackets(fields[name], token, names, openNames);
        if (columns.Speaker is { } speaker && speaker < fields.Length - 1 && fields[speaker] is not ("-" or "_"))
            speakers[token] = fields[speaker];
        ReadBrackets(fields[^1], token, chains, openChains);
    }

    public void EndSentence() => text.EndSentence();

    public AnnotatedArticle Finish(AnnotationFile file)
    {
        text.EndSentence();
        foreach (var open in openNames.Concat(openChains))
            log.ReportMalformed(ConllDiagnostics.NeverClosed(SourcePlace.Line(source, lines[open.First]), open.Label));

        var spans = names.Except(openNames).OrderBy(span => span.First).ThenByDescending(span => span.Last).ToList();
        var mentions = spans.Select((span, index) => ToMention(span, $"n{index + 1}", span.Label)).ToList();
        var known = new Dictionary<(int, int), int>();
        for (var i = 0; i < spans.Count; i++)
            known.TryAdd((spans[i].First, spans[i].Last), i);

        var found = new List<CoreferenceChain>();
        foreach (var chain in chains.Except(openChains).GroupBy(span => span.Label))
            found.Add(new CoreferenceChain(
                chain.Key,
                [.. chain.Select(span => FindMention(span, known, mentions)).Distinct()],
                SourcePlace.Line(source, lines[chain.First().First])));
        return new AnnotatedArticle(new ArticleMetadata(id), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Chains = [.. found],
            Sentences = text.GetSentences(),
        };
    }

    private int FindMention(BracketSpan span, Dictionary<(int, int), int> known, List<Mention> mentions)
    {
        if (known.TryGetValue((span.First, span.Last), out var index))
            return index;
        known.Add((span.First, span.Last), mentions.Count);
        mentions.Add(ToMention(span, $"c{mentions.Count + 1}", ""));
        return mentions.Count - 1;
    }

    private Mention ToMention(BracketSpan span, string mentionId, string type) =>
        new(mentionId, [type], [text.Cover(span.First, span.Last)], SourcePlace.Line(source, lines[span.First]))
        {
            Properties = speakers.TryGetValue(span.First, out var speaker) ? [new("speaker", Value.FromString(speaker))] : [],
        };

    /// <summary>
    /// <c>(12</c> opens, <c>12)</c> closes, <c>(12)</c> does both; in the column of names <c>(PERSON*</c> and <c>*)</c>; a bar or nothing
    /// between them.
    /// </summary>
    private void ReadBrackets(string cell, int token, List<BracketSpan> all, List<BracketSpan> open)
    {
        for (var i = 0; i < cell.Length;)
        {
            if (cell[i] == '(')
            {
                var end = cell.AsSpan(i + 1).IndexOfAny("()*|");
                end = end < 0 ? cell.Length : i + 1 + end;
                var span = new BracketSpan(cell[(i + 1)..end], token);
                all.Add(span);
                open.Add(span);
                i = end;
            }
            else if (cell[i] == ')')
            {
                Close("", token, open);
                i++;
            }
            else if (cell[i] is '*' or '|' or '-' or '_' or ' ')
            {
                i++;
            }
            else
            {
                var end = cell.IndexOf(')', i);
                if (end < 0)
                    return;
                Close(cell[i..end], token, open);
                i = end + 1;
            }
        }
    }

    private void Close(string label, int token, List<BracketSpan> open)
    {
        var index = open.FindLastIndex(span => label.Length == 0 || span.Label == label);
        if (index < 0)
        {
            log.ReportMalformed(ConllDiagnostics.NeverOpened(SourcePlace.Line(source, lines[token]), label));
            return;
        }

        open[index].Last = token;
        open.RemoveAt(index);
    }

    private sealed class BracketSpan(string label, int first)
    {
        public string Label => label;

        public int First { get; } = first;

        public int Last { get; set; } = first;
    }
}

/// <summary>Where the columns stand; the last is coreference.</summary>
internal sealed record CoNll2012Columns(int Word, int? Name, int? Speaker)
{
    private const int OntoNotes = 12;
    private const int SemEval = 15;

    public static CoNll2012Columns Find(IReadOnlyList<string[]> sample)
    {
        var fields = sample.Count == 0 ? [] : sample[0];
        bool IsNumber(int index) => index < fields.Length && fields[index].Length > 0 && fields[index].All(char.IsAsciiDigit);
        if (IsNumber(0) && !IsNumber(1))
            return new CoNll2012Columns(1, fields.Length >= SemEval ? 12 : null, null);
        if (IsNumber(1) && IsNumber(2))
            return new CoNll2012Columns(3, fields.Length >= OntoNotes ? 10 : null, fields.Length >= OntoNotes ? 9 : null);
        return new CoNll2012Columns(FindWords(sample, fields.Length) ?? (IsNumber(1) ? 2 : fields.Length > 3 ? 3 : 0), null, null);
    }

    /// <summary>Corpora of events have columns of their own: that of the words has mostly letters, and the most different ones.</summary>
    private static int? FindWords(IReadOnlyList<string[]> sample, int count)
    {
        int? best = null;
        var most = 1;
        for (var column = 0; column < count - 1; column++)
        {
            var values = sample.Where(fields => column < fields.Length).Select(fields => fields[column]).ToList();
            var different = values.Distinct(StringComparer.Ordinal).Count();
            if (different > most && values.Count(value => value.Any(char.IsLetter) && !value.Any(char.IsAsciiDigit)) >= values.Count / 2)
                (best, most) = (column, different);
        }

        return best;
    }
}
