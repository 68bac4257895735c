namespace Graph.Annotations;

/// <summary>
/// Entities as a tag for each token in the last column of CoNLL-U: <c>name=B-PER</c>, <c>NE=I-LOC</c>, also without a position, or with the
/// number of the entity in its sentence, <c>1:PERSON</c> and then <c>1</c>.
/// </summary>
internal sealed class MiscTags(SourceText source)
{
    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "ne", "ner", "entity", "namedentity", "named_entity", "ent", "iob", "bio", "netype", "ne_type", "nertag",
        "ner_tag", "netag", "ne_tag", "ner_label", "tag",
    };

    // A column of classes holds names only where these are numbered.
    private static readonly HashSet<string> NumberedKeys = new(Keys, StringComparer.OrdinalIgnoreCase) { "class", "nes", "entities" };

    // Chunks, expressions of several words and arguments have such tags too.
    private static readonly string[] Analysis = ["chunk", "mwe", "lextag", "srl", "arg", "phrase"];

    private static readonly HashSet<string> LinkKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "geonames", "wikidata", "wikipedia", "wiki", "link", "uri", "url", "kb", "kb_id", "kbid",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> KeyNames = Keys.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberedNames =
        NumberedKeys.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> LinkNames =
        LinkKeys.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<(string Key, TagSequence Tags)> layers = [];
    private readonly HashSet<string> own = new(StringComparer.Ordinal);
    private readonly List<(string Key, NumberedTags Tags)> numbered = [];
    private readonly Dictionary<int, int> lines = [];
    private readonly Dictionary<int, EntityLink> links = [];

    /// <summary>Whether a feature has the name of a tag.</summary>
    public static bool IsTag(string feature) => feature.IndexOf('=') is > 0 and var equals && KeyNames.Contains(feature.AsSpan(0, equals));

    /// <summary>Whether a column is of names, of which some may be numbered.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> key, ReadOnlySpan<char> value) =>
        value.Length > 0 && char.IsAsciiDigit(value[0]) && NumberedNames.Contains(key) && NumberedTags.AreSome(value.ToString());

    /// <summary>Takes a feature that is a tag; false for any other.</summary>
    public bool Read(string feature, TokenRange tokens, int line)
    {
        if (tokens.IsEmpty
            || feature.IndexOf('=') is not (> 0 and var equals)
            || feature.StartsWith("SpaceAfter=", StringComparison.Ordinal))
            return false;

        // Most features are none of these, and cost nothing.
        var name = feature.AsSpan(0, equals);
        var written = feature.AsSpan(equals + 1);
        if (LinkNames.Contains(name) && EntityLink.FromField(written.ToString()) is { } link)
            return links.TryAdd(tokens.First, link);
        if (IsNumbered(name, written))
        {
            ReadNumbered(feature[..equals], feature[(equals + 1)..], tokens.First, line);
            return true;
        }

        // Others call it as they like; the begin of a name shows.
        if (!KeyNames.Contains(name)
            && (own.Count == 0 || !own.Contains(feature[..equals]))
            && !(BeginsName(name, written) && own.Add(feature[..equals])))
            return false;

        var (key, value) = (feature[..equals], feature[(equals + 1)..]);
        if (value.Length == 0 || value.AsSpan().IndexOfAny("()") >= 0)
            return value.Length == 0;

        var layer = layers.Find(found => found.Key == key).Tags;
        if (layer is null)
            layers.Add((key, layer = new TagSequence()));
        lines.TryAdd(tokens.First, line);
        layer.Add(tokens.First, TagNotation.ReadAlone(value) ?? $"I-{value}");
        return true;
    }

    private static bool BeginsName(ReadOnlySpan<char> key, ReadOnlySpan<char> value)
    {
        if (value is not ['B', '-', _, ..] || TagNotation.IsPhrase(value[2..].ToString()))
            return false;
        foreach (var part in Analysis)
        {
            if (key.Contains(part, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    private void ReadNumbered(string key, string value, int token, int line)
    {
        var tags = numbered.Find(found => found.Key == key).Tags;
        if (tags is null)
            numbered.Add((key, tags = new NumberedTags()));
        lines.TryAdd(token, line);
        tags.Add(token, value);
    }

    public void Break()
    {
        layers.ForEach(layer => layer.Tags.Break());
        numbered.ForEach(layer => layer.Tags.EndSentence());
    }

    /// <param name="isMain">Whether the first key counts as the mentions of the article; others are layers of their names.</param>
    public IEnumerable<Mention> ToMentions(TokenizedText text, bool isMain)
    {
        Break();
        foreach (var (number, (key, tags)) in layers.Index())
        {
            foreach (var (index, run) in tags.Runs.Index())
            {
                yield return new Mention(
                    $"{key}{index + 1}", [run.Type], [text.Cover(run.First, run.Last)], SourcePlace.Line(source, lines[run.First]))
                {
                    Layer = isMain && number == 0 ? null : key,
                    Links = FindLinks(run.First, run.Last),
                };
            }
        }

        foreach (var (number, (key, tags)) in numbered.Index())
        {
            foreach (var (index, (type, tokens)) in tags.Entities.Index())
            {
                yield return new Mention(
                    $"{key}{index + 1}",
                    [type],
                    [.. TokenRuns.Find(tokens).Select(run => text.Cover(run.First, run.Last))],
                    SourcePlace.Line(source, lines[tokens[0]]))
                {
                    Layer = isMain && number + layers.Count == 0 ? null : key,
                    Links = FindLinks(tokens[0], tokens[^1]),
                };
            }
        }
    }

    private ImmutableArray<EntityLink> FindLinks(int first, int last) =>
        links.Count == 0
            ? []
            : [.. Enumerable.Range(first, last - first + 1).Select(links.GetValueOrDefault).OfType<EntityLink>().Distinct()];
}
