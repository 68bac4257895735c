using System.Text;

namespace Graph.Annotations;

/// <summary>
/// WebAnno TSV 2: the first line names layers and features, a token a line without offsets, spans as <c>B-</c> and <c>I-</c> stacked by
/// bars, the other end of a relation in the column <c>AttachTo=</c>. The text is that of the <c>#text=</c> lines.
/// </summary>
internal sealed class WebAnnoTsv2Reader
{
    private const string Segmentation = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.";
    private const string Sofa = "sofa";
    private readonly SourceText source;
    private readonly ReadingLog log;
    private readonly CasBuilder builder;
    private readonly StringBuilder text = new();
    private readonly List<string> members = [];
    private readonly List<Tsv2Column> columns = [];
    private readonly Dictionary<(string Layer, int Stack), TsvStructureDraft> open = [];
    private readonly Dictionary<(string Layer, string Token), string> atToken = [];
    private readonly Dictionary<string, TextSpan> tokens = new(StringComparer.Ordinal);
    private readonly List<TsvStructureDraft> drafts = [];
    private readonly List<(Tsv2Column Column, string Value, string Governor, string Token, SourcePlace Place)> relations = [];
    private string sentence = "";
    private int sentenceStart;
    private int position;

    private WebAnnoTsv2Reader(SourceText source, ReadingLog log)
    {
        (this.source, this.log) = (source, log);
        builder = new CasBuilder(SourcePlace.StartOf(source), log);
    }

    /// <summary>A line of layers that are written with blanks around bars and hashes, before the first text.</summary>
    public static bool IsTsv2(string head)
    {
        var first = head.Split('\n')[0].Trim();
        return first.StartsWith("# ", StringComparison.Ordinal) && first.Contains(" | ", StringComparison.Ordinal) && first.Contains('.')
            && head.Contains("\n#text=", StringComparison.Ordinal) && head.Contains("\n#id=", StringComparison.Ordinal);
    }

    public static IEnumerable<Cas> Read(AnnotationFile file, ReadingLog log) => new WebAnnoTsv2Reader(file.ReadText(log), log).Read();

    private IEnumerable<Cas> Read()
    {
        foreach (var (number, line, place) in source.ReadLines())
        {
            if (number == 1)
                ReadHeader(line);
            else if (line.StartsWith("#text=", StringComparison.Ordinal))
                BeginSentence(line["#text=".Length..]);
            else if (line.Length > 0 && char.IsAsciiDigit(line[0]))
                AddToken(line.Split('\t'), place);
            else if (line.Length == 0)
                open.Clear();
        }

        EndSentence();
        builder.AddSofa(Sofa, UimaFormat.InitialView, text.ToString());
        foreach (var draft in drafts)
            Add(draft.Id, draft.Layer, TsvFeatures.OfSpan(draft.Span, [.. draft.Features]), draft.Place);
        AddRelations();
        builder.AddView(Sofa, members);
        return builder.Build();
    }

