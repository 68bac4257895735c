using System.Globalization;

namespace Graph.Export;

/// <summary>
/// The ids of elements in one export: <c>n12</c>, <c>e5</c>. They hold within one build of a graph; the property <c>key</c> stays.
/// </summary>
internal static class ElementIds
{
    public static string OfNode(int node) => string.Create(CultureInfo.InvariantCulture, $"n{node}");

    public static string OfEdge(int edge) => string.Create(CultureInfo.InvariantCulture, $"e{edge}");
}
