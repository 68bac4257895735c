using System.Globalization;

namespace Graph.Annotations;

/// <summary>Feature lists in the form that all CAS readers share.</summary>
internal static class TsvFeatures
{
    public static KeyValuePair<string, ImmutableArray<string>>[] OfSpan(
        TextSpan span, params ReadOnlySpan<KeyValuePair<string, ImmutableArray<string>>> others) =>
        [
            Create("begin", span.Start.ToString(CultureInfo.InvariantCulture)),
            Create("end", span.End.ToString(CultureInfo.InvariantCulture)),
            .. others,
        ];

    public static KeyValuePair<string, ImmutableArray<string>> Create(string name, params ReadOnlySpan<string> values) =>
        KeyValuePair.Create(name, ImmutableArray.Create(values));
}
