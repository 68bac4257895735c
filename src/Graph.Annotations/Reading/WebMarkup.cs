namespace Graph.Annotations;

/// <summary>What pages of the web are written with, which is no annotation.</summary>
internal static class WebMarkup
{
    private static readonly HashSet<string> Elements = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "article", "aside", "b", "blockquote", "body", "br", "center", "cite", "code", "dd", "del", "div", "dl", "dt", "em",
        "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img",
        "ins", "label", "li", "link", "main", "meta", "nav", "ol", "p", "pre", "q", "s", "script", "section", "small", "span", "strong",
        "style", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "title", "tr", "u", "ul", "video",
    };

    public static bool Has(string element) => Elements.Contains(element);
}
