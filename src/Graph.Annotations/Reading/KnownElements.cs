using System.Collections.Frozen;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// The elements and attributes that an XML format knows, so that others are told by their names and not read past in silence.
/// </summary>
/// <param name="read">
/// Elements that are read, or that say nothing but what is in them. One with names of attributes behind it, <c>"word @id @form"</c>, has no
/// others that are known; of one without any, all are.
/// </param>
/// <param name="whole">Elements that are known with all that is in them: how a page looks, who made the file.</param>
internal sealed class KnownElements(string[] read, params string[] whole)
{
    /// <summary>For elements that have nothing in them.</summary>
    public static readonly KnownElements None = new([]);

    // Where a file says which schema it follows.
    private static readonly XNamespace XmlSchema = "http://www.w3.org/2001/XMLSchema-instance";

    private readonly FrozenDictionary<string, string[]> read = read.Select(entry => entry.Split(" @")).ToFrozenDictionary(
        parts => parts[0], parts => parts[1..], StringComparer.Ordinal);

    private readonly FrozenSet<string> whole = whole.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether an element is read, or says nothing but what is in it.</summary>
    public bool Has(string element) => read.ContainsKey(element);

    /// <summary>Whether an element is known with all that is in it.</summary>
    public bool HasWhole(string element) => whole.Contains(element);

    /// <summary>
    /// Counts the elements below one that are unknown, with what is in these, and the unknown attributes of those that are known.
    /// </summary>
    public void CountOthers(XElement holder, ReadingLog log)
    {
        for (var node = holder.FirstNode; node is not null; node = node.NextNode)
        {
            if (node is not XElement element || whole.Contains(element.Name.LocalName))
                continue;
            if (read.TryGetValue(element.Name.LocalName, out var attributes))
            {
                CountAttributes(element, attributes, log);
                CountOthers(element, log);
            }
            else
            {
                log.CountLoss($"'{element.Name.LocalName}' elements not read");
            }
        }
    }

    /// <summary>The same for an element and what is below it.</summary>
    public void CountOthersOf(XElement element, ReadingLog log)
    {
        if (!read.TryGetValue(element.Name.LocalName, out var attributes))
        {
            log.CountLoss($"'{element.Name.LocalName}' elements not read");
            return;
        }

        CountAttributes(element, attributes, log);
        CountOthers(element, log);
    }

    /// <summary>Counts only the unknown attributes of an element that is known.</summary>
    public void CountAttributesOf(XElement element, ReadingLog log)
    {
        if (read.TryGetValue(element.Name.LocalName, out var attributes))
            CountAttributes(element, attributes, log);
    }

    /// <summary>The same for marked text that is no tree.</summary>
    public void CountOthers(MarkedText marked, ReadingLog log)
    {
        foreach (var (name, count) in marked.Elements
            .Select(element => element.Name)
            .Where(name => !read.ContainsKey(name))
            .CountBy(name => name))
            log.CountLoss($"'{name}' elements not read", count);
    }

    private static void CountAttributes(XElement element, string[] known, ReadingLog log)
    {
        if (known.Length == 0)
            return;
        for (var attribute = element.FirstAttribute; attribute is not null; attribute = attribute.NextAttribute)
        {
            var name = attribute.Name.LocalName;
            if (!known.Contains(name)
                && !attribute.IsNamespaceDeclaration
                && attribute.Name.Namespace != XmlSchema
                && attribute.Value.Length > 0)
                log.CountLoss($"attributes '{name}' of '{element.Name.LocalName}' not read");
        }
    }
}
