using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// <c>xi:include</c> of files inside the folder that the user named. What is a text or a list by itself is read by itself where the whole
/// folder is, so that it is put in only where one file was asked for; parts of a text always are.
/// </summary>
internal sealed class TeiIncludes(AnnotationFile file, XmlFile xml, Func<AnnotationFile, bool> isReadByItself, ReadingLog log)
{
    private const int MaximumDepth = 8;
    public static readonly XNamespace XInclude = "http://www.w3.org/2001/XInclude";

    /// <summary>The files that a file includes, wherever in it.</summary>
    public static IEnumerable<string> List(AnnotationFile file) =>
        !file.Head.Contains(XInclude.NamespaceName, StringComparison.Ordinal) ? []
        : Regex.Matches(
            file.ReadText(new ReadingLog()).Text,
            "<(?:[\\w.-]+:)?include\\s[^>]*href=[\"'](?<href>[^\"'#]+)",
            RegexOptions.CultureInvariant)
            .Select(match => Path.GetFullPath(Path.Combine(file.Folder, match.Groups["href"].Value)));

    public void Resolve() => Resolve(xml.Root, file, [file.FullPath]);

    private void Resolve(XElement root, AnnotationFile from, ImmutableArray<string> above)
    {
        foreach (var include in root.Descendants(XInclude + "include").ToList())
        {
            var href = (string?)include.Attribute("href") ?? "";
            if (Find(from, href) is not { } target)
                LeaveOut(include, href);
            else if (above.Length > MaximumDepth || above.Contains(target.FullPath))
                PutFallback(include, $"'{href}' includes itself");
            else
                Put(include, target, above);
        }
    }

    private void Put(XElement include, AnnotationFile target, ImmutableArray<string> above)
    {
        if ((string?)include.Attribute("parse") == "text")
        {
            include.ReplaceWith(new XText(target.ReadText(log).Text));
            return;
        }

        if (isReadByItself(target))
        {
            include.Remove();
            return;
        }

        if (XmlFile.Read(target, log) is not { } part)
        {
            PutFallback(include, "it is no XML");
            return;
        }

        Resolve(part.Root, target, above.Add(target.FullPath));
        var pointer = (string?)include.Attribute("xpointer");
        var chosen = pointer is null
            ? part.Root
            : part.Root.DescendantsAndSelf().FirstOrDefault(element => (string?)element.Attribute(TeiAuthorities.Id) == pointer);
        if (chosen is null)
            PutFallback(include, $"there is no element '{pointer}' in it");
        else
            include.ReplaceWith(chosen);
    }

    /// <summary>A header of the whole corpus that is not there is missing in each of its texts, and is told once.</summary>
    private void LeaveOut(XElement include, string href)
    {
        log.CountLoss($"inclusions of '{href}', which is not in the folder", 1, xml.GetPlace(include));
        Replace(include);
    }

    private void PutFallback(XElement include, string reason)
    {
        log.ReportMalformed(ReadingDiagnostics.Malformed(xml.GetPlace(include), "inclusion", reason));
        Replace(include);
    }

    private static void Replace(XElement include) => include.ReplaceWith(include.Elements(XInclude + "fallback").Nodes());

    /// <summary>A file below the path that the user named.</summary>
    private AnnotationFile? Find(AnnotationFile from, string href)
    {
        if (href.Length == 0 || href.Contains(':'))
            return null;
        var root = Path.GetFullPath(file.FullPath[..^file.RelativePath.Length]);
        var path = FindPath(root, from.Folder, Uri.UnescapeDataString(href));
        var relative = Path.GetRelativePath(root, path);
        if (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) || !File.Exists(path))
            return null;
        relative = relative.Replace('\\', '/');
        return new AnnotationFile(path, file.DisplayPath[..^file.RelativePath.Length] + relative, relative);
    }

    /// <summary>
    /// Beside the file, or where there is none of its name in a folder above: corpora keep the header of all texts there.
    /// </summary>
    private static string FindPath(string root, string folder, string href)
    {
        var beside = Path.GetFullPath(Path.Combine(folder, href));
        if (File.Exists(beside) || href.Contains('/'))
            return beside;
        for (var above = Path.GetDirectoryName(folder); above is not null && IsBelow(root, above); above = Path.GetDirectoryName(above))
        {
            if (File.Exists(Path.Combine(above, href)))
                return Path.Combine(above, href);
        }

        return beside;
    }

    private static bool IsBelow(string root, string folder) =>
        $"{folder}{Path.DirectorySeparatorChar}".StartsWith(root, StringComparison.Ordinal);
}
