using System.Globalization;
using System.Text;

namespace Graph.Query.Functions;

/// <summary>Characters beyond U+FFFF, each of which is two units of UTF-16.</summary>
/// <param name="Categories">A bit for each <see cref="UnicodeCategory"/> whose characters belong to it.</param>
/// <param name="Ranges">Further characters, by first and last.</param>
internal sealed record SupplementarySet(uint Categories, ImmutableArray<(int First, int Last)> Ranges)
{
    public const uint AllCategories = (1u << ((int)UnicodeCategory.OtherNotAssigned + 1)) - 1;

    private const int First = 0x10000;
    private const int LowCount = 0x400;

    public static readonly SupplementarySet All = new(AllCategories, []);

    public bool IsInverse { get; init; }

    /// <summary>What does not belong to it, whatever else is said.</summary>
    public SupplementarySet? Without { get; init; }

    /// <summary>The set as a choice of pairs of units; empty where nothing belongs to it.</summary>
    /// <param name="highs">The first units that there are, ascending; a pattern of all would be large.</param>
    public string ToPattern(IEnumerable<char> highs)
    {
        var branches = new List<(char First, char Last, string Lows)>();
        foreach (var high in highs)
        {
            var lows = LowsOf(high);
            if (lows.Length == 0)
                continue;
            if (branches.Count > 0 && branches[^1].Last == high - 1 && branches[^1].Lows == lows)
                branches[^1] = branches[^1] with { Last = high };
            else
                branches.Add((high, high, lows));
        }

        return string.Join('|', branches.Select(branch => $@"[\u{(int)branch.First:X4}-\u{(int)branch.Last:X4}][{branch.Lows}]"));
    }

    // Second units, of those that go with a first one, as ranges.
    private string LowsOf(char high)
    {
        var text = new StringBuilder();
        var start = First + ((high - 0xD800) * LowCount);
        for (var low = 0; low < LowCount; low++)
        {
            if (!Contains(start + low))
                continue;
            var first = low;
            while (low + 1 < LowCount && Contains(start + low + 1))
                low++;
            text.Append(CultureInfo.InvariantCulture, $@"\u{0xDC00 + first:X4}-\u{0xDC00 + low:X4}");
        }

        return text.ToString();
    }

    private bool Contains(int character) => IsListed(character) != IsInverse && Without?.Contains(character) is not true;

    private bool IsListed(int character)
    {
        if (((Categories >> (int)CharUnicodeInfo.GetUnicodeCategory(character)) & 1) != 0)
            return true;
        foreach (var (first, last) in Ranges)
        {
            if (first <= character && character <= last)
                return true;
        }

        return false;
    }
}
