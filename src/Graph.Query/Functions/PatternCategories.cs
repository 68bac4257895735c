using System.Globalization;

namespace Graph.Query.Functions;

/// <summary>The categories of Unicode that the escapes of a pattern name, as bits.</summary>
internal static class PatternCategories
{
    // In the order of UnicodeCategory.
    private static readonly string[] Names =
    [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc", "Pd", "Ps", "Pe",
        "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn",
    ];

    private static readonly uint Words = Of("L") | Of("Mn") | Of("Nd") | Of("Pc");

    /// <summary>Of <c>w</c>, <c>D</c> and their kin; null for escapes that are no set.</summary>
    public static uint? OfEscape(char letter) => letter switch
    {
        'w' => Words,
        'W' => SupplementarySet.AllCategories & ~Words,
        'd' => Of("Nd"),
        'D' => SupplementarySet.AllCategories & ~Of("Nd"),
        's' => 0,
        'S' => SupplementarySet.AllCategories,
        _ => null,
    };

    /// <summary>Of <c>\p{L}</c> and <c>\P{Lu}</c>; the blocks that a pattern can name hold no character beyond U+FFFF.</summary>
    public static uint OfProperty(string name, bool isInverse) =>
        isInverse ? SupplementarySet.AllCategories & ~Of(name) : Of(name);

    private static uint Of(string name)
    {
        var categories = 0u;
        for (var i = 0; i < Names.Length; i++)
        {
            if (Names[i] == name || (name.Length == 1 && Names[i][0] == name[0]))
                categories |= 1u << i;
        }

        return categories;
    }
}
