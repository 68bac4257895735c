using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>UIMA XMI: an element per feature structure; the namespace, not its prefix, names the package of the type.</summary>
internal static class XmiReader
{
    private static readonly XNamespace Xmi = "http://www.omg.org/XMI";
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    public static IEnumerable<Cas> Read(AnnotationFile file, ReadingLog log)
    {
        if (XmlFile.Read(file, log) is not { } xml)
            return [];

        var builder = new CasBuilder(xml.GetPlace(xml.Root), log);
        var types = new Dictionary<XName, string>();
        foreach (var element in xml.Root.Elements())
        {
            if (!types.TryGetValue(element.Name, out var type))
                types.Add(element.Name, type = GetTypeName(element.Name));
            Add(element, type, builder, xml);
        }

        return builder.Build();
    }

    private static void Add(XElement element, string type, CasBuilder builder, XmlFile xml)
    {
        var id = (string?)element.Attribute(Xmi + "id") ?? "";
        switch (type)
        {
            case "uima.cas.NULL":
                break;
            case "uima.cas.Sofa":
                builder.AddSofa(id, (string?)element.Attribute("sofaID") ?? "", (string?)element.Attribute("sofaString"));
                break;
            case "uima.cas.View":
                builder.AddView((string?)element.Attribute("sofa") ?? "", Split((string?)element.Attribute("members")));
                break;
            default:
                builder.Add(id, type, [.. GetFeatures(element)], xml.GetPlace(element));
                break;
        }
    }

    /// <summary>
    /// Attributes, then lists of strings that stand as child elements. A list of references is one attribute of ids with blanks between.
    /// </summary>
    private static IEnumerable<KeyValuePair<string, ImmutableArray<string>>> GetFeatures(XElement element)
    {
        foreach (var attribute in element
            .Attributes()
            .Where(attribute => attribute.Name.Namespace == XNamespace.None && attribute.Value.Length > 0))
            yield return KeyValuePair.Create(attribute.Name.LocalName, ImmutableArray.Create(attribute.Value));

        foreach (var list in !element.HasElements ? [] : element.Elements().GroupBy(child => child.Name.LocalName))
            yield return KeyValuePair.Create(list.Key, list.Select(child => child.Value).ToImmutableArray());
    }

    private static IEnumerable<string> Split(string? ids) => (ids ?? "").Split(Blanks, StringSplitOptions.RemoveEmptyEntries);

    /// <summary><c>http:///webanno/custom.ecore</c> and <c>Span</c> to <c>webanno.custom.Span</c>.</summary>
    private static string GetTypeName(XName name)
    {
        const string Scheme = "http:///";
        const string Suffix = ".ecore";
        const string Packageless = "uima.noNamespace.";
        var package = name.NamespaceName;
        if (package.StartsWith(Scheme, StringComparison.Ordinal))
            package = package[Scheme.Length..];
        if (package.EndsWith(Suffix, StringComparison.Ordinal))
            package = package[..^Suffix.Length];

        var type = $"{package.Replace('/', '.')}.{name.LocalName}";
        return type.StartsWith(Packageless, StringComparison.Ordinal) ? type[Packageless.Length..] : type;
    }
}
