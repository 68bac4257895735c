using System.Globalization;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// One text of MUC with its templates. Keys have the words of what they name and not their places, so a mention is the first place of the
/// words; what a slot says in words of its own is a property of the event.
/// </summary>
/// <param name="span">Of the text in its file.</param>
internal sealed class MucArticleReader(AnnotationFile file, SourceText source, TextSpan span, ReadingLog log)
{
    private const string Type = "INCIDENT: TYPE";

    // What names the text or the template.
    private static readonly string[] Heads = ["MESSAGE: ID", "MESSAGE: TEMPLATE", "MESSAGE ID", "TEMPLATE ID", Type];

    private readonly string text = Unfold(source.Text.Substring(span.Start, span.Length));
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<TextSpan, int> bySpan = [];
    private readonly List<CoreferenceChain> chains = [];

    public AnnotatedArticle Read(string id, ImmutableArray<MucTemplate> templates)
    {
        var events = templates.Where(template => !template.IsEmpty).Select(CreateEvent).ToImmutableArray();
        return new AnnotatedArticle(new ArticleMetadata(id, Published: ReadDay(text)), text)
        {
            File = file,
            Place = FilePlace.From(new SourcePlace(source, span)),
            Mentions = [.. mentions],
            Chains = [.. chains],
            Events = events,
        };
    }

    /// <summary>Lines were broken at a width; paragraphs have an empty line between them.</summary>
    private static string Unfold(string text) => string.Join(
        '\n',
        Regex.Split(text.ReplaceLineEndings("\n"), @"\n\s*\n", RegexOptions.CultureInvariant)
            .Select(paragraph => string.Join(' ', paragraph.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(paragraph => paragraph.Length > 0));

    private EventAnnotation CreateEvent(MucTemplate template, int index)
    {
        var participants = new List<Participant>();
        var properties = new List<KeyValuePair<string, Value>>();
        foreach (var slot in template.Slots.Where(slot => !Heads.Contains(slot.Name)))
        {
            var said = new List<string>();
            foreach (var fill in slot.Fills)
            {
                if (Find(slot.Name, fill, template.Place) is { } mention)
                    participants.Add(new Participant(slot.Name, new MentionArgument(mention)));
                else
                    said.Add(fill);
            }

            if (said.Count > 0)
                properties.Add(new(slot.Name, Value.FromString(string.Join("; ", said))));
        }

        var type = template.Get(Type)?.Split(" / ")[0] ?? "INCIDENT";
        return new EventAnnotation($"{template.Document}/{index + 1}", type, null, [.. participants], template.Place)
        {
            Properties = [.. properties],
        };
    }

    /// <summary>
    /// The mention of a fill whose words are quoted, which all its names in the text are; null for one that is no name. A kind before a
    /// name, <c>TERRORIST ACT: "BOMB"</c>, says something of what another slot names.
    /// </summary>
    private int? Find(string slot, string fill, SourcePlace place)
    {
        if (!fill.TrimStart('?', ' ').StartsWith('"'))
            return null;
        var names = Regex.Matches(fill.Split("\": ")[0] + "\"", "\"(?<words>[^\"]+)\"", RegexOptions.CultureInvariant);
        var found = names.Select(match => FindPlace(match.Groups["words"].Value))
            .OfType<TextSpan>()
            .Distinct()
            .Select(words => Add(slot, words, place))
            .ToImmutableArray();
        if (found.IsEmpty)
            log.CountLoss("fills whose words are not in the text", 1, place);
        else if (found.Length > 1)
            chains.Add(new CoreferenceChain($"c{chains.Count + 1}", found, place));
        return found.IsEmpty ? null : found[0];
    }

    private TextSpan? FindPlace(string words) =>
        WordFinder.Find(text, words) is >= 0 and var start ? new TextSpan(start, words.Length) : null;

    private int Add(string slot, TextSpan words, SourcePlace place)
    {
        if (bySpan.TryGetValue(words, out var known))
            return known;
        mentions.Add(new Mention($"m{mentions.Count + 1}", [slot], [words], place));
        return bySpan[words] = mentions.Count - 1;
    }

    /// <summary>The day of a dateline, <c>BOGOTA, 3 JAN 90 --</c>.</summary>
    private static PartialDate? ReadDay(string text)
    {
        var match = Regex.Match(text, @"\b(?<day>\d{1,2}) (?<month>[A-Z]{3}) (?<year>\d\d)\b", RegexOptions.CultureInvariant);
        return match.Success
            && DateOnly.TryParseExact(
                $"{match.Groups["day"].Value} {match.Groups["month"].Value} 19{match.Groups["year"].Value}",
                "d MMM yyyy",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day)
            && PartialDate.TryParse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var date, out _)
            ? date
            : null;
    }
}
