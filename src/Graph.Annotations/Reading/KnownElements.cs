using System.Collections.Frozen;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>The elements that an XML format knows, so that others are told by their names and not read past in silence.</summary>
/// <param name="read">Elements that are read, or that say nothing but what is in them.</param>
/// <param name="whole">Elements that are known with all that is in them: how a page looks, who made the file.</param>
internal sealed class KnownElements(string[] read, params string[] whole)
{
    private readonly FrozenSet<string> read = read.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> whole = whole.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Counts the elements below one that are unknown; what is in these is not looked at.</summary>
    public void CountOthers(XElement holder, ReadingLog log)
    {
        for (var node = holder.FirstNode; node is not null; node = node.NextNode)
        {
            if (node is not XElement element || whole.Contains(element.Name.LocalName))
                continue;
            if (read.Contains(element.Name.LocalName))
                CountOthers(element, log);
            else
                log.CountLoss($"'{element.Name.LocalName}' elements not read");
        }
    }

    /// <summary>The same for marked text that is no tree.</summary>
    public void CountOthers(MarkedText marked, ReadingLog log)
    {
        foreach (var (name, count) in marked.Elements.Select(element => element.Name).Where(name => !read.Contains(name)).CountBy(name => name))
            log.CountLoss($"'{name}' elements not read", count);
    }
}
