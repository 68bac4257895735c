using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// TEI files of one folder that belong together: a text, and annotations that point at it or at each other,
/// <c>target="ann_morphosyntax.xml#m1"</c>.
/// </summary>
internal static class TeiLayers
{
    // A file of this name stands in a folder that is called like the text.
    private const string UsualName = "text";

    /// <summary>Files that point at each other are one group, in the order of their names.</summary>
    public static IEnumerable<ImmutableArray<AnnotationFile>> Group(IReadOnlyList<AnnotationFile> files)
    {
        var byName = files.ToDictionary(file => file.Name, StringComparer.Ordinal);
        var groups = files.ToDictionary(file => file, file => new List<AnnotationFile> { file });
        foreach (var file in files)
        {
            foreach (var target in ListTargets(file.Head).Where(byName.ContainsKey).Select(name => byName[name]))
            {
                var (own, other) = (groups[file], groups[target]);
                if (own == other)
                    continue;
                own.AddRange(other);
                foreach (var member in other)
                    groups[member] = own;
            }
        }

        return groups.Values.Distinct().Select(group => group.OrderBy(file => file.Name, StringComparer.Ordinal).ToImmutableArray());
    }

    /// <summary>The files of a group that have words, and the others, which only say something of these.</summary>
    public static (List<(AnnotationFile File, XmlFile Xml)> Texts, List<TeiLayer> Layers) Read(FileSet files, ReadingLog log)
    {
        var texts = new List<(AnnotationFile, XmlFile)>();
        var layers = new List<TeiLayer>();
        foreach (var file in files.Files)
        {
            if (XmlFile.Read(file, log) is not { } xml)
                continue;
            TeiNamespace.Add(xml.Root);
            if (xml.Root.DescendantsAndSelf(TeiFormat.Namespace + "TEI").Any(TeiFormat.HasWords))
                texts.Add((file, xml));
            else
                layers.Add(new TeiLayer(file.Name, xml, xml.Root));
        }

        return (texts, layers);
    }

    public static string GetName(AnnotationFile file) => file.Stem == UsualName ? Path.GetFileName(file.Folder) : file.Stem;

    private static IEnumerable<string> ListTargets(string head) =>
        Regex.Matches(
            head,
            "\\b(target|corresp|from|replacementPattern|source)=[\"'](?:[^\"'#\\s]*/)?(?<name>[^\"'#/\\s]+\\.(?:xml|tei))#",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)
            .Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal);
}
