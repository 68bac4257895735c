using System.Globalization;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>The mentions of a NAF file: entity spans, the other spans of their coreference sets, and time expressions.</summary>
internal sealed class NafMentions(XmlFile xml, NafText text, ReadingLog log)
{
    private const string Dbpedia = "dbpedia";
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<TextSpan, int> bySpan = [];

    public ImmutableArray<Mention> ToImmutable() => [.. mentions];

    public void ReadEntities()
    {
        foreach (var entity in xml.Root.Elements("entities").Elements("entity"))
        {
            var id = NafText.GetId(entity, "eid");
            var spans = entity.Elements("references").Elements("span").Concat(entity.Elements("span")).ToList();
            for (var i = 0; i < spans.Count; i++)
            {
                var fragments = text.GetFragments(spans[i]);
                if (!fragments.IsEmpty)
                    Add(CreateEntity(entity, i == 0 ? id : $"{id}.{i + 1}", fragments));
            }

            if (spans.Count == 0)
                log.ReportMalformed(ReadingDiagnostics.Malformed(xml.GetPlace(entity), "entity", "it has no span"));
        }
    }

    /// <summary>
    /// A coreference set is a chain when one of its spans is an entity: its other spans then mention the same entity.
    /// Sets of common nouns or events name no actor or place; they are counted.
    /// </summary>
    public ImmutableArray<CoreferenceChain> ReadCoreferences()
    {
        var chains = ImmutableArray.CreateBuilder<CoreferenceChain>();
        foreach (var set in xml.Root.Elements("coreferences").Elements("coref"))
        {
            var spans = set.Elements("span").Select(text.GetFragments).Where(fragments => !fragments.IsEmpty).ToList();
            var known = spans.Select(Find).OfType<int>().ToList();
            if (known.Count == 0)
            {
                log.CountLoss("coreference sets without an entity");
                continue;
            }

            var id = NafText.GetId(set, "coid");
            var type = mentions[known[0]].Types;
            var members = spans.Select((fragments, index) => Find(fragments) ?? Add(
                new Mention($"{id}.{index + 1}", type, fragments, xml.GetPlace(set)) { Layer = "coreferences" }));
            chains.Add(new CoreferenceChain(id, [.. members.Distinct()], xml.GetPlace(set)));
        }

        return chains.ToImmutable();
    }

    public int Add(Mention mention)
    {
        mentions.Add(mention);
        bySpan.TryAdd(mention.Span, mentions.Count - 1);
        return mentions.Count - 1;
    }

    /// <summary>The first mention of exactly this span.</summary>
    public int? Find(ImmutableArray<TextSpan> fragments) =>
        bySpan.TryGetValue(TextSpan.FromBounds(fragments[0].Start, fragments[^1].End), out var index) ? index : null;

    /// <summary>The longest mention within the span that covers its head, else null.</summary>
    public int? FindWithin(TextSpan span, TextSpan head)
    {
        int? found = null;
        for (var i = 0; i < mentions.Count; i++)
        {
            var candidate = mentions[i].Span;
            if (span.Contains(candidate)
                && candidate.Contains(head)
                && (found is null || candidate.Length > mentions[found.Value].Span.Length))
                found = i;
        }

        return found;
    }

    private Mention CreateEntity(XElement entity, string id, ImmutableArray<TextSpan> fragments)
    {
        var candidates = entity.Elements("externalReferences").Descendants("externalRef").Select(ReadLink).OfType<EntityLink>().ToList();
        return new Mention(id, [(string?)entity.Attribute("type") ?? ""], fragments, xml.GetPlace(entity))
        {
            Links = ChooseLink(candidates) is { } link ? [link] : [],
            Properties = candidates.Count > 1 ? [KeyValuePair.Create("candidates", ToList(candidates))] : [],
        };
    }

    /// <summary>
    /// A linker lists many guesses for one entity: the surest one that is not bound to a language counts, the others stay as candidates.
    /// </summary>
    private static EntityLink? ChooseLink(List<EntityLink> candidates) =>
        candidates
            .OrderByDescending(link => link.Authority is Dbpedia or EntityLink.Wikidata)
            .ThenByDescending(link => link.Confidence ?? 0)
            .FirstOrDefault();

    private static EntityLink? ReadLink(XElement reference)
    {
        var target = (string?)reference.Attribute("reference");
        if (string.IsNullOrEmpty(target))
            return null;

        var confidence = double.TryParse(
            (string?)reference.Attribute("confidence"), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : (double?)null;
        if (After(target, "wikidata.org/entity/") is { } item)
            return new EntityLink(EntityLink.Wikidata, item, Confidence: confidence);
        if (After(target, "dbpedia.org/resource/") is { } name)
            return new EntityLink(
                target.Contains("//dbpedia.org", StringComparison.Ordinal) ? Dbpedia : target.Split('/')[2], name, Confidence: confidence);
        return new EntityLink(((string?)reference.Attribute("resource") ?? "").ToLowerInvariant(), target, Confidence: confidence);
    }

    private static string? After(string text, string mark)
    {
        var start = text.IndexOf(mark, StringComparison.Ordinal);
        return start < 0 ? null : text[(start + mark.Length)..];
    }

    private static Value ToList(List<EntityLink> links) =>
        Value.FromList([.. links.Select(link => link.Key).Distinct().Select(Value.FromString)]);
}
