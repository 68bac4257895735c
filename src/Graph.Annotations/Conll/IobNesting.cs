using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// How tags of names within names stand together at a token: with a bar or a hash between, <c>I-ORG|B-LOC</c>, or in as many fields as
/// there are names, <c>Oslo I-ORG B-LOC</c>.
/// </summary>
internal sealed record IobNesting(bool AreFields)
{
    private const string Tag = "([BIESLUM]-[^|#]+|O)";
    private static readonly char[] Bars = ['|', '#'];

    /// <summary>Null where no token has several.</summary>
    public static IobNesting? Find(IobLayout layout, IEnumerable<string[]> sample)
    {
        var rows = sample.Where(fields => fields.Length > 1).ToList();
        if (layout.ArePlain || layout.AreBare || layout.AreOther || layout.Tags is not [var column])
            return null;
        if (rows.Exists(fields => IsJoined(IobLayout.Get(fields, column.Index))))
            return new IobNesting(AreFields: false);
        var areTags = layout is { ColumnCount: 2, Token: 0 }
            && rows.Exists(fields => fields.Length > 2)
            && rows.TrueForAll(fields => fields.Skip(1).All(tag => tag == "O" || (tag.Length > 2 && TagSequence.IsTag(tag))));
        return areTags ? new IobNesting(AreFields: true) : null;
    }

    /// <summary>Whether this is several tags with bars between.</summary>
    public static bool IsJoined(string tag) =>
        tag.AsSpan().ContainsAny(Bars) && Regex.IsMatch(tag, $@"^{Tag}([|#]{Tag})+$", RegexOptions.CultureInvariant);

    public IEnumerable<string> GetTags(string[] fields, int column) =>
        AreFields ? fields.Skip(1) : IobLayout.Get(fields, column).Split(Bars);
}

/// <summary>
/// Names within names: those of one type are a sequence of their own, and those of one type within each other are as many.
/// </summary>
internal sealed class NestedTags
{
    private readonly OrderedDictionary<(string Type, int Depth), TagSequence> sequences = new();

    public IEnumerable<TaggedRun> Runs =>
        sequences.Values.SelectMany(sequence => sequence.Runs).OrderBy(run => run.First).ThenByDescending(run => run.Last);

    public void Add(int token, IEnumerable<string> tags)
    {
        var found = new Dictionary<(string Type, int Depth), string>();
        // What goes on began before what begins here, and lies around it.
        foreach (var group in tags.Where(tag => tag.Length > 2).GroupBy(tag => tag[2..], StringComparer.Ordinal))
        {
            foreach (var (depth, tag) in group.OrderBy(tag => tag[0] is 'B' or 'S' or 'U').Index())
                found[(group.Key, depth)] = tag;
        }

        foreach (var key in found.Keys)
            sequences.TryAdd(key, new TagSequence());
        foreach (var (key, sequence) in sequences)
            sequence.Add(token, found.GetValueOrDefault(key, "O"));
    }

    public void Break()
    {
        foreach (var sequence in sequences.Values)
            sequence.Break();
    }
}
