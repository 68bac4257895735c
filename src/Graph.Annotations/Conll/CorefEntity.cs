namespace Graph.Annotations;

/// <summary>One bracket of an <c>Entity=</c> value.</summary>
/// <param name="Name">What an opening and a closing bracket agree in: the chain, with the part where there are several.</param>
/// <param name="Fields">The values after the opening bracket by name; empty for a closing one.</param>
internal sealed record CorefBracket(string Name, bool Opens, bool Closes, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>
    /// The coreference chain. The parts of a discontinuous mention are numbered, <c>e5[1/2]</c>; the chain is what stands before.
    /// </summary>
    public string Cluster => Name.IndexOf('[') is > 0 and var bracket ? Name[..bracket] : Name;

    /// <summary>Whether this goes on with a mention: every part but the first one does.</summary>
    public bool Continues => Name.Length > Cluster.Length && !Name.AsSpan(Cluster.Length).StartsWith("[1/");
}

/// <summary>Reads <c>Entity=(1-person-new-...(2-place-...)1)</c>: brackets that open, close, or do both, one after the other.</summary>
internal static class CorefEntity
{
    public static readonly ImmutableArray<string> DefaultFields = ["GRP", "etype", "infstat", "salience", "centering", "minspan", "link",
        "identity"];

    // Up to version 2.8 of GUM the type stood first, without a declaration.
    private static readonly ImmutableArray<string> TypeFirst = ["etype", "GRP", "infstat", "minspan", "link", "identity"];

    private static readonly Dictionary<string, string> NoFields = [];
    private static readonly string[] ChainFields = ["eid", "GRP"];
    private static readonly string[] TypeFields = ["etype", "entity"];

    public static string GetType(IReadOnlyDictionary<string, string> fields) =>
        TypeFields.Select(name => fields.GetValueOrDefault(name)).FirstOrDefault(type => type is not null) ?? "";

    /// <summary>
    /// The order of the fields where a file does not declare it. A closing bracket repeats what opened it, so <c>person-1)</c> says that
    /// the chain is the second field; without any, <c>(person-1)</c> does.
    /// </summary>
    public static ImmutableArray<string> GuessFields(string text)
    {
        const string Key = "Entity=";
        const int Sample = 200;
        var (typeFirst, chainFirst) = (0, 0);
        var at = text.IndexOf(Key, StringComparison.Ordinal);
        for (var seen = 0; at >= 0 && seen < Sample; seen++)
        {
            var rest = text.AsSpan(at + Key.Length);
            var end = rest.IndexOfAny("|\t\n\r");
            foreach (var bracket in (end < 0 ? rest : rest[..end]).ToString().Split(['(', ')'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (bracket.Split('-') is [var first, var second, ..])
                {
                    typeFirst += IsChain(second) && !IsChain(first) ? 1 : 0;
                    chainFirst += IsChain(first) ? 1 : 0;
                }
            }

            at = text.IndexOf(Key, at + Key.Length, StringComparison.Ordinal);
        }

        return typeFirst > chainFirst ? TypeFirst : DefaultFields;
    }

    private static bool IsChain(string text) =>
        text.Length > 0 && char.IsAsciiDigit(text[^1]) && (char.IsAsciiDigit(text[0]) || text is ['e', _, ..]);

    public static IEnumerable<CorefBracket> Read(string value, ImmutableArray<string> fields)
    {
        var chain = Math.Max(0, ChainFields.Max(name => fields.IndexOf(name)));
        for (var position = 0; position < value.Length;)
        {
            if (value[position] == '(')
            {
                var end = value.AsSpan(position + 1).IndexOfAny('(', ')');
                end = end < 0 ? value.Length : position + 1 + end;
                var closes = end < value.Length && value[end] == ')';
                var parts = value[(position + 1)..end].Split('-', fields.Length);
                yield return new CorefBracket(parts[Math.Min(chain, parts.Length - 1)], Opens: true, closes, ToFields(parts, fields));
                position = closes ? end + 1 : end;
            }
            else
            {
                var end = value.IndexOf(')', position);
                end = end < 0 ? value.Length : end;
                yield return new CorefBracket(GetClosingName(value[position..end], chain), Opens: false, Closes: true, NoFields);
                position = end + 1;
            }
        }
    }

    /// <summary>Where the chain is not the first field, a closing bracket has the fields up to it, or the chain alone.</summary>
    private static string GetClosingName(string text, int chain) =>
        chain > 0 && text.Split('-') is { } parts && chain < parts.Length ? parts[chain] : text;

    private static Dictionary<string, string> ToFields(string[] parts, ImmutableArray<string> names)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Length && i < names.Length; i++)
        {
            // Hyphens, brackets and commas inside a value are written as percent codes.
            if (parts[i].Length > 0)
                result[names[i]] = Uri.UnescapeDataString(parts[i]);
        }

        return result;
    }
}
