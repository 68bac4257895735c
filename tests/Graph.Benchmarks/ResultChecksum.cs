using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Graph.Core;

namespace Graph.Benchmarks;

/// <summary>
/// The checksum of the peers' runners: the first 8 hexadecimal digits of the MD5 over the sorted rows, cells joined by a bar.
/// </summary>
internal static class ResultChecksum
{
    public static string Compute(IEnumerable<Value[]> rows)
    {
#pragma warning disable CA5351 // It tells answers apart, and guards nothing.
        var hash = MD5.HashData(Encoding.UTF8.GetBytes(string.Join('\n', GetLines(rows))));
        return Convert.ToHexStringLower(hash)[..8];
    }

    /// <summary>The rows as text, sorted.</summary>
    public static IEnumerable<string> GetLines(IEnumerable<Value[]> rows) =>
        rows.Select(row => string.Join('|', row.Select(FormatCell))).Order(StringComparer.Ordinal);

    private static string FormatCell(Value value) => value.Kind switch
    {
        ValueKind.Null => "",
        ValueKind.String => value.AsString(),
        ValueKind.Integer => value.AsInteger().ToString(CultureInfo.InvariantCulture),
        ValueKind.Float => FormatFloat(value.AsFloat()),
        ValueKind.Boolean => value.AsBoolean() ? "true" : "false",
        _ => ValueText.Format(value),
    };

    /// <summary>
    /// Ten digits, as sums of floats depend on their order; whole numbers as integers, as a peer's runner cannot tell them apart.
    /// </summary>
    private static string FormatFloat(double value) => value == Math.Truncate(value) && Math.Abs(value) < 1e15
        ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : value.ToString("0.000000000e+0", CultureInfo.InvariantCulture);
}
