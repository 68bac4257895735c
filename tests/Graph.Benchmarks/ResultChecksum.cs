using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Graph.Core;

namespace Graph.Benchmarks;

/// <summary>The checksum of the peers' runners: the first 8 hexadecimal digits of the MD5 over the sorted rows, cells joined by a bar.</summary>
internal static class ResultChecksum
{
    public static string Compute(IEnumerable<Value[]> rows)
    {
        var lines = rows.Select(row => string.Join('|', row.Select(FormatCell))).Order(StringComparer.Ordinal);
        var hash = MD5.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return Convert.ToHexStringLower(hash)[..8];
    }

    private static string FormatCell(Value value) => value.Kind switch
    {
        ValueKind.Null => "",
        ValueKind.String => value.AsString(),
        ValueKind.Integer => value.AsInteger().ToString(CultureInfo.InvariantCulture),
        ValueKind.Float => value.AsFloat().ToString("R", CultureInfo.InvariantCulture),
        ValueKind.Boolean => value.AsBoolean() ? "true" : "false",
        _ => ValueText.Format(value),
    };
}
