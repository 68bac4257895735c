using System.Globalization;
using System.Text;

namespace Graph.Core;

/// <summary>Characters that steer, turn the reading direction or are not seen, written as codes in files that people review.</summary>
internal static class HiddenCharacters
{
    /// <summary>Controls, line separators, lone surrogates and invisible formatting; not the joiners that scripts need.</summary>
    public static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => false,
    };

    public static bool IsIn(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done || IsHidden(rune))
                return true;
            rest = rest[length..];
        }

        return false;
    }

    /// <summary>Each as <c>\u202e</c>, or <c>\U000e0041</c> beyond the first plane, as YAML and C# read it.</summary>
    public static string Escape(string text)
    {
        if (!IsIn(text))
            return text;

        var escaped = new StringBuilder(text.Length + 8);
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var isWhole = Rune.DecodeFromUtf16(rest, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            if (!isWhole)
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)rest[0]:x4}");
            else if (!IsHidden(rune))
                escaped.Append(rest[..length]);
            else if (rune.IsBmp)
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            else
                escaped.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
            rest = rest[length..];
        }

        return escaped.ToString();
    }
}
