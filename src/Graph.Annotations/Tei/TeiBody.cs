using System.Text;
using System.Xml.Linq;
using static Graph.Annotations.TeiFormat;

namespace Graph.Annotations;

/// <summary>A name that is marked in the text, with its span there in UTF-16 units.</summary>
internal sealed record TeiName(XElement Element, string Type, TextSpan Span);

/// <summary>
/// The words of a TEI text: blanks of the XML layout collapsed, a line for each block, the corrected reading where there is a choice.
/// Notes are kept apart.
/// </summary>
internal sealed class TeiBody
{
    private static readonly HashSet<string> Blocks =
    [
        "p", "ab", "head", "div", "div1", "div2", "div3", "div4", "div5", "div6", "div7", "l", "lg", "item", "list", "label", "row",
        "cell", "table",
        "opener", "closer", "byline", "dateline", "salute", "signed", "trailer", "postscript", "argument", "epigraph", "address",
        "addrLine",
        "body", "front", "back", "group", "text", "quote", "sp", "speaker", "stage", "castList", "castItem", "u", "figure", "docTitle",
        "titlePart",
    ];

    private static readonly HashSet<string> LeftOut =
    [
        "note", "del", "surplus", "fw", "gap", "figDesc", "listPerson", "listPlace", "listOrg", "standOff", "index",
        "fs", "fLib", "fvLib", "fsdDecl", "span", "spanGrp", "annotationGrp", "listAnnotation", "linkGrp", "joinGrp", "interpGrp", "interp",
    ];
    private static readonly HashSet<string> Names =
    [
        "persName", "placeName", "orgName", "geogName", "settlement", "country", "region", "district", "name", "rs", "objectName",
        "eventName"
    ];
    private static readonly HashSet<string> NamesWithType = ["name", "rs"];

    // What a name is in another one, as inscriptions and registers part them.
    private static readonly HashSet<string> NameParts =
    [
        "forename", "surname", "first", "last", "given", "family", "praenomen", "nomen", "gentilicium", "cognomen", "agnomen", "signum",
        "supernomen", "patronym", "patronymic", "nickname",
    ];
    private static readonly HashSet<string> NameSegments = ["name", "ne", "ner", "entity", "namedEntity"];
    private static readonly string[] Readings = ["corr", "reg", "expan", "lem", "rb"];

    private readonly StringBuilder text = new();
    private readonly TeiSpacing spacing;
    private readonly TeiPlaces? places;
    private readonly List<(XElement Element, TextSpan Span)> speeches = [];
    private readonly List<(XElement Element, TextSpan Span)> segments = [];
    private readonly List<TeiName> names = [];
    private readonly List<TextSpan> sentences = [];
    private readonly List<(XElement Note, int Position)> notes = [];
    private bool needsBlank;

    // The blank that is needed was a line end, of the file or of the page.
    private bool endedLine;
    private bool needsLine;

    // After a break inside a word: the blanks around it belong to the layout of the file.
    private bool joinsWord;
    private bool endsInHyphen;

    /// <param name="root">The text with its header, which shows how tokens are written.</param>
    /// <param name="places">Takes where elements and characters stand, if annotations point at them.</param>
    public TeiBody(XElement root, TeiPlaces? places = null) => (spacing, this.places) = (TeiSpacing.Find(root), places);

    public string Text => text.ToString();

    /// <summary>What somebody says, <c>u</c> and <c>sp</c> with <c>@who</c> or a <c>speaker</c>, in the order of the text.</summary>
    public IReadOnlyList<(XElement Element, TextSpan Span)> Speeches => speeches;

    /// <summary>The <c>seg</c> elements with <c>@ana</c>.</summary>
    public IReadOnlyList<(XElement Element, TextSpan Span)> Segments => segments;

    /// <summary>In the order of their start; nested names after the names around them.</summary>
    public IReadOnlyList<TeiName> MarkedNames => [.. names.OrderBy(name => name.Span.Start).ThenByDescending(name => name.Span.Length)];

    /// <summary>The spans of <c>s</c> elements.</summary>
    public IReadOnlyList<TextSpan> Sentences => sentences;

    /// <summary>Notes with the place in the text where they hang.</summary>
    public IReadOnlyList<(XElement Note, int Position)> Notes => notes;

    /// <summary>Names without words, and those in what was deleted or corrected.</summary>
    public int NamesLeftOut { get; private set; }

    public void Add(XElement element)
    {
        if (element.Name.Namespace != Namespace || LeftOut.Contains(element.Name.LocalName))
        {
            if (element.Name == Namespace + "note")
                notes.Add((element, text.Length));
            else
                NamesLeftOut += CountNames(element);
            return;
        }

        switch (element.Name.LocalName)
        {
            case "choice" or "app" or "ruby":
                AddChoice(element);
                break;
            case "w" or "pc" when spacing.IsRuled && !spacing.IsInToken:
                needsBlank = spacing.Begin(element);
                endedLine = false;
                AddContent(element);
                spacing.End(element);
                break;
            case "lb" or "cb" or "pb" or "milestone":
                joinsWord = endsInHyphen || TeiHyphens.IsInWord(element);
                needsBlank = endedLine = !joinsWord;
                break;
            default:
                AddContent(element);
                break;
        }
    }

