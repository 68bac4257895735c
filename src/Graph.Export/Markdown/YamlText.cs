using System.Text.Encodings.Web;
using System.Text.Json;

namespace Graph.Export;

/// <summary>Texts as scalars of YAML.</summary>
internal static class YamlText
{
    /// <summary>
    /// As it stands where nothing in it means anything to YAML; else in double quotes, in which YAML reads what JSON does.
    /// </summary>
    public static string Quote(string text)
    {
        var isPlain = char.IsAsciiLetterOrDigit(text[0])
            && !char.IsWhiteSpace(text[^1])
            && text.All(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '-' or '.' or ',' or '/' or '_' or '(' or ')' or '?' or '\'');
        return isPlain ? text : $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
    }
}
