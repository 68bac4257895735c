using System.Runtime.InteropServices;
using System.Text;

namespace Graph.Core;

/// <summary>The four normalization forms of Unicode (UAX #15). A lone surrogate stands for itself.</summary>
public static class UnicodeNormalization
{
    // Below these no character changes in the form.
    private const char FirstComposable = '\u0300';
    private const char FirstDecomposable = '\u00A0';

    public static string Normalize(string text, NormalizationForm form)
    {
        var firstAffected = form == NormalizationForm.FormC ? FirstComposable : FirstDecomposable;
        if (!text.AsSpan().ContainsAnyInRange(firstAffected, char.MaxValue))
            return text;

        var codes = Decompose(text, form is NormalizationForm.FormKC or NormalizationForm.FormKD);
        Reorder(codes);
        if (form is NormalizationForm.FormC or NormalizationForm.FormKC)
            Compose(codes);
        return ToText(codes);
    }

    /// <summary>The code points of the full decomposition, not yet in canonical order.</summary>
    internal static List<int> Decompose(string text, bool isCompatibility)
    {
        var codes = new List<int>(text.Length + 8);
        var table = NormalizationTable.Shared;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            AddDecomposition(table, codes, isPair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i], isCompatibility);
            if (isPair)
                i++;
        }

        return codes;
    }

    /// <summary>The canonical order: each run of non-starters stably by combining class.</summary>
    internal static void Reorder(List<int> codes)
    {
        var table = NormalizationTable.Shared;
        for (var i = 1; i < codes.Count; i++)
        {
            var code = codes[i];
            var combiningClass = table.GetClass(code);
            var j = i;
            while (combiningClass != 0 && j > 0 && table.GetClass(codes[j - 1]) > combiningClass)
            {
                codes[j] = codes[j - 1];
                j--;
            }

            codes[j] = code;
        }
    }

    internal static string ToText(List<int> codes)
    {
        var text = new StringBuilder(codes.Count);
        foreach (var code in CollectionsMarshal.AsSpan(codes))
            AppendCode(text, code);
        return text.ToString();
    }

    internal static void AppendCode(StringBuilder text, int code)
    {
        if (code <= char.MaxValue)
        {
            text.Append((char)code);
            return;
        }

        text.Append((char)((code >> 10) + 0xD7C0)).Append((char)((code & 0x3FF) + 0xDC00));
    }

    private static void AddDecomposition(NormalizationTable table, List<int> codes, int code, bool isCompatibility)
    {
        if (Hangul.TryDecompose(code, codes))
            return;
        if (code < FirstDecomposable || table.FindMapping(code, isCompatibility) is not { } mapping)
        {
            codes.Add(code);
            return;
        }

        foreach (var part in mapping)
            AddDecomposition(table, codes, part, isCompatibility);
    }

    private static void Compose(List<int> codes)
    {
        var table = NormalizationTable.Shared;
        var starter = -1;
        var lastClass = -1;
        var count = 0;
        foreach (var code in codes.ToArray())
        {
            var combiningClass = table.GetClass(code);

            // A character is blocked from the starter by another of its class or a higher one between them.
            if (starter >= 0 && lastClass < combiningClass && TryCompose(table, codes[starter], code, out var composed))
            {
                codes[starter] = composed;
                continue;
            }

            if (combiningClass == 0)
                (starter, lastClass) = (count, -1);
            else
                lastClass = combiningClass;
            codes[count++] = code;
        }

        codes.RemoveRange(count, codes.Count - count);
    }

    private static bool TryCompose(NormalizationTable table, int first, int second, out int composed) =>
        Hangul.TryCompose(first, second, out composed) || table.TryCompose(first, second, out composed);
}

/// <summary>Hangul syllables are composed by arithmetic (The Unicode Standard, section 3.12).</summary>
internal static class Hangul
{
    private const int FirstSyllable = 0xAC00;
    private const int FirstLeading = 0x1100;
    private const int FirstVowel = 0x1161;

    // One before the first trailing consonant, as a syllable may have none.
    private const int NoTrailing = 0x11A7;
    private const int LeadingCount = 19;
    private const int VowelCount = 21;
    private const int TrailingCount = 28;
    private const int SyllableCount = LeadingCount * VowelCount * TrailingCount;

    public static bool TryDecompose(int code, List<int> codes)
    {
        var index = code - FirstSyllable;
        if ((uint)index >= SyllableCount)
            return false;
        codes.Add(FirstLeading + index / (VowelCount * TrailingCount));
        codes.Add(FirstVowel + index / TrailingCount % VowelCount);
        if (index % TrailingCount != 0)
            codes.Add(NoTrailing + index % TrailingCount);
        return true;
    }

    public static bool TryCompose(int first, int second, out int composed)
    {
        var (leading, vowel) = (first - FirstLeading, second - FirstVowel);
        if ((uint)leading < LeadingCount && (uint)vowel < VowelCount)
        {
            composed = FirstSyllable + (leading * VowelCount + vowel) * TrailingCount;
            return true;
        }

        var (syllable, trailing) = (first - FirstSyllable, second - NoTrailing);
        var isOpen = (uint)syllable < SyllableCount && syllable % TrailingCount == 0 && trailing is > 0 and < TrailingCount;
        composed = isOpen ? first + trailing : 0;
        return isOpen;
    }
}