    /// <summary>The words of nodes that are no part of the text: of a name in a list, of a title.</summary>
    public static string Read(IEnumerable<XNode> nodes)
    {
        var body = new TeiBody(new XElement("words"));
        body.AddNodes(nodes);
        return Normalize(body.Text);
    }

    public static bool HasWords(XElement element) =>
        element.DescendantNodes().OfType<XText>().Any(node => !string.IsNullOrWhiteSpace(node.Value)
            && !node.Ancestors().TakeWhile(ancestor => ancestor != element).Any(ancestor => LeftOut.Contains(ancestor.Name.LocalName)));

    public static bool IsName(XElement element) => FindType(element) is not null;

    /// <summary>
    /// What a marked name is, also one in a <c>seg</c> with its kind as <c>@subtype</c>; null for an element that marks none.
    /// </summary>
    private static string? FindType(XElement element)
    {
        var (name, type) = (element.Name.LocalName, (string?)element.Attribute("type") ?? "");
        if (name == "seg")
            return !NameSegments.Contains(type) ? null : (string?)element.Attribute("subtype") is { Length: > 0 } subtype ? subtype : type;
        return !Names.Contains(name) || IsPart(element) ? null : NamesWithType.Contains(name) && type.Length > 0 ? type : name;
    }

    /// <summary>Whether this is a part of the name around it: a <c>name</c> that refers to nothing and has no type of its own.</summary>
    public static bool IsPart(XElement element) => element.Name.LocalName == "name"
        && element.Attribute("ref") is null && element.Attribute("key") is null
        && element.Ancestors().FirstOrDefault(outer => Names.Contains(outer.Name.LocalName)) is { } around
        && ((string?)element.Attribute("type") is { } type ? NameParts.Contains(type) : around.Name.LocalName == "persName");

    /// <summary>Every run of blanks as one, none at the ends.</summary>
    public static string Normalize(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int CountNames(XElement element) =>
        IsAuthorityList(element)
            ? 0
            : element.DescendantsAndSelf().Count(inner => inner.Name.Namespace == Namespace && IsName(inner));

    private static bool IsAuthorityList(XElement element) =>
        element.Name.LocalName is "listPerson" or "listPlace" or "listOrg" or "standOff";

    private void AddContent(XElement element)
    {
        var isBlock = Blocks.Contains(element.Name.LocalName);
        needsLine |= isBlock;
        var marker = text.Length;
        AddNodes(element.Nodes());
        needsLine |= isBlock;
        Mark(element, marker);
    }

    private void AddNodes(IEnumerable<XNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is XElement child)
                Add(child);
            else if (node is XText words)
                AddWords(words);
        }
    }

    /// <summary>The blanks that were due before the element are not part of its span.</summary>
    private void Mark(XElement element, int marker)
    {
        var start = marker;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        places?.Add(element, TextSpan.FromBounds(start, text.Length));
        if (start == text.Length)
        {
            if (IsName(element))
                NamesLeftOut++;
            return;
        }

        var span = TextSpan.FromBounds(start, text.Length);
        var name = element.Name.LocalName;
        if (name is "u" or "sp"
            && (element.Attribute("who") is not null || !string.IsNullOrWhiteSpace(element.Element(Namespace + "speaker")?.Value)))
            speeches.Add((element, span));
        if (name == "s")
            sentences.Add(span);
        else if (FindType(element) is { } type)
            names.Add(new TeiName(element, type, span));
        else if (name == "seg" && element.Attribute("ana") is not null)
            segments.Add((element, span));
    }

    private void AddChoice(XElement choice)
    {
        var reading = Readings.Select(name => choice.Element(Namespace + name)).FirstOrDefault(found => found is not null)
            ?? choice.Elements().FirstOrDefault();
        if (reading is not null)
            AddContent(reading);
        NamesLeftOut += choice.Elements().Where(other => other != reading).Sum(CountNames);
    }

    /// <summary>Chinese and Japanese have no blanks, so that a line end between their signs belongs to the layout.</summary>
    private bool JoinsLines(char next) => endedLine && IsWrittenWithoutBlanks(text[^1]) && IsWrittenWithoutBlanks(next);

    private static bool IsWrittenWithoutBlanks(char sign) =>
        sign is >= '\u2E80' and <= '\u312F' or >= '\u31A0' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF';

    private void AddWords(XText node)
    {
        var words = node.Value;
        var hyphen = TeiHyphens.FindAtBreak(node);
        var offsets = places is null ? null : new int[words.Length + 1];
        for (var i = 0; i < words.Length; i++)
        {
            if (i == hyphen)
            {
                endsInHyphen = true;
                offsets?[i] = text.Length;
                continue;
            }

            if (char.IsWhiteSpace(words[i]))
            {
                endedLine = words[i] == '\n' || (needsBlank && endedLine);
                needsBlank = !joinsWord;
                offsets?[i] = text.Length;
                continue;
            }

            if (text.Length > 0 && (needsLine || (needsBlank && !JoinsLines(words[i]))))
                text.Append(needsLine ? '\n' : ' ');
            needsLine = needsBlank = joinsWord = endsInHyphen = false;
            offsets?[i] = text.Length;
            text.Append(words[i]);
        }

        if (offsets is not null)
        {
            offsets[^1] = text.Length;
            places!.Add(node, offsets);
        }
    }
}
