namespace Graph.Annotations;

/// <summary>Fields and columns of one span that begin alike: <c>cause_start</c>, <c>cause_end</c>.</summary>
internal static class PrefixedNames
{
    // What names that begin alike end in, for a start and an end.
    private static readonly ImmutableArray<(string Start, string End)> Endings =
    [
        ("start", "end"), ("startid", "endid"), ("startoffset", "endoffset"), ("startchar", "endchar"), ("startidx", "endidx"),
        ("startindex", "endindex"), ("startpos", "endpos"), ("begin", "end"),
    ];

    /// <summary>
    /// Those of a start and an end, with what both begin with in plain letters.
    /// </summary>
    public static IEnumerable<(string Prefix, string Start, string End)> List(IReadOnlyCollection<string> names)
    {
        var plain = names.ToLookup(TypeNames.Normalize, StringComparer.Ordinal);
        return from name in plain
               from ending in Endings
               where name.Key.Length > ending.Start.Length && name.Key.EndsWith(ending.Start, StringComparison.Ordinal)
               let prefix = name.Key[..^ending.Start.Length]
               where plain.Contains(prefix + ending.End)
               select (prefix, name.First(), plain[prefix + ending.End].First());
    }
}