    /// <summary><c># webanno.custom.Name | value # webanno.custom.Link | kind | AttachTo=webanno.custom.Name</c></summary>
    private void ReadHeader(string line)
    {
        foreach (var layer in line
            .Trim()
            .TrimStart('#')
            .Split(" # ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = layer.Split('|', StringSplitOptions.TrimEntries);
            var attached = parts.FirstOrDefault(part => part.StartsWith("AttachTo=", StringComparison.Ordinal))?["AttachTo=".Length..];
            foreach (var feature in parts.Skip(1).DefaultIfEmpty(""))
                columns.Add(new Tsv2Column(parts[0], feature, attached));
        }
    }

    private void BeginSentence(string words)
    {
        EndSentence();
        if (text.Length > 0)
            text.Append('\n');
        sentence = words;
        sentenceStart = text.Length;
        position = 0;
        text.Append(words);
    }

    private void EndSentence()
    {
        if (sentence.Length == 0)
            return;

        Add(
            $"s{members.Count}",
            Segmentation + "Sentence",
            TsvFeatures.OfSpan(new TextSpan(sentenceStart, sentence.Length)),
            SourcePlace.StartOf(source));
        sentence = "";
    }

    private void AddToken(string[] fields, SourcePlace place)
    {
        var found = fields.Length < 2 ? -1 : sentence.IndexOf(fields[1], position, StringComparison.Ordinal);
        if (found < 0)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "token line", "its token does not follow in the text of the sentence"));
            return;
        }

        position = found + fields[1].Length;
        var span = new TextSpan(sentenceStart + found, fields[1].Length);
        tokens[fields[0]] = span;
        for (var column = 0; column < columns.Count && column + 2 < fields.Length; column++)
        {
            if (columns[column].AttachedTo is null)
                AddSpans(columns[column], fields[column + 2], fields[0], span, place);
            else if (!columns[column].Feature.StartsWith("AttachTo=", StringComparison.Ordinal))
                AddRelationCells(column, fields, place);
        }
    }

    private void AddSpans(Tsv2Column column, string cell, string token, TextSpan span, SourcePlace place)
    {
        foreach (var (stack, value) in cell.Split('|').Index())
        {
            var key = (column.Layer, stack);
            if (value is "O" or "_" or "")
            {
                open.Remove(key);
                continue;
            }

            var isInside = value.StartsWith("I-", StringComparison.Ordinal);
            var isNew = !isInside && (!open.TryGetValue(key, out var before) || before.FirstToken != token);
            if (isNew || !open.TryGetValue(key, out var draft))
            {
                draft = new TsvStructureDraft($"a{drafts.Count}", column.Layer, token, place) { Span = span };
                drafts.Add(draft);
                open[key] = draft;
            }

            draft.Span = draft.Span.Cover(span);
            atToken.TryAdd((column.Layer, token), draft.Id);
            var text = value.Length > 2 && value[1] == '-' && value[0] is 'B' or 'I' ? value[2..] : value;
            if (!isInside && column.Feature.Length > 0 && text is not ("_" or "*") && text != column.Layer)
                draft.Features.Add(TsvFeatures.Create(column.Feature, text));
        }
    }

    private void AddRelationCells(int column, string[] fields, SourcePlace place)
    {
        var ends = columns.FindIndex(other => other.Layer == columns[column].Layer
            && other.Feature.StartsWith("AttachTo=", StringComparison.Ordinal));
        if (ends < 0 || ends + 2 >= fields.Length || fields[column + 2] is "_" or "O" or "")
            return;
        var governors = fields[ends + 2].Split('|');
        foreach (var (stack, value) in fields[column + 2].Split('|').Index())
        {
            if (stack < governors.Length && governors[stack] is not ("_" or "O" or ""))
                relations.Add((columns[column], value, governors[stack], fields[0], place));
        }
    }

    private void AddRelations()
    {
        foreach (var (number, relation) in relations.Index())
        {
            var (governor, dependent) = (FindEnd(relation.Column, relation.Governor), FindEnd(relation.Column, relation.Token));
            var span = tokens.GetValueOrDefault(relation.Token);
            var features = TsvFeatures.OfSpan(
                span,
                TsvFeatures.Create(UimaLayers.Governor, governor),
                TsvFeatures.Create(UimaLayers.Dependent, dependent),
                TsvFeatures.Create(relation.Column.Feature, relation.Value));
            Add($"r{number}", relation.Column.Layer, features, relation.Place);
        }
    }

    private string FindEnd(Tsv2Column column, string token) => atToken.GetValueOrDefault((column.AttachedTo!, token), token);

    private void Add(string id, string type, IReadOnlyList<KeyValuePair<string, ImmutableArray<string>>> features, SourcePlace place)
    {
        builder.Add(id, type, features, place);
        members.Add(id);
    }

    private sealed record Tsv2Column(string Layer, string Feature, string? AttachedTo);

    private sealed class TsvStructureDraft(string id, string layer, string firstToken, SourcePlace place)
    {
        public string Id => id;

        public string Layer => layer;

        public string FirstToken => firstToken;

        public SourcePlace Place => place;

        public TextSpan Span { get; set; }

        public List<KeyValuePair<string, ImmutableArray<string>>> Features { get; } = [];
    }
}
