using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>The words of one text with the markables of all levels to its article.</summary>
internal sealed class MmaxArticleReader(
    AnnotationFile file, string id, XmlFile words, ImmutableArray<(string Name, XmlFile Xml)> levels, ReadingLog log)
{
    private static readonly HashSet<string> Structure = new(StringComparer.OrdinalIgnoreCase)
    {
        "sentence", "sentences", "paragraph", "turn", "utterance", "section", "s", "p"
    };

    // What is analysis of the language, and names nothing.
    private static readonly HashSet<string> Language = new(StringComparer.OrdinalIgnoreCase)
    {
        "pos", "lemma", "morph", "morphology", "chunk", "chunks", "dependency", "deprel", "syntax", "parse", "token", "tokens"
    };

    private const string Markable = "markable";
    private static readonly string[] SetAttributes = ["coref_class", "coref_set", "coref", "coreference", "member", "set"];
    private static readonly string[] TypeAttributes =
    [
        "ne_type", "entity_type", "entity", "type", "category", "class", "tag", "label", "np_form"
    ];
    private static readonly HashSet<string> None = new(StringComparer.OrdinalIgnoreCase) { "", "empty", "none", "no", "no_class" };
    private static readonly KnownElements Known = new(["word @id"]);

    private readonly TokenizedText text = new();
    private readonly Dictionary<string, int> tokens = new(StringComparer.Ordinal);
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<string, List<int>> sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> mentionsById = new(StringComparer.Ordinal);
    private readonly List<Pointer> pointers = [];

    public AnnotatedArticle Read()
    {
        ReadWords();
        Known.CountOthers(words.Root, log);
        foreach (var (name, level) in levels)
        {
            foreach (var markable in level.Root.Elements())
                KnownElements.None.CountOthers(markable, log);
            if (Structure.Contains(name))
                log.CountLoss(
                    $"{name} markables not read",
                    name.StartsWith("sentence", StringComparison.OrdinalIgnoreCase) ? 0 : level.Root.Elements().Count());
            else if (Language.Contains(name))
                log.CountPassed($"{name} markables not read", level.Root.Elements().Count());
            else
                ReadLevel(name, level);
        }

        return new AnnotatedArticle(new ArticleMetadata(id), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Relations = [.. pointers.Select(CreateRelation).OfType<RelationAnnotation>()],
            Chains = [.. sets.Select(set => CoreferenceChain.Create(set.Key, set.Value, mentions))],
            Sentences = text.GetSentences(),
        };
    }

    private void ReadWords()
    {
        var all = words.Root.Elements().Where(word => word.Name.LocalName == "word").ToList();
        foreach (var (index, word) in all.Index())
        {
            var wordId = (string?)word.Attribute("id") ?? $"{index}";
            if (!tokens.TryAdd(wordId, index))
                log.ReportMalformed(ReadingDiagnostics.DuplicateId(words.GetPlace(word), wordId));
        }

        var ends = levels
            .Where(level => level.Name.StartsWith("sentence", StringComparison.OrdinalIgnoreCase))
            .SelectMany(level => level.Xml.Root.Elements())
            .Select(sentence => ParseSpan((string?)sentence.Attribute("span") ?? "", tokens))
            .Where(span => span.Count > 0)
            .Select(span => span.Max())
            .ToHashSet();
        foreach (var (index, word) in all.Index())
        {
            text.Add(word.Value.Trim());
            if (ends.Contains(index))
                text.EndSentence();
        }

        text.EndSentence();
    }

    private void ReadLevel(string name, XmlFile level)
    {
        foreach (var markable in level.Root.Elements())
        {
            if (markable.Name.LocalName != Markable)
            {
                log.CountLoss($"'{markable.Name.LocalName}' elements not read");
                continue;
            }

            var place = level.GetPlace(markable);
            var span = ParseSpan((string?)markable.Attribute("span") ?? "", tokens);
            if (span.Count == 0)
            {
                log.ReportMalformed(ReadingDiagnostics.Malformed(
                    place, "markable", $"its span '{(string?)markable.Attribute("span")}' names no words"));
                continue;
            }

            if (SetAttributes.Select(attribute => (string?)markable.Attribute(attribute)).FirstOrDefault(NamesSet) is { } set)
                sets.AddTo($"{name}:{set}", mentions.Count);

            var id = $"{name}.{(string?)markable.Attribute("id") ?? $"{mentions.Count}"}";
            mentionsById.TryAdd(id, mentions.Count);
            foreach (var attribute in markable.Attributes().Where(IsPointer))
            {
                var targets = attribute.Value.Split(';', StringSplitOptions.TrimEntries);
                pointers.AddRange(targets.Select(
                    target => new Pointer(mentions.Count, attribute.Name.LocalName, name, target, targets.Length == 1, place)));
            }

            var parts = TokenRuns.Find(span).Select(run => text.Cover(run.First, run.Last));
            mentions.Add(new Mention(id, [GetType(markable, name)], [.. parts], place) { Properties = GetProperties(markable) });
        }
    }

    /// <summary>Whether an attribute names other markables: <c>markable_3</c>, of another level <c>phrase:markable_3</c>.</summary>
    private static bool IsPointer(XAttribute attribute) => attribute.Name.LocalName != "id"
        && Regex.IsMatch(attribute.Value, @"^\s*([\w-]+:)?markable_\w+(\s*;\s*([\w-]+:)?markable_\w+)*\s*$", RegexOptions.CultureInvariant);

    /// <summary>The one antecedent of a markable is the same as it; several are a group, and what is related is another thing.</summary>
    private RelationAnnotation? CreateRelation(Pointer pointer, int number)
    {
        var id = pointer.Target.IndexOf(':') is > 0 and var colon
            ? $"{pointer.Target[..colon]}.{pointer.Target[(colon + 1)..]}"
            : $"{pointer.Level}.{pointer.Target}";
        if (!mentionsById.TryGetValue(id, out var target))
        {
            log.ReportMalformed(ReadingDiagnostics.UnknownReference(pointer.Place, pointer.Target));
            return null;
        }

        return new RelationAnnotation(
            $"p{number + 1}", pointer.Name, new MentionArgument(pointer.Source), new MentionArgument(target), pointer.Place)
        {
            IsCoreference = pointer.IsOnly && pointer.Name.Contains("antecedent", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static bool NamesSet(string? value) =>
        value is not null && !None.Contains(value) && value.Contains("set", StringComparison.Ordinal);

    private static string GetType(XElement markable, string level) =>
        TypeAttributes.Select(name => (string?)markable.Attribute(name)).FirstOrDefault(type => type is not null && !None.Contains(type))
        ?? level;

    private static Properties GetProperties(XElement markable) =>
        [.. markable.Attributes()
            .Where(attribute => attribute.Name.LocalName is not ("id" or "span" or "mmax_level")
                && !attribute.IsNamespaceDeclaration && !None.Contains(attribute.Value)
                && !SetAttributes.Contains(attribute.Name.LocalName)
                && !IsPointer(attribute))
            .Select(attribute => KeyValuePair.Create(attribute.Name.LocalName, Value.FromString(attribute.Value)))];

    /// <summary><c>word_3..word_5,word_9</c></summary>
    private static List<int> ParseSpan(string span, Dictionary<string, int> numbers)
    {
        var result = new List<int>();
        foreach (var part in span.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split("..");
            if (!numbers.TryGetValue(ends[0], out var first) || !numbers.TryGetValue(ends[^1], out var last) || last < first)
                return [];
            result.AddRange(Enumerable.Range(first, last - first + 1));
        }

        return result;
    }

    /// <param name="Source">The mention that points.</param>
    /// <param name="IsOnly">Whether it points at one alone.</param>
    private readonly record struct Pointer(int Source, string Name, string Level, string Target, bool IsOnly, SourcePlace Place);
}
