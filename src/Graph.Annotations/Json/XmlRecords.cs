using System.Text.Json;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// Elements of XML as the records that JSON would have: attributes and inner elements are fields, elements that come in numbers are lists,
/// <c>&lt;toponyms&gt;&lt;toponym&gt;...</c> too where there is one. A span without a type has the name of its element.
/// </summary>
internal static class XmlRecords
{
    private const int MaximumDepth = 12;
    private const string Text = "text";
    private const string Spans = "spans";

    // What a text is made of, which is said by offsets too.
    private static readonly string[] Pieces = ["token", "word", "sentence", "paragraph", "line", "chunk"];

    /// <summary>An element as a record; to be disposed.</summary>
    /// <param name="text">What its spans are in, where a file beside has it.</param>
    public static JsonDocument ToRecord(XElement element, string? text = null) =>
        WrittenJson.Write(json => WriteObject(json, element, 0, text));

    private static void WriteObject(Utf8JsonWriter json, XElement element, int depth, string? text = null)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        json.WriteStartObject();
        if (text is not null && taken.Add(Text))
            json.WriteString(Text, text);
        foreach (var attribute in element.Attributes()
            .Where(attribute => !attribute.IsNamespaceDeclaration && taken.Add(attribute.Name.LocalName)))
            json.WriteString(attribute.Name.LocalName, attribute.Value);
        if (HasWords(element))
        {
            json.WriteString(taken.Add(Text) ? Text : "content", element.Value);
        }
        else if (depth < MaximumDepth)
        {
            var spans = ListSpansOfSeveralKinds(element);
            if (spans.Count > 0 && taken.Add(Spans))
                WriteItems(json, Spans, spans, isList: true, depth + 1);
            foreach (var children in (spans.Count == 0 ? element.Elements() : element.Elements().Except(spans))
                .GroupBy(child => child.Name.LocalName, StringComparer.Ordinal)
                .Where(group => taken.Add(group.Key)))
                WriteChildren(json, [.. children], depth + 1);
        }

        if (IsSpan(element) && !taken.Any(name => SpanNames.Types.Contains(SpanNames.Normalize(name))))
            json.WriteString("type", element.Name.LocalName);
        json.WriteEndObject();
    }

    private static void WriteChildren(Utf8JsonWriter json, List<XElement> children, int depth)
    {
        var name = children[0].Name.LocalName;
        var (items, isList) = children is [var only] && IsContainer(only)
            ? (only.Elements().ToList(), true)
            : (children, children.Count > 1 || IsSpan(children[0]));
        if (!isList
            && children[0] is { HasElements: true, HasAttributes: false } inner
            && inner.Elements().All(IsLeaf)
            && IsSpan(children[0].Parent!))
        {
            // What a span says in an object of its own.
            foreach (var field in inner.Elements().DistinctBy(field => field.Name.LocalName))
                json.WriteString($"{name}_{field.Name.LocalName}", field.Value);
            return;
        }

        WriteItems(json, name, items, isList, depth);
    }

    private static void WriteItems(Utf8JsonWriter json, string name, List<XElement> items, bool isList, int depth)
    {
        json.WritePropertyName(name);
        if (isList)
            json.WriteStartArray();
        foreach (var item in items)
        {
            if (IsLeaf(item))
                json.WriteStringValue(item.Value);
            else
                WriteObject(json, item, depth);
        }

        if (isList)
            json.WriteEndArray();
    }

    /// <summary>Spans that an element has in elements called as their types; none where all are called alike.</summary>
    private static List<XElement> ListSpansOfSeveralKinds(XElement element)
    {
        var spans = element.Elements()
            .Where(child => child is { HasElements: false, HasAttributes: true } && IsSpan(child)
                && !Pieces.Contains(SpanNames.Normalize(child.Name.LocalName)))
            .ToList();
        return spans.Select(span => span.Name).Distinct().Skip(1).Any() ? spans : [];
    }

    private static bool IsLeaf(XElement element) => !element.HasAttributes && (!element.HasElements || HasWords(element));

    /// <summary>Whether words stand in it beside its elements.</summary>
    private static bool HasWords(XElement element) => element.Nodes().OfType<XText>().Any(node => !string.IsNullOrWhiteSpace(node.Value));

    /// <summary>An element that only holds others of one name, which say something themselves.</summary>
    private static bool IsContainer(XElement element) =>
        element is { HasAttributes: false, HasElements: true } && !HasWords(element)
        && element.Elements().Select(child => child.Name.LocalName).Distinct(StringComparer.Ordinal).Count() == 1
        && element.Elements().All(child => !IsLeaf(child));

    private static bool IsSpan(XElement element) =>
        element.Attributes().Select(attribute => (attribute.Name.LocalName, attribute.Value))
            .Concat(element.Elements().Where(IsLeaf).Select(child => (child.Name.LocalName, child.Value)))
            .Any(field => SpanNames.Starts.Contains(SpanNames.Normalize(field.Item1))
                && field.Item2.Trim() is { Length: > 0 } digits
                && digits.All(char.IsAsciiDigit));
}
