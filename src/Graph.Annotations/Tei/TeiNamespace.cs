using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// TEI without its namespace: P4, whose root is <c>TEI.2</c> and whose ids and languages have no prefix, files that lost it, and those of
/// TEITOK.
/// </summary>
internal static class TeiNamespace
{
    public static readonly string[] RootsWithout = ["TEI.2", "teiCorpus.2", "TEI", "teiCorpus"];

    private static readonly string[] OfXml = ["id", "lang"];

    /// <summary>Gives all elements of a tree the namespace, and the names that P5 has for what P4 calls otherwise.</summary>
    public static void Add(XElement root)
    {
        if (root.Name.Namespace != XNamespace.None || !RootsWithout.Contains(root.Name.LocalName))
            return;
        foreach (var element in root.DescendantsAndSelf().Where(element => element.Name.Namespace == XNamespace.None))
        {
            element.Name = TeiFormat.Namespace + Rename(element.Name.LocalName);
            foreach (var name4 in OfXml)
            {
                if (element.Attribute(name4) is not { } attribute || element.Attribute(XNamespace.Xml + name4) is not null)
                    continue;
                element.SetAttributeValue(XNamespace.Xml + name4, attribute.Value);
                attribute.Remove();
            }

            if (element.Name.LocalName is "date" or "time" && element.Attribute("when") is null && element.Attribute("value") is { } value)
                element.SetAttributeValue("when", value.Value);
        }
    }

    private static string Rename(string name) =>
        name.EndsWith(".2", StringComparison.Ordinal) ? name[..^2] : name == "tok" ? "w" : name;
}
