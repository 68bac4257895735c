using System.Xml.Linq;
using static Graph.Annotations.TeiFormat;

namespace Graph.Annotations;

/// <summary>
/// The blanks between tokens, where every word and mark has an element of its own: by <c>@join</c>; where no token has one and none are
/// between the elements, before each word and around no closing mark; else as they are written.
/// </summary>
internal sealed class TeiSpacing
{
    private const string Opening = "([{\u00AB\u201E\u201C\u2018\u00BF\u00A1";
    private readonly bool hasJoins;
    private bool touchesNext = true;

    private TeiSpacing(bool hasJoins, bool isRuled) => (this.hasJoins, IsRuled) = (hasJoins, isRuled);

    /// <summary>Whether blanks between tokens belong to the layout of the file.</summary>
    public bool IsRuled { get; }

    public bool IsInToken { get; private set; }

    public static TeiSpacing Find(XElement root)
    {
        var tokens = root.Elements(Namespace + "text").Descendants().Where(IsToken);
        if (tokens.Any(token => token.Attribute("join") is not null))
            return new TeiSpacing(hasJoins: true, isRuled: true);
        const int Sample = 50;
        var first = tokens.Where(token => token.Parent is { } parent && !IsToken(parent)).Take(Sample).ToList();
        return new TeiSpacing(
            hasJoins: false, first.Count > 1 && first.TrueForAll(token => token.PreviousNode is not XText && token.NextNode is not XText));
    }

    /// <summary>Whether a blank stands before the token.</summary>
    public bool Begin(XElement token)
    {
        IsInToken = true;
        if (hasJoins)
            return !touchesNext && (string?)token.Attribute("join") is not ("left" or "both");
        return !touchesNext && (token.Name.LocalName == "w" || IsOpening(token));
    }

    public void End(XElement token)
    {
        IsInToken = false;
        touchesNext = hasJoins ? (string?)token.Attribute("join") is "right" or "both" : token.Name.LocalName == "pc" && IsOpening(token);
    }

    private static bool IsOpening(XElement token) => token.Value.Trim() is { Length: > 0 } mark && Opening.Contains(mark[^1]);

    private static bool IsToken(XElement element) => element.Name == Namespace + "w" || element.Name == Namespace + "pc";
}
