namespace Graph.Annotations;

/// <summary>
/// Entities as a tag for each token in the last column of CoNLL-U: <c>name=B-PER</c>, <c>NE=I-LOC</c>, also without a position.
/// </summary>
internal sealed class MiscTags(SourceText source)
{
    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "ne", "ner", "entity", "namedentity", "named_entity", "ent", "iob", "bio", "netype", "ne_type", "nertag",
        "ner_tag", "netag", "ne_tag", "ner_label",
    };

    private readonly List<(string Key, TagSequence Tags)> layers = [];
    private readonly Dictionary<int, int> lines = [];

    /// <summary>Whether a feature has the name of a tag.</summary>
    public static bool IsTag(string feature) => feature.IndexOf('=') is > 0 and var equals && Keys.Contains(feature[..equals]);

    /// <summary>Takes a feature that is a tag; false for any other.</summary>
    public bool Read(string feature, TokenRange tokens, int line)
    {
        if (tokens.IsEmpty || feature.IndexOf('=') is not (> 0 and var equals) || !Keys.Contains(feature[..equals]))
            return false;

        var value = feature[(equals + 1)..];
        if (value.Length == 0 || value.AsSpan().IndexOfAny("()") >= 0)
            return value.Length == 0;

        var key = feature[..equals];
        var layer = layers.Find(found => found.Key == key).Tags;
        if (layer is null)
            layers.Add((key, layer = new TagSequence()));
        lines.TryAdd(tokens.First, line);
        layer.Add(tokens.First, TagSequence.IsTag(value) ? value : $"I-{value}");
        return true;
    }

    public void Break() => layers.ForEach(layer => layer.Tags.Break());

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
                };
            }
        }
    }
}
