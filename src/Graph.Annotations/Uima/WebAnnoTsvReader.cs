using System.Globalization;
using System.Text;

namespace Graph.Annotations;

/// <summary>
/// WebAnno TSV 3: one token a line with its annotations in columns. Offsets are UTF-16 units of a text in which a line feed stands
/// between sentences.
/// </summary>
internal sealed class WebAnnoTsvReader
{
    public const string Signature = "#FORMAT=WebAnno TSV 3";
    private const string Segmentation = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.";
    private const int MaximumGap = 100_000;
    private const string Sofa = "sofa";

    private readonly SourceText source;
    private readonly ReadingLog log;
    private readonly CasBuilder builder;
    private readonly WebAnnoTsvHeader header = new();
    private readonly StringBuilder text = new();
    private readonly List<TsvToken> sentence = [];
    private readonly List<string> sentenceText = [];
    private readonly List<string> sentenceIds = [];
    private readonly WebAnnoTsvAnnotations annotations;

    // Up to 3.1 texts and tokens are escaped as in Java; since 3.2 only texts are, and tokens are as they are.
    private readonly bool hasCodes;

    private WebAnnoTsvReader(SourceText source, ReadingLog log)
    {
        this.source = source;
        this.log = log;
        hasCodes = source.Text.StartsWith(Signature + ".0", StringComparison.Ordinal)
            || source.Text.StartsWith(Signature + ".1", StringComparison.Ordinal);
        builder = new CasBuilder(SourcePlace.StartOf(source), log);
        annotations = new WebAnnoTsvAnnotations(header, log);
    }

    public static IEnumerable<Cas> Read(AnnotationFile file, ReadingLog log) => new WebAnnoTsvReader(file.ReadText(log), log).Read();

    private IEnumerable<Cas> Read()
    {
        var sentences = 0;
        foreach (var (number, line, place) in source.ReadLines())
        {
            if (line.Length == 0)
                sentences += EndSentence(sentences);
            else if (line.StartsWith("#Text=", StringComparison.Ordinal))
                sentenceText.Add(TsvCell.Unescape(line["#Text=".Length..], hasCodes));
            else if (char.IsAsciiDigit(line[0]))
                AddToken(line, number);
            else if (!header.TryAdd(line))
                Refuse(line, place);
        }

        EndSentence(sentences);
        return BuildCas();
    }

    private void Refuse(string line, SourcePlace place)
    {
        if (line[0] != '#')
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "token line", "it starts with neither a token id nor '#'"));
        else if (line.StartsWith("#T", StringComparison.Ordinal))
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                place, "declaration of a layer", "it starts with none of '#T_SP=', '#T_RL=' and '#T_CH='"));
        else if (!line.StartsWith(Signature, StringComparison.Ordinal) && !line.StartsWith("#Sentence.", StringComparison.Ordinal))
            log.CountPassed($"lines '{(line.IndexOf('=') is > 0 and var end ? line[..end] : "#")}'");
    }

    private IEnumerable<Cas> BuildCas()
    {
        builder.AddSofa(Sofa, UimaFormat.InitialView, text.ToString());
        var structures = annotations.Build();
        foreach (var (id, type, features, place) in structures)
            builder.Add(id, type, features, place);
        builder.AddView(Sofa, [.. sentenceIds, .. structures.Where(structure => structure.IsIndexed).Select(structure => structure.Id)]);
        return builder.Build();
    }

    private void AddToken(string line, int number)
    {
        var fields = line.Split('\t');
        var place = SourcePlace.Line(source, number);
        if (fields.Length < 3 || ReadOffsets(fields[1]) is not { } span)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                place, "token line", "it needs an id, offsets such as 0-5 and a token, with tabs between"));
            return;
        }

        var token = new TsvToken(fields[0], span, fields[2], place);
        sentence.Add(token);
        log.CountLoss(
            "values in columns that no layer declares", fields.Skip(header.ColumnCount).Count(field => field is not ("" or "_" or "*")));
        annotations.Add(token, fields);
    }

    /// <summary>The text of the sentence goes where its first token says; what lies before is a line feed.</summary>
    private int EndSentence(int number)
    {
        if (sentence.Count == 0)
        {
            sentenceText.Clear();
            return 0;
        }

        var words = string.Join('\n', sentenceText);
        var first = sentence[0];
        var indent = Math.Max(
            0, ListForms(first).Select(form => words.IndexOf(form, StringComparison.Ordinal)).FirstOrDefault(found => found >= 0));
        var start = Math.Max(text.Length, first.Span.Start - indent);
        if (start > text.Length + MaximumGap)
        {
            log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(
                first.Place, first.Span.Start, first.Span.End, text.Length + words.Length));
            start = text.Length;
        }

        text.Append(text.Length == 0 ? ' ' : '\n', start - text.Length).Append(words);
        CheckSurfaces(start, words);
        var id = $"s{number + 1}";
        builder.Add(id, Segmentation + "Sentence", TsvFeatures.OfSpan(TextSpan.FromBounds(start, start + words.Length)), first.Place);
        sentenceIds.Add(id);
        sentence.Clear();
        sentenceText.Clear();
        return 1;
    }

    private void CheckSurfaces(int start, string words)
    {
        foreach (var token in sentence)
        {
            var offset = token.Span.Start - start;
            if (offset < 0 || token.Span.End - start > words.Length)
                log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(
                    token.Place, token.Span.Start, token.Span.End, start + words.Length));
            else if (words.AsSpan(offset, token.Span.Length) is var there && !IsForm(token, there))
                log.ReportSurfaceMismatch(token.Place, token.Form, there.ToString());
        }
    }

    private bool IsForm(TsvToken token, ReadOnlySpan<char> words)
    {
        foreach (var form in ListForms(token))
        {
            if (words.SequenceEqual(form))
                return true;
        }

        return false;
    }

    /// <summary>The token as it stands, and as an escaped text; the first is what the version writes.</summary>
    private IEnumerable<string> ListForms(TsvToken token)
    {
        var plain = TsvCell.Unescape(token.Form, hasCodes);
        return hasCodes ? [plain, token.Form] : [token.Form, plain];
    }

    private static TextSpan? ReadOffsets(string field)
    {
        var dash = field.IndexOf('-');
        return dash > 0
            && int.TryParse(field.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(field.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && start <= end
                ? TextSpan.FromBounds(start, end)
                : null;
    }
}

/// <param name="Id">Sentence and token, <c>1-3</c>, or a part of a token, <c>1-3.1</c>.</param>
/// <param name="Form">As the line has it, escapes included.</param>
internal sealed record TsvToken(string Id, TextSpan Span, string Form, SourcePlace Place);
