using System.Xml.Linq;
using static Graph.Annotations.TeiFormat;

namespace Graph.Annotations;

/// <summary>
/// Pointers with a prefix that the header declares, <c>psn:p1</c> for <c>persons.xml#p1</c>, become what they stand for. Those of
/// annotations outside of the words are followed where these are read.
/// </summary>
internal static class TeiPrefixes
{
    private const string Rest = "$1";
    private static readonly string[] Pointers = ["ref", "who", "active", "passive", "mutual", "sameAs", "nymRef"];

    public static void Expand(XElement root)
    {
        var patterns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var definition in root.Elements().Prepend(root)
            .SelectMany(holder => holder.Elements(Namespace + "teiHeader"))
            .Descendants(Namespace + "prefixDef"))
        {
            if ((string?)definition.Attribute("ident") is { Length: > 0 } prefix
                && (string?)definition.Attribute("replacementPattern") is { } pattern
                && pattern.Contains(Rest, StringComparison.Ordinal))
                patterns.TryAdd(prefix, pattern);
        }

        if (patterns.Count == 0)
            return;
        foreach (var attribute in root.Descendants().Attributes()
            .Where(attribute => Pointers.Contains(attribute.Name.LocalName) && attribute.Value.Contains(':')))
            attribute.Value = string.Join(' ', TeiReference.Split(attribute.Value).Select(pointer => Expand(pointer, patterns)));
    }

    private static string Expand(string pointer, Dictionary<string, string> patterns) =>
        pointer.IndexOf(':') is > 0 and var colon && patterns.TryGetValue(pointer[..colon], out var pattern)
            ? pattern.Replace(Rest, pointer[(colon + 1)..], StringComparison.Ordinal)
            : pointer;
}
