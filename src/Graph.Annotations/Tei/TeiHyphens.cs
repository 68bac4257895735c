using System.Xml.Linq;
using static Graph.Annotations.TeiFormat;

namespace Graph.Annotations;

/// <summary>
/// Hyphens at the end of a line of the page, which are no part of the word: any where the break says that it is inside a word, and signs
/// that stand nowhere else, <c>¬</c> and the soft hyphen, before every break.
/// </summary>
internal static class TeiHyphens
{
    private const string OfBreaks = "\u00AD\u00AC\u2E17";
    private const string Others = "-=\u2010";

    /// <summary>Whether a break says that the word goes on behind it.</summary>
    public static bool IsInWord(XElement @break) => (string?)@break.Attribute("break") == "no";

    /// <summary>The index of a hyphen at the end of these words that is none of the word; -1 for none.</summary>
    public static int FindAtBreak(XText words)
    {
        var last = words.Value.AsSpan().TrimEnd().Length - 1;
        if (last < 1 || !(OfBreaks + Others).Contains(words.Value[last]))
            return -1;
        var breaks = ListNodesBehind(words).TakeWhile(IsBreakOrBlank).OfType<XElement>().ToList();
        return breaks.Exists(IsInWord) || (breaks.Count > 0 && OfBreaks.Contains(words.Value[last])) ? last : -1;
    }

    /// <summary>The nodes behind one, and those behind the elements that end with it.</summary>
    private static IEnumerable<XNode> ListNodesBehind(XNode start)
    {
        for (var holder = start; holder is not null; holder = holder.Parent)
        {
            for (var node = holder.NextNode; node is not null; node = node.NextNode)
                yield return node;
            if (holder.Parent is null || holder.Parent.Name.LocalName is "p" or "body" or "text")
                yield break;
        }
    }

    private static bool IsBreakOrBlank(XNode node) => node switch
    {
        XText words => string.IsNullOrWhiteSpace(words.Value),
        XElement element => element.Name.Namespace == Namespace && element.Name.LocalName is "lb" or "cb" or "pb" or "milestone" or "fw",
        _ => true,
    };
}
