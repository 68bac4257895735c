using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// Entities that have a number in their sentence, as PARSEME writes them: <c>1:PERSON</c> on the first token, <c>1</c> on the others, with
/// a semicolon between those that share a token.
/// </summary>
internal sealed class NumberedTags
{
    private readonly List<(string Type, List<int> Tokens)> entities = [];
    private readonly Dictionary<string, int> open = new(StringComparer.Ordinal);

    public IReadOnlyList<(string Type, List<int> Tokens)> Entities => entities;

    public static bool AreSome(string value) => Regex.IsMatch(value, @"^\d+(:[^;:]+)?(;\d+(:[^;:]+)?)*$", RegexOptions.CultureInvariant);

    public void Add(int token, string value)
    {
        foreach (var part in value.Split(';'))
        {
            var (number, type) = part.IndexOf(':') is > 0 and var colon ? (part[..colon], part[(colon + 1)..]) : (part, "");
            if (type.Length == 0 && open.TryGetValue(number, out var entity))
            {
                entities[entity].Tokens.Add(token);
                continue;
            }

            open[number] = entities.Count;
            entities.Add((type, [token]));
        }
    }

    /// <summary>Numbers begin anew.</summary>
    public void EndSentence() => open.Clear();
}
