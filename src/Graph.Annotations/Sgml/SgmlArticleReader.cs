using System.Globalization;

namespace Graph.Annotations;

/// <summary>One document with marks in it.</summary>
/// <param name="span">Of the document in its file.</param>
/// <param name="isPart">Whether the file has further ones.</param>
internal sealed class SgmlArticleReader(AnnotationFile file, SourceText source, TextSpan span, bool isPart, ReadingLog log)
{
    private const string ChainId = "COREFID";

    private static readonly HashSet<string> OwnAttributes = new(StringComparer.OrdinalIgnoreCase)
    {
        "TYPE", "CATEG", "S_OFF", "E_OFF", "ID", "REF", ChainId, SgmlRelations.Targets, SgmlRelations.Types,
    };

    private readonly MarkedText marked = new(source.Text.Substring(span.Start, span.Length));
    private readonly List<Mention> mentions = [];
    private readonly SgmlRelations relations = new(log);

    // The name of a chain by that of a member: others refer to it, or have the same.
    private readonly Dictionary<string, string> references = new(StringComparer.Ordinal);
    private readonly List<(string Id, int Mention)> members = [];
    private MarkedSpans spans = null!;

    public AnnotatedArticle Read()
    {
        var marks = new SgmlMarks(marked.Elements.Any(element => element.Name is "DOC" or "DOCID" or "DOCNO" or MarkedMetadata.Reuters),
            SgmlOwnMarks.Find(marked));
        var indexes = marked.Elements.Where(element => element.Name == MarkedMetadata.Index).ToList();
        var names = marked.Elements
            .Where(element => element.Name == "D" && element.Parent is { Name: "PLACES" or "PEOPLE" or "ORGS" or "COMPANIES" })
            .ToList();
        if (names.Count > 0)
            log.CountLoss("names that index a document", names.Count, PlaceOf(names[0]));
        log.CountPassed(
            "topics of documents", marked.Elements.Count(element => element is { Name: "D", Parent.Name: "TOPICS" or "EXCHANGES" }));
        bool IsInIndex(MarkedElement element) =>
            indexes.Exists(index => element.Tag.Start > index.Tag.Start && element.Tag.Start < index.End);
        var rejected = SgmlAlternatives.FindRejected(marked);
        bool IsRejected(MarkedElement element) => rejected.Exists(part => element.Tag.Start > part.Start && element.Tag.Start < part.End);
        spans = MarkedSpans.FromMarks(
            marked,
            element => (marks.IsMark(element) || marks.IsPart(element)) && element.IsClosed && !IsInIndex(element) && !IsRejected(element),
            [.. rejected, .. FindBlanks(marks)],
            MarkedMetadata.Header);
        foreach (var element in marked.Elements)
        {
            if (IsRejected(element))
                log.CountPassed("marks of other readings", marks.IsMark(element) ? 1 : 0);
            else if (marks.IsPart(element))
                log.CountPassed(element.Name == SgmlAlternatives.Name ? "places with several readings" : "components of names");
            else if (marks.IsMark(element) && IsInIndex(element))
                log.CountLoss("names that index a document", 1, PlaceOf(element));
            else if (marks.IsMark(element))
                AddMention(element);
            else if (relations.TryAddLink(element.Name, ReadAttributes(element), PlaceOf(element)))
                continue;
            else if (!MarkedMetadata.Header.Contains(element.Name)
                && element.Name is not ("DOC" or "RECORD" or MarkedMetadata.Reuters)
                && !(element.Tag.Start == 0 && (element.Name == "TEXT" || MarkedMetadata.Articles.Contains(element.Name)))
                && marked.ListAttributes(element).Any(attribute => attribute.Key != "PARTNO"))
                log.CountPassed($"{element.Name} elements not read");
        }

        var metadata = MarkedMetadata.Read(marked, marks.IsMark);
        if (marked.Elements.Any(element => element.Name == "TITLE" && marks.IsPart(element)))
            metadata = metadata with { Title = null };
        if (metadata.Published is null
            && marked.Elements.Any(element => MarkedMetadata.Dates.Contains(element.Name) && !marks.IsMark(element)))
            log.CountPassed("dates of documents that are not understood");
        var isOfLines = marked.Elements.All(element => marks.IsMark(element) || marks.IsPart(element) || element.Name is "DOC" or "RECORD");
        return new AnnotatedArticle(metadata, spans.Text)
        {
            File = file,
            Place = isPart ? FilePlace.From(new SourcePlace(source, span)) : null,
            Mentions = [.. mentions],
            Relations = relations.Read(),
            Chains =
            [
                .. members.GroupBy(member => FindChain(member.Id), member => member.Mention)
                    .Where(chain => chain.Count() > 1)
                    .Select(chain => CoreferenceChain.Create(chain.Key, chain, mentions)),
            ],
            Sentences = MarkedSentences.Split(spans.Text, spans.Breaks, breakAtNewline: isOfLines),
        };
    }

