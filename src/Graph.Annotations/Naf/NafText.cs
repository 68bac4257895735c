using System.Globalization;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// The text of a NAF file and what annotations may point at: word forms, terms, components of compounds and multiwords.
/// Offsets count code points of the raw layer. A surface is always the raw text, as word forms may be normalised.
/// </summary>
internal sealed class NafText
{
    private readonly Dictionary<string, ImmutableArray<TextSpan>> spans = new(StringComparer.Ordinal);
    private readonly XmlFile xml;
    private readonly ReadingLog log;

    public NafText(XmlFile xml, ReadingLog log)
    {
        this.xml = xml;
        this.log = log;
        var wordForms = xml.Root.Elements("text").Descendants("wf").ToList();
        var raw = xml.Root.Element("raw")?.Value;
        Text = raw ?? string.Join(' ', wordForms.Select(wordForm => wordForm.Value));
        Sentences = raw is null ? AddJoinedWords(wordForms) : AddWords(wordForms);
        AddParts("terms", "term");
        AddParts("multiwords", "mw");
    }

    public string Text { get; }

    /// <summary>From the sentence numbers of the word forms; default where there are none.</summary>
    public ImmutableArray<TextSpan> Sentences { get; }

    /// <summary>
    /// The parts of the text that a <c>span</c> element points at, touching parts joined; empty where it points at nothing.
    /// </summary>
    public ImmutableArray<TextSpan> GetFragments(XElement? span)
    {
        if (span is null)
            return [];

        var parts = new List<TextSpan>();
        foreach (var target in span.Elements("target"))
        {
            var id = (string?)target.Attribute("id") ?? "";
            if (spans.TryGetValue(id, out var found))
                parts.AddRange(found);
            else
                log.ReportMalformed(ReadingDiagnostics.UnknownReference(xml.GetPlace(target), id));
        }

        return Join(parts);
    }

    /// <summary>An id attribute under its name of version 3, or under the older one of the layer.</summary>
    public static string GetId(XElement element, string olderName) =>
        (string?)element.Attribute("id") ?? (string?)element.Attribute(olderName) ?? "";

    private ImmutableArray<TextSpan> AddWords(List<XElement> wordForms)
    {
        var codePoints = new TextOffsets(Text);
        var sentences = new SortedDictionary<int, TextSpan>();
        foreach (var wordForm in wordForms)
        {
            var start = GetNumber(wordForm, "offset");
            var length = GetNumber(wordForm, "length") ?? wordForm.Value.Length;
            if (start + length > codePoints.Length && start < codePoints.Length)
            {
                log.Count("word forms cut at the end of the text");
                length = codePoints.Length - start.Value;
            }

            if (start is null || !codePoints.TryGetSpan(start.Value, start.Value + length, out var span))
            {
                log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(
                    xml.GetPlace(wordForm), start ?? 0, (start ?? 0) + length, codePoints.Length));
                continue;
            }

            AddWord(wordForm, span, sentences);
        }

        return sentences.Count == 0 ? default : [.. sentences.Values.OrderBy(sentence => sentence.Start)];
    }

    private ImmutableArray<TextSpan> AddJoinedWords(List<XElement> wordForms)
    {
        var sentences = new SortedDictionary<int, TextSpan>();
        var start = 0;
        foreach (var wordForm in wordForms)
        {
            AddWord(wordForm, new TextSpan(start, wordForm.Value.Length), sentences);
            start += wordForm.Value.Length + 1;
        }

        return sentences.Count == 0 ? default : [.. sentences.Values.OrderBy(sentence => sentence.Start)];
    }

    private void AddWord(XElement wordForm, TextSpan span, SortedDictionary<int, TextSpan> sentences)
    {
        spans[GetId(wordForm, "wid")] = [span];
        foreach (var part in wordForm.Elements("subtoken"))
            spans[GetId(part, "wid")] = [span];

        if (GetNumber(wordForm, "sent") is { } number)
            sentences[number] = sentences.TryGetValue(number, out var sentence) ? sentence.Cover(span) : span;
    }

    private void AddParts(string layer, string name)
    {
        foreach (var element in xml.Root.Elements(layer).Elements(name))
        {
            var fragments = GetFragments(element.Element("span"));
            var components = element.Elements("component").ToList();
            if (fragments.IsEmpty)
                fragments = Join([.. components.SelectMany(component => GetFragments(component.Element("span")))]);

            spans[GetId(element, "tid")] = fragments;
            foreach (var component in components)
            {
                var own = GetFragments(component.Element("span"));
                spans[GetId(component, "id")] = own.IsEmpty ? fragments : own;
            }
        }
    }

    private ImmutableArray<TextSpan> Join(List<TextSpan> parts)
    {
        parts.Sort((left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : left.End.CompareTo(right.End));
        var joined = new List<TextSpan>();
        foreach (var part in parts)
        {
            if (joined.Count > 0 && IsBlank(joined[^1].End, part.Start))
                joined[^1] = joined[^1].Cover(part);
            else
                joined.Add(part);
        }

        return [.. joined];
    }

    private bool IsBlank(int from, int to) => to <= from || Text.AsSpan(from, to - from).IsWhiteSpace();

    private static int? GetNumber(XElement element, string name) =>
        int.TryParse((string?)element.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
