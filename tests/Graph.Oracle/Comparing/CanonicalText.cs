using System.Globalization;

namespace Graph.Oracle.Comparing;

/// <summary>Prints values so that equal answers have equal texts: floats to ten digits, maps by key.</summary>
/// <param name="SortLists">The elements of lists may stand in any order.</param>
/// <param name="MergeEqual">Values that are equal print alike: 1 and 1.0, two texts of one date.</param>
internal sealed record CanonicalText(bool SortLists, bool MergeEqual)
{
    private const double Smallest = 1e-9;

    public string Print(Value[] row) => string.Join(" | ", row.Select(Print));

    public string Print(Value value) => value.Kind switch
    {
        ValueKind.Float => Print(value.AsFloat()),
        ValueKind.Integer when MergeEqual => Print(value.AsInteger()),
        ValueKind.Date when MergeEqual => $"{value.AsDate().Start}/{value.AsDate().End}",
        ValueKind.List => $"[{string.Join(", ", Sort(value.AsList().Select(Print)))}]",
        ValueKind.Map =>
            $"{{{string.Join(", ", value.AsMap().OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}: {Print(entry.Value)}"))}}}",
        _ => value.ToString(),
    };

    private IEnumerable<string> Sort(IEnumerable<string> items) => SortLists ? items.Order(StringComparer.Ordinal) : items;

    private static string Print(double number)
    {
        if (Math.Abs(number) < Smallest)
            return "0.0";
        var text = number.ToString("G10", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E', 'N') >= 0 || text.Contains("Infinity") ? text : $"{text}.0";
    }
}
