using System.Net;
using System.Text;
using System.Text.Json;

namespace Graph.Annotations;

/// <summary>The value of a region: where it stands, its words, and its labels, which are called after the control that gave them.</summary>
internal static class LabelStudioRegion
{
    /// <summary>
    /// Offsets of the text; of HTML those of its text without tags; of a dialogue those of a turn, which stands in <c>start</c>.
    /// </summary>
    /// <param name="turns">Where turns begin in the text; none where it is no dialogue.</param>
    public static RecordedSpan? ReadSpan(JsonElement value, ImmutableArray<int> turns = default)
    {
        if (!turns.IsDefaultOrEmpty
            && value.Integer("start") is { } first
            && value.Integer("end") is { } last
            && value.Integer("startOffset") is { } from
            && value.Integer("endOffset") is { } to)
        {
            return first >= 0 && first < turns.Length && last >= 0 && last < turns.Length
                ? new RecordedSpan(turns[(int)first] + from, turns[(int)last] + to, value.Text("text")) : null;
        }

        var place = value.Get("globalOffsets") is { ValueKind: JsonValueKind.Object } global ? global : value;
        return place.Get("start").ValueKind == JsonValueKind.Number
            && place.Integer("start") is { } start
            && place.Integer("end") is { } end
            ? new RecordedSpan(start, end, value.Text("text")) : null;
    }

    /// <summary>The list under the name of the control (<c>labels</c>, <c>hypertextlabels</c>, <c>taxonomy</c>).</summary>
    public static ImmutableArray<string> GetLabels(JsonElement value, string? type)
    {
        if (type is not null and not "choices" and not "textarea" && value.HasArray(type))
            return value.Get(type).Texts();
        return value
            .EnumerateObject()
            .FirstOrDefault(property => property.Name.EndsWith("labels", StringComparison.Ordinal) && property.Value.IsArray())
            .Value.Texts();
    }

    /// <summary>The words of HTML, as a browser counts them; any other text as it is.</summary>
    public static string ToPlainText(string text)
    {
        if (!text.Contains("</", StringComparison.Ordinal) || !text.TrimStart().StartsWith('<'))
            return text;

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && text.IndexOf('>', i) is > 0 and var end)
                i = end;
            else
                result.Append(text[i]);
        }

        return WebUtility.HtmlDecode(result.ToString());
    }
}
