namespace Graph.Annotations;

/// <summary>One bracket of an <c>Entity=</c> value.</summary>
/// <param name="Cluster">The coreference chain.</param>
/// <param name="Fields">The values after the opening bracket by name; empty for a closing one.</param>
internal sealed record CorefBracket(string Cluster, bool Opens, bool Closes, IReadOnlyDictionary<string, string> Fields);

/// <summary>Reads <c>Entity=(1-person-new-...(2-place-...)1)</c>: brackets that open, close, or do both, one after the other.</summary>
internal static class CorefEntity
{
    public static readonly ImmutableArray<string> DefaultFields = ["GRP", "etype", "infstat", "salience", "centering", "minspan", "link",
        "identity"];

    private static readonly Dictionary<string, string> NoFields = [];

    public static IEnumerable<CorefBracket> Read(string value, ImmutableArray<string> fields)
    {
        for (var position = 0; position < value.Length;)
        {
            if (value[position] == '(')
            {
                var end = value.AsSpan(position + 1).IndexOfAny('(', ')');
                end = end < 0 ? value.Length : position + 1 + end;
                var closes = end < value.Length && value[end] == ')';
                var parts = value[(position + 1)..end].Split('-', fields.Length);
                yield return new CorefBracket(GetCluster(parts[0]), Opens: true, closes, ToFields(parts, fields));
                position = closes ? end + 1 : end;
            }
            else
            {
                var end = value.IndexOf(')', position);
                end = end < 0 ? value.Length : end;
                yield return new CorefBracket(GetCluster(value[position..end]), Opens: false, Closes: true, NoFields);
                position = end + 1;
            }
        }
    }

    /// <summary>The parts of a discontinuous mention are numbered, <c>e5[1/2]</c>; the chain is what stands before.</summary>
    private static string GetCluster(string name) => name.IndexOf('[') is > 0 and var bracket ? name[..bracket] : name;

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