    /// <summary>Quaero writes tags as words, with a blank on both sides of each: the inner ones are no text.</summary>
    private IEnumerable<TextSpan> FindBlanks(SgmlMarks marks)
    {
        bool IsBlank(int position) => position >= 0 && position < marked.Source.Length && marked.Source[position] == ' ';
        return marked.Elements.Where(element => element.IsClosed && (SgmlMarks.IsOfQuaero(element.Name) || marks.IsPart(element)))
            .SelectMany(element => new[] { element.Start, element.End - 1 })
            .Where(IsBlank).Distinct().Select(position => new TextSpan(position, 1));
    }

    private SourcePlace PlaceOf(MarkedElement element) => new(source, new TextSpan(span.Start + element.Tag.Start, element.Tag.Length));

    private Dictionary<string, string> ReadAttributes(MarkedElement element) =>
        marked.ListAttributes(element).DistinctBy(attribute => attribute.Key.ToUpperInvariant())
            .ToDictionary(attribute => attribute.Key, attribute => attribute.Value, StringComparer.OrdinalIgnoreCase);

    private void AddMention(MarkedElement element)
    {
        var place = PlaceOf(element);
        if (!element.IsClosed)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "mark", "nothing closes it"));
            return;
        }

        var attributes = ReadAttributes(element);
        if (FindWords(element, attributes) is not { } words)
        {
            log.CountLoss("marks without words", 1, place);
            return;
        }

        var id = attributes.GetValueOrDefault("ID");
        if (element.Name == SgmlMarks.Coreference && id is not null)
            AddMember(id, attributes);
        else if (attributes.GetValueOrDefault(ChainId) is { Length: > 0 } chain)
            members.Add((chain, mentions.Count));
        relations.Add(mentions.Count, attributes, place);
        mentions.Add(new Mention($"m{mentions.Count + 1}", SgmlMarks.GetTypes(element, attributes), [words], place)
        {
            Properties =
            [
                .. attributes
                    .Where(attribute => !OwnAttributes.Contains(attribute.Key) && attribute.Value.Length > 0)
                    .Select(attribute => KeyValuePair.Create(attribute.Key, Value.FromString(attribute.Value))),
            ],
        });
    }

    /// <summary>Without outer blanks, and without the parts of tokens that OntoNotes cuts off by number.</summary>
    private TextSpan? FindWords(MarkedElement element, Dictionary<string, string> attributes)
    {
        if (!spans.TryGetSpan(element.Start, element.End, out var words))
            return null;
        var (start, end) = (words.Start + GetNumber(attributes, "S_OFF"), words.End - GetNumber(attributes, "E_OFF"));
        if (start >= end)
            (start, end) = (words.Start, words.End);
        while (start < end && char.IsWhiteSpace(spans.Text[start]))
            start++;
        while (start < end && char.IsWhiteSpace(spans.Text[end - 1]))
            end--;
        return start < end ? TextSpan.FromBounds(start, end) : null;
    }

    private static int GetNumber(Dictionary<string, string> attributes, string name) =>
        int.TryParse(attributes.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private void AddMember(string id, Dictionary<string, string> attributes)
    {
        members.Add((id, mentions.Count));
        if (attributes.GetValueOrDefault("REF") is { Length: > 0 } other && FindChain(other) is var chain && chain != FindChain(id))
            references[FindChain(id)] = chain;
    }

    private string FindChain(string id)
    {
        while (references.TryGetValue(id, out var next))
            id = next;
        return id;
    }
}

/// <summary>
/// Where annotators could not decide, HAREM has all readings, <c>&lt;ALT&gt;a|b&lt;/ALT&gt;</c>; the first is the text.
/// </summary>
internal static class SgmlAlternatives
{
    public const string Name = "ALT";

    /// <summary>From the bar behind the first reading to the end of the last.</summary>
    public static List<TextSpan> FindRejected(MarkedText marked) =>
        [.. marked.Elements.Where(element => element.Name == Name && element.IsClosed)
            .Select(element => (Bar: FindBar(marked, element), element.End))
            .Where(found => found.Bar >= 0)
            .Select(found => TextSpan.FromBounds(found.Bar, found.End))];

    /// <summary>The first bar outside of tags; -1 where there is none.</summary>
    private static int FindBar(MarkedText marked, MarkedElement element)
    {
        var position = element.Start;
        foreach (var tag in marked.Tags
            .Where(tag => tag.Start >= element.Start && tag.End <= element.End)
            .Append(new TextSpan(element.End, 0)))
        {
            var bar = marked.Source.AsSpan(position, tag.Start - position).IndexOf('|');
            if (bar >= 0)
                return position + bar;
            position = tag.End;
        }

        return -1;
    }
}
