using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// Names that are interrupted and go on: by <c>@next</c> and <c>@prev</c>, or by <c>@part</c> I, M and F one after the other.
/// </summary>
internal static class TeiContinuations
{
    /// <summary>The names in order, each with the parts that go on with it.</summary>
    public static IEnumerable<ImmutableArray<TeiName>> Join(IReadOnlyList<TeiName> names)
    {
        var heads = new List<List<TeiName>>();
        var byId = new Dictionary<string, List<TeiName>>(StringComparer.Ordinal);
        var expected = new Dictionary<string, List<TeiName>>(StringComparer.Ordinal);
        var open = new Dictionary<string, List<TeiName>>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var part = (string?)name.Element.Attribute("part");
            var chain = FindByLink(name.Element, byId, expected)
                ?? (part is "M" or "F" && open.TryGetValue(name.Element.Name.LocalName, out var begun) ? begun : null);
            if (chain is null)
                heads.Add(chain = []);
            chain.Add(name);
            if (GetId(name.Element) is { } id)
                byId[id] = chain;
            if (GetTarget(name.Element, "next") is { } next)
                expected[next] = chain;
            if (part is "I" or "M")
                open[name.Element.Name.LocalName] = chain;
            else if (part is "F")
                open.Remove(name.Element.Name.LocalName);
        }

        return heads.Select(chain => chain.ToImmutableArray());
    }

    private static List<TeiName>? FindByLink(
        XElement name, Dictionary<string, List<TeiName>> byId, Dictionary<string, List<TeiName>> expected) =>
        GetTarget(name, "prev") is { } before && byId.TryGetValue(before, out var chain) ? chain
        : GetId(name) is { } id && expected.TryGetValue(id, out var awaited) ? awaited : null;

    private static string? GetId(XElement name) => (string?)name.Attribute(TeiAuthorities.Id);

    private static string? GetTarget(XElement name, string attribute) =>
        (string?)name.Attribute(attribute) is { } target ? target[(target.IndexOf('#') + 1)..] : null;
}
